"""Order levels: how far an article's record and orders are filled up, and what the system learns.

A system that learns from sales takes what could not be sold for what nobody wanted: where the shelf
was empty, the level sinks.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

import numpy as np

from ..controls import in_week
from .draws import DAYS, SKUS

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from ..protocol import Array

_LEARNING_WEEKS = 5
_MOST = 1.5


class Levels:
    """Order levels, and smoothed sales of each article where any plan lets the system learn."""

    def __init__(
        self, shape: tuple[int, int], controls: Mapping[str, Array], parameters: Mapping[str, float]
    ) -> None:
        self.p, self.c = parameters, controls
        learns = bool(np.any(controls["learning"]))
        self.sold = np.full((SKUS, *shape), parameters["demand"]) if learns else None

    def week(self, week: int) -> NDArray[np.int16]:
        """Return the week's levels (SKUS or 1, P or 1, R or 1)."""
        usual: Any = self.p["order_up_to"]
        if self.sold is not None:
            follows = np.minimum(_MOST, self.sold / self.p["demand"])
            learnt = usual * (1 + in_week(self.c["learning"], week) * (follows - 1))
            usual = np.maximum(learnt, min(self.p["least_level"], usual))
        levels = np.rint(usual) + np.rint(in_week(self.c["safety_stock"], week))
        return np.asarray(levels, np.int16).reshape((1,) * (3 - levels.ndim) + levels.shape)

    def learn(self, sold: NDArray[np.int16]) -> None:
        """Take in a week's sales (SKUS, P, R)."""
        if self.sold is not None:
            self.sold += (sold / DAYS - self.sold) / _LEARNING_WEEKS
