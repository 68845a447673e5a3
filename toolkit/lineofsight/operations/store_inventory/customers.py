"""The regulars: households that put up with a few empty places, and go elsewhere when it is too many."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from ..protocol import Array

# Households remember the last month.
_MEMORY_WEEKS = 4


class Customers:
    """Regulars of all cells (P, R), and how much of what they want they have come to expect."""

    def __init__(self, shape: tuple[int, int], parameters: Mapping[str, float]) -> None:
        self.p = parameters
        self.regulars = np.full(shape, parameters["regulars"])
        self.felt = np.ones(shape)

    def week(self, seen: Mapping[str, Array]) -> dict[str, Array]:
        """Let a week's shelves be felt: regulars in the end, and those lost beyond the usual."""
        p = self.p
        self.felt = self.felt + (seen["fill"] - self.felt) / _MEMORY_WEEKS
        below = np.maximum(0, p["fill_ok"] - self.felt) / 0.10
        lost = np.minimum(1, p["churn_fill"] * below) * self.regulars
        usual = p["churn_base"] * (p["regulars"] - (self.regulars - lost))
        self.regulars = self.regulars - lost + usual
        return {"regulars": self.regulars, "regulars_left": lost}
