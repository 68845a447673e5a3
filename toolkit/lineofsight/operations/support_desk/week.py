"""One week of the support desk, for all plans and possible years at once: arrays shaped (P, R).

The order of events is written at the head of ``model``.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

import numpy as np

from ..controls import in_week
from .people import Room
from .signups import LONG_WAIT_DAYS, Signups

if TYPE_CHECKING:
    from ..protocol import Array

OVERLOAD = 1.1
QUARTER = 13
TINY = 1e-9


class Desk:
    """Customers, open tickets and the year's sums of all cells."""

    def __init__(
        self,
        shape: tuple[int, ...],
        controls: Mapping[str, Array],
        parameters: Mapping[str, float],
        noise: Mapping[str, Array],
    ) -> None:
        self.p, self.c = dict(parameters), controls
        self.contact = noise["contact"]
        self.signups = Signups(shape, controls, self.p, noise)
        self.room = Room(shape, controls, self.p)
        self.users = np.full(shape, self.p["users"])
        self.backlog = np.full(shape, self.p["backlog"])
        self.reopened = np.full(shape, self.p["reopened"])
        self.wait = np.zeros(shape)
        self.quarter: deque[Array] = deque(maxlen=QUARTER)
        names = ("weeks_waiting", "peak_wait", "excess_churn", "strained_weeks", "leavers", "cost")
        self.sums = {name: np.zeros(shape) for name in names}

    def step(self, week: int) -> dict[str, Any]:
        """Let one week pass and return what can be seen of it."""
        p = self.p
        arrived = self.room.sit_down(week)
        joined = self.signups.join(week, self.wait)
        tickets = self.contact[:, week] * (
            p["contact_base"] * in_week(self.c["base_contact"], week) * self.users
            + p["contact_new"] * in_week(self.c["new_contact"], week) * joined["new_users"]
        )
        seen = self._answer(week, tickets)
        csat = p["csat_floor"] + p["csat_span"] * np.exp(-self.wait / p["csat_days"])
        below = np.maximum(0, p["csat_ok"] - csat) / 0.30
        excess = self.users * p["churn_per_csat"] * below
        churned = np.minimum(self.users, self.users * p["churn_base"] + excess)
        staff = self.room.seniors + self.room.rookies
        seen |= {"seniors": self.room.seniors, "rookies": self.room.rookies}
        people = self.room.end_week(week, seen, self.signups.foreseen(week))
        cost = (
            staff * p["wage"] * (1 + 1.5 * seen["overtime"])
            + p["hire_fee"] * people["ordered"]
            + in_week(self.c["spending"], week)
        )
        self._count(seen, excess, people["left"], cost)
        self.quarter.append(csat)
        seen |= people | joined | {
            "users": self.users, "churned": churned, "tickets": tickets, "csat": csat, "arrived": arrived,
            "cost": cost, "wait_days": self.wait, "backlog": self.backlog,
        }  # fmt: skip
        self.users = self.users + joined["new_users"] - churned
        return seen

    def lagging(self, seen: Mapping[str, Array]) -> dict[str, Array]:
        """Return what is worked out from a week only when somebody asks for it."""
        return {
            "cost_per_ticket": seen["cost"] / np.maximum(1, seen["solved"]),
            "csat_quarter": np.mean(self.quarter, axis=0),
        }

    def outcomes(self) -> dict[str, Array]:
        """Return the year's numbers."""
        return {**self.sums, "users_end": self.users, "staff_end": self.room.seniors + self.room.rookies}

    def _answer(self, week: int, tickets: Array) -> dict[str, Array]:
        p, load = self.p, tickets + self.reopened
        rate = p["tickets_per_senior"] * in_week(self.c["handling"], week)
        capacity = np.maximum(TINY, rate * self.room.hands(week))
        behind = p["catch_up"] * np.maximum(0, self.backlog - p["backlog"])
        asked = load + behind
        pressure = asked / capacity
        most = p["overtime_most"] + in_week(self.c["overtime_limit"], week)
        overtime = np.clip(pressure - 1, 0, most)
        solved = np.minimum(self.backlog + load, capacity * (1 + overtime))
        left_over = self.backlog + load - solved
        abandoned = p["abandonment"] * np.maximum(0, left_over - solved)
        self.backlog = left_over - abandoned
        self.wait = 7 * self.backlog / np.maximum(TINY, solved)
        hurry = np.clip(pressure - 1, 0, 1)
        again = p["reopen_base"] + p["reopen_pressure"] * hurry
        share = np.minimum(0.9, in_week(self.c["rework"], week) * again)
        came_back, self.reopened = self.reopened, share * solved
        return {
            "pressure": pressure, "overtime": overtime, "asked": asked, "behind": behind, "solved": solved,
            "abandoned": abandoned, "reopened": came_back, "reopen_share": share,
        }  # fmt: skip

    def _count(self, seen: Mapping[str, Array], excess: Array, left: Array, cost: Array) -> None:
        sums = self.sums
        sums["weeks_waiting"] += self.wait > LONG_WAIT_DAYS
        np.maximum(sums["peak_wait"], self.wait, out=sums["peak_wait"])
        sums["excess_churn"] += excess
        sums["strained_weeks"] += seen["pressure"] > OVERLOAD
        sums["leavers"] += left
        sums["cost"] += cost
