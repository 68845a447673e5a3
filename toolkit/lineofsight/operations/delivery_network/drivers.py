"""Drivers: those who know the routes, new ones, hired couriers where there are too few, and who leaves.

A two-stage chain: who starts is new and comes to know the routes; who leaves is replaced after some
weeks. Overtime on late routes makes people leave, and strangers on the routes make routes late.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

import numpy as np

from ..controls import in_week
from .dock import DAYS

if TYPE_CHECKING:
    from ..protocol import Array

TINY = 1e-9
MOST_LEAVING = 0.2


class Drivers:
    """Drivers of all cells (P, R)."""

    def __init__(
        self, shape: tuple[int, ...], controls: Mapping[str, Array], parameters: Mapping[str, float]
    ) -> None:
        self.p, self.c = parameters, controls
        self.known = np.full(shape, parameters["drivers"])
        self.new = np.zeros(shape)
        self.coming = np.zeros(shape)
        self._lead = round(parameters["hire_weeks"])
        self._due = np.zeros((self._lead, *shape))

    def start(self, week: int) -> Array:
        """Let those start who replace others or whom the plan has hired."""
        due = self._due[week % self._lead].copy()
        self.coming = self.coming - due
        started: Array = due + in_week(self.c["hires"], week)
        self.new = self.new + started
        return started

    def roster(self, routes: Array) -> None:
        """Share out the day's routes: our own drivers first, then hired couriers."""
        self.crew = self.known + self.new
        self.routes = routes
        self.own = np.minimum(routes, self.crew)
        self.hired = routes - self.own
        by_new = self.own * self.new / np.maximum(TINY, self.crew)
        self.strangers = (self.hired + by_new) / np.maximum(TINY, routes)

    def end_week(self, week: int, delay_last: Array) -> dict[str, Array]:
        """Let drivers leave and learn, and order who replaces them; ``delay_last``: minutes a route."""
        p = self.p
        overtime = self.own * DAYS * delay_last / 60
        strain = 1 + p["attrition_overtime"] * overtime / np.maximum(TINY, self.crew)
        rate = np.minimum(MOST_LEAVING, p["attrition"] * in_week(self.c["attrition"], week) * strain)
        seen = {
            "drivers": self.known, "new_drivers": self.new, "routes": self.routes,
            "hired_routes": self.hired, "strangers": self.strangers, "overtime": overtime,
            "left": rate * self.crew,
        }  # fmt: skip
        learned = self.new / p["ramp_weeks"]
        self.known, self.new = (
            self.known + learned - rate * self.known,
            self.new - learned - rate * self.new,
        )
        ordered = p["replaced"] * seen["left"]
        self._due[week % self._lead] = ordered
        self.coming = self.coming + ordered
        coming = self.coming + in_week(self.c["hires_coming"], week)
        return seen | {"ordered_drivers": ordered, "on_order": coming}
