"""The room: trained and new agents, who is on order, who leaves, and how support orders by itself."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

import numpy as np

from ..controls import in_week

if TYPE_CHECKING:
    from ..protocol import Array

TINY = 1e-9


class Room:
    """Agents of all cells (P, R)."""

    def __init__(
        self, shape: tuple[int, ...], controls: Mapping[str, Array], parameters: Mapping[str, float]
    ) -> None:
        self.p, self.c = parameters, controls
        self.seniors = np.full(shape, parameters["seniors"])
        self.rookies = np.zeros(shape)
        self.coming = np.zeros(shape)
        self._lead = round(parameters["order_weeks"])
        self._orders = np.zeros((self._lead, *shape))

    def sit_down(self, week: int) -> Array:
        """Let those sit down who were ordered for this week, by support or by the plan."""
        due = self._orders[week % self._lead]
        arrived: Array = due + in_week(self.c["hires"], week)
        self.coming = self.coming - due
        self.rookies = self.rookies + arrived
        return arrived

    def hands(self, week: int) -> Array:
        """Return the hands that answer, counted in trained agents."""
        answering = np.maximum(0, self.seniors - in_week(self.c["teaching"], week))
        hands: Array = answering + self.p["rookie_share"] * self.rookies
        return hands + in_week(self.c["extra_agents"], week)

    def end_week(self, week: int, seen: Mapping[str, Array], foreseen: Array | float) -> dict[str, Array]:
        """Let agents leave and learn, and support order: who left, was ordered, and is on order."""
        p, pressure = self.p, seen["pressure"]
        rate = p["attrition"] * in_week(self.c["attrition"], week) * (1 + np.clip(pressure - 1, 0, 2))
        learn = 1 / (p["ramp_weeks"] * in_week(self.c["ramp_weeks"], week))
        ordered = self._order(week, seen, foreseen)
        left = rate * (self.seniors + self.rookies)
        self.seniors, self.rookies = (
            self.seniors + learn * self.rookies - rate * self.seniors,
            self.rookies - learn * self.rookies - rate * self.rookies,
        )
        self._orders[week % self._lead] = ordered
        self.coming = self.coming + ordered
        return {"left": left, "ordered": ordered, "on_order": self._on_order(week)}

    def _on_order(self, week: int) -> Array:
        return self.coming + in_week(self.c["hires_coming"], week)

    def _order(self, week: int, seen: Mapping[str, Array], foreseen: Array | float) -> Array:
        p, asked = self.p, seen["asked"]
        expected = asked - (1 - p["rule_backlog"]) * seen["behind"] + foreseen
        counted = self.seniors + p["rule_rookie"] * self.rookies + in_week(self.c["extra_agents"], week)
        need = expected / p["tickets_per_senior"] - counted - p["rule_ahead"] * self._on_order(week)
        over = seen["pressure"] * (asked + foreseen) / np.maximum(TINY, asked) > p["rule_trigger"]
        every = round(p["rule_every"])
        quiet = float(every > 0 and week >= p["rule_from"] and week % every == 0)
        # An exact need must not be rounded up by a last binary digit.
        most = p["rule_most"] * in_week(self.c["order_limit"], week)
        urgent = np.clip(np.ceil(need - TINY), 0, most)
        ordered: Array = np.where(over, urgent, quiet)
        return ordered
