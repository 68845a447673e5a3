"""A day for the articles: the week's rates inverted at the day's chances, the same chances for all plans."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from .draws import DAYS, Chances, edges, events, turns
from .rounds import Rounds

if TYPE_CHECKING:
    from ..protocol import Array
    from .rates import Rates

Units = NDArray[np.int16]
Which = NDArray[np.bool_]


@dataclass(frozen=True, eq=False)
class Day:
    """What happens to which articles (SKUS, P or 1, R), or ``None`` where it happens to none in any plan.

    ``right``: whose counts, of those counted, set the record right (``None``: all).
    """

    number: int
    wanted: Units
    level: Units
    loss_chance: Chances
    lost: Sequence[Chances]
    misplaced_chance: Chances
    misplaced: Sequence[Chances]
    found: Which | None
    slipped_up: Which | None
    slipped_down: Which | None
    mended: Which | None
    lowered: Which | None
    raised: Which | None
    looked: Which | None
    counted: Which | None
    right: Which | None
    by_eye: Which | None
    delivered: Which | None


class Days:
    """The days of a year, week by week."""

    def __init__(self, shape: tuple[int, int], stagger: float, luck: Mapping[str, Any]) -> None:
        # By day, all articles and years beside one another: (days, SKUS, 1, R).
        self.luck = {
            name: np.moveaxis(chances, 0, -1)[:, :, None, :]
            for name, chances in luck.items()
            if chances.ndim == 3
        }
        self.strays = False
        self.turn = turns(luck["turn"])[:, None, :]
        self.rounds = Rounds(shape, stagger * self.turn)

    def begin_week(self, week: int, rates: Rates, level: Units) -> None:
        """Invert what is known for the whole week: demand, and whose turn it is to be counted."""
        self.first, self.level = week * DAYS, level
        self.lost = edges(rates.lost, self._most("loss"))
        self.misplaced = edges(rates.misplaced, self._most("misplaced"))
        self.strays = self.strays or bool(self.misplaced)
        chances = self.luck["demand"][self.first : self.first + DAYS]
        counts = np.empty((*chances.shape[:2], *rates.wanted.shape), np.uint8)
        wanted = edges(rates.wanted, self._most("demand"))
        self.wanted = events(chances, wanted, counts).astype(np.int16)
        self.counting = self.rounds.week(rates.counted) if np.any(rates.counted) else None
        self.by_eye = self.turn < rates.by_eye if np.any(rates.by_eye) else None
        self.limits = {
            "found": rates.found, "slipped_up": rates.misscanned / 2, "slipped": rates.misscanned,
            "mended": rates.mended, "lowered": rates.lowered, "overridden": rates.overridden,
            "looked": rates.looked, "right": rates.right, "missed": rates.missed,
        }  # fmt: skip
        # Chances have single precision: what they are held against, too.
        self.limits = {name: limit.astype(np.float32) for name, limit in self.limits.items()}
        self.some = {name: bool(limit.any()) for name, limit in self.limits.items()}
        self.some["wrong"] = bool((self.limits["right"] < 1).any())

    def day(self, at: int) -> Day:
        """Return day ``at`` (0..6) of the week."""
        some = self.some
        up, down = self._steps("misscan", at, "slipped_up", "slipped")
        mended, lowered, raised = self._steps("override", at, "mended", "lowered", "overridden")
        due = self.counting == at if self.counting is not None else None
        counted = due if due is not None and due.any() else None
        return Day(
            number=self.first + at,
            wanted=self.wanted[at],
            level=self.level,
            loss_chance=self._chance("loss", at),
            lost=self.lost,
            misplaced_chance=self._chance("misplaced", at),
            misplaced=self.misplaced,
            found=self._below("found", at, "found") if self.strays else None,
            slipped_up=up,
            slipped_down=down,
            mended=mended,
            lowered=lowered,
            raised=raised,
            looked=self._below("check", at, "looked") if some["looked"] else None,
            counted=counted,
            right=self._below("check", at, "right") if some["wrong"] else None,
            by_eye=self.by_eye,
            delivered=~self._below("supply", at, "missed") if some["missed"] else None,
        )

    def _chance(self, name: str, at: int) -> Chances:
        chance: Chances = self.luck[name][self.first + at]
        return chance

    def _below(self, name: str, at: int, limit: str) -> Which:
        below: Which = self._chance(name, at) < self.limits[limit]
        return below

    def _steps(self, name: str, at: int, *limits: str) -> list[Which | None]:
        """Return which chances lie below the first limit, between it and the next, and so on."""
        if not self.some[limits[-1]]:
            return [None for _ in limits]
        below = [self._below(name, at, limit) for limit in limits]
        return [below[0], *(wide & ~narrow for narrow, wide in pairwise(below))]

    def _most(self, name: str) -> float:
        return float(self.luck[name][self.first : self.first + DAYS].max())


def gone_before(start: Array, rate: float) -> NDArray[np.uint8]:
    """Return what had gone by the start, unseen, by article (SKUS, 1, R): Poisson at ``rate``."""
    chance = start.T[:, None, :].astype(np.float32)
    above = edges(np.full((1, 1), rate), 1.0)
    return events(chance, above, np.empty(chance.shape, np.uint8))
