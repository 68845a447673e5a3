"""The people of the store: hours and what they are enough for, training, frustration, who leaves.

Work that must be done comes first; when hours, overtime included, are not enough, counts, checks and
training are dropped, and only then is the rest done in a hurry, with more mistakes.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from ..controls import in_week
from .draws import DAYS

if TYPE_CHECKING:
    from ..protocol import Array

# Rosters follow the volumes of the last weeks; frustration outlasts its cause.
_ROSTER_WEEKS = 4
_FRUSTRATION_WEEKS = 6
_LEAST_ROSTER = 0.1
TINY = 1e-9


@dataclass(frozen=True, eq=False)
class Work:
    """A week's work (P, R): what there are hours for, and who does it."""

    hours: Array
    cut: Array
    pressure: Array
    overtime: Array
    done: Array
    """Share of checks and training that there is time for."""
    hurry: Array
    check_hours: Array
    training_hours: Array
    learning: Array
    """Share of the untrained who are trained this week."""
    trained: Array
    frustration: Array


class Staff:
    """People and roster of all cells (P, R)."""

    def __init__(
        self, shape: tuple[int, int], controls: Mapping[str, Array], parameters: Mapping[str, float]
    ) -> None:
        self.p, self.c = parameters, controls
        self.trained = np.full(shape, parameters["trained"])
        self.frustration = np.zeros(shape)
        self.cut = np.full(shape, parameters["hours_cut"])
        self.units = np.full(shape, parameters["skus"] * parameters["demand"] * DAYS)
        self.asked = np.zeros(shape)
        self.empty = np.zeros(shape)

    def begin_week(self, week: int) -> Work:
        """Return what the week's hours are enough for; the roster is made on the last weeks' volumes."""
        p = self.p
        roster = p["hours"] * (1 - self.cut) + self._control("extra_hours", week)
        hours = np.maximum(_LEAST_ROSTER * p["hours"], roster)
        must = (
            p["other_hours"]
            + self.units * p["handling_seconds"] / 3600
            + self.asked * p["ask_minutes"] / 60
            + self._control("by_eye", week) * p["skus"] * DAYS * p["eye_seconds"] / 3600
        )
        checks, teaching = self._checks(week), self._teaching(week)
        pressure = (must + checks + teaching) / hours
        planned = self._control("overtime", week)
        overtime = planned + np.clip(pressure - 1 - planned, 0, p["overtime_most"])
        lacking = np.maximum(0, must + checks + teaching - hours * (1 + overtime))
        done = 1 - np.minimum(1, lacking / np.maximum(TINY, checks + teaching))
        reached = self._control("training", week) / (p["hours_to_train"] * p["staff"])
        return Work(
            hours=hours,
            cut=self.cut,
            pressure=pressure,
            overtime=overtime,
            done=done,
            hurry=np.minimum(1, np.maximum(0, lacking - checks - teaching) / hours),
            check_hours=checks * done,
            training_hours=teaching * done,
            learning=np.minimum(1, done * (reached + self._control("coaching", week) * self.trained)),
            trained=self.trained,
            frustration=self.frustration,
        )

    def end_week(self, week: int, work: Work, seen: Mapping[str, Array]) -> Array:
        """Let people learn, lose heart and leave, and the rule set next week's roster: who left.

        Training spreads as innovations do (Bass 1969): by sessions, and from colleague to colleague.
        """
        p = self.p
        strain = 1 + p["turnover_strain"] * self.frustration
        left: Array = p["staff"] * p["turnover"] * self._control("turnover", week) * strain
        lost = np.minimum(1, p["skill_lost"] * left / p["staff"]) * self.trained
        self.trained = self.trained + work.learning * (1 - self.trained) - lost
        felt = 0.5 * work.overtime / 0.1 + (1 - seen["fill"]) + work.hurry
        self.frustration = self.frustration + (np.minimum(1, felt) - self.frustration) / _FRUSTRATION_WEEKS
        step = np.where(seen["dashboard"] >= p["rule_green"], p["rule_step"], -p["rule_step"])
        # The rule deepens a cut no further than its limit, and leaves one that was deeper as it is.
        self.cut = np.clip(self.cut + step, 0, np.maximum(self.cut, p["rule_most"]))
        self.units = self.units + (seen["sold"] - self.units) / _ROSTER_WEEKS
        self.asked = self.asked + (seen["questions"] - self.asked) / _ROSTER_WEEKS
        self.empty = 1 - seen["on_shelf"]
        return left

    def _checks(self, week: int) -> Array:
        p, skus = self.p, self.p["skus"]
        walk = p["walk_seconds"] / 3600 + self.empty * p["look_minutes"] / 60
        overridden = self._control("overrides", week) + p["own_overrides"] * self.frustration
        checks: Array = (
            self._control("counts", week) * skus * p["count_minutes"] / 60
            + self._control("gap_checks", week) * skus * DAYS * walk
            + self._control("tidying", week) * skus * DAYS * p["tidy_seconds"] / 3600
            + self._control("audit", week) * p["audit_hours"]
            + overridden * skus * p["look_minutes"] / 60
        )
        return checks

    def _teaching(self, week: int) -> Array:
        coached = self._control("coaching", week) * self.trained * (1 - self.trained) * self.p["staff"]
        teaching: Array = self._control("training", week) + coached * self.p["coach_hours"]
        return teaching

    def _control(self, id: str, week: int) -> Array:
        return in_week(self.c[id], week)
