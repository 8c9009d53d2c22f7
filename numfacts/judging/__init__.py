"""Arithmetic on printed figures: what each may stand for, and whether it can be what the others make of it."""
