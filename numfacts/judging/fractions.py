"""Parts of a whole told in round words: whether "a third" and "one in four" can be said of a share.

``misses(0.25, Interval(0.395, 0.405))`` is "error": 40% is nearer to two in five than to one in four.
"""

from __future__ import annotations

from fractions import Fraction

from numfacts.judging.intervals import Interval

# What a writer would have said instead: halves to fifths, and one in six to one in ten.
SAID = sorted(
    {float(Fraction(n, d)) for d in range(2, 6) for n in range(1, d)} | {1 / d for d in range(6, 11)}
)
DOUBTFUL = 0.03  # surveys call 18% "one in five" and 36% "a third"; from here on a reader stumbles
WRONG = 0.045  # five points, less the half that rounding takes
RELATIVE = 0.45  # of the fraction: "one in 100 (2%)"


def misses(fraction: float, share: Interval) -> str | None:
    """-> "error" where another simple fraction is nearer and the gap wide, "warning" for less, None for none."""
    gap = max(share.low - fraction, fraction - share.high, 0.0)
    middle = (share.low + share.high) / 2
    nearest = min(SAID, key=lambda said: abs(said - middle))
    other = abs(nearest - middle) < abs(fraction - middle) - 1e-9
    if (gap >= WRONG - 1e-9 and other) or gap >= RELATIVE * fraction:
        return "error"
    return "warning" if gap >= DOUBTFUL else None
