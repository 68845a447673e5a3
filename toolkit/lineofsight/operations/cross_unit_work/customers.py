"""Customers: content or not, who leaves over it, and how many there would be if nobody were let down."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from ..protocol import Array

FALL = 0.30
MOST_LATE = 52.0
TINY = 1e-9


def satisfaction(p: Mapping[str, float], open_weeks: Array, late_weeks: Array) -> Array:
    """Return satisfaction by how long issues are open and own work is late (weeks)."""
    wait = open_weeks / p["csat_weeks"] + late_weeks / p["csat_own_weeks"]
    content: Array = p["csat_floor"] + p["csat_span"] * np.exp(-wait)
    return content


def leave_rate(p: Mapping[str, float], csat: Array) -> Array:
    """Return the share of customers who leave in a week."""
    return p["churn_base"] + p["churn_slow"] * np.maximum(0, p["csat_ok"] - csat) / FALL


class Customers:
    """Customers of all cells (P, R), and those there would be if all were content."""

    def __init__(self, shape: tuple[int, ...], p: Mapping[str, float], new: float) -> None:
        self.p, self.new = p, new
        self.count = np.full(shape, p["customers"])
        self.content = np.full(shape, p["customers"])

    def week(self, open_weeks: Array, late: Array, came: Array, let_down: Array) -> dict[str, Array]:
        """Let customers leave and come. ``late`` and ``came``: own work (hours); ``let_down``: issues."""
        p = self.p
        csat = satisfaction(p, open_weeks, np.minimum(MOST_LATE, late / np.maximum(TINY, came)))
        left = np.minimum(self.count, leave_rate(p, csat) * self.count + p["let_down"] * let_down)
        seen = {
            "customers": self.count, "csat": csat, "customers_left": left,
            "customers_new": np.full_like(left, self.new),
            "margin_lost": p["margin"] * (self.content - self.count),
        }  # fmt: skip
        self.count = self.count - left + self.new
        self.content = self.content - p["churn_base"] * self.content + self.new
        return seen
