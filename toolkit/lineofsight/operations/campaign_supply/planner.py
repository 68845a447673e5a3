"""The planner: a rule that follows smoothed orders and closes gaps slowly, unless a plan fixes the order.

It reads the books as they are, second orders and all; of the campaign it knows what somebody shared.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Mapping
from typing import TYPE_CHECKING

import numpy as np

from ..controls import in_week

if TYPE_CHECKING:
    from ..protocol import Array

QUARTER = 13


class Planner:
    """Smoothed demand and orders of all cells (P, R)."""

    def __init__(
        self, shape: tuple[int, ...], controls: Mapping[str, Array], parameters: Mapping[str, float]
    ) -> None:
        self.p, self.c = parameters, controls
        self.smoothed = np.full(shape, parameters["base"])
        self._orders: deque[Array] = deque(maxlen=QUARTER)

    def order(
        self, week: int, booked: Array, stock: Array, entered: Array, on_order: Array, foreseen: Array
    ) -> Array:
        """Return the week's order in units; ``foreseen``: campaign units that the rule counts ahead."""
        p = self.p
        weight = np.minimum(1, p["rule_smoothing"] * in_week(self.c["smoothing"], week))
        self.smoothed = self.smoothed + weight * (booked - self.smoothed)
        target = p["rule_stock"] + in_week(self.c["target_stock"], week) + foreseen
        gap = target + p["rule_cover"] * self.smoothed - (stock - entered + on_order)
        by_rule = self.smoothed + gap / p["rule_gap"]
        fixed = in_week(self.c["planned_order"], week)
        ceiling = p["order_ceiling"] + in_week(self.c["components"], week)
        ordered: Array = np.minimum(ceiling, np.maximum(0, np.where(fixed > 0, fixed, by_rule)))
        self._orders.append(ordered)
        return ordered

    def express(self, week: int, ordered: Array, entered: Array, in_hand: Array) -> Array:
        """Return how much of the order goes by air: what stock and plant lack for the books and a week more."""
        missing = np.maximum(0, entered + self.smoothed - in_hand)
        express: Array = np.minimum(np.minimum(ordered, in_week(self.c["expedite"], week)), missing)
        return express

    def swing(self) -> Array:
        """Return the standard deviation of the last quarter's orders."""
        # Week by week, so that no rounding depends on how many cells there are.
        mean = sum(self._orders, np.zeros(1)) / len(self._orders)
        squares = sum(((one - mean) ** 2 for one in self._orders), np.zeros(1))
        swing: Array = np.sqrt(squares / len(self._orders))
        return swing
