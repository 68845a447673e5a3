"""The stations: what each of the five can make in a week, after all that takes its time.

Hours less set-ups, problems and trial runs, times availability, times speed. Station 2 is the one the
line waits for: problems of planned changes come out there, and trial runs take its time.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from ..controls import in_week

if TYPE_CHECKING:
    from ..protocol import Array

STATIONS = range(1, 6)
NEEDLE = 2
# Whatever goes wrong, this part of a station's hours is left to run in.
LEAST = 0.05
MOST_FAILING = 0.9


@dataclass(frozen=True, eq=False)
class Station:
    """A station as planned: hours, those free to run in, units an hour, share failing, hours a set-up.

    ``passes``: the part of what it makes that is not scrap.
    """

    hours: Array
    free: Array
    rate: Array
    fails: Array
    passes: Array
    set_up: Array


@dataclass(frozen=True, eq=False)
class Conditions:
    """What the line meets in a week, all (P, R): speed 1 is the cycle times'.

    ``hours`` without overtime; ``lost``: station 2's for problems and trial runs; ``fails``: a factor on
    what fails anywhere; ``troubled``: what problems add to it at station 2; ``up``: share of time
    between stoppages, on average; ``repair_hours``: what one takes.
    """

    hours: Array
    set_ups: Array
    lost: Array
    speed: Array
    fails: Array
    troubled: Array
    up: Array
    repair_hours: Array


def stand(
    week: int, controls: Mapping[str, Array], parameters: Mapping[str, float], conditions: Conditions
) -> list[Station]:
    """Return the stations as the week begins, before any overtime."""
    p, faster = parameters, in_week(controls["setup_time"], week)
    scrap = 1 - p["repair"]
    usual = conditions.hours + in_week(controls["other_hours"], week)
    least, stations = LEAST * usual, []
    for at in STATIONS:
        hours, fails = usual, (1 - p[f"yield_{at}"]) * conditions.fails
        set_up, cycle = p[f"setup_{at}"] * faster, p[f"cycle_{at}"]
        if at == NEEDLE:
            hours = conditions.hours + in_week(controls["bottleneck_hours"], week)
            fails = fails + conditions.troubled
            free = np.maximum(LEAST * hours, hours - conditions.set_ups * set_up - conditions.lost)
        else:
            free = np.maximum(least, hours - conditions.set_ups * set_up)
        fails = np.minimum(MOST_FAILING, fails)
        rate = conditions.speed / (cycle + cycle * p["repair"] * fails)
        stations.append(Station(hours, free, rate, fails, 1 - scrap * fails, set_up))
    return stations


def passing(stations: list[Station]) -> Array:
    """Return the part of what is released that will not be scrapped on its way."""
    through = stations[0].passes
    for station in stations[1:]:
        through = through * station.passes
    return through
