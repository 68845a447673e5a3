"""Hours and weekdays: when people come, when operations are booked, when patients go home.

Profiles have 168 values from Monday 0:00 and mean 1; their shapes are assumptions. ``rhythm`` 0
flattens them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from ..protocol import Array

HOURS = 168
DAY = 24
_COME = (6, 5, 4, 4, 4, 4, 5, 7, 10, 13, 15, 16, 16, 15, 15, 14, 14, 15, 15, 14, 13, 11, 9, 7)
_COME_WEEK = (1.1, 1.02, 0.98, 0.97, 0.99, 0.97, 0.97)
_LATE = (1, 1, 1, 1, 1, 1, 1, 1, 2, 5, 12, 20, 28, 36, 44, 48, 46, 38, 26, 14, 7, 3, 2, 1)
_EARLY = (1, 1, 1, 1, 1, 1, 2, 8, 26, 44, 50, 44, 34, 28, 24, 22, 18, 14, 9, 5, 3, 2, 1, 1)
_WORKDAY, _WEEKEND = 1.14, 0.65
_THEATRE = (0,) * 12 + (1, 2, 2, 1) + (0,) * 8
_PEAKED = (0.45, 0.35, 0.17, 0.03, 0, 0, 0)
_EVEN = (0.2, 0.2, 0.2, 0.2, 0.2, 0, 0)
# Boarding begins when the decision to admit has been taken, some three hours after arrival.
_WORK_UP = 3


def coming(rhythm: float) -> Array:
    """Return when emergency patients arrive (168,)."""
    return _week(_COME, _COME_WEEK, rhythm)


def requesting(rhythm: float) -> Array:
    """Return when a bed is asked for (168,)."""
    return np.roll(coming(rhythm), _WORK_UP)


def operating(rhythm: float, even: bool) -> Array:
    """Return when planned patients come (168,): early in the week as is usual, or evenly."""
    return _week(_THEATRE, _EVEN if even else _PEAKED, rhythm)


def leaving(rhythm: float, early: bool, weekend: bool) -> Array:
    """Return when patients go home (168,): late or early in the day, at weekends as on workdays or less."""
    week = (_WORKDAY,) * 5 + (_WORKDAY if weekend else _WEEKEND,) * 2
    day = np.asarray(_EARLY if early else _LATE, dtype=float)
    profile: Array = np.outer(week, day / day.mean()).ravel()
    return 1 + rhythm * (profile - 1)


def leaving_most(rhythm: float) -> Array:
    """Return the highest of all ways of going home (168,): what no mixture of them exceeds."""
    most: Array = np.maximum(
        leaving(rhythm, early=False, weekend=True), leaving(rhythm, early=True, weekend=True)
    )
    return most


def _week(hours: tuple[int, ...], days: tuple[float, ...], rhythm: float) -> Array:
    profile = np.outer(days, hours).ravel()
    flattened: Array = 1 + rhythm * (profile / profile.mean() - 1)
    return flattened
