"""One week of the factory, for all plans and possible years at once: arrays shaped (P, R).

The order of events is written at the head of ``model``.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

import numpy as np

from ..controls import in_week
from .changes import Changes
from .figures import figures
from .line import Line
from .orders import Orders
from .people import People
from .planning import Planning
from .stations import STATIONS, Conditions, Station, stand

if TYPE_CHECKING:
    from ..protocol import Array

QUARTER = 13
THIN = 0.1
MOST_IMPROVING = 0.9
WEEK_HOURS = 40.0
SUMS = (
    "lost_orders", "problems_hit", "overtime_hours", "leavers", "thin_weeks", "cost", "foreseen",
    "shipped", "on_time", "tied_up",
)  # fmt: skip


class Factory:
    """The plant, its people and the year's sums of all cells."""

    def __init__(
        self,
        shape: tuple[int, ...],
        controls: Mapping[str, Array],
        parameters: Mapping[str, float],
        noise: Mapping[str, Array],
    ) -> None:
        p = self.p = dict(parameters)
        self.c = controls
        self.changes = Changes(shape, controls, p, noise)
        self.people = People(shape, controls, p, noise)
        self.orders = Orders(shape, controls, p, noise)
        self.line = Line(shape, controls, p, noise)
        self.planning = Planning(shape, controls, p)
        self.capability = np.ones(shape)
        self._fade = float(np.exp(-1 / p["capability_weeks"]))
        self.stations: list[Station] = []
        self.quarter: deque[Array] = deque(maxlen=QUARTER)
        self.weeks = 0
        self.sums = {name: np.zeros(shape) for name in SUMS}

    def step(self, week: int) -> dict[str, Any]:
        """Let one week pass and return what can be seen of it."""
        p, c = self.p, self.c
        planning = p["planning_hours"] + in_week(c["planning_hours"], week)
        seen: dict[str, Any] = {"planning_hours": planning, "capability": self.capability}
        seen |= self.people.come(week)
        seen |= self.changes.week(week, planning)
        seen |= self.people.short(week, planning, self.changes.live)
        seen |= self.orders.come(week, self.changes.variants)
        conditions, between = self._conditions(week, seen)
        self.stations = stand(week, c, p, conditions)
        self.planning.learn(week, seen["variants"], seen["changes"])
        seen |= self.planning.decide(
            week, conditions, self.stations, self.line, self.orders, seen["orders"], between
        )
        seen |= self.line.week(week, conditions, self.stations, seen)
        seen |= self.orders.ship(week, seen["orders"], seen["finished"], seen["finished_busy"], between)
        self._improve(week, seen["improvement"])
        seen["left"] = self.people.end_week(week, seen["overtime"], seen["floor_short"], self.changes.live)
        seen |= self.changes.solve(seen["floor_short"])
        seen["cost"] = self._cost(week, seen)
        self._count(seen)
        return seen

    def lagging(self, seen: Mapping[str, Array]) -> dict[str, Array]:
        """Return what is worked out from a week only when somebody asks for it."""
        return figures(seen, self.stations, self.line.ran) | {
            "on_time_quarter": np.mean(self.quarter, axis=0),
            "cost_per_unit": seen["cost"] / np.maximum(1, seen["shipped"]),
        }

    def outcomes(self) -> dict[str, Array]:
        """Return the year's numbers."""
        sums = dict(self.sums)
        unsold = np.maximum(0, sums.pop("foreseen") - sums.pop("shipped"))
        sums["loss"] = sums.pop("cost") + self.p["margin"] * unsold
        for name in ("on_time", "tied_up"):
            sums[name] = sums[name] / self.weeks
        return sums | {"capability_end": self.capability}

    def _conditions(self, week: int, seen: dict[str, Any]) -> tuple[Conditions, Array]:
        """Return what the line is this week, and the weeks between two runs of a variant."""
        p, c = self.p, self.c
        short, live, quick = seen["floor_short"], self.changes.live, in_week(c["speed"], week)
        asked = p["target_squeeze"] * p["push"] * in_week(c["push"], week)
        given_up = 1 - (1 - asked) * (1 - p["squeeze"] * self.orders.late)
        kept = np.clip(p["improvement"] + in_week(c["improvement"], week), 0, MOST_IMPROVING)
        seen["improvement"] = kept * (1 - (1 - in_week(c["protect"], week)) * np.minimum(1, given_up))
        hurry = 1 + p["speed_harm"] * (quick - 1)
        fails = in_week(c["defects"], week) * hurry * (1 + p["thin_defects"] * short)
        fails = fails * (1 + p["new_defects"] * seen["green"])
        repair = p["mttr"] * in_week(c["mttr"], week) * (1 + p["thin_repair"] * short)
        runs = p["mtbf"] * in_week(c["mtbf"], week)
        between = p["run_weeks"] * in_week(c["run_length"], week)
        seen["set_ups"] = seen["variants"] / between
        seen["speed"] = self.capability * quick * (1 - p["new_speed"] * seen["green"])
        return Conditions(
            hours=p["hours"] * (1 - seen["improvement"]) / (1 - p["improvement"]) * seen["manned"],
            set_ups=seen["set_ups"],
            lost=p["problem_hours"] * live + seen["trial_hours"],
            speed=seen["speed"],
            fails=fails * (1 + p["wip_defects"] * np.maximum(0, self.line.flow - 1)),
            troubled=p["problem_defects"] * live,
            up=runs / (runs + repair * hurry),
            repair_hours=repair,
        ), between

    def _improve(self, week: int, share: Array) -> None:
        """Let capability grow by the time kept for it and by planned changes, and fade by itself."""
        p = self.p
        by_change = 1 - p["change_part"] * (1 - in_week(self.c["changes"], week))
        gain = share / p["improvement"] * by_change
        self.capability = gain + self._fade * (self.capability - gain)

    def _cost(self, week: int, seen: Mapping[str, Array]) -> Array:
        p, c = self.p, self.c
        early = seen["found_upstairs"] + seen["warnings_closed"] + seen["found_in_trial"]
        moves = len(STATIONS) * seen["released"] / (p["lot"] * in_week(c["lot"], week))
        cost: Array = (
            seen["crew"] * p["wage"] * (1 + 1.5 * seen["overtime"])
            + p["supervisors"] * p["supervisor_wage"]
            + in_week(c["cover_hours"], week) * p["cover_wage"]
            + p["fix_early"] * early
            + p["fix_late"] * seen["problems_hit"]
            + p["material"] * seen["scrapped"]
            + p["holding"] * (seen["wip"] + seen["stock"])
            + p["move_cost"] * moves
            + p["change_saving"] * np.maximum(0, self.changes.behind)
            + p["late_fee"] * seen["shipped"] * (1 - seen["on_time"])
            + in_week(c["spending"], week)
        )
        return cost

    def _count(self, seen: Mapping[str, Array]) -> None:
        sums = self.sums
        sums["shipped"] += seen["shipped"]
        sums["lost_orders"] += seen["cancelled"] + np.maximum(0, seen["market"] - seen["orders"])
        sums["problems_hit"] += seen["problems_hit"]
        sums["overtime_hours"] += WEEK_HOURS * seen["crew"] * seen["overtime"]
        sums["leavers"] += seen["left"]
        sums["thin_weeks"] += seen["floor_short"] >= THIN
        sums["cost"] += seen["cost"]
        sums["foreseen"] += seen["foreseen"]
        sums["on_time"] += seen["on_time"]
        sums["tied_up"] += seen["wip"] + seen["stock"]
        self.quarter.append(seen["on_time"])
        self.weeks += 1
