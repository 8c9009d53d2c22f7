"""How figures are written: tokens, numerals, units, ranges and modifiers, each once, used by every kind."""
