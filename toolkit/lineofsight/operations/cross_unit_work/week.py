"""One week of work across units, for all plans and possible years at once: arrays shaped (P, R).

The order of events is written at the head of ``model``.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

import numpy as np

from ..controls import in_week
from .beliefs import Beliefs, felt_clear
from .customers import Customers
from .effort import Effort, effort, missed, sent_back
from .issues import UNITS, Issues
from .start import start
from .units import Load, Units, hours_left

if TYPE_CHECKING:
    from ..protocol import Array

QUARTER = 13
OVERTIME_PAY = 1.5
TINY = 1e-9
OF_QUARTER = ("in_time", "dashboard", "csat")
_TOTALS = ("closed", "closed_in_time", "given_up", "seen_sundays", "own_late", "left", "dashboard")
_WASTED = ("filler_hours", "twice_hours")
_SPENT = ("cost", "margin_lost")


class Firm:
    """Units, issues, beliefs, customers and the year's sums of all cells."""

    def __init__(
        self,
        shape: tuple[int, ...],
        controls: Mapping[str, Array],
        parameters: Mapping[str, float],
        noise: Mapping[str, Array],
    ) -> None:
        self.p, self.c, self.noise = dict(parameters), controls, noise
        begin = start(self.p)
        self.own = begin.own
        self.units = Units(shape, self.p, begin)
        self.issues = Issues(shape, self.p, begin)
        self.beliefs = Beliefs(shape, self.p, begin)
        self.customers = Customers(shape, self.p, begin.new_customers)
        self.weeks = 0
        self.sums = {name: np.zeros(shape) for name in (*_TOTALS, *_WASTED, *_SPENT)}
        self.quarter: dict[str, deque[Array]] = {name: deque(maxlen=QUARTER) for name in OF_QUARTER}

    def step(self, week: int) -> dict[str, Any]:
        """Let one week pass and return what can be seen of it."""
        p = self.p
        now = {id: in_week(array, week) for id, array in self.c.items()}
        started = self.units.begin_week(week, now)
        given = effort(p, now, self.beliefs.trust)
        switches = p["switches"] * now["switches"] * self.noise["switches"][:, week]
        lost = switches * p["switch_loss"] * (1 - p["one_relief"] * now["one_at_a_time"])
        seen: dict[str, Any] = {"voice": self.beliefs.voice(now), "switches": switches, "lost": lost}
        seen |= {"named_two": self.beliefs.clarity, "started": started, "effort": given, "now": now}
        load = self._take_on(week, now, given, seen)
        passage = self.units.passage(now, load)
        seen |= self.issues.cross(passage, sent_back(p, now, given))
        seen |= self.units.work(now, load, seen["flow"])
        seen |= self.issues.sunday()
        ended = np.maximum(TINY, seen["closed"] + seen["given_up"])
        seen["in_time"] = seen["closed_in_time"] / ended
        weeks_open = seen["seen_sundays"] / np.maximum(TINY, seen["closed"])
        seen["open_hours"] = p["week_hours"] * weeks_open
        seen |= self.customers.week(
            weeks_open, seen["own_late"], seen["own_new"], seen["given_up"] + seen["surfaced"]
        )
        self.beliefs.follow(now, switches, seen["in_time"], given.coasting)
        seen |= self.units.end_week(week, now, given, self.beliefs.trust)
        seen |= self._money(now, given, seen)
        self._count(seen)
        return seen

    def lagging(self, seen: Mapping[str, Any]) -> dict[str, Any]:
        """Return what is worked out from a week only when somebody asks for it."""
        p, now, given = self.p, seen["now"], seen["effort"]
        touch = p["touch"] * now["touch"]
        first, second, third = (np.maximum(touch, hours) for hours in seen["took"])
        crossing = first + second + third
        one, tasks = now["one_at_a_time"], p["tasks"]
        busy = {f"busy_{unit + 1}": self.units.busy[unit] for unit in range(UNITS)}
        return {
            **busy,
            **self.issues.seen(),
            **felt_clear(p, now),
            **{f"{name}_quarter": sum(last) / len(last) for name, last in self.quarter.items()},
            "trust": self.beliefs.trust,
            "hours_left": hours_left(seen["lost"]),
            "crossing_hours": crossing,
            "flow_efficiency": UNITS * touch / crossing,
            "task_days": p["task_days"] * (tasks - one * (tasks - 1) / 2),
            "effort_own": np.maximum(0, 1 + given.own),
            "effort_help": np.maximum(0, 1 + given.help),
            "coasting": given.coasting,
            "bonus_loss": missed(p, given),
        }

    def outcomes(self) -> dict[str, Array]:
        """Return the year's numbers."""
        sums, closed = self.sums, np.maximum(TINY, self.sums["closed"])
        return {
            "open_hours": self.p["week_hours"] * sums["seen_sundays"] / closed,
            "in_time": sums["closed_in_time"] / np.maximum(TINY, sums["closed"] + sums["given_up"]),
            "customers_end": self.customers.count,
            "own_late": sums["own_late"] / self.weeks,
            "leavers": sums["left"],
            "trust_end": self.beliefs.trust,
            "wasted_hours": sums["filler_hours"] + sums["twice_hours"],
            "dashboard": sums["dashboard"] / self.weeks,
            "loss": sums["cost"] + sums["margin_lost"],
        }

    def _take_on(self, week: int, now: Mapping[str, Any], given: Effort, seen: dict[str, Any]) -> Load:
        """Let issues and own work arise; tell the week's load, and add what is seen to ``seen``."""
        p, count = self.p, self.customers.count
        first, second, third = self.issues.open()
        waiting = first + second + third
        arisen = (p["issues"] * now["issues"]) * self.noise["issues"][:, week] * count
        seen |= self.issues.arise(arisen, seen["voice"])
        share = now["own_work"] / p["customers"] * count
        asked = np.stack(
            [own * self.noise[f"own_{unit + 1}"][:, week] * share for unit, own in enumerate(self.own)]
        )
        opened = {"raised": seen["raised"], "waiting": waiting}
        return self.units.load(now, given, asked, seen["lost"], self.beliefs.clarity, opened)

    def _money(self, now: Mapping[str, Any], given: Effort, seen: Mapping[str, Array]) -> dict[str, Array]:
        p, people = self.p, seen["people"]
        earned = given.own_pay * seen["dashboard"] + given.joint_pay * seen["in_time"]
        bonus = p["bonus_pay"] * people * earned
        payroll = p["wage"] * people * (1 + OVERTIME_PAY * now["extra_hours"])
        return {
            "bonus_paid": bonus,
            "cost": payroll + bonus + p["hire_fee"] * seen["started"] + now["spending"],
        }

    def _count(self, seen: Mapping[str, Array]) -> None:
        self.weeks += 1
        for name, total in self.sums.items():
            total += seen[name]
        for name, last in self.quarter.items():
            last.append(seen[name])
