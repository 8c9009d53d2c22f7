"""Reference sheets: figures that somebody has looked up, and the figures of a story that they speak of."""
