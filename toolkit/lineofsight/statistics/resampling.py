"""Drawing people again: how sure a gap is, and how often chance alone makes one as wide."""

from __future__ import annotations

import random
from collections.abc import Iterable, Sequence

Row = list[float]
Side = Sequence[Row]

# 80 % between them: a tenth is left on either side.
TAIL = 0.1
ROUNDING = 1e-12


def mean(side: Side) -> Row:
    """Return the mean row of people x statements."""
    return [sum(column) / len(side) for column in zip(*side, strict=True)]


def apart(first: Iterable[float], second: Iterable[float]) -> float:
    """Return the total variation distance of two rows: half the sum of absolute differences."""
    return min(1.0, sum(abs(a - b) for a, b in zip(first, second, strict=True)) / 2)


def bootstrap_interval(first: Side, second: Side, draws: int, chance: random.Random) -> tuple[float, float]:
    """Return an interval that holds the gap of all those behind these people about 80 times in 100 or more.

    A gap of samples is on average too wide, because noise has no sign, and redrawn gaps are wider
    still: their own quantiles would miss on the high side nearly always. So people are redrawn within
    their side (Efron & Tibshirani 1993, "An Introduction to the Bootstrap") to see how far the
    *difference of the mean rows* strays. The truth is below the gap by no more than the length of
    that stray (triangle inequality) and above it by no less than its part along the signs seen
    (convexity): the gap less the 90 % quantile of the one, plus the 90 % quantile of the other.
    """
    seen = _difference(mean(first), mean(second))
    gap = sum(map(abs, seen)) / 2
    strayed, fell = [], []
    for _ in range(draws):
        drawn = (mean(chance.choices(side, k=len(side))) for side in (first, second))
        stray = _difference(_difference(*drawn), seen)
        strayed.append(sum(map(abs, stray)) / 2)
        fell.append(-sum((d > 0) * s - (d < 0) * s for d, s in zip(seen, stray, strict=True)) / 2)
    low, high = gap - _quantile(strayed, 1 - TAIL), gap + max(0.0, _quantile(fell, 1 - TAIL))
    return max(0.0, low), min(1.0, high)


def permutation_p(first: Side, second: Side, draws: int, chance: random.Random) -> float:
    """Return how often the same people, dealt to two such sides at random, are as far apart.

    (1 + as wide or wider) / (1 + draws), so it is never 0: Phipson & Smyth (2010), "Permutation
    p-values should never be zero", Statistical Applications in Genetics and Molecular Biology 9.
    """
    gap = apart(mean(first), mean(second))
    fewer, more = sorted((len(first), len(second)))
    everybody = [*first, *second]
    totals = [sum(column) for column in zip(*everybody, strict=True)]
    as_wide = 0
    for _ in range(draws):
        dealt = [sum(column) for column in zip(*chance.sample(everybody, fewer), strict=True)]
        rest = ((total - part) / more for total, part in zip(totals, dealt, strict=True))
        as_wide += apart((part / fewer for part in dealt), rest) >= gap - ROUNDING
    return (1 + as_wide) / (1 + draws)


def _difference(first: Row, second: Row) -> Row:
    return [a - b for a, b in zip(first, second, strict=True)]


def _quantile(values: list[float], share: float) -> float:
    return sorted(values)[round(share * (len(values) - 1))]
