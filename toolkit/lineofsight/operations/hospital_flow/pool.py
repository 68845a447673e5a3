"""The bed pool and the line before it: urgent patients first, planned ones next, then the others.

Who finds no bed boards in the emergency department; planned patients who find none are cancelled.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Mapping
from typing import TYPE_CHECKING

import numpy as np

from ..controls import in_week
from .rhythm import DAY, operating

if TYPE_CHECKING:
    from ..protocol import Array
    from .arrivals import Week
    from .discharges import Discharges

LONG = 12
NOON = 12
DAWN, DUSK = 7, 19


class Pool:
    """Patients in beds and boarders of all cells: (P, R), the line (2, P, R) with the urgent first."""

    def __init__(
        self,
        shape: tuple[int, int],
        controls: Mapping[str, Array],
        parameters: Mapping[str, float],
        discharges: Discharges,
    ) -> None:
        self.p, self.c, self.discharges = parameters, controls, discharges
        expected = parameters["admissions"] * parameters["los"] / 7
        # Whole patients are exact in single precision, up to sixteen million of them.
        self._kind = np.float32 if parameters["noise"] == 1 else np.float64
        self._nobody = np.zeros((2, *shape), self._kind)
        self._none = self._nobody[0]
        self.in_beds = self._none + np.minimum(np.floor(expected + 0.5), self.beds(0.0)).astype(self._kind)
        self.line = self._nobody.copy()
        self.line[1] = parameters["boarding"]
        self.boarders = self.line[0] + self.line[1]
        # Who came in the last twelve hours: a class is served in its order, so the rest came before.
        self._recent = self._nobody.copy()
        self._came: deque[Array] = deque([np.zeros((2, 1, 1), self._kind)] * LONG, maxlen=LONG)
        self._theatre = np.maximum(*(operating(parameters["rhythm"], even) for even in (False, True))) > 0

    def beds(self, change: Array | float) -> Array:
        """Return the beds kept open: those that the patients expected fill to the target."""
        expected = self.p["admissions"] * self.p["los"] / 7
        wanted = np.floor(expected / (self.p["occupancy_target"] + change) + 0.5)
        kept: Array = np.minimum(self.p["beds_most"], wanted)
        return kept

    def begin_week(self, week: int, beds: Array, came: Week) -> None:
        """Take the week's open beds (p, r) and patients, and count anew."""
        self._open, self._patients = beds.astype(self._kind), came
        self._requests, self._planned = (one.astype(self._kind) for one in (came.requests, came.planned))
        if came.divertible is not None:
            # Who is sent on differs between plans, and is taken out as the hours pass.
            shape = (*self._requests.shape[:2], *self.in_beds.shape)
            self._requests = np.broadcast_to(self._requests, shape).copy()
        self._surge = np.floor(in_week(self.c["surge_beds"], week) + 0.5).astype(self._kind)
        self._surging = bool(np.any(self._surge))
        names = ("gone", "before_noon", "placed", "planned", "day", "night", "sent_on")
        self.week = {name: self._none.copy() for name in names}
        self.requests = np.zeros((2, 1, 1), self._kind)
        self.boarding, self.waited, self.long = (self._nobody.copy() for _ in range(3))

    def hour(self, hour: int) -> None:
        """Let an hour pass: some go home, some come, beds are given in their order."""
        week, of_day = self.week, hour % DAY
        gone = self.discharges.gone(hour, self.in_beds)
        self.in_beds -= gone
        week["gone"] += gone
        if of_day < NOON:
            week["before_noon"] += gone
        came = self._come(hour)
        free = self._open - self.in_beds
        if self._surging:
            free = free + self._surge * (self.boarders > self.p["surge_trigger"])
        np.maximum(free, self._none, out=free)
        self.line += came
        self._give_beds(hour, free)
        self._count_waits(came)
        week["day" if DAWN <= of_day < DUSK else "night"] += self.in_beds

    def counted(self) -> dict[str, Array]:
        """Return the week's sums: patients, patient-hours."""
        both = {
            "requests": self.requests, "waited": self.waited, "long": self.long, "boarding": self.boarding,
        }  # fmt: skip
        sums = self.week | {name: urgent + others for name, (urgent, others) in both.items()}
        sums |= {"urgent_requests": self.requests[0], "urgent_boarding": self.boarding[0]}
        return {name: total.astype(float) for name, total in sums.items()}

    def _come(self, hour: int) -> Array:
        came: Array = self._requests[hour]
        if self._patients.divertible is not None:
            divert = self.boarders > self.p["surge_trigger"]
            sent_on = divert * self._patients.divertible[hour].astype(self._kind)
            came[1] -= sent_on
            self.week["sent_on"] += sent_on
        self.requests = self.requests + came
        return came

    def _give_beds(self, hour: int, free: Array) -> None:
        urgent, others = self.line
        if self._theatre[hour]:
            taken = np.minimum(self._planned[hour], np.maximum(free - urgent, self._none))
            self.week["planned"] += taken
            self.in_beds += taken
            free -= taken
        waiting = urgent + others
        placed = np.minimum(waiting, free)
        self.in_beds += placed
        self.week["placed"] += placed
        self.boarders = waiting - placed
        np.subtract(urgent, free, out=urgent)
        np.maximum(urgent, self._none, out=urgent)
        np.subtract(self.boarders, urgent, out=others)

    def _count_waits(self, came: Array) -> None:
        self.boarding += self.line
        self.waited += np.minimum(self.line, came)
        before = self._came[0]
        self._recent += came
        self._recent -= before
        self._came.append(came)
        # Of those who came twelve hours ago, who still waits; whoever came before passed the mark earlier.
        passed = self.line - self._recent
        np.minimum(passed, before, out=passed)
        self.long += np.maximum(passed, self._nobody, out=passed)
