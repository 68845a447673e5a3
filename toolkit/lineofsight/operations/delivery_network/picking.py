"""Pick waves: a day's orders, what is picked by the cut-off, and what the vans leave without.

Orders of a day stray from their mean; what cannot be picked by the cut-off misses the vans, unless the
vans are held or a second wave is sent. What is left behind is picked at night and goes the next day.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

import numpy as np

from ..controls import in_week
from .dock import DAYS

if TYPE_CHECKING:
    from ..protocol import Array

TINY = 1e-9
SUMS = (
    "ordered", "shipped", "shipped_late", "behind", "missed", "missed_days", "held", "sent", "load",
    "wrong", "stuck", "late",
)  # fmt: skip


class Picking:
    """Orders and pickers of all cells (P, R)."""

    def __init__(
        self,
        shape: tuple[int, ...],
        controls: Mapping[str, Array],
        parameters: Mapping[str, float],
        noise: Mapping[str, Array],
    ) -> None:
        self.p, self.c, self.shape = parameters, controls, shape
        self.luck = noise["units"]
        self.left = np.zeros(shape)
        self.sums: dict[str, Array] = {}

    def begin(self, week: int, units: Array, unready: Array) -> None:
        """Set up the week: mean daily orders, and what the pickers can do by the cut-off."""
        p, c = self.p, self.c
        self.sums = {name: np.zeros(self.shape) for name in SUMS}
        self.units, self.week = units, week
        minutes = p["pick_minutes"] + in_week(c["cut_off"], week)
        pace = in_week(c["pick_pace"], week)
        self.capacity = (
            p["pick_capacity"] * in_week(c["pick_capacity"], week) * pace
            * (minutes / p["pick_minutes"])
            * (1 - p["pick_loss"] * unready)
            * (1 - p["training_load"] * in_week(c["training"], week))
        )  # fmt: skip
        self.per_minute = self.capacity / minutes
        hurry = 1 + p["pace_error"] * np.maximum(0, pace - 1)
        self.error = p["pick_error"] * in_week(c["pick_errors"], week) * hurry

    def day(self, at: int, long: Array) -> Array:
        """Pick one day's orders; return for how many minutes the vans are held.

        ``long``: the share of the day's trucks whose goods came too late to be picked.
        """
        p, c, sums = self.p, self.c, self.sums
        ordered = np.maximum(0, self.units + p["units_sd"] * self.luck[:, at])
        missed = np.maximum(0, ordered - self.capacity)
        held = np.minimum(in_week(c["hold"], self.week), missed / self.per_minute)
        late = np.maximum(0, missed - self.per_minute * held)
        sent = in_week(c["second_wave"], self.week) * late
        load = ordered / self.capacity
        not_picked = (late - sent) / np.maximum(TINY, ordered)
        stuck = p["crossdock"] * long
        left = ordered * (1 - (1 - stuck) * (1 - not_picked))
        hurry = 1 + p["rush_error"] * np.maximum(0, load - p["rush_from"])
        for name, found in (
            ("ordered", ordered), ("shipped", ordered - left), ("shipped_late", self.left), ("behind", left),
            ("missed", missed), ("missed_days", missed > 0), ("held", held), ("sent", sent), ("load", load),
            ("wrong", np.minimum(0.5, self.error * hurry)), ("stuck", stuck), ("late", not_picked),
        ):  # fmt: skip
            sums[name] += found
        self.left = left
        return held

    def seen(self) -> dict[str, Any]:
        """Return what can be seen of the week; the parts of "in full" are independent and multiply."""
        sums = self.sums
        right, there, picked = (1 - sums[name] / DAYS for name in ("wrong", "stuck", "late"))
        return {
            "ordered": sums["ordered"], "shipped": sums["shipped"], "shipped_late": sums["shipped_late"],
            "left_over": self.left, "missed": sums["missed"], "missed_days": sums["missed_days"] / DAYS,
            "hold_minutes": sums["held"] / DAYS, "pick_load": sums["load"] / DAYS,
            "picked_right": right, "off_the_truck": there, "on_the_van": picked,
            "in_full": right * there * picked,
        }  # fmt: skip
