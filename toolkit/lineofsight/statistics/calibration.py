"""Calibration: how well stated probabilities and ranges fit what came."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, overload

from ..errors import StatisticsError
from .numbers import ANY, BINARY, PROBABILITY, Numbers, pairs, plain

if TYPE_CHECKING:
    from .numbers import Array, Counts


@dataclass(frozen=True)
class Murphy:
    """The parts of a Brier score, which is reliability - resolution + uncertainty, over ``n`` forecasts.

    ``reliability``: how far the stated probabilities are from what came true of them (0 is best);
    ``resolution``: how well they tell the true from the false (more is better); ``uncertainty``: of
    the outcomes themselves, whoever forecasts.
    """

    reliability: float
    resolution: float
    uncertainty: float
    n: int


@dataclass(frozen=True, eq=False)
class CalibrationCurve:
    """What came true of each stated probability: three arrays of one length, probabilities rising.

    ``forecast``: stated; ``observed``: the share of them that came true; ``counts``: how often it was
    stated, ``n`` in all. Two of a kind say nothing yet: show the counts.
    """

    forecast: Array
    observed: Array
    counts: Counts
    n: int


def brier(forecasts: Numbers, outcomes: Numbers) -> float:
    """Return the mean squared difference of probabilities and outcomes (0 or 1); 0 is best.

    Both of length n >= 1; unit-free. ``StatisticsError`` names the value and its index. Brier (1950),
    "Verification of forecasts expressed in terms of probability", Monthly Weather Review 78.
    """
    stated, came = _stated(forecasts, outcomes)
    return sum((f - y) ** 2 for f, y in zip(stated, came, strict=True)) / len(stated)


def overconfidence(forecasts: Numbers, outcomes: Numbers) -> float:
    """Return the mean stated probability less the share that came true: above 0 is too sure.

    Both of length n >= 1, probabilities and 0 or 1; from -1 to 1. ``StatisticsError`` as in
    :func:`brier`. Lichtenstein, Fischhoff & Phillips (1982), "Calibration of probabilities: the state
    of the art to 1980", in Kahneman, Slovic & Tversky, "Judgment under Uncertainty".
    """
    stated, came = _stated(forecasts, outcomes)
    return (sum(stated) - sum(came)) / len(stated)


def calibration_curve(forecasts: Numbers, outcomes: Numbers) -> CalibrationCurve:
    """Return what came true of each distinct stated probability.

    Both of length n >= 1, probabilities and 0 or 1. Nothing is binned: people choose from a few stated
    steps. ``StatisticsError`` as in :func:`brier`. Murphy & Winkler (1977), "Reliability of subjective
    probability forecasts of precipitation and temperature", Applied Statistics 26.
    """
    import numpy as np

    stated, came = _stated(forecasts, outcomes)
    forecast, group, counts = np.unique(stated, return_inverse=True, return_counts=True)
    return CalibrationCurve(forecast, np.bincount(group, weights=came) / counts, counts, len(stated))


def murphy(forecasts: Numbers, outcomes: Numbers) -> Murphy:
    """Return the Brier score in its three parts, grouped by distinct forecast.

    Both of length n >= 1, probabilities and 0 or 1. ``StatisticsError`` as in :func:`brier`. Murphy
    (1973), "A new vector partition of the probability score", Journal of Applied Meteorology 12.
    """
    curve = calibration_curve(forecasts, outcomes)
    share = curve.counts / curve.n
    base = float(share @ curve.observed)
    return Murphy(
        reliability=float(share @ (curve.forecast - curve.observed) ** 2),
        resolution=float(share @ (curve.observed - base) ** 2),
        uncertainty=base * (1 - base),
        n=curve.n,
    )


@overload
def interval_score(low: float, high: float, outcome: float, coverage: float = ...) -> float: ...
@overload
def interval_score(low: float, high: float, outcome: Numbers, coverage: float = ...) -> tuple[float, ...]: ...
def interval_score(
    low: float, high: float, outcome: float | Numbers, coverage: float = 0.8
) -> float | tuple[float, ...]:
    """Return the interval score of a central range: its width plus a fine for each miss.

    In the outcome's unit, smaller is better; a miss costs 2 / (1 - coverage) times its distance.
    One outcome in, one number out; several in, as many out. ``StatisticsError`` where low > high, a
    number is not finite, or coverage is not between 0 and 1. Gneiting & Raftery (2007), "Strictly
    proper scoring rules, prediction, and estimation", JASA 102, section 6.2.
    """
    share = ANY.number(coverage, "coverage")
    if not 0 < share < 1:
        raise StatisticsError(f"coverage is {coverage}; allowed: between 0 and 1")
    low, high = ANY.number(low, "low"), ANY.number(high, "high")
    if low > high:
        raise StatisticsError(f"low is {low} and high is {high}; allowed: low at most high")
    came = plain(outcome)
    several = ANY.row(came, "outcome") if isinstance(came, Iterable) else None
    values = [ANY.number(came, "outcome")] if several is None else several
    fine = 2 / (1 - share)
    scores = tuple((high - low) + fine * max(0.0, low - value, value - high) for value in values)
    return scores[0] if several is None else scores


def _stated(forecasts: Numbers, outcomes: Numbers) -> tuple[list[float], list[float]]:
    stated, came = PROBABILITY.row(forecasts, "forecasts"), BINARY.row(outcomes, "outcomes")
    pairs(stated, came, ("forecasts", "outcomes"))
    return stated, came
