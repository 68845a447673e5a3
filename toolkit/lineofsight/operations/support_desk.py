"""A support desk by the week: sign-ups, tickets, agents who take months to be of use, waits, churn.

Order of events in a week: ordered agents sit down; tickets come in on the users of Monday and on the
week's sign-ups; capacity, pressure, overtime; what can be solved is solved; some of what waits is
given up; the wait decides satisfaction, and that who leaves; part of the answers come back next
week; agents leave and learn; support orders by its own rule (in step with the queue); users change.
Backlog as a fluid queue and the wait by Little's law; agents as a two-stage workforce chain (Oliva &
Sterman 2001, Management Science 47; GORA services model, University at Albany).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any
from zlib import crc32

import numpy as np

from .protocol import Years
from .support_desk_names import CONTROLS, OUTCOMES, PARAMETERS, SIGNALS

if TYPE_CHECKING:
    from .protocol import Array

LONG_WAIT_DAYS = 3.0
OVERLOAD = 1.1
TINY = 1e-9


class SupportDesk:
    """The model. Cells are independent: a plan's year depends on no other plan in the batch."""

    id = "support_desk"
    version = 1
    parameters = PARAMETERS
    controls = CONTROLS
    outcomes = OUTCOMES
    signals = SIGNALS

    def noise(
        self, seed: int, replications: int, weeks: int, parameters: Mapping[str, float]
    ) -> dict[str, Array]:
        """Return factors with mean 1 on sign-ups and contact (R, T), and on the campaign (R, 1)."""
        draw = np.random.default_rng([seed, crc32(self.id.encode())])
        shapes = {"new_users": weeks, "contact": weeks, "campaign": 1}
        return {
            name: _mean_one(
                draw.standard_normal((replications, width)), parameters["noise"] * parameters[f"noise_{name}"]
            )
            for name, width in shapes.items()
        }

    def run(
        self,
        controls: Mapping[str, Array],
        parameters: Mapping[str, float],
        noise: Mapping[str, Array],
        keep: Sequence[str] = (),
    ) -> Years:
        """Return the years; controls broadcast to (P, R, T), T weeks as in the noise."""
        weeks = noise["new_users"].shape[1]
        shape = np.broadcast_shapes(
            *(array.shape[:2] for array in controls.values()), (1, len(noise["new_users"]))
        )
        desk = _Desk(shape, weeks, controls, parameters, noise)
        kept = {name: np.empty((*shape, weeks)) for name in keep}
        for week in range(weeks):
            seen = desk.step(week)
            for name, array in kept.items():
                array[..., week] = seen[name]
        return Years(desk.outcomes(), kept)


def _mean_one(normal: Array, sd: float) -> Array:
    factors: Array = np.exp(sd * normal - sd * sd / 2)
    return factors


class _Desk:
    """The state of all cells (P, R) and one week's events."""

    def __init__(
        self,
        shape: tuple[int, ...],
        weeks: int,
        controls: Mapping[str, Array],
        parameters: Mapping[str, float],
        noise: Mapping[str, Array],
    ) -> None:
        self.p = dict(parameters)
        self.c = controls
        self.noise = noise
        self.weeks = weeks
        full = np.full
        self.users = full(shape, self.p["users"])
        self.seniors = full(shape, self.p["seniors"])
        self.rookies = np.zeros(shape)
        self.backlog = full(shape, self.p["backlog"])
        self.reopened = full(shape, self.p["reopened"])
        self.pool = full(shape, self.p["campaign_users"] * self.p["campaign_weeks"])
        self.wait = np.zeros(shape)
        self.starts = full(shape, self.p["campaign_week"])
        self.lead = round(self.p["order_weeks"])
        self.orders = np.zeros((self.lead, *shape))
        self.coming = np.zeros(shape)
        names = ("weeks_waiting", "peak_wait", "excess_churn", "strained_weeks", "leavers", "cost")
        self.sums = {name: np.zeros(shape) for name in names}
        self.planned = np.concatenate(
            [_over(controls["hires"], weeks), np.zeros((*controls["hires"].shape[:2], self.lead))], -1
        )

    def at(self, control: str, week: int) -> Array:
        """Return a control's cells in a week."""
        array = self.c[control]
        return array[..., week if array.shape[-1] > 1 else 0]

    def step(self, week: int) -> dict[str, Any]:
        """Let one week pass and return what can be seen of it."""
        slot = week % self.lead
        arrived = self.orders[slot] + self.planned[..., week]
        self.coming -= self.orders[slot]
        self.rookies = self.rookies + arrived
        signups = self._signups(week)
        contact = self.noise["contact"][:, week]
        tickets = contact * (
            self.p["contact_base"] * self.at("base_contact", week) * self.users
            + self.p["contact_new"] * self.at("new_contact", week) * signups
        )
        seen = self._answer(week, tickets)
        csat = self.p["csat_floor"] + self.p["csat_span"] * np.exp(-self.wait / self.p["csat_days"])
        below = np.maximum(0, self.p["csat_ok"] - csat) / 0.30
        excess = self.users * self.p["churn_per_csat"] * below
        churned = np.minimum(self.users, self.users * self.p["churn_base"] + excess)
        ordered, left = self._people(week, slot, seen)
        staff = seen["seniors"] + seen["rookies"]
        cost = (
            staff * self.p["wage"] * (1 + 1.5 * seen["overtime"])
            + self.p["hire_fee"] * ordered
            + self.at("spending", week)
        )
        self._count(seen, excess, left, cost)
        seen |= {
            "users": self.users, "new_users": signups, "churned": churned, "tickets": tickets, "csat": csat,
            "arrived": arrived, "ordered": ordered, "left": left, "cost": cost, "wait_days": self.wait,
            "backlog": self.backlog, "on_order": self.coming + self._booked(week),
            "cost_per_ticket": cost / np.maximum(1, seen["solved"]),
        }  # fmt: skip
        self.users = self.users + signups - churned
        return seen

    def outcomes(self) -> dict[str, Array]:
        """Return the year's numbers."""
        return {**self.sums, "users_end": self.users, "staff_end": self.seniors + self.rookies}

    def _signups(self, week: int) -> Array:
        usual = self.p["new_users"]
        # The start can be moved only while it lies ahead.
        moved = np.maximum(self.starts, self.p["campaign_week"] + self.at("campaign_start", week))
        self.starts = np.where(week < self.starts, moved, self.starts)
        rate = self.p["campaign_users"] / self.at("campaign_spread", week)
        half = self.p["campaign_users"] * self.p["campaign_weeks"] / 2
        held = (
            (self.at("campaign_hold", week) > 0) & (self.pool <= half + TINY) & (self.wait > LONG_WAIT_DAYS)
        )
        on_air = (week >= self.starts) & ~held
        reached = np.where(on_air, np.minimum(self.pool, rate), 0.0)
        self.pool = self.pool - reached
        took = self.noise["campaign"][:, 0] * self.at("campaign_size", week)
        signups: Array = self.noise["new_users"][:, week] * (usual + took * reached)
        return signups

    def _answer(self, week: int, tickets: Array) -> dict[str, Any]:
        p, load = self.p, tickets + self.reopened
        seniors, rookies = self.seniors, self.rookies
        hands = np.maximum(0, seniors - self.at("teaching", week)) + p["rookie_share"] * rookies
        hands = hands + self.at("extra_agents", week)
        capacity = np.maximum(TINY, p["tickets_per_senior"] * self.at("handling", week) * hands)
        behind = p["catch_up"] * np.maximum(0, self.backlog - p["backlog"])
        asked = load + behind
        pressure = asked / capacity
        overtime = np.clip(pressure - 1, 0, p["overtime_most"] + self.at("overtime_limit", week))
        solved = np.minimum(self.backlog + load, capacity * (1 + overtime))
        left_over = self.backlog + load - solved
        abandoned = p["abandonment"] * np.maximum(0, left_over - solved)
        self.backlog = left_over - abandoned
        self.wait = 7 * self.backlog / np.maximum(TINY, solved)
        hurry = np.clip(pressure - 1, 0, 1)
        share = np.minimum(0.9, self.at("rework", week) * (p["reopen_base"] + p["reopen_pressure"] * hurry))
        came_back, self.reopened = self.reopened, share * solved
        return {
            "seniors": seniors, "rookies": rookies, "pressure": pressure, "overtime": overtime, "asked": asked, "behind": behind,
            "solved": solved, "abandoned": abandoned, "reopened": came_back, "reopen_share": share,
        }  # fmt: skip

    def _people(self, week: int, slot: int, seen: Mapping[str, Array]) -> tuple[Array, Array]:
        p, pressure = self.p, seen["pressure"]
        rate = p["attrition"] * self.at("attrition", week) * (1 + np.clip(pressure - 1, 0, 2))
        learn = np.minimum(1.0, 1 / (p["ramp_weeks"] * self.at("ramp_weeks", week)))
        ordered = self._order(week, pressure, seen["asked"], seen["behind"])
        left = rate * (self.seniors + self.rookies)
        self.seniors, self.rookies = (
            self.seniors + learn * self.rookies - rate * self.seniors,
            np.maximum(0, self.rookies - learn * self.rookies - rate * self.rookies),
        )
        self.orders[slot] = ordered
        self.coming = self.coming + ordered
        return ordered, left

    def _order(self, week: int, pressure: Array, asked: Array, behind: Array) -> Array:
        p, foreseen = self.p, self._foreseen(week)
        expected = asked - (1 - p["rule_backlog"]) * behind + foreseen
        per_agent = p["tickets_per_senior"]
        counted = self.seniors + p["rule_rookie"] * self.rookies + self.at("extra_agents", week)
        need = expected / per_agent - counted - p["rule_ahead"] * (self.coming + self._booked(week))
        over = pressure * (asked + foreseen) / np.maximum(TINY, asked) > p["rule_trigger"]
        every = round(p["rule_every"])
        quiet = float(every > 0 and week >= p["rule_from"] and week % every == 0)
        # An exact need must not be rounded up by a last binary digit.
        urgent = np.clip(np.ceil(need - TINY), 0, p["rule_most"])
        ordered: Array = np.where(over, urgent, quiet)
        return ordered

    def _foreseen(self, week: int) -> Array | float:
        ahead = self.at("foresight", week)
        if not np.any(ahead):
            return 0.0
        coming = (week < self.starts) & (week + ahead >= self.starts)
        letters = self.p["campaign_users"] / self.at("campaign_spread", week) * self.p["contact_new"]
        foreseen: Array = np.where(coming, letters * self.at("new_contact", week), 0.0)
        return foreseen

    def _booked(self, week: int) -> Array:
        """Agents the plan has ordered who sit down within an order's time from now."""
        booked: Array = self.planned[..., week + 1 : week + 1 + self.lead].sum(axis=-1)
        return booked

    def _count(self, seen: Mapping[str, Array], excess: Array, left: Array, cost: Array) -> None:
        sums = self.sums
        sums["weeks_waiting"] += self.wait > LONG_WAIT_DAYS
        np.maximum(sums["peak_wait"], self.wait, out=sums["peak_wait"])
        sums["excess_churn"] += excess
        sums["strained_weeks"] += seen["pressure"] > OVERLOAD
        sums["leavers"] += left
        sums["cost"] += cost


def _over(array: Array, weeks: int) -> Array:
    return np.broadcast_to(array, (*array.shape[:2], weeks))
