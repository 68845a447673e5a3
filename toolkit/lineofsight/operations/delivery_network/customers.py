"""Customers: what they order, what they order for safety, and who leaves over poor service."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

import numpy as np

from ..controls import in_week

if TYPE_CHECKING:
    from ..protocol import Array

MOST_LEAVING = 0.5


class Customers:
    """Customers of all cells (P, R), and the service that they have in mind."""

    def __init__(
        self,
        shape: tuple[int, ...],
        controls: Mapping[str, Array],
        parameters: Mapping[str, float],
        noise: Mapping[str, Array],
    ) -> None:
        self.p, self.c = parameters, controls
        self.volume = noise["volume"][:, 0]
        self.count = np.full(shape, parameters["customers"])
        self.noticed = np.full(shape, parameters["otif_ok"])

    def order(self, week: int) -> tuple[Array, Array]:
        """Return the week's orders against the usual, and the share that is ordered for safety only."""
        p = self.p
        peak = p["peak_week"] <= week < p["peak_week"] + p["peak_weeks"]
        buffer = p["buffering"] * in_week(self.c["buffering"], week) * self._short()
        size = self.volume * (p["peak_factor"] if peak else 1.0) * (self.count / p["customers"])
        return size * (1 + buffer), buffer

    def end_week(self, week: int, otif: Array) -> dict[str, Array]:
        """Let customers notice the week's service, and leave over it or over what they dislike."""
        p = self.p
        self.noticed = self.noticed + (otif - self.noticed) / p["notice_weeks"]
        dislike = (
            1
            + p["window_dislike"] * np.maximum(0, in_week(self.c["window"], week)) / 15
            + p["cut_off_dislike"] * np.maximum(0, in_week(self.c["cut_off"], week)) / 60
        )
        rate = np.minimum(MOST_LEAVING, p["churn_base"] * dislike + p["churn_otif"] * self._short())
        left = rate * self.count
        seen = {"customers": self.count, "customers_left": left}
        self.count = self.count - left + p["joining"]
        return seen

    def _short(self) -> Array:
        short: Array = np.maximum(0, self.p["otif_ok"] - self.noticed)
        return short
