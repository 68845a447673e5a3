"""Who joins: ordinary sign-ups, the campaign until its reach is used up, and the waiting list.

What the campaign can reach in all is fixed; moving, spreading or holding it changes when people
come. Who is put on the waiting list is admitted later, gives up, or is still on it.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

import numpy as np

from ..controls import in_week

if TYPE_CHECKING:
    from ..protocol import Array

LONG_WAIT_DAYS = 3.0
TINY = 1e-9


class Signups:
    """The campaign and the waiting list of all cells (P, R)."""

    def __init__(
        self,
        shape: tuple[int, ...],
        controls: Mapping[str, Array],
        parameters: Mapping[str, float],
        noise: Mapping[str, Array],
    ) -> None:
        self.p, self.c, self.noise = parameters, controls, noise
        self.pool = np.full(shape, parameters["campaign_users"] * parameters["campaign_weeks"])
        self.starts = np.full(shape, parameters["campaign_week"])
        self.waiting = np.zeros(shape)
        self._listing = bool(np.any(controls["waiting_list"]))

    def join(self, week: int, wait: Array) -> dict[str, Array]:
        """Return who wanted to join, who did, and what the waiting list came to.

        ``wait``: last week's wait for an answer in days, by which a held campaign goes on or not.
        """
        # The start can be moved only while it lies ahead.
        moved = np.maximum(self.starts, self.p["campaign_week"] + in_week(self.c["campaign_start"], week))
        self.starts = np.where(week < self.starts, moved, self.starts)
        rate = self.p["campaign_users"] / in_week(self.c["campaign_spread"], week)
        half = self.p["campaign_users"] * self.p["campaign_weeks"] / 2
        hold = in_week(self.c["campaign_hold"], week)
        held = (hold > 0) & (self.pool <= half + TINY) & (wait > LONG_WAIT_DAYS)
        on_air = (week >= self.starts) & ~held
        reached = np.where(on_air, np.minimum(self.pool, rate), 0.0)
        self.pool = self.pool - reached
        took = self.noise["campaign"][:, 0] * in_week(self.c["campaign_size"], week)
        luck = self.noise["new_users"][:, week]
        wanted = luck * (self.p["new_users"] + took * reached)
        return {"wanted": wanted, **self._list(week, wanted, luck * (took * reached))}

    def _list(self, week: int, wanted: Array, of_campaign: Array) -> dict[str, Array]:
        if not self._listing:
            return {"new_users": wanted, "waiting_list": self.waiting, "list_left": self.waiting}
        put = in_week(self.c["waiting_list"], week) * of_campaign
        admitted = self.p["list_release"] * self.waiting
        gave_up = self.p["list_dropout"] * (self.waiting - admitted)
        self.waiting = self.waiting - admitted - gave_up + put
        return {"new_users": wanted - put + admitted, "waiting_list": self.waiting, "list_left": gave_up}

    def foreseen(self, week: int) -> Array | float:
        """Return the weekly letters of a campaign that ordering can already see coming."""
        ahead = in_week(self.c["foresight"], week)
        if not np.any(ahead):
            return 0.0
        coming = (week < self.starts) & (week + ahead >= self.starts)
        rate = self.p["campaign_users"] / in_week(self.c["campaign_spread"], week)
        letters = rate * self.p["contact_new"] * in_week(self.c["new_contact"], week)
        seen: Array = np.where(coming, letters, 0.0)
        return seen
