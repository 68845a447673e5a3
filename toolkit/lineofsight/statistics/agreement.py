"""Agreement: how far people who rate or rank the same things say the same."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, get_args

import numpy as np

from ..errors import StatisticsError, listing, suggestion
from .numbers import ANY, FEWEST, Allowed, Matrix, Numbers

Level = Literal["nominal", "ordinal", "interval", "ratio"]
SHAPE = ("raters", "items")


@dataclass(frozen=True)
class KendallW:
    """Concordance of rankings: ``w`` from 0 (none) to 1 (all rank alike).

    ``chi2`` has items - 1 degrees of freedom; ``p`` is ``None`` with fewer than 5 raters, for whom the
    chi-squared approximation does not hold; ``mean_spearman`` is over all pairs of raters.
    """

    w: float
    chi2: float
    p: float | None
    mean_spearman: float
    raters: int
    items: int

    def __str__(self) -> str:
        """Say it in a sentence that can be read out."""
        said = (
            f"{self.raters} people ranked {self.items} items: their agreement is {self.w:.2f} (1 is complete)"
        )
        if self.p is None:
            return f"{said}; with fewer than {FEWEST} people nobody can say whether that is more than chance."
        often = f"about {round(100 * self.p)}" if self.p >= 0.01 else "fewer than 1"
        return f"{said}; ranking at random would agree as well {often} times in 100."


@dataclass(frozen=True)
class ICC:
    """The six intraclass correlations of Shrout & Fleiss, over ``raters`` and ``items``.

    ``icc1``: each item has other raters; ``icc2``: the same raters, a sample of all there could be,
    who should agree; ``icc3``: just these raters, who should order alike. With ``k``: of the mean of
    all raters.
    """

    icc1: float
    icc2: float
    icc3: float
    icc1k: float
    icc2k: float
    icc3k: float
    raters: int
    items: int


def krippendorff_alpha(ratings: Matrix, level: Level) -> float:
    """Return Krippendorff's alpha: 1 is complete agreement, 0 what chance would give, below is worse.

    ``ratings``: raters x items, nan where missing; only items with two ratings or more count, however
    many are missing. ``level``: how the values compare. ``StatisticsError`` for one rater, fewer than
    two such items, values that do not vary (what nobody told apart shows no agreement), infinite
    values, and negative ones where ``level`` is ratio. Krippendorff (2019), "Content Analysis", 4th
    ed., chapter 12, through the package krippendorff.
    """
    import krippendorff

    if level not in get_args(Level):
        levels = get_args(Level)
        raise StatisticsError(f"level is {level!r}{suggestion(str(level), levels)}; {listing(levels)}")
    allowed = Allowed(0, missing=True) if level == "ratio" else Allowed(missing=True)
    table = np.array(allowed.rows(ratings, "ratings", SHAPE, (2, 2)))
    shared = table[:, (~np.isnan(table)).sum(axis=0) >= 2]
    if shared.shape[1] < 2:
        raise StatisticsError(
            f"ratings has {shared.shape[1]} items that two raters or more have rated; allowed: 2 or more"
        )
    values = np.unique(shared[~np.isnan(shared)])
    if len(values) == 1:
        raise StatisticsError(f"ratings holds only {values[0]:g}; allowed: at least two different values")
    # No level minds the unit, and squares of tiny numbers would vanish.
    in_units = shared / np.abs(values).max()
    return float(krippendorff.alpha(reliability_data=in_units, level_of_measurement=level))


def kendall_w(ranks: Matrix) -> KendallW:
    """Return Kendall's coefficient of concordance, corrected for ties.

    ``ranks``: raters x items, at least 2 x 3, none missing; each row is ranked again, ties sharing
    their mean rank, so scores will do. The mean Spearman correlation is (raters x W - 1) / (raters - 1),
    which is exact where nobody ties. ``StatisticsError`` where nobody tells any two items apart.
    Kendall & Babington Smith (1939), "The problem of m rankings", Annals of Mathematical Statistics
    10; chi-squared and p from Friedman's test (scipy).
    """
    from scipy.stats import friedmanchisquare

    table = np.array(ANY.rows(ranks, "ranks", SHAPE, (2, 3)))
    if not np.ptp(table, axis=1).any():
        raise StatisticsError(
            "ranks holds one value a rater; allowed: at least one rater who tells items apart"
        )
    raters, items = table.shape
    chi2, p = (float(part) for part in friedmanchisquare(*table.T))
    w = min(1.0, max(0.0, chi2 / (raters * (items - 1))))
    spearman = (raters * w - 1) / (raters - 1)
    return KendallW(w, chi2, p if raters >= FEWEST else None, spearman, raters, items)


def rwg(ratings: Numbers, options: int) -> float:
    """Return within-group agreement on one item: 1 is all the same, 0 no better than chance.

    ``ratings``: one whole number per rater, 1 to ``options``, at least two raters. One less the variance
    over that of answers spread evenly, (options^2 - 1) / 12; below 0 (two camps) it is given as 0.
    High values from fewer than 5 people, or where everybody likes one end, prove little.
    ``StatisticsError`` names the rating. James, Demaree & Wolf (1984), "Estimating within-group
    interrater reliability with and without response bias", Journal of Applied Psychology 69.
    """
    many = Allowed(2, whole=True).number(options, "options")
    listed = Allowed(1, many, whole=True).row(ratings, "ratings")
    if len(listed) < 2:
        raise StatisticsError(f"ratings has {len(listed)} raters; allowed: 2 or more")
    return max(0.0, 1 - float(np.var(listed, ddof=1)) / ((many**2 - 1) / 12))


def icc(ratings: Matrix) -> ICC:
    """Return the six intraclass correlations from the mean squares of a two-way analysis of variance.

    ``ratings``: raters x items, at least 2 x 2, none missing. Below 0 means that raters differ more on
    the same item than items do; where a form is not defined, because the items' means do not differ
    enough to divide by, it is given as 0. ``StatisticsError`` where all ratings are the same. Shrout &
    Fleiss (1979), "Intraclass correlations: uses in assessing rater reliability", Psychological
    Bulletin 86 (there items, called targets, are the rows).
    """
    table = np.array(ANY.rows(ratings, "ratings", SHAPE, (2, 2)))
    if not np.ptp(table):
        raise StatisticsError(f"ratings holds only {table[0, 0]:g}; allowed: at least two different values")
    k, n = table.shape
    rated = table - table.mean()
    by_item, by_rater = rated.mean(axis=0), rated.mean(axis=1)
    between = k * float(by_item @ by_item) / (n - 1)
    raters = n * float(by_rater @ by_rater) / (k - 1)
    within = float(((rated - by_item) ** 2).sum()) / (n * (k - 1))
    error = float(((rated - by_item - by_rater[:, None]) ** 2).sum()) / ((n - 1) * (k - 1))
    drift = (raters - error) / n
    scale = float(rated.var())
    return ICC(
        icc1=_share(between - within, between + (k - 1) * within, scale),
        icc2=_share(between - error, between + (k - 1) * error + k * drift, scale),
        icc3=_share(between - error, between + (k - 1) * error, scale),
        icc1k=_share(between - within, between, scale),
        icc2k=_share(between - error, between + drift, scale),
        icc3k=_share(between - error, between, scale),
        raters=k,
        items=n,
    )


def _share(part: float, whole: float, scale: float) -> float:
    """Divide, unless there is nothing but rounding, or less, to divide by."""
    return part / whole if whole > 1e-12 * scale else 0.0
