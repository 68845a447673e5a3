"""The hospital's luck: who may come in which hour, and the dice of every bed, the same for all plans.

Who may come carries a mark: the number of arrivals expected in a week at which this one begins to
come (running sums of exponential draws). At any rate, those with marks below it are a Poisson number,
and a higher rate only adds to them. Every bed has a draw each hour: the hazard from which the patient
in it goes home that hour. Over the beds in use that is a binomial number, at any plan's hazard;
more beds in use never means fewer discharges, nor fewer patients left. Only low draws are kept,
since most beds' draws in most hours lie above any hazard there can be.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from .rhythm import HOURS

if TYPE_CHECKING:
    from collections.abc import Callable

    from ..protocol import Array

    # A stream for each array by its name: how many replications one has must not move another.
    Draw = Callable[[str], np.random.Generator]

# Sizes do not follow the parameters, so that moving one leaves the rest of the luck as it was. They
# are enough for the highest rates and hazards that the ranges allow.
SLOTS = 64
_REQUESTS = 256
_PLANNED = 96
_POINTS = 384
_FINE = 1 << 16
_MOST_WALK_INS = 60

Marked = dict[str, NDArray[Any]]


def requests(draw: Draw, shape: tuple[int, int], profile: Array) -> Marked:
    """Return unplanned bed requests (R, T, N): mark (ascending), hour, and a lot that decides the rest."""
    full = (*shape, _REQUESTS)
    return {
        "request_at": _marks(draw("request_at"), full),
        "request_hour": _hours(draw("request_hour"), full, profile),
        "request_lot": draw("request_lot").random(full, dtype=np.float32),
    }


def planned(draw: Draw, shape: tuple[int, int], peaked: Array, even: Array) -> Marked:
    """Return planned operations (R, T, N): mark, hour as is usual, hour if spread, and a lot between them.

    They are booked, so their number hardly varies: one mark in every unit.
    """
    full = (*shape, _PLANNED)
    return {
        "planned_at": np.arange(_PLANNED) + draw("planned_at").random(full),
        "planned_hour": _hours(draw("planned_hour"), full, peaked),
        "planned_hour_even": _hours(draw("planned_hour_even"), full, even),
        "planned_lot": draw("planned_lot").random(full),
    }


def walk_ins(draw: Draw, shape: tuple[int, int], rates: Array) -> Marked:
    """Return how many walk in, hour by hour (R, T, 168), Poisson at ``rates`` (168,) per hour."""
    chance = draw("walk_ins").random((*shape, HOURS))
    steps = np.arange(1, _MOST_WALK_INS)
    counts = np.empty(chance.shape, dtype=np.uint8)
    for hour, rate in enumerate(rates):
        below = np.exp(-rate) * np.cumprod(np.concatenate([[1.0], rate / steps]))
        counts[..., hour] = np.searchsorted(np.cumsum(below), chance[..., hour], side="right")
    return {"walk_ins": counts}


def beds(draw: Draw, shape: tuple[int, int], most: Array) -> Marked:
    """Return the beds' low draws (R, T, N) in order of hours: hazard, hour, bed.

    The hazard is told as a part of the hour's highest, ``most`` (168,) in any unit, and in that unit.
    Each bed has one draw an hour; the lowest of two counts.
    """
    full = (*shape, _POINTS)
    table = _table(most)
    at = _marks(draw("bed_at"), full)
    hour = table[draw("bed_hour").integers(0, _FINE, full, dtype=np.uint16)]
    bed = draw("bed").integers(0, SLOTS, full, dtype=np.uint8)
    cell = hour.astype(np.uint16) * np.uint16(SLOTS) + bed
    order = np.argsort(cell, axis=-1, kind="stable")
    at, cell = np.take_along_axis(at, order, -1), np.take_along_axis(cell, order, -1)
    hour, bed = np.take_along_axis(hour, order, -1), np.take_along_axis(bed, order, -1)
    # Hours are drawn a little unlike ``most``, in whole parts of a table: the hazard makes up for it.
    share = np.bincount(table, minlength=HOURS) / _FINE
    at *= (share / most / SLOTS).astype(np.float32)[hour]
    at[..., 1:][cell[..., 1:] == cell[..., :-1]] = np.inf
    return {"bed_at": at, "bed_hour": hour, "bed": bed}


def _marks(draw: np.random.Generator, shape: tuple[int, ...]) -> NDArray[np.float32]:
    steps = draw.standard_exponential(shape, dtype=np.float32)
    return np.cumsum(steps, axis=-1, out=steps)


def _hours(draw: np.random.Generator, shape: tuple[int, ...], profile: Array) -> NDArray[np.uint8]:
    return _table(profile)[draw.integers(0, _FINE, shape, dtype=np.uint16)]


def _table(profile: Array) -> NDArray[np.uint8]:
    ends = np.rint(np.cumsum(profile) / profile.sum() * _FINE).astype(int)
    return np.repeat(np.arange(HOURS, dtype=np.uint8), np.diff(ends, prepend=0))
