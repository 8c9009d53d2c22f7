"""Mention -> Quantity: a number in its unit, and in SI base units or the reference currency."""
