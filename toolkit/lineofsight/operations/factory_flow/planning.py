"""The planners' week: what they take the line's capacity to be, overtime, and what they release.

They know everything about station 2 but its set-ups: each variant needs them, and the sheet counts those
of new variants only when somebody who sets up machines says so, or experience does. Besides what is
ordered, work is released to keep machines busy, as the target for utilisation asks.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

import numpy as np

from ..controls import in_week
from .line import Line
from .orders import Orders
from .stations import LEAST, NEEDLE, Conditions, Station, passing

if TYPE_CHECKING:
    from ..protocol import Array

TINY = 1e-9


class Planning:
    """What planners believe, in all cells (P, R)."""

    def __init__(
        self, shape: tuple[int, ...], controls: Mapping[str, Array], parameters: Mapping[str, float]
    ) -> None:
        self.p, self.c = parameters, controls
        self.counted = np.full(shape, parameters["variants"])

    def learn(self, week: int, variants: Array, changes: Array) -> None:
        """Let the sheet follow the variants made: by itself, by a rule, or by supervisors who sit there."""
        p, c = self.p, self.c
        looked = in_week(c["planning_hours"], week) / np.maximum(TINY, p["review_hours"] * changes)
        missed = (
            (1 - np.minimum(1, looked)) * (1 - in_week(c["setup_sheet"], week)) * (1 - 1 / p["learn_weeks"])
        )
        self.counted = variants + missed * (self.counted - variants)

    def decide(
        self, week: int, conditions: Conditions, stations: list[Station], line: Line, orders: Orders, new: Array,
        between: Array,
    ) -> dict[str, Array]:  # fmt: skip
        """Return overtime and releases; ``new``: the week's orders, ``between``: weeks between runs."""
        p, c, needle = self.p, self.c, stations[NEEDLE - 1]
        set_ups = self.counted / between
        free = needle.free + (conditions.set_ups - set_ups) * needle.set_up
        hour = conditions.up * needle.rate
        capacity = np.maximum(LEAST * needle.hours, free) * hour
        good = passing(stations)
        asked = new + p["catch_up"] * np.maximum(0, orders.book - p["orders"])
        most = np.maximum(0, p["overtime_most"] + in_week(c["overtime_limit"], week))
        overtime = np.minimum(most, np.maximum(0, asked / (capacity * good) - 1))
        more = overtime * conditions.hours
        capacity = capacity + more * hour
        ordered = line.wip - line.busy
        need = orders.book + orders.wanted(new, between) - orders.stock + good * (p["wip"] - ordered)
        wanted = np.minimum(capacity, np.maximum(0, need / good))
        first = stations[0].free * conditions.up * stations[0].rate
        idle = p["push"] * in_week(c["push"], week) * p["target"] * first - wanted
        busy = np.minimum(idle, p["busy_weeks"] * new - line.busy - orders.unordered)
        # As work leaves the line in the week, work may come in.
        leaving = (needle.free + more) * hour
        room = np.maximum(0, p["wip_most"] * in_week(c["wip_limit"], week) - line.wip + leaving)
        wanted = np.minimum(wanted, room)
        busy = np.minimum(room - wanted, np.maximum(0, busy))
        return {
            "overtime": overtime, "overtime_hours": more, "released": wanted + busy, "released_busy": busy,
            "capacity_planned": capacity, "set_ups_planned": set_ups,
        }  # fmt: skip
