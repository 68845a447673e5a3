"""One week of the hospital, for all plans and possible years at once: arrays shaped (P, R).

The order of events is written at the head of ``model``.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

import numpy as np

from ..controls import in_week
from .arrivals import Arrivals
from .discharges import Discharges
from .door import Door
from .pool import Pool
from .rhythm import DAY, HOURS
from .safety import Safety
from .staff import Staff

if TYPE_CHECKING:
    from ..protocol import Array

QUARTER = 13
TINY = 1e-9
# Over how many weeks long waits make themselves felt in longer stays.
FELT_WEEKS = 4


class Hospital:
    """The hospital and the year's sums, in all cells."""

    def __init__(
        self,
        shape: tuple[int, int],
        controls: Mapping[str, Array],
        parameters: Mapping[str, float],
        noise: Mapping[str, Any],
    ) -> None:
        self.p, self.c = dict(parameters), controls
        self.arrivals = Arrivals(controls, self.p, noise)
        self.discharges = Discharges(controls, self.p, noise)
        self.pool = Pool(shape, controls, self.p, self.discharges)
        self.door = Door(shape, controls, self.p)
        self.staff = Staff(shape, controls, self.p, noise["absence"])
        self.safety = Safety(shape, controls, self.p, noise["errors"])
        self.long = np.zeros(shape)
        self.quarter: deque[Array] = deque(maxlen=QUARTER)
        names = (
            "boarding_hours", "long_boarders", "left_unseen", "turned_away", "harms", "cancelled",
            "nurses_left", "cost",
        )  # fmt: skip
        self.sums = {name: np.zeros(shape) for name in (*names, "strained_weeks")}

    def step(self, week: int) -> dict[str, Any]:
        """Let one week pass and return what can be seen of it."""
        started = self.staff.begin_week(week)
        came = self.arrivals.week(week)
        beds = self.staff.beds(week, self.pool.beds(in_week(self.c["target_change"], week)))
        self.discharges.begin_week(week, 1 + self.p["los_boarding"] * self.long)
        self.pool.begin_week(week, beds, came)
        self.door.begin_week(week, came)
        for hour in range(HOURS):
            self.pool.hour(hour)
            self.door.hour(hour, self.pool.boarders)
        counted = self.pool.counted()
        seen: dict[str, Any] = {"started": started, "beds_open": beds, **self._flow(counted, came.planned)}
        staff = self.staff.end_week(week, counted["day"], counted["night"])
        share = self.staff.agency / np.maximum(TINY, self.staff.agency + staff["nurses"])
        admitted = seen["admitted"] + seen["planned_done"]
        seen |= staff | self.safety.week(week, admitted, share, staff, seen["long_share"])
        seen |= self._cost(week, seen)
        self.long = self.long + (seen["long_share"] - self.long) / FELT_WEEKS
        self.quarter.append(seen["boarding_hours"])
        for name, total in self.sums.items():
            total += seen["ratio_night"] > self.p["ratio_strain"] if name == "strained_weeks" else seen[name]
        return seen

    def lagging(self, seen: Mapping[str, Array]) -> dict[str, Array]:
        """Return what is worked out from a week only when somebody asks for it."""
        pool, door, gone = self.pool.counted(), self.door.week, np.maximum(1, seen["discharged"])
        hours = pool["day"] + pool["night"]
        emergency = np.maximum(1, door["seen"] + seen["bed_requests"])
        late = np.minimum(1, (door["late"] + seen["waited"]) / emergency)
        return {
            "boarders": self.pool.boarders, "in_beds": self.pool.in_beds, "waiting_room": self.door.waiting,
            "boarding_quarter": sum(self.quarter) / len(self.quarter),
            "waited_share": seen["waited"] / np.maximum(1, seen["bed_requests"]),
            "occupancy": hours / HOURS / np.maximum(1, seen["beds_open"]), "los_days": hours / DAY / gone,
            "urgent_wait": pool["urgent_boarding"] / np.maximum(1, pool["urgent_requests"]),
            "before_noon": pool["before_noon"] / gone, "four_hours": 1 - late,
            "four_hours_reported": 1 - late * (1 - seen["clock_stops"]),
            "boarding_risk": 1 + self.p["boarding_ratio"] * seen["long_share"],
        }  # fmt: skip

    def outcomes(self) -> dict[str, Array]:
        """Return the year's numbers."""
        return self.sums

    def _flow(self, pool: Mapping[str, Array], planned: Array) -> dict[str, Array]:
        door, requests, long = self.door.week, pool["requests"], pool["long"]
        booked = sum(planned[1:], start=planned[0])
        return {
            "bed_requests": requests, "admitted": pool["placed"], "boarding_hours": pool["boarding"],
            "waited": pool["waited"], "long_boarders": long,
            "long_share": np.minimum(1, long / np.maximum(1, requests)),
            "planned_booked": booked, "planned_done": pool["planned"], "cancelled": booked - pool["planned"],
            "discharged": pool["gone"], "turned_away": pool["sent_on"] + door["sent_on"],
            "walk_ins": self.door.came, "walk_ins_seen": door["seen"], "left_unseen": self.door.left(),
        }  # fmt: skip

    def _cost(self, week: int, seen: Mapping[str, Array]) -> dict[str, Array]:
        p = self.p
        agency = p["agency_wage"] * self.staff.agency
        not_done = np.maximum(0, p["admissions"] * p["planned_share"] - seen["planned_done"])
        lost = p["planned_income"] * not_done + p["visit_income"] * (
            seen["left_unseen"] + seen["turned_away"]
        )
        spent = agency + in_week(self.c["spending"], week)
        cost = p["wage"] * seen["nurses"] + p["bed_cost"] * seen["beds_open"] + lost + spent
        return {"agency_cost": agency, "cost": cost, "clock_stops": in_week(self.c["clock_stops"], week)}
