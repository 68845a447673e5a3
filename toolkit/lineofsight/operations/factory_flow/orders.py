"""Orders: what customers want, what they order, what is shipped to them and when.

The order book is a queue (the delivery time is its length over the week's shipments: Little's law);
orders of this week can be shipped from the next on. Longer runs need more stock: half of what is
ordered between two runs of a variant; while it is missing, an order waits for its variant's turn.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

import numpy as np

from ..controls import in_week

if TYPE_CHECKING:
    from ..protocol import Array

LONGEST = 99.0
TINY = 1e-9


class Orders:
    """Order book, stock and customers' loyalty of all cells (P, R)."""

    def __init__(
        self,
        shape: tuple[int, ...],
        controls: Mapping[str, Array],
        parameters: Mapping[str, float],
        noise: Mapping[str, Array],
    ) -> None:
        p = self.p = parameters
        self.c = controls
        self._luck, self._take = noise["orders"], noise["take"][:, 0]
        self.book = np.full(shape, p["orders"])
        self.stock = np.full(shape, p["stock"])
        self.unordered = np.full(shape, p["stock_unordered"])
        self.loyalty = np.ones(shape)
        self.late = np.zeros(shape)

    def come(self, week: int, variants: Array) -> dict[str, Array]:
        """Return what was wanted and ordered, by the variants made; and what the market plan foresaw."""
        p, c = self.p, self.c
        usual = p["demand"] * self._luck[:, week]
        sells = p["variant_demand"] * self._take
        market = usual * in_week(c["demand"], week) * (1 + sells * (variants - p["variants"]))
        patience = np.maximum(0, 1 - p["promise_loss"] * in_week(c["promise"], week))
        foreseen = np.clip((week + 1 - p["launch_week"]) / p["launch_weeks"], 0, 1) * p["new_variants"]
        return {
            "market": market, "orders": market * self.loyalty * patience, "loyalty": self.loyalty,
            "foreseen": usual * (1 + sells * foreseen),
        }  # fmt: skip

    def ship(
        self, week: int, ordered: Array, finished: Array, busy: Array, between: Array
    ) -> dict[str, Array]:
        """Ship what there is; ``busy``: finished to keep machines so; ``between``: weeks between runs."""
        p = self.p
        unordered = self.unordered + busy
        sold = p["busy_sold"] * unordered
        self.unordered = unordered - sold
        there = self.stock + (finished - busy) + sold
        shipped = np.minimum(self.book, there)
        self.stock = there - shipped
        left = self.book - shipped
        waits = np.minimum(LONGEST, (left + ordered) / np.maximum(TINY, shipped))
        wanted = self.wanted(ordered, between)
        covered = p["stock_right"] * np.minimum(1, self.stock / np.maximum(TINY, wanted))
        lead = waits + between / 2 * (1 - covered) + p["lead_base"]
        promise = p["promise"] + in_week(self.c["promise"], week)
        on_time = 1 / (1 + np.exp(np.minimum(LONGEST, p["lead_spread"] * (lead / promise - 1))))
        cancelled = p["cancel"] * (1 - on_time) * left
        self.book = left - cancelled + ordered
        self.late = 1 - on_time
        kept = 1 - p["loyalty_loss"] * np.maximum(0, p["on_time_ok"] - on_time) / p["on_time_ok"]
        self.loyalty = self.loyalty + (kept - self.loyalty) / p["loyalty_weeks"]
        return {
            "shipped": shipped, "cancelled": cancelled, "order_book": self.book, "lead_weeks": lead,
            "on_time": on_time, "stock_unordered": self.unordered, "stock": self.stock + self.unordered,
        }  # fmt: skip

    @staticmethod
    def wanted(ordered: Array, between: Array) -> Array:
        """Return the stock that runs so far apart need."""
        stock: Array = ordered * between / 2
        return stock
