"""The warehouse: finished goods, and what comes back weeks after it was sent."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

import numpy as np

from ..controls import in_week

if TYPE_CHECKING:
    from ..protocol import Array

TINY = 1e-9
MOST_RETURNED = 0.6


class Warehouse:
    """Stock and returns of all cells (P, R)."""

    def __init__(
        self, shape: tuple[int, ...], controls: Mapping[str, Array], parameters: Mapping[str, float]
    ) -> None:
        self.p, self.c = parameters, controls
        self.stock = np.full(shape, parameters["stock"])
        self.pile = np.zeros(shape)
        ordinary = parameters["returns"] * parameters["base"]
        self._back = np.full((round(parameters["return_weeks"]), *shape), ordinary)

    def receive(self, week: int, made: Array) -> dict[str, Array]:
        """Take in what was made last week, bought, or made fit for sale of earlier returns."""
        bought = in_week(self.c["bought_in"], week)
        refurbished = np.minimum(self.pile, in_week(self.c["refurbish"], week))
        arrived = made + bought + refurbished
        self.stock = self.stock + arrived
        self.pile = self.pile - refurbished
        return {"arrived": arrived, "bought": bought, "refurbished": refurbished}

    def send(self, week: int, seen: Mapping[str, Array]) -> dict[str, Array]:
        """Let the week's goods go and earlier ones come back; a part of these will come back too."""
        p, at = self.p, week % len(self._back)
        self.stock = self.stock - seen["shipped"]
        tempted = np.minimum(1, seen["lift"] / np.maximum(TINY, seen["demand"]))
        share = np.minimum(MOST_RETURNED, p["returns"] + p["returns_offer"] * tempted + seen["faults"])
        returned = self._back[at].copy()
        self._back[at] = share * seen["shipped"]
        self.pile = self.pile + returned
        return {"returned": returned}
