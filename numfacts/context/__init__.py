"""Quantity -> fact: what is counted and shared, who has the figure, when it holds, who says so, what it restates."""
