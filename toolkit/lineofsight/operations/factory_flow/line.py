"""The line: five stations in a row, what passes them in a week, and what waits before them.

What waits at a station when the week ends is what Kingman's formula and Little's law give at the share u
that is used of its capacity: u + (ca2 + ce2) / 2 * u^2 / (1 - u) / free lots, ``free`` being the part of
its hours that set-ups leave (they are as many whatever is made, so that the machine idles for only
(1 - u) free). So much passes that the rest is just that: all that can if little is there, the capacity
if much is. ce2 is of the effective time of a lot at full use, with stoppages and set-ups in it (as many
in a lot as chance has it); departures carry variability on to the next station (Hopp & Spearman,
Factory Physics, chapters 8 and 9). Exact for M/G/1 without set-ups, and with them as u nears 1.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

import numpy as np

from ..controls import in_week
from .stations import LEAST, NEEDLE, STATIONS, Conditions, Station

if TYPE_CHECKING:
    from ..protocol import Array

TINY = 1e-9


class Line:
    """Work in process of all cells (P, R), station by station; ``busy``: of it, not ordered by anybody."""

    def __init__(
        self,
        shape: tuple[int, ...],
        controls: Mapping[str, Array],
        parameters: Mapping[str, float],
        noise: Mapping[str, Array],
    ) -> None:
        self.p, self.c = parameters, controls
        self._luck = [noise[f"stops_{at}"] for at in STATIONS]
        self.queues = [np.full(shape, parameters["wip"] / len(STATIONS)) for _ in STATIONS]
        self.wip = np.full(shape, parameters["wip"])
        self.busy, self.flow = np.zeros(shape), np.zeros(shape)
        # Of the week that has passed, by station: share of time up, capacity, share of it used.
        self.ran: list[tuple[Array, Array, Array]] = []

    def week(
        self, week: int, conditions: Conditions, stations: Sequence[Station], plan: Mapping[str, Array]
    ) -> dict[str, Array]:
        """Release what is planned and let through what can pass."""
        p, more, flow = self.p, plan["overtime_hours"], plan["released"]
        lot = p["lot"] * in_week(self.c["lot"], week)
        away, unit = 1 - conditions.up, p["variability"] * lot
        repairs, steady = 2 * conditions.repair_hours * away, 1 / conditions.up
        coming: Array | float = p["release_cv2"]
        before, wip, scrapped, self.ran = self.wip + flow, np.zeros_like(flow), np.zeros_like(flow), []
        # Hours, and set-ups in each: of the other stations, and of station 2.
        weeks = [(hours, conditions.set_ups / hours) for hours in (s.hours + more for s in stations[:NEEDLE])]
        for at, station in enumerate(stations):
            up = np.maximum(LEAST, 1 - away * self._luck[at][:, week])
            hours, set_ups = weeks[at == NEEDLE - 1]
            free = (station.free + more) / hours
            runs = free * up
            pace, running = runs * station.rate, runs * steady
            # Variance of a lot's time, all in, over that time squared: running, repairs, set-ups.
            set_ups = station.set_up * station.set_up * set_ups
            own = p["lot_cv2"] * running * running + pace / lot * (repairs * running + set_ups)
            there, capacity = self.queues[at] + flow, pace * hours
            used = _used(there, capacity, unit, 2 * unit * (coming + own) / free)
            made = np.minimum(there, capacity * used)
            self.queues[at] = there - made
            wip = wip + self.queues[at]
            flow = made * station.passes
            scrapped = scrapped + (made - flow)
            coming = coming + used * used * (own - coming)
            self.ran.append((up, capacity, used))
        return self._mixed(before, plan["released_busy"], flow, wip) | {"scrapped": scrapped}

    def _mixed(self, before: Array, busy: Array, finished: Array, wip: Array) -> dict[str, Array]:
        """Share out what was finished among ordered and not, as both lie mixed in the line."""
        part = (self.busy + busy) / np.maximum(TINY, before)
        self.busy, self.wip = part * wip, wip
        self.flow = wip / np.maximum(1, finished)
        return {
            "finished": finished, "finished_busy": part * finished, "wip": wip,
            "queue": self.queues[NEEDLE - 1], "flow_weeks": self.flow,
        }  # fmt: skip


def _used(there: Array, capacity: Array, unit: Array, spread: Array) -> Array:
    """Return the utilisation u at which just the queue that goes with it is left.

    there = capacity u + unit (u + V u^2 / (1 - u)), V = (ca2 + ce2) / 2 / free, ``spread`` = 4 unit V: the lower
    root of a quadratic, in a form that keeps its digits.
    """
    whole = capacity + unit
    apart = whole - there
    used: Array = 2 * there / (whole + there + np.sqrt(apart * apart + spread * there))
    return used
