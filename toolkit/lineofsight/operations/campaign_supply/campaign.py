"""The campaign: two waves, each on its own clock, that can be put off, staged or paused, and what they add.

A wave's clock is its age in weeks: below 0 it lies ahead, 0 is its first week. Lift by age is linear
between whole weeks, so that a start between two weeks adds what one on a Monday would.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

import numpy as np

from ..controls import in_week

if TYPE_CHECKING:
    from ..protocol import Array

WEEKS = 6
AGES = np.arange(-1.0, WEEKS + 1)


class Campaign:
    """Both waves of all cells; arrays are (P, R), or smaller where plans or years do not differ."""

    def __init__(self, controls: Mapping[str, Array], parameters: Mapping[str, float]) -> None:
        self.p, self.c = parameters, controls
        self._lifts = np.array([0.0, *(parameters[f"lift_{n}"] for n in range(1, WEEKS + 1)), 0.0])
        self._sums = np.cumsum(self._lifts)
        second = parameters["stage_share"]
        self._shares = (1 - second, second)
        self.clocks = [np.full((1, 1), -parameters["campaign_week"]) for _ in self._shares]
        self._holding = bool(np.any(controls["hold"]))

    def pass_week(self, week: int, waiting: Array) -> tuple[Array, Array]:
        """Let both waves grow a week older; return the lift, and the part of the market where it runs.

        ``waiting``: orders in the books that waited at the end of last week, by which a campaign on hold
        pauses or goes on. Lift is a share of base demand, before size, offer and luck.
        """
        self._put_off(week)
        lift, running = np.zeros((1, 1)), np.zeros((1, 1))
        for at, (clock, share) in enumerate(zip(self.clocks, self._shares, strict=True)):
            on_air = (clock > -1) & (clock < WEEKS)
            older: Any = 1.0
            if self._holding:
                many = waiting > self.p["hold_weeks"] * self.p["base"]
                held = on_air & many & (in_week(self.c["hold"], week) > 0)
                on_air, older = on_air & ~held, 1.0 - held
            added = share * self._fresh(week, clock) * np.interp(clock, AGES, self._lifts)
            lift = lift + np.where(on_air, added, 0.0)
            running = running + share * on_air
            self.clocks[at] = clock + older
        return lift, running

    def to_come(self, week: int, weeks: Array | float) -> Array:
        """Return the lift of the ``weeks`` after this one, as it stands at the end of the week."""
        total = np.zeros((1, 1))
        for clock, share in zip(self.clocks, self._shares, strict=True):
            until = np.interp(clock - 1 + weeks, AGES, self._sums)
            total = total + share * self._fresh(week + 1, clock) * (
                until - np.interp(clock - 1, AGES, self._sums)
            )
        return total

    def _put_off(self, week: int) -> None:
        # A wave can be moved only while it lies ahead; the second never overtakes the first.
        first, second = self.clocks
        planned = week - self.p["campaign_week"] - in_week(self.c["campaign_start"], week)
        first = np.where(first < 0, np.minimum(first, planned), first)
        staged = first - in_week(self.c["stage_gap"], week)
        self.clocks = [first, np.where(second < 0, np.minimum(second, staged), second)]

    def _fresh(self, week: int, clock: Array) -> Array:
        late = week - self.p["campaign_week"] - clock
        fresh: Array = np.maximum(0, 1 - self.p["season_fade"] * late)
        return fresh
