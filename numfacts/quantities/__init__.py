"""Mention -> Quantity: the number in its unit, and the same number in SI base units or the reference currency."""
