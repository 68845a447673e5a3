"""The plant: components that come weeks after they are ordered, and what can be made of them in a week.

More hands are of use only where there are components, more components only where there are hands.
Hours beyond the regular ones stay in the bones: fewer units, more faults, more people who leave.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

import numpy as np

from ..controls import in_week

if TYPE_CHECKING:
    from ..protocol import Array

TINY = 1e-9


class Plant:
    """Components, work and tiredness of all cells (P, R)."""

    def __init__(
        self,
        shape: tuple[int, ...],
        controls: Mapping[str, Array],
        parameters: Mapping[str, float],
        noise: Mapping[str, Array],
    ) -> None:
        self.p, self.c, self.noise = parameters, controls, noise
        lead = round(parameters["lead_weeks"])
        self.made = np.full(shape, parameters["pipeline"])
        self.queue = np.zeros(shape)
        self.fatigue = np.zeros(shape)
        self.on_order = np.full(shape, lead * parameters["pipeline"])
        # An order's components come in the week before its units do.
        self._due = np.full((lead - 1, *shape), parameters["pipeline"])

    def deliver(self) -> Array:
        """Hand over what was made last week."""
        self.on_order = self.on_order - self.made
        return self.made

    def make(self, week: int, vacant: Array | float) -> dict[str, Array]:
        """Let components come and units be made; ``vacant``: the share of the plant's posts that is empty."""
        p, due = self.p, self._due[week % len(self._due)]
        late = self.noise["slip"][:, week] * due
        self._due[(week + 1) % len(self._due)] += late
        self.queue = self.queue + (due - late)
        regular = self._regular(week) * (1 - vacant)
        agency = in_week(self.c["agency"], week)
        most = regular * (1 + in_week(self.c["overtime"], week)) + agency
        self.made = np.minimum(self.queue, most)
        self.queue = self.queue - self.made
        # Regular hours first; agency shifts, which are paid anyway; overtime last.
        beyond = np.maximum(0, self.made - regular)
        by_agency = np.minimum(agency, beyond)
        extra = beyond - by_agency
        overtime = extra / regular
        share = by_agency / np.maximum(TINY, self.made)
        faults = p["fatigue_defects"] * self.fatigue + p["agency_defects"] * share
        self.fatigue = self.fatigue + (overtime - self.fatigue) / p["fatigue_weeks"]
        return {"made": self.made, "capacity": most, "overtime": overtime, "extra": extra, "faults": faults}

    def order(self, week: int, ordered: Array, express: Array) -> None:
        """Order components for so many units, a part of them by air: those come next week."""
        due = self._due
        due[week % len(due)] = ordered - express
        due[(week + 1) % len(due)] += express
        self.on_order = self.on_order + ordered

    def _regular(self, week: int) -> Array:
        p = self.p
        changing = p["changeover"] * in_week(self.c["variants"], week)
        rested = 1 - p["fatigue_loss"] * self.fatigue
        regular: Array = self.noise["capacity"][:, week] * (
            p["capacity"] * (1 - changing) / (1 - p["changeover"]) * rested
        )
        return regular
