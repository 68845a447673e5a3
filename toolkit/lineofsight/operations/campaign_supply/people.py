"""The people: a service desk that answers those who wait, and who leaves plant, warehouse and desk."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

import numpy as np

from ..controls import in_week

if TYPE_CHECKING:
    from ..protocol import Array

TINY = 1e-9
MOST_VACANT = 0.5
TIRED, PACKED, CALLED = 0.08, 0.97, 1.1


class People:
    """Contacts, strain and vacancies of all cells (P, R)."""

    def __init__(
        self, shape: tuple[int, ...], controls: Mapping[str, Array], parameters: Mapping[str, float]
    ) -> None:
        self.p, self.c = parameters, controls
        self.vacant = np.zeros(shape)

    def answer(self, week: int, orders: Array, waiting: Array, returned: Array) -> tuple[Array, Array]:
        """Return contacts over what the desk can answer, and the part of cancellations it saves.

        Only answers beyond the usual desk's save any: the cancellation rate is the one it has today.
        """
        p = self.p
        contacts = p["contact_order"] * orders + p["contact_late"] * waiting + p["contact_return"] * returned
        desk = p["desk"] + in_week(self.c["service_desk"], week)
        more = np.minimum(contacts, desk) - np.minimum(contacts, p["desk"])
        return contacts / desk, p["desk_calm"] * more / np.maximum(TINY, contacts)

    def end_week(self, week: int, fatigue: Array, packing_load: Array, pressure: Array) -> dict[str, Any]:
        """Let people leave, and some posts in the plant stand empty; return who left and where it strains."""
        p, rate = self.p, self.p["attrition"] * in_week(self.c["attrition"], week)
        tired = p["plant_people"] * p["fatigue_leavers"] * fatigue
        packers = p["warehouse_people"] * (1 + np.clip((packing_load - 0.9) / 0.1, 0, 1))
        desk = p["desk_people"] * (1 + np.clip(pressure - 1, 0, 2))
        left = rate * (p["plant_people"] + tired + packers + desk)
        vacant = self.vacant + rate * tired / p["plant_people"] - self.vacant / p["fill_weeks"]
        self.vacant = np.minimum(MOST_VACANT, vacant)
        strained = (fatigue > TIRED) | (packing_load > PACKED) | (pressure > CALLED)
        return {"left": left, "strained": strained}
