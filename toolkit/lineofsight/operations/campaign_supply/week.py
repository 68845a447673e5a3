"""One week of a campaign and its supply, for all plans and possible years at once: arrays shaped (P, R).

The order of events is written at the head of ``model``.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

import numpy as np

from ..controls import in_week
from .book import Book
from .campaign import Campaign
from .market import Market
from .money import cost, revenue
from .people import People
from .planner import QUARTER, Planner
from .plant import Plant
from .warehouse import Warehouse

if TYPE_CHECKING:
    from ..protocol import Array

TINY = 1e-9
# Waiting orders below this part of base demand are no shortage.
SHORT = 0.01
SUMMED = {
    "delivered": "shipped",
    "let_down": "cancelled",
    "leavers": "left",
    "strained_weeks": "strained",
    "revenue": "revenue",
    "cost": "cost",
}


class Supply:
    """Market, order book, plant, warehouse and people of all cells, and the year's sums."""

    def __init__(
        self,
        shape: tuple[int, ...],
        controls: Mapping[str, Array],
        parameters: Mapping[str, float],
        noise: Mapping[str, Array],
    ) -> None:
        self.p, self.c = {id: float(value) for id, value in parameters.items()}, controls
        self.campaign = Campaign(controls, self.p)
        self.market = Market(shape, controls, self.p, noise)
        self.book = Book(shape, controls, self.p, noise)
        self.plant = Plant(shape, controls, self.p, noise)
        self.planner = Planner(shape, controls, self.p)
        self.warehouse = Warehouse(shape, controls, self.p)
        self.people = People(shape, controls, self.p)
        self.wait = np.zeros(shape)
        self.week = 0
        self.quarter: deque[tuple[Array, Array]] = deque(maxlen=QUARTER)
        counted = (*SUMMED, "weeks_short", "booked_total", "orders", "in_time")
        self.sums = {name: np.zeros(shape) for name in counted}

    def step(self, week: int) -> dict[str, Any]:
        """Let one week pass and return what can be seen of it."""
        self.week = week
        seen: dict[str, Any] = dict(self.warehouse.receive(week, self.plant.deliver()))
        self._sell(week, seen)
        seen |= self.plant.make(week, self.people.vacant)
        self._serve(week, seen)
        seen |= self.people.end_week(week, self.plant.fatigue, seen["packing_load"], seen["desk_pressure"])
        self._order(week, seen)
        seen |= {
            "backorders": self.book.waiting, "duplicates": self.book.duplicates, "queue": self.plant.queue,
            "on_order": self.plant.on_order, "stock": self.warehouse.stock, "wait_weeks": self.wait,
            "fatigue": self.plant.fatigue, "returns_pile": self.warehouse.pile,
        }  # fmt: skip
        seen["revenue"], seen["cost"] = revenue(seen, self.p), cost(week, seen, self.c, self.p)
        self._count(seen)
        return seen

    def lagging(self, seen: Mapping[str, Array]) -> dict[str, Any]:
        """Return what is worked out from a week only when somebody asks for it."""
        kept, week = len(self.quarter), self.week
        coming = self._forecast(week, self.p["lead_weeks"])
        available = seen["stock"] - seen["backorders"] + seen["on_order"]
        return {
            "booked_total": self.sums["booked_total"],
            "forecast": self._forecast(week, 1.0),
            "shortfall_ahead": np.maximum(0, coming - available),
            "order_swing": self.planner.swing(),
            "cover_weeks": seen["stock"] / np.maximum(1, self.planner.smoothed),
            "cancelled_quarter": sum(cancelled for cancelled, _ in self.quarter) / kept,
            "on_time_quarter": sum(on_time for _, on_time in self.quarter) / kept,
        }

    def outcomes(self) -> dict[str, Array]:
        """Return the year's numbers."""
        sums = self.sums
        return {
            **{name: sums[name] for name in (*SUMMED, "weeks_short")},
            "on_time": sums["in_time"] / np.maximum(TINY, sums["orders"]),
            "stock_end": self.warehouse.stock,
        }

    def _sell(self, week: int, seen: dict[str, Any]) -> None:
        lift, seen["running"] = self.campaign.pass_week(week, self.book.entered)
        seen |= self.market.want(week, lift, seen["running"])
        seen |= self.market.place(week, seen, self.wait)

    def _serve(self, week: int, seen: dict[str, Any]) -> None:
        orders = seen["orders"]
        seen |= self.book.send(week, orders, self.warehouse.stock, seen["running"])
        seen |= self.warehouse.send(week, seen)
        seen["desk_pressure"], calmed = self.people.answer(week, orders, self.book.waiting, seen["returned"])
        seen |= self.book.give_up(week, calmed)
        seen["booked"] = orders + seen["doubled"]
        seen["on_time"] = seen["in_time"] / np.maximum(TINY, orders)
        self.market.remember(week, seen["lift"], seen["cancelled"])
        self.wait = self.book.waiting / seen["capacity"]

    def _order(self, week: int, seen: dict[str, Any]) -> None:
        plant, entered = self.plant, self.book.entered
        told = self._told(week, in_week(self.c["foresight"], week))
        ordered = self.planner.order(
            week, seen["booked"], self.warehouse.stock, entered, plant.on_order, told
        )
        in_hand = self.warehouse.stock + plant.made + plant.queue
        express = self.planner.express(week, ordered, entered, in_hand)
        plant.order(week, ordered, express)
        seen |= {"ordered": ordered, "express": express}

    def _told(self, week: int, weeks: Array | float) -> Array:
        # The lift that somebody shared, in units, over the weeks after this one.
        shared = in_week(self.c["forecast"], week) * self.market.size(week)
        told: Array = self.p["base"] * shared * self.campaign.to_come(week, weeks)
        return told

    def _forecast(self, week: int, weeks: float) -> Array:
        return self.p["base"] * weeks + self._told(week, weeks)

    def _count(self, seen: Mapping[str, Array]) -> None:
        sums = self.sums
        for name, signal in SUMMED.items():
            sums[name] += seen[signal]
        sums["weeks_short"] += seen["backorders"] > SHORT * self.p["base"]
        for name, signal in (("booked_total", "booked"), ("orders", "orders"), ("in_time", "in_time")):
            sums[name] += seen[signal]
        self.quarter.append((seen["cancelled"], seen["on_time"]))
