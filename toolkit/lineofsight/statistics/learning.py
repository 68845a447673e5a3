"""Learning: what people gained between two tests."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from statistics import fmean
from typing import TYPE_CHECKING, Any

import numpy as np

from ..errors import StatisticsError
from .items import ItemAnalysis, item_analysis, kr20
from .numbers import ANY, FEWEST, Allowed, Numbers, pairs, plain

if TYPE_CHECKING:
    from .numbers import Array

__all__ = [
    "ItemAnalysis",
    "NormalisedChange",
    "PairedDifference",
    "hake_gain",
    "item_analysis",
    "kr20",
    "normalised_change",
    "paired_difference",
]

CONFIDENCE = 0.95


@dataclass(frozen=True, eq=False)
class NormalisedChange:
    """Each person's change as a share of what was left to gain (or to lose), from -1 to 1.

    ``mean`` over the ``n`` people whose ``changes`` these are; ``dropped``: how many more had nothing
    right or everything right both times, for whom it is not defined.
    """

    mean: float
    changes: Array
    n: int
    dropped: int


@dataclass(frozen=True)
class PairedDifference:
    """What the same ``n`` people scored more (or less) the second time, in points.

    ``interval``: 95 % for the mean difference; ``effect_size``: the mean difference in standard
    deviations of the differences; ``p``: two-sided, paired t. Interval and p are ``None`` with fewer
    than 5 people; all three where everybody changed by the same.
    """

    difference: float
    interval: tuple[float, float] | None
    effect_size: float | None
    p: float | None
    n: int

    def __str__(self) -> str:
        """Say it in a sentence that can be read out."""
        how = "less" if self.difference < 0 else "more"
        points = f"{abs(self.difference):.1f} points {how}"
        if self.n == 1:
            said = f"1 person scored {points} than before"
        else:
            said = f"{self.n} people scored {points} on average than before"
        if self.n < FEWEST:
            return f"{said}; with fewer than {FEWEST} nobody can say how sure that is."
        if self.interval is None or self.p is None:
            return f"{said}; all changed by the same, so there is no spread to judge that by."
        low, high = self.interval
        often = f"about {round(100 * self.p)}" if self.p >= 0.01 else "fewer than 1"
        return (
            f"{said} (95 % interval {low:.1f} to {high:.1f}); "
            f"if nothing had changed, a difference as large would come up {often} times in 100."
        )


def hake_gain(pre: float | Numbers, post: float | Numbers, maximum: float) -> float:
    """Return the share of what a class could still gain that it did gain.

    ``pre``, ``post``: the class means, or everybody's scores, of which the means are taken; 0 to
    ``maximum`` points. ``StatisticsError`` where the class had all points before, or fell: a loss is
    not on this scale (:func:`normalised_change` has one). Hake (1998), "Interactive-engagement versus
    traditional methods", American Journal of Physics 66.
    """
    best = _most(maximum)
    start, end = (fmean(scores) for scores in _scored(_listed(pre), _listed(post), Allowed(0, best)))
    if start >= best:
        raise StatisticsError(
            f"pre is on average {start:g}; allowed: below {best:g}, or nothing can be gained"
        )
    if end < start:
        raise StatisticsError(
            f"post is on average {end:g}; allowed: {start:g} (pre) or more; "
            "for a loss use normalised_change with everybody's scores"
        )
    return (end - start) / (best - start)


def normalised_change(pre: Numbers, post: Numbers, maximum: float) -> NormalisedChange:
    """Return each person's gain over what was left to gain, or loss over what there was to lose.

    ``pre``, ``post``: the same people's scores in the same order, 0 to ``maximum`` points; no change is
    0. People with 0 or ``maximum`` both times are left out. ``StatisticsError`` names the score, and
    says when nobody is left. Marx & Cummings (2007), "Normalized change", American Journal of Physics
    75.
    """
    best = _most(maximum)
    before, after = _scored(pre, post, Allowed(0, best))
    defined = (before != after) | ((before > 0) & (before < best))
    before, after = before[defined], after[defined]
    if not before.size:
        raise StatisticsError("pre and post hold nobody who could change; allowed: not all at 0 or maximum")
    room = np.where(after > before, best - before, before)
    changes = (after - before) / room
    return NormalisedChange(float(changes.mean()), changes, len(changes), int((~defined).sum()))


def paired_difference(pre: Numbers, post: Numbers) -> PairedDifference:
    """Return the mean difference post - pre of the same people, with interval and effect size.

    ``pre``, ``post``: scores in the same order, any unit. ``StatisticsError`` names the score. Paired t
    (scipy); effect size d_z, e.g. Lakens (2013), "Calculating and reporting effect sizes to facilitate
    cumulative science", Frontiers in Psychology 4.
    """
    from scipy.stats import ttest_1samp

    before, after = _scored(pre, post, ANY)
    changes = after - before
    n, difference = len(changes), float(changes.mean())
    spread = float(changes.std(ddof=1)) if n > 1 else 0.0
    # Less is the rounding of decimals: everybody changed by the same.
    if spread <= 1e-12 * float(np.abs([before, after]).max()):
        return PairedDifference(difference, None, None, None, n)
    effect_size = difference / spread
    if n < FEWEST:
        return PairedDifference(difference, None, effect_size, None, n)
    test = ttest_1samp(changes, 0)
    low, high = test.confidence_interval(CONFIDENCE)
    return PairedDifference(difference, (float(low), float(high)), effect_size, float(test.pvalue), n)


def _scored(pre: Any, post: Any, allowed: Allowed) -> tuple[Array, Array]:
    first, second = allowed.row(pre, "pre"), allowed.row(post, "post")
    pairs(first, second, ("pre", "post"))
    return np.array(first), np.array(second)


def _listed(score: Any) -> Any:
    found = plain(score)
    return found if isinstance(found, Iterable) else [found]


def _most(maximum: float) -> float:
    best = ANY.number(maximum, "maximum")
    if best <= 0:
        raise StatisticsError(f"maximum is {best:g}; allowed: above 0")
    return best
