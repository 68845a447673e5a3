"""The emergency department for those who go home again: bays that boarders leave free, and a waiting room.

A fluid queue: hours come and go faster than any single patient's luck matters.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

import numpy as np

from ..controls import in_week

if TYPE_CHECKING:
    from ..protocol import Array
    from .arrivals import Week

TARGET_HOURS = 4


class Door:
    """The waiting room of all cells (P, R)."""

    def __init__(
        self, shape: tuple[int, int], controls: Mapping[str, Array], parameters: Mapping[str, float]
    ) -> None:
        self.p, self.c = parameters, controls
        self.waiting = np.zeros(shape)
        self._zero, self._kept = np.zeros(shape), np.full(shape, parameters["bays_kept"])
        self._stay_on = 1 - parameters["leave"]

    def begin_week(self, week: int, came: Week) -> None:
        """Take the week's patients, and count anew."""
        self._patients = came
        stay = self.p["treatment"] * in_week(self.c["treatment"], week)
        self._per_bay = 1 / stay
        self._bays = self.p["bays"] + in_week(self.c["extra_bays"], week)
        self._late_after = np.maximum(0, TARGET_HOURS - stay)
        self.came = np.zeros((1, 1))
        self.week = {name: np.zeros(self.waiting.shape) for name in ("seen", "late", "waited", "sent_on")}

    def hour(self, hour: int, boarders: Array) -> None:
        """Let an hour pass, in which ``boarders`` (P, R) wait in bays for a bed upstairs."""
        week = self.week
        came: Array = self._patients.walk_ins[hour] * self._patients.busy
        if self._patients.divert is not None:
            sent_on = came * self._patients.divert * (boarders > self.p["surge_trigger"])
            week["sent_on"] += sent_on
            came = came - sent_on
        self.came = self.came + came
        capacity = self._bays - boarders
        np.maximum(capacity, self._kept, out=capacity)
        capacity *= self._per_bay
        self.waiting += came
        seen = np.minimum(self.waiting, capacity)
        week["seen"] += seen
        self.waiting -= seen
        # Who came in this hour and stands beyond what can be seen in time will be late.
        capacity *= self._late_after
        late = np.subtract(self.waiting, capacity, out=capacity)
        np.minimum(late, came, out=late)
        week["late"] += np.maximum(late, self._zero, out=late)
        week["waited"] += self.waiting
        self.waiting *= self._stay_on

    def left(self) -> Array:
        """Return how many of the week's patients left unseen."""
        return self.p["leave"] * self.week["waited"]
