"""Errors, harm and what is said about them: handovers, checklists, reports, and what is learnt.

Everything is an expected number, and every effect is a published association or an assumption: this
tells how often things go wrong in such weeks, never who did wrong. Reports rise when people dare to
report; hazards fall only when something is changed after a report. That harm per error goes with
staffing as failure to rescue does is an assumption.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

import numpy as np

from ..controls import in_week

if TYPE_CHECKING:
    from ..protocol import Array

# Handovers twice a day from notes, as where the published error rate was counted.
RETAINED_USUAL = 0.7912**2
# Once half of all reports lead to something, an invitation to report is believed.
BELIEVED = 0.5
TINY = 1e-9


class Safety:
    """Hazards and voice of all cells (P, R)."""

    def __init__(
        self,
        shape: tuple[int, int],
        controls: Mapping[str, Array],
        parameters: Mapping[str, float],
        luck: Array,
    ) -> None:
        self.p, self.c, self._luck = parameters, controls, luck
        self.hazard = np.ones(shape)
        self.voice = np.full(shape, parameters["voice"])

    def week(
        self, week: int, admitted: Array, agency_share: Array, staff: Mapping[str, Array], long: Array
    ) -> dict[str, Array]:
        """Return a week's errors and reports, and learn from them.

        ``admitted``: patients; ``staff``: what ``Staff`` saw of the week; ``long``: share of bed
        requests that waited twelve hours.
        """
        p = self.p
        fidelity = np.clip(p["fidelity"] + in_week(self.c["fidelity"], week), 0, 1)
        fidelity = fidelity * (1 - p["fidelity_agency"] * agency_share)
        retained = self._retained(week)
        load = (1 + p["load_ratio"] * staff["extra"]) * (1 + p["load_boarding"] * long)
        load = load * np.maximum(0, 1 + p["load_information"] * (RETAINED_USUAL - retained))
        rate = self.hazard * load * p["errors"] * p["fidelity_ratio"] ** fidelity
        errors = self._luck[:, week] * rate * admitted / 100
        checklist = np.clip(p["checklist"] + in_week(self.c["checklist"], week), 0, 1)
        signed = np.clip(p["checklist_signed"] + in_week(self.c["checklist_signed"], week), 0, 1)
        harm = p["harm_share"] * staff["staffing_risk"] * (1 - p["checklist_effect"] * checklist)
        return {
            "fidelity": fidelity, "retained": retained, "errors": errors, "errors_per_100": rate,
            "checklist": checklist, "checklist_signed": signed, "harms": errors * harm,
            **self._learn(week, errors),
        }  # fmt: skip

    def _retained(self, week: int) -> Array:
        p, sheet = self.p, in_week(self.c["handover_sheet"], week)
        each = p["retained"] + sheet * (p["retained_sheet"] - p["retained"])
        retained: Array = each ** (p["handovers"] + in_week(self.c["extra_handovers"], week))
        return retained

    def _learn(self, week: int, errors: Array) -> dict[str, Array]:
        p = self.p
        acted_share = np.clip(p["acted_on"] + in_week(self.c["follow_up"], week), 0, 1)
        believed = p["voice_alone"] + (1 - p["voice_alone"]) * np.minimum(1, acted_share / BELIEVED)
        asked = np.clip(p["voice"] + in_week(self.c["speaking_up"], week) * believed, 0, 1)
        voice = self.voice + (asked - self.voice) / p["voice_weeks"]
        reported = voice * errors * (1 + p["near_misses"])
        acted_on = acted_share * reported
        seen = {"reported": reported, "acted_on": acted_on, "voice": voice, "hazard": self.hazard}
        drift = (1 - self.hazard) / p["drift_weeks"]
        self.hazard = self.hazard * np.exp(-p["learning"] * acted_on) + drift
        self.voice = voice
        return seen
