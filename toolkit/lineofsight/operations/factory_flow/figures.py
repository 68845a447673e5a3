"""The figures about the line that upstairs and the floor look at: utilisation, OEE by two definitions.

OEE is availability times performance times quality (Nakajima, 1988); what counts as planned time, and so
as no loss, is left to whoever reports it. Utilisation counts a machine busy while it is set up, mends
its own failures, or makes what nobody ordered.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

import numpy as np

from .stations import NEEDLE, Station

if TYPE_CHECKING:
    from ..protocol import Array


def figures(
    seen: Mapping[str, Any], stations: Sequence[Station], ran: Sequence[tuple[Array, Array, Array]]
) -> dict[str, Array]:
    """Return the week's figures, each (P, R)."""
    more, set_ups = seen["overtime_hours"], seen["set_ups"]
    needle, (up, capacity, _) = stations[NEEDLE - 1], ran[NEEDLE - 1]
    busy: list[Array] = []
    right = np.ones(1)
    for station, (running, _, used) in zip(stations, ran, strict=True):
        # What is not free to run is being set up, tried or mended.
        idle = (station.free + more) * (running * (1 - used) + 1 - running)
        share = 1 - idle / (station.hours + more)
        busy.append(share)
        right = right * (1 - station.fails)
    quality = (1 - needle.fails) * np.minimum(1, seen["speed"])
    return {
        "utilisation": busy[NEEDLE - 1],
        "utilisation_all": sum(busy) / len(busy),
        "first_pass": right,
        "oee_reported": up * quality,
        "oee": up * quality * (needle.free + more) / (needle.hours + more),
        "capacity": capacity,
        "stop_hours": (1 - up) * (needle.free + more),
        "set_up_hours": set_ups * needle.set_up,
        "plan_kept": seen["finished"] / np.maximum(1, seen["released"]),
    }
