"""Calibration: how well stated probabilities and ranges fit what came."""

from __future__ import annotations

from collections.abc import Sequence
from math import isfinite
from typing import overload

from ..errors import StatisticsError

Numbers = Sequence[float]


def brier(forecasts: Numbers, outcomes: Numbers) -> float:
    """Return the mean squared difference of probabilities and outcomes (0 or 1); 0 is best.

    Both of length n >= 1; unit-free. ``StatisticsError`` names the value and its index. Brier (1950),
    "Verification of forecasts expressed in terms of probability", Monthly Weather Review 78.
    """
    if len(forecasts) != len(outcomes) or not forecasts:
        raise StatisticsError(
            f"forecasts and outcomes must be equally many and at least one; "
            f"got {len(forecasts)} and {len(outcomes)}"
        )
    for index, (forecast, outcome) in enumerate(zip(forecasts, outcomes, strict=True)):
        if not 0 <= forecast <= 1:
            raise StatisticsError(f"forecasts[{index}] is {forecast}; allowed: 0 to 1")
        if outcome not in (0, 1):
            raise StatisticsError(f"outcomes[{index}] is {outcome}; allowed: 0 or 1")
    squares = [(f - y) ** 2 for f, y in zip(forecasts, outcomes, strict=True)]
    return sum(squares) / len(squares)


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
    if not 0 < coverage < 1:
        raise StatisticsError(f"coverage is {coverage}; allowed: between 0 and 1")
    if not (isfinite(low) and isfinite(high) and low <= high):
        raise StatisticsError(f"low is {low} and high is {high}; allowed: finite, low at most high")
    fine = 2 / (1 - coverage)
    if isinstance(outcome, Sequence):
        return tuple(_scored(low, high, value, fine, f"outcome[{i}]") for i, value in enumerate(outcome))
    return _scored(low, high, outcome, fine, "outcome")


def _scored(low: float, high: float, outcome: float, fine: float, name: str) -> float:
    if not isfinite(outcome):
        raise StatisticsError(f"{name} is {outcome}; allowed: a finite number")
    return (high - low) + fine * max(0.0, low - outcome, outcome - high)
