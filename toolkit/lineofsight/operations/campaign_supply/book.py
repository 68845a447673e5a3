"""The order book: what is sent, who waits, who gives up, and the second orders that retailers place.

A second order is no demand: it is never sent. It goes when the unit it doubles is sent or given up.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

import numpy as np

from ..controls import in_week

if TYPE_CHECKING:
    from ..protocol import Array

TINY = 1e-9


class Book:
    """Waiting orders of all cells (P, R)."""

    def __init__(
        self,
        shape: tuple[int, ...],
        controls: Mapping[str, Array],
        parameters: Mapping[str, float],
        noise: Mapping[str, Array],
    ) -> None:
        self.p, self.c, self.patience = parameters, controls, noise["cancellation"]
        self.waiting = np.zeros(shape)
        self.duplicates = np.zeros(shape)
        # Units' worth of price cut that is promised to those who wait.
        self._cut = np.zeros(shape)

    @property
    def entered(self) -> Array:
        """All that the books hold, as the planner reads them: nobody can tell a second order."""
        entered: Array = self.waiting + self.duplicates
        return entered

    def send(self, week: int, orders: Array, stock: Array, running: Array) -> dict[str, Array]:
        """Send what is in stock and can be packed; return it, what of it was in time, and the price cut."""
        waited, asked = self.waiting, self.waiting + orders
        packable = self.p["packing"] + in_week(self.c["packing"], week)
        shipped = np.minimum(np.minimum(stock, asked), packable)
        self.waiting = asked - shipped
        cut = self._cut + orders * running * (self.p["discount"] * in_week(self.c["offer"], week))
        given = cut * (shipped / np.maximum(TINY, asked))
        self._cut = cut - given
        return {
            "shipped": shipped,
            "in_time": np.minimum(orders, np.maximum(0, shipped - waited)),
            "packing_load": shipped / packable,
            "cut": given,
        }

    def give_up(self, week: int, calmed: Array | float) -> dict[str, Array]:
        """Let a part of those who wait cancel, and retailers double what still waits.

        ``calmed``: the part of cancellations that the service desk's further answers save.
        """
        p = self.p
        honest = 1 - p["honest_calm"] * in_week(self.c["honest_dates"], week)
        impatience = p["cancellation"] * in_week(self.c["cancellation"], week)
        rate = np.minimum(1, self.patience[:, week] * (impatience * honest) * (1 - calmed))
        cancelled = rate * self.waiting
        self.waiting = self.waiting - cancelled
        self._cut = self._cut - rate * self._cut
        doubling = p["gaming"] * (1 - in_week(self.c["allocation"], week))
        before, self.duplicates = self.duplicates, doubling * self.waiting
        return {"cancelled": cancelled, "doubled": np.maximum(0, self.duplicates - before)}
