"""Who comes in a week, hour by hour: bed requests, planned operations, patients who go home again.

What comes does not depend on how full the hospital is, so a week's arrivals are known when it begins.
Where no plan moves them they are held once for all plans: arrays (168, p, R) with p = 1 or P.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from ..controls import in_week
from .rhythm import HOURS, coming, operating, requesting

if TYPE_CHECKING:
    from ..protocol import Array

Indices = NDArray[np.int64]
Flags = NDArray[np.bool_]
TINY = 1e-9


@dataclass(frozen=True, eq=False)
class Week:
    """Patients by the hour: bed requests (168, 2, p, R), urgent first; the others (168, p, R).

    ``divertible``: of the bed requests that are not urgent, those that are sent on while the
    department is on divert; ``divert``: the same as a share (p, r), for those who go home. Both are
    ``None`` if no plan diverts. ``busy`` (p, R) multiplies those who go home.
    """

    requests: Array
    divertible: Array | None
    divert: Array | None
    planned: Array
    walk_ins: Array
    busy: Array


class Arrivals:
    """Who comes, in all cells (P, R)."""

    def __init__(
        self, controls: Mapping[str, Array], parameters: Mapping[str, float], noise: Mapping[str, Any]
    ) -> None:
        self.p, self.c, self.noise = parameters, controls, noise
        rhythm = parameters["rhythm"]
        self._requesting, self._coming = _rates(requesting(rhythm)), _rates(coming(rhythm))
        self._usual, self._even = (_rates(operating(rhythm, even)) for even in (False, True))

    def week(self, week: int) -> Week:
        """Return a week's patients."""
        p = self.p
        season = p["season_factor"] if 0 <= week - p["season_week"] < p["season_weeks"] else 1.0
        busy = season * in_week(self.c["demand"], week) * self.noise["season"][:, week]
        diverting = in_week(self.c["diversion"], week)
        divert = diverting if np.any(diverting) else None
        unplanned = p["admissions"] * (1 - p["planned_share"])
        requests, divertible = self._requests(week, unplanned * busy, divert)
        counts = self.noise["walk_ins"][:, week].T[:, None, :].astype(float)
        walk_ins = self._luck(counts, self._coming, p["walk_ins"])
        return Week(requests, divertible, divert, self._planned(week), walk_ins, busy)

    def _requests(self, week: int, rate: Array, divert: Array | None) -> tuple[Array, Array | None]:
        first, avoided = self.p["urgent_share"], in_week(self.c["avoided"], week)
        row, come, hour, lot = self._listed("request", week, rate)
        urgent = lot < first
        # What is left of the lot is as evenly spread as the lot was: it decides who can go elsewhere.
        rest = (lot - first) / max(1 - first, TINY)
        come = come & (urgent | (rest >= _of(avoided, row, self._rows)))
        counts = _by_hour(come, 2 * hour + ~urgent, row, self._rows, 2 * HOURS)
        counts = counts.reshape(HOURS, 2, *counts.shape[1:])
        shares = np.stack(np.broadcast_arrays(first + 0 * avoided, (1 - first) * (1 - avoided)))
        requests = self._luck(counts, self._requesting[:, None], rate * shares)
        if divert is None:
            return requests, None
        elsewhere = np.minimum(1, avoided + divert)
        sent_on = _by_hour(
            come & ~urgent & (rest < _of(elsewhere, row, self._rows)), hour, row, self._rows, HOURS
        )
        return requests, self._luck(sent_on, self._requesting, rate * (1 - first) * (elsewhere - avoided))

    def _planned(self, week: int) -> Array:
        smooth = in_week(self.c["planned_smoothing"], week)
        rate = self.p["admissions"] * self.p["planned_share"] * in_week(self.c["planned_volume"], week)
        row, come, usual, even, lot = self._listed("planned", week, rate)
        hour = np.where(lot < _of(smooth, row, self._rows), even, usual)
        counts = _by_hour(come, hour, row, self._rows, HOURS)
        return self._luck(counts, self._usual, (1 - smooth) * rate, self._even, smooth * rate)

    @property
    def _rows(self) -> int:
        return len(self.noise["season"])

    def _listed(self, kind: str, week: int, rate: Array) -> tuple[Any, ...]:
        """List who comes in some plan (n,): replication, whether in each plan (p, n), hours, lot."""
        marks = self.noise[f"{kind}_at"][:, week]
        row, at = np.nonzero(marks < rate.max())
        come = marks[row, at] < _of(rate, row, self._rows)
        names = [name for name in self.noise if name.startswith(f"{kind}_hour")]
        hours = [self.noise[name][row, week, at].astype(np.int64) for name in names]
        return row, come, *hours, self.noise[f"{kind}_lot"][row, week, at].astype(float)

    def _luck(self, counts: Array, *expected: Array | float) -> Array:
        """Draw counts towards what is expected: pairs of a profile (168, ...) and a number a week."""
        noise = self.p["noise"]
        if noise == 1:
            return counts
        profiles, numbers = expected[::2], expected[1::2]
        on_average = sum(profile * number for profile, number in zip(profiles, numbers, strict=True))
        return noise * counts + (1 - noise) * on_average


def _rates(profile: Array) -> Array:
    rates: Array = (profile / HOURS)[:, None, None]
    return rates


def _of(values: Array, row: Indices, rows: int) -> Array:
    """Return each listed patient's value in every plan (p, n) from values (p, r)."""
    listed: Array = np.broadcast_to(values, (values.shape[0], rows))[:, row]
    return listed


def _by_hour(chosen: Flags, hour: Indices, row: Indices, rows: int, hours: int) -> Array:
    """Count the chosen among the listed (p, n) by their hours (n,) or (p, n): (hours, p, R)."""
    plans, listed = np.broadcast_shapes(chosen.shape, hour.shape)
    cell = (hour * plans + np.arange(plans)[:, None]) * rows + row
    weights = np.broadcast_to(chosen, (plans, listed)).astype(float)
    counts = np.asarray(np.bincount(cell.ravel(), weights.ravel(), hours * plans * rows), dtype=float)
    return counts.reshape(hours, plans, rows)
