"""The people: operators who come, learn and leave, and supervisors who cannot be in two places."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

import numpy as np

from ..controls import in_week

if TYPE_CHECKING:
    from ..protocol import Array

MOST_AWAY = 0.5
TINY = 1e-9


class People:
    """Operators of all cells (P, R); every post that falls vacant is filled, some weeks later."""

    def __init__(
        self,
        shape: tuple[int, ...],
        controls: Mapping[str, Array],
        parameters: Mapping[str, float],
        noise: Mapping[str, Array],
    ) -> None:
        self.p, self.c = parameters, controls
        self._away = noise["absence"]
        self.trained = np.full(shape, parameters["crew"])
        self.new = np.zeros(shape)
        self._due = np.zeros((round(parameters["hire_weeks"]), *shape))

    def come(self, week: int) -> dict[str, Array]:
        """Let the new ones begin; return who is there, and the share of posts at work (at most 1)."""
        p, joined = self.p, self._due[week % len(self._due)].copy()
        self.new = self.new + joined
        crew = self.trained + self.new
        absence = np.minimum(MOST_AWAY, p["absence"] * self._away[:, week])
        present = crew * (1 - absence) / (p["crew"] * (1 - p["absence"]))
        return {
            "joined": joined, "crew": crew, "new_crew": self.new, "absence": absence,
            "manned": np.minimum(1, present), "green": self.new / np.maximum(TINY, crew),
        }  # fmt: skip

    def short(self, week: int, planning: Array, live: Array) -> dict[str, Array]:
        """Return what supervisors give to problems, and the share of their time that the floor misses."""
        p, fire = self.p, self.p["fire_hours"] * live
        there = p["supervisors"] * p["supervisor_hours"] + in_week(self.c["cover_hours"], week)
        missing = (p["floor_hours"] + planning + fire - there) / p["floor_hours"]
        return {"fire_hours": fire, "floor_short": np.minimum(1, np.maximum(0, missing))}

    def end_week(self, week: int, overtime: Array, short: Array, live: Array) -> Array:
        """Let operators leave and learn; return how many left."""
        p = self.p
        worse = p["attrition_overtime"] * overtime + p["attrition_thin"] * short
        usual = p["attrition"] * in_week(self.c["attrition"], week)
        rate = np.minimum(MOST_AWAY, usual * (1 + worse + p["attrition_problem"] * live))
        left = rate * (self.trained + self.new)
        learn = (1 - rate) * self.new / p["ramp_weeks"]
        self.trained = (1 - rate) * self.trained + learn
        self.new = (1 - rate) * self.new - learn
        self._due[week % len(self._due)] = left
        return left
