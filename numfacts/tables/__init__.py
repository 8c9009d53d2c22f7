"""Facts -> DataFrame: the rules of a row, the facts that obey them, and the pandera model of the table."""
