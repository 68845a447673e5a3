"""One week of the store, for all plans and possible years at once: arrays shaped (P, R).

The order of events is written at the head of ``model``.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

import numpy as np

from ..controls import in_week
from .customers import Customers
from .day import Days, gone_before
from .draws import DAYS, SKUS
from .levels import Levels
from .rates import week_rates
from .shelf import Shelf
from .staff import Staff, Work
from .tally import over_articles

if TYPE_CHECKING:
    from ..protocol import Array

QUARTER = 13
OUTCOMES = ("regulars_lost", "leavers", "overtime_hours", "lost_margin", "cost")
MEANS = {"on_shelf": "on_shelf", "reported": "dashboard", "accuracy": "accuracy"}


class Store:
    """The store and the year's sums, in all cells."""

    def __init__(
        self,
        shape: tuple[int, int],
        controls: Mapping[str, Array],
        parameters: Mapping[str, float],
        noise: Mapping[str, Any],
    ) -> None:
        p = self.p = {id: float(value) for id, value in parameters.items()}
        self.c, self.noise = controls, noise
        self.scale = p["skus"] / SKUS
        before = p["demand"] * p["loss"] * DAYS * p["uncounted_weeks"]
        self.shelf = Shelf(shape, p, gone_before(noise["start"], before))
        self.days = Days(shape, p["count_stagger"], noise)
        self.levels = Levels(shape, controls, p)
        self.staff = Staff(shape, controls, p)
        self.customers = Customers(shape, p)
        self.sums = {name: np.zeros(shape) for name in (*OUTCOMES, *MEANS, "sold", "demand")}
        self.weeks = 0
        self.quarters = {name: deque[Any](maxlen=QUARTER) for name in ("dashboard", "on_shelf")}

    def step(self, week: int) -> dict[str, Any]:
        """Let one week pass and return what can be seen of it."""
        work = self.staff.begin_week(week)
        rates = week_rates(week, self.c, self.p, self.noise, work)
        self.days.begin_week(week, rates, self.levels.week(week))
        self.shelf.tally.clear()
        for day in range(DAYS):
            self.shelf.day(self.days.day(day))
        self.levels.learn(self.shelf.tally.units["sold"])
        seen = self._counted(week, work)
        seen |= self.customers.week(seen)
        seen["left"] = self.staff.end_week(week, work, seen)
        seen |= self._money(week, seen, work)
        self._add_up(seen)
        return seen

    def lagging(self, seen: Mapping[str, Array]) -> dict[str, Array]:
        """Return what is worked out from a week only when somebody asks for it."""
        told = self.shelf.told()
        frozen = told.pop("frozen") / SKUS
        net = seen["written_down"] - seen["written_up"]
        return {
            **{name: self.scale * units for name, units in told.items()},
            "frozen": frozen,
            "shrink_booked": self.p["unit_cost"] * np.maximum(0, net),
            **{f"{name}_quarter": sum(last) / len(last) for name, last in self.quarters.items()},
        }

    def outcomes(self) -> dict[str, Array]:
        """Return the year's numbers."""
        return {
            **{name: self.sums[name] for name in OUTCOMES},
            **{name: self.sums[name] / self.weeks for name in MEANS},
            "fill": self.sums["sold"] / np.maximum(1, self.sums["demand"]),
        }

    def _counted(self, week: int, work: Work) -> dict[str, Any]:
        p, told = self.p, self.shelf.tally.week()
        wanted = over_articles(self.days.wanted.sum(axis=0, dtype=np.int32))
        fill = told["sold"] / np.maximum(1, wanted)
        shares = {
            name: told.pop(name) / (SKUS * DAYS) for name in ("on_shelf", "record_in_stock", "accuracy")
        }
        told |= {"demand": wanted, "not_found": wanted - told["sold"], "stock": self.shelf.stock()}
        seen = {name: self.scale * units for name, units in told.items()}
        audited = in_week(self.c["audit"], week) * work.done
        dashboard = shares["record_in_stock"] + audited * (shares["on_shelf"] - shares["record_in_stock"])
        return seen | shares | {
            "fill": fill, "dashboard": dashboard, "questions": p["ask_share"] * seen["not_found"],
            "hours": work.hours, "cut": work.cut, "pressure": work.pressure, "overtime": work.overtime,
            "dropped": 1 - work.done, "check_hours": work.check_hours, "training_hours": work.training_hours,
            "trained": work.trained, "frustration": work.frustration,
        }  # fmt: skip

    def _money(self, week: int, seen: Mapping[str, Array], work: Work) -> dict[str, Array]:
        p = self.p
        overtime_hours = work.hours * work.overtime
        cost = (
            p["wage"] * (work.hours + 1.5 * overtime_hours)
            + p["holding"] * seen["stock"]
            + p["unit_cost"] * seen["loss"]
            + p["replacement"] * seen["left"]
            + in_week(self.c["spending"], week)
        )
        lost_margin = p["margin"] * seen["not_found"]
        return {"cost": cost, "lost_margin": lost_margin, "overtime_hours": overtime_hours}

    def _add_up(self, seen: Mapping[str, Array]) -> None:
        self.weeks += 1
        of = {"regulars_lost": "regulars_left", "leavers": "left"} | MEANS
        for name, total in self.sums.items():
            total += seen[of.get(name, name)]
        for name, last in self.quarters.items():
            last.append(seen[name])
