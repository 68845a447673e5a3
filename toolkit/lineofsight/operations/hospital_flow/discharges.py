"""Who goes home in an hour: every bed in use has its own draw against the hour's hazard.

The hazard is one over the time in a bed, spread over hours and weekdays as patients go home. Inside, it
is told as a part of the highest there is in that hour, as the beds' draws are.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from ..controls import in_week
from .rhythm import DAY, HOURS, leaving, leaving_most

if TYPE_CHECKING:
    from ..protocol import Array

SATURDAY = 5 * DAY


class Discharges:
    """The beds' draws and hazards, in all cells (P, R)."""

    def __init__(
        self, controls: Mapping[str, Array], parameters: Mapping[str, float], noise: Mapping[str, Any]
    ) -> None:
        self.p, self.c, self.noise = parameters, controls, noise
        rhythm = parameters["rhythm"]
        self._most = leaving_most(rhythm)
        self._late, self._early, late, early = (
            leaving(rhythm, early, weekend) / self._most
            for weekend in (False, True)
            for early in (False, True)
        )
        self._late_more, self._early_more = late - self._late, early - self._early

    def begin_week(self, week: int, longer: Array) -> None:
        """Set the week's hazards; ``longer`` (P, R) multiplies the time in a bed."""
        early = in_week(self.c["early_discharge"], week)
        hours = DAY * self.p["los"] * in_week(self.c["los"], week) - early * self.p["early_hours"]
        # Counted by whole hours, a stay comes out half an hour longer than its hazard says.
        rate = 1 / (hours * longer - 0.5)
        weekend = in_week(self.c["weekend_discharge"], week)
        self._by_late, self._by_early = (1 - early) * rate, early * rate
        self._moved, self._at_weekends = bool(np.any(early)), bool(np.any(weekend))
        self._weekend_late, self._weekend_early = weekend * self._by_late, weekend * self._by_early
        self._at, self._bed, self._first = self._low_draws(week, float(rate.max()))

    def gone(self, hour: int, in_beds: Array) -> Array:
        """Return how many of those in beds (P, R) go home in this hour."""
        part = self._hazard(hour)
        draws = slice(self._first[hour], self._first[hour + 1])
        leave = np.less(self._at[draws], part)
        leave &= np.less(self._bed[draws], in_beds)
        gone: Array = np.add.reduce(leave.view(np.uint8), axis=0, dtype=np.uint8).astype(in_beds.dtype)
        if self.p["noise"] == 1:
            return gone
        on_average = in_beds * -np.expm1(-part * self._most[hour])
        drawn: Array = self.p["noise"] * np.minimum(gone, in_beds) + (1 - self.p["noise"]) * on_average
        return drawn

    def _hazard(self, hour: int) -> Array:
        part: Array = self._by_late * self._late[hour]
        if self._moved:
            part += self._by_early * self._early[hour]
        if self._at_weekends and hour >= SATURDAY:
            part += self._weekend_late * self._late_more[hour]
            part += self._weekend_early * self._early_more[hour]
        return part

    def _low_draws(self, week: int, most: float) -> tuple[Array, NDArray[np.float32], list[int]]:
        """Return the week's draws below ``most`` and their beds (n, 1, R), and where each hour begins."""
        # Draws above any plan's hazard decide nothing, so leaving them out changes nothing.
        at, hour, bed = (self.noise[name][:, week].ravel() for name in ("bed_at", "bed_hour", "bed"))
        rows = len(self.noise["bed_at"])
        low = np.flatnonzero(at < most)
        row = low // (len(at) // rows)
        cell = row * HOURS + hour[low]
        many = np.bincount(cell, minlength=rows * HOURS)
        # In a row, hours ascend: a draw's place in its hour is its distance from the hour's first.
        place = np.arange(len(low)) - (np.cumsum(many) - many)[cell]
        first = np.concatenate([[0], np.cumsum(many.reshape(rows, HOURS).max(axis=0))])
        place += first[hour[low]]
        draws = np.full((first[-1], 1, rows), np.inf)
        beds = np.zeros(draws.shape, dtype=np.float32)
        draws[place, 0, row] = at[low]
        beds[place, 0, row] = bed[low]
        return draws, beds, first.tolist()
