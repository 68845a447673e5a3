"""Items of a test: how hard each is, and whether it tells those who know from those who do not."""

from __future__ import annotations

from dataclasses import dataclass
from math import floor
from typing import TYPE_CHECKING

import numpy as np

from ..errors import StatisticsError
from .numbers import BINARY, Matrix

if TYPE_CHECKING:
    from .numbers import Array

SHAPE = ("people", "items")
TAIL = 0.27
SMALLEST_TAIL = 3
# Below, these are descriptions of one class, not properties of the items.
FEW_LEARNERS = 30


@dataclass(frozen=True, eq=False)
class ItemAnalysis:
    """Four arrays with one value an item, over ``n`` people.

    ``difficulty``: share who had it right; ``discrimination``: that share among the best less that
    among the weakest (``None`` with fewer than 6 people); ``point_biserial``: correlation with the
    total score; ``item_rest``: with the score on the other items. A correlation is 0 where everybody
    did the same.
    """

    difficulty: Array
    discrimination: Array | None
    point_biserial: Array
    item_rest: Array
    n: int

    def __str__(self) -> str:
        """Say it in sentences that can be read out."""
        hardest, easiest = (int(pick(self.difficulty)) for pick in (np.argmin, np.argmax))
        said = (
            f"Of {self.n} people, {self.difficulty[easiest]:.0%} had item {easiest + 1} right, the easiest, "
            f"and {self.difficulty[hardest]:.0%} item {hardest + 1}, the hardest."
        )
        if self.n >= FEW_LEARNERS:
            return said
        return f"{said} With fewer than {FEW_LEARNERS} people that describes this class, not the items."


def item_analysis(scores: Matrix) -> ItemAnalysis:
    """Return difficulty, upper-lower discrimination, point-biserial and item-rest correlation.

    ``scores``: people x items, 0 or 1, at least 2 x 2, none missing. The best and the weakest are 27 %
    of the people each, rounded, at least 3. People with the same total at the cut share the places
    that are left there equally, so that the order of people never matters. ``StatisticsError`` names
    the score. Kelley (1939), "The selection of upper and lower groups for the validation of test
    items", Journal of Educational Psychology 30; point-biserial from scipy.
    """
    table = np.array(BINARY.rows(scores, "scores", SHAPE, (2, 2)))
    total = table.sum(axis=1)
    size = max(SMALLEST_TAIL, floor(TAIL * len(table) + 0.5))
    discrimination = None
    if len(table) >= 2 * SMALLEST_TAIL:
        discrimination = (_best(total, size) - _best(-total, size)) @ table / size
    return ItemAnalysis(
        difficulty=table.mean(axis=0),
        discrimination=discrimination,
        point_biserial=np.array([_correlation(item, total) for item in table.T]),
        item_rest=np.array([_correlation(item, total - item) for item in table.T]),
        n=len(table),
    )


def kr20(scores: Matrix) -> float:
    """Return Kuder and Richardson's formula 20, the internal consistency of a test of 0/1 items.

    ``scores``: people x items, at least 2 x 2, none missing. The variance of the totals is the
    population's (divided by n), as are the items'. 1 is the most; below 0 the items work against each
    other. ``StatisticsError`` where all totals are the same. Kuder & Richardson (1937), "The theory of
    the estimation of test reliability", Psychometrika 2.
    """
    table = np.array(BINARY.rows(scores, "scores", SHAPE, (2, 2)))
    items = table.shape[1]
    variance = float(table.sum(axis=1).var())
    if variance == 0:
        raise StatisticsError("scores gives everybody the same total; allowed: at least two different totals")
    return float(items / (items - 1) * (1 - table.var(axis=0).sum() / variance))


def _best(total: Array, size: int) -> Array:
    """Return everybody's share in the ``size`` places for the highest totals."""
    last = np.sort(total)[-size]
    above, tied = total > last, total == last
    shares: Array = above + tied * (size - above.sum()) / tied.sum()
    return shares


def _correlation(item: Array, score: Array) -> float:
    from scipy.stats import pointbiserialr

    if not np.ptp(item) or not np.ptp(score):
        return 0.0
    return float(pointbiserialr(item, score).statistic)
