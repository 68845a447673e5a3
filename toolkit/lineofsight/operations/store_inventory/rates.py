"""A week's rates, as the people in the store make them: what is lost, misplaced, missed and looked into."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from ..controls import in_week
from .draws import DAYS

if TYPE_CHECKING:
    from ..protocol import Array
    from .staff import Work


@dataclass(frozen=True, eq=False)
class Rates:
    """Arrays (P, R), or axes of length 1 where they do not vary; a day and article unless said."""

    wanted: Array
    lost: Array
    misplaced: Array
    found: Array
    misscanned: Array
    missed: Array
    mended: Array
    """Overrides that are right; then these and those that lower the record; then all."""
    lowered: Array
    overridden: Array
    looked: Array
    right: Array
    counted: Array
    """Share of the articles counted this week."""
    by_eye: Array


def week_rates(
    week: int,
    controls: Mapping[str, Array],
    parameters: Mapping[str, float],
    luck: Mapping[str, Array],
    work: Work,
) -> Rates:
    """Return the week's rates, by the work that there is time for and by who is trained."""
    p = parameters

    def control(id: str) -> Array:
        return in_week(controls[id], week)

    wanted = p["demand"] * luck["demand_factor"][:, week] * control("demand")
    careless = (1 - p["trained_care"] * work.trained) / (1 - p["trained_care"] * p["trained"])
    slips = careless * (1 + p["hurry_mistakes"] * work.hurry)
    other = 1 - p["theft_share"] - p["receiving_share"]
    by_hand = p["receiving_share"] * control("receiving") + other * control("handling")
    parts = p["theft_share"] * control("theft") + by_hand * slips
    asked, unasked = control("overrides") / DAYS, p["own_overrides"] * work.frustration / DAYS
    mended, wrong = asked * work.trained, asked * (1 - work.trained) + unasked
    looked_at = np.clip(control("gap_checks") * work.done, 0, 1)
    right = 1 - np.clip(p["count_miss"] + p["untrained_miss"] * (1 - work.trained), 0, 1)
    return Rates(
        wanted=wanted,
        lost=wanted * p["loss"] * luck["loss_factor"][:, 0] * parts,
        misplaced=wanted * np.maximum(0, p["misplaced"] + control("misplacing")) * slips,
        found=np.minimum(1, p["found"] + control("tidying") * work.done),
        misscanned=np.minimum(1, wanted * np.maximum(0, p["misscans"] + control("misscans")) * slips),
        missed=np.clip(p["missed_lines"] + control("missed_lines"), 0, 1),
        mended=mended,
        lowered=mended + p["hoarding"] * wrong,
        overridden=asked + unasked,
        looked=looked_at * right,
        right=right,
        counted=np.clip(control("counts") * work.done, 0, 1),
        by_eye=control("by_eye"),
    )
