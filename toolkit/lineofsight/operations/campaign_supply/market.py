"""The market: what customers want in a week, and which of them place an order.

Media press with a memory (adstock) and move all demand a little (elasticity); the offer makes most of
the campaign's lift. Units capped or bought ahead are ordered later or missing later, and customers come
back, or do not, half a year on.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

import numpy as np

from ..controls import in_week

if TYPE_CHECKING:
    from ..protocol import Array

TINY = 1e-9
MOST_TURNED_AWAY = 0.9


class Market:
    """Demand of all cells (P, R)."""

    def __init__(
        self,
        shape: tuple[int, ...],
        controls: Mapping[str, Array],
        parameters: Mapping[str, float],
        noise: Mapping[str, Array],
    ) -> None:
        self.p, self.c, self.noise = parameters, controls, noise
        # Media pressure as planned, and as it would be at the usual spending.
        self.pressed = self.usual = np.full((1, 1), parameters["media_base"] / (1 - parameters["adstock"]))
        self.put_off = np.zeros(shape)
        self.ahead = np.zeros(shape)
        self._again = np.zeros((round(parameters["repeat_weeks"]), *shape))

    def want(self, week: int, lift: Array, running: Array) -> dict[str, Array]:
        """Return the week's demand, how much of it the campaign brings, and what media reach and cost."""
        p, spent = self.p, self.p["media_base"] + self.p["media_campaign"] * running
        media = in_week(self.c["media"], week)
        self.pressed = media * spent + p["adstock"] * self.pressed
        self.usual = spent + p["adstock"] * self.usual
        pressure = (self.pressed / self.usual) ** p["media_elasticity"]
        appeal = 1 + p["variety"] * (in_week(self.c["variants"], week) - 1)
        ordinary = p["base"] * pressure * appeal * self.noise["demand"][:, week]
        brought = self.noise["campaign"][:, 0] * self.size(week) * lift * ordinary
        missing = self.ahead / p["pull_weeks"]
        self.ahead = self.ahead - missing + p["pull_forward"] * brought
        at = week % len(self._again)
        demand = np.maximum(0, ordinary + brought - missing + self._again[at])
        reach = self.pressed * (1 - p["adstock"]) / p["media_base"]
        return {"demand": demand, "lift": brought, "media_reach": reach, "media": media * spent}

    def size(self, week: int) -> Array:
        """Return how large the campaign is in this week, by its reach and its offer (1: as planned)."""
        deeper = in_week(self.c["offer"], week) - 1
        size: Array = in_week(self.c["reach"], week) * (1 + self.p["offer_share"] * deeper)
        return size

    def place(self, week: int, seen: Mapping[str, Array], wait: Array) -> dict[str, Array]:
        """Return the orders placed, put off or lost at the door; ``wait``: last week's, in weeks of work."""
        p, lift = self.p, seen["lift"]
        capped = np.minimum(seen["demand"], in_week(self.c["order_cap"], week) * p["bulk_share"] * lift)
        came_back = self.put_off / p["bulk_weeks"]
        self.put_off = self.put_off - came_back + p["bulk_return"] * capped
        at_the_door = seen["demand"] - capped + came_back
        told = in_week(self.c["honest_dates"], week) * p["honest_balk"] * wait
        rationed = in_week(self.c["allocation"], week) * p["allocation_balk"] * np.minimum(1, wait)
        lost = np.minimum(MOST_TURNED_AWAY, told + rationed) * at_the_door
        return {"came_back": came_back, "turned_away": capped + lost, "orders": at_the_door - lost}

    def remember(self, week: int, lift: Array, cancelled: Array) -> None:
        """Keep for half a year on who came by the campaign, and who gave up waiting."""
        again = self.p["repeat_gain"] * lift - self.p["repeat_loss"] * cancelled
        self._again[week % len(self._again)] = again
