"""Nurses: who is there by day and by night, patients per nurse, who leaves and who is found."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

import numpy as np

from ..controls import in_week
from .rhythm import HOURS

if TYPE_CHECKING:
    from ..protocol import Array

TINY = 1e-9
# Published associations were seen between four and eight patients a nurse; far beyond, nobody knows.
EXTRA_MOST = 20.0
AWAY_MOST = 0.6


class Staff:
    """The wards' nurses of all cells (P, R)."""

    def __init__(
        self,
        shape: tuple[int, int],
        controls: Mapping[str, Array],
        parameters: Mapping[str, float],
        absence: Array,
    ) -> None:
        self.p, self.c, self._absence = parameters, controls, absence
        self.nurses = np.full(shape, parameters["nurses"])
        self._lead = round(parameters["hire_weeks"])
        self._coming = np.zeros((self._lead, *shape))

    def begin_week(self, week: int) -> Array:
        """Let those start who were found or hired; return how many."""
        p = self.p
        started: Array = self._coming[week % self._lead] + in_week(self.c["hires"], week)
        self.nurses = self.nurses + started
        self.agency = in_week(self.c["agency_nurses"], week)
        away = np.minimum(AWAY_MOST, p["absence"] * self._absence[:, week])
        there = (self.nurses + self.agency) * (1 - away) * (1 - in_week(self.c["other_duties"], week))
        on_duty = there * p["nurse_hours"] / HOURS
        night = np.minimum(0.7, p["night_share"] + in_week(self.c["night_shift"], week))
        self.day, self.night = 2 * (1 - night) * on_duty, 2 * night * on_duty
        return started

    def beds(self, week: int, wanted: Array) -> Array:
        """Return the beds open (P, R): those wanted, as far as there are nurses by night."""
        most = self.p["ratio_most"] + in_week(self.c["ratio_most"], week)
        # An exact number of beds must not be rounded down by a last binary digit.
        beds: Array = np.minimum(wanted, np.floor(most * np.minimum(self.day, self.night) + TINY))
        return beds

    def end_week(self, week: int, by_day: Array, by_night: Array) -> dict[str, Array]:
        """Return the week's ratios and risk, and let nurses leave: patient-hours by day and by night in."""
        p = self.p
        day = by_day / (HOURS / 2) / np.maximum(TINY, self.day)
        night = by_night / (HOURS / 2) / np.maximum(TINY, self.night)
        over_day, over_night = (np.clip(ratio - p["ratio_ok"], 0, EXTRA_MOST) for ratio in (day, night))
        extra = (over_day + over_night) / 2
        risk = (p["failure_ratio"] ** over_day + p["failure_ratio"] ** over_night) / 2
        rate = p["attrition"] * in_week(self.c["attrition"], week) * (1 + p["attrition_ratio"] * extra)
        left = np.minimum(0.2, rate) * self.nurses
        seen = {
            "ratio_day": day, "ratio_night": night, "extra": extra, "staffing_risk": risk,
            "nurses": self.nurses, "nurses_left": left,
        }  # fmt: skip
        self.nurses = self.nurses - left
        self._coming[week % self._lead] = p["replaced"] * left
        return seen
