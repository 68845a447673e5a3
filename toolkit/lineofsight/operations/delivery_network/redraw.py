"""The redraw: when the network changes, how much of it at once, and who is ready for it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

import numpy as np

from ..controls import in_week

if TYPE_CHECKING:
    from ..protocol import Array

TINY = 1e-9


class Redraw:
    """How far the network is redrawn in all cells (P, R), and the share of people ready for it."""

    def __init__(
        self, shape: tuple[int, ...], controls: Mapping[str, Array], parameters: Mapping[str, float]
    ) -> None:
        self.p, self.c = parameters, controls
        self.starts = np.full(shape, parameters["go_live"])
        self.drawn = np.zeros(shape)
        self.ready = np.full(shape, parameters["ready_start"])

    def advance(self, week: int) -> None:
        """Move as much of the network as this week's plan says."""
        # The start can be moved only while it lies ahead.
        moved = np.maximum(self.starts, self.p["go_live"] + in_week(self.c["go_live_delay"], week))
        self.starts = np.where(week < self.starts, moved, self.starts)
        begun = week >= self.starts
        self._first_day = np.where(begun & (self.drawn == 0), self.p["opening_accident"], 1.0)
        further = np.minimum(1, self.drawn + 1 / in_week(self.c["phase_weeks"], week))
        self.drawn = np.where(begun, further, self.drawn)
        self.moved = self.drawn * (1 - in_week(self.c["keep_old"], week))
        self.unready = self.moved * (1 - self.ready)

    def accident(self) -> Array:
        """Return the factor on delays of the redrawn network's first day."""
        return self._first_day

    def old_depot(self) -> Array:
        """Return 1 where the old depot is still (or again) paid for, else 0."""
        return np.where(self.moved < 1 - TINY, 1.0, 0.0)

    def end_week(self, week: int) -> dict[str, Array]:
        """Let people be trained, or learn by doing."""
        seen = {"moved": self.moved, "ready": self.ready}
        learned = in_week(self.c["training"], week) + self.moved / self.p["learn_weeks"]
        self.ready = self.ready + np.minimum(1, learned) * (1 - self.ready)
        return seen
