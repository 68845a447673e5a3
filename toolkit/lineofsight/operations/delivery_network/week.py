"""One week of the delivery network, day by day, for all plans and possible years: arrays (P, R).

The order of events is written at the head of ``model``.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

import numpy as np

from ..controls import in_week
from .customers import Customers
from .dock import DAYS, Dock
from .drivers import Drivers
from .picking import Picking
from .redraw import Redraw
from .routes import Routes

if TYPE_CHECKING:
    from ..protocol import Array

QUARTER = 13
TINY = 1e-9
# Outcomes that are sums (or, divided by the weeks, means) of a week's figure.
SUMS = {
    "driver_overtime": "overtime", "leavers": "left", "incidents": "incidents", "detention": "detention",
    "penalties": "penalty", "cost": "cost",
}  # fmt: skip
MEANS = {"otif": "otif", "last_stop": "last_stop"}


class Network:
    """The parts of the network, and the year's sums of all cells."""

    def __init__(
        self,
        shape: tuple[int, ...],
        controls: Mapping[str, Array],
        parameters: Mapping[str, float],
        noise: Mapping[str, Array],
    ) -> None:
        self.p, self.c = dict(parameters), controls
        self.redraw = Redraw(shape, controls, self.p)
        self.customers = Customers(shape, controls, self.p, noise)
        self.dock = Dock(shape, controls, self.p, noise)
        self.picking = Picking(shape, controls, self.p, noise)
        self.routes = Routes(shape, controls, self.p, noise)
        self.drivers = Drivers(shape, controls, self.p)
        self.quarter: deque[tuple[Array, Array]] = deque(maxlen=QUARTER)
        self.sums = {name: np.zeros(shape) for name in (*SUMS, *MEANS)}
        self.weeks = 0

    def step(self, week: int) -> dict[str, Any]:
        """Let one week pass and return what can be seen of it."""
        buffer, started = self._begin(week)
        accident = self.redraw.accident()
        for day in range(DAYS):
            at = DAYS * week + day
            held = self.picking.day(at, self.dock.day(at))
            self.routes.day(at, held, accident if day == 0 else 1.0)
        seen = self.dock.seen() | self.picking.seen() | self.routes.seen()
        seen |= {"otif": seen["on_time"] * seen["in_full"], "buffer": buffer, "started": started}
        seen |= self.drivers.end_week(week, seen["delay_last"])
        seen |= self.customers.end_week(week, seen["otif"])
        seen["incidents"] = self._incidents(week, seen)
        seen |= self._pay(week, seen)
        seen |= self.redraw.end_week(week)
        self.quarter.append((seen["otif"], seen["cost_per_drop"]))
        for name, signal in (SUMS | MEANS).items():
            self.sums[name] += seen[signal]
        self.weeks += 1
        return seen

    def lagging(self, seen: Mapping[str, Array]) -> dict[str, Array]:
        """Return what is worked out from the last weeks only when somebody asks for it."""
        otif, cost = np.zeros_like(seen["otif"]), np.zeros_like(seen["otif"])
        for past_otif, past_cost in self.quarter:
            otif += past_otif
            cost += past_cost
        weeks = len(self.quarter)
        return {"otif_quarter": otif / weeks, "cost_per_drop_quarter": cost / weeks}

    def outcomes(self) -> dict[str, Array]:
        """Return the year's numbers."""
        means = {name: self.sums[name] / self.weeks for name in MEANS}
        return {**self.sums, **means, "customers_end": self.customers.count}

    def _begin(self, week: int) -> tuple[Array, Array]:
        # What the week's six days find: the network as drawn, orders, drivers, doors, pickers, routes.
        p = self.p
        self.redraw.advance(week)
        moved, unready = self.redraw.moved, self.redraw.unready
        size, buffer = self.customers.order(week)
        units = (p["units_before"] + (p["units_after"] - p["units_before"]) * moved) * size
        started = self.drivers.start(week)
        self.routes.plan(week, moved)
        self.drops = units / p["units_per_drop"]
        self.drivers.roster(self.drops / self.routes.stops)
        self.dock.book(week, moved, size, unready)
        self.picking.begin(week, units, unready)
        self.routes.set_out(week, unready, self.drivers.strangers)
        return buffer, started

    def _incidents(self, week: int, seen: Mapping[str, Array]) -> Array:
        # Drivers who are late or were kept waiting hurry; strangers do not know the yards.
        p = self.p
        hurry = 1 + p["incident_delay"] * seen["delay_last"] + p["incident_stranger"] * seen["strangers"]
        expected: Array = in_week(self.c["incidents"], week) * (
            p["incident_rate"] * DAYS * seen["routes"] * hurry + p["incident_detention"] * seen["detention"]
        )
        return expected

    def _pay(self, week: int, seen: Mapping[str, Array]) -> dict[str, Array]:
        p = self.p
        second = self.picking.sums["sent"] / p["units_per_drop"] / self.routes.stops
        delivery = (
            self.drivers.crew * DAYS * p["day_wage"]
            + p["overtime_wage"] * seen["overtime"]
            + self.drivers.own * DAYS * (p["route_cost"] + p["minute_cost"] * self.routes.stem)
            + p["hired_price"] * (DAYS * seen["hired_routes"] + second)
            + p["old_cost"] * self.redraw.old_depot()
        )
        short = np.maximum(0, p["otif_target"] - seen["otif"])
        penalty = p["penalty_rate"] * p["unit_value"] * seen["ordered"] * short
        cost = (
            delivery
            + penalty
            + p["door_wage"] * self.dock.crew_hours()
            + p["detention_fee"] * seen["detention"]
            + p["pick_cost"] * seen["ordered"]
            + p["night_cost"] * self.picking.sums["behind"]
            + p["hire_fee"] * seen["ordered_drivers"]
            + in_week(self.c["spending"], week)
        )
        per_drop = delivery / np.maximum(TINY, DAYS * self.drops)
        return {"penalty": penalty, "cost": cost, "cost_per_drop": per_drop}
