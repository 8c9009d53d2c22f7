"""Words, units and currencies as rows of text, and the functions that look them up."""
