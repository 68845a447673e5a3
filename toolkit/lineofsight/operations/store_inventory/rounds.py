"""When articles are counted: counts come round as their share of the articles adds up."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from .draws import DAYS

if TYPE_CHECKING:
    from ..protocol import Array

NEVER = -1
_SLACK = 1e-9


class Rounds:
    """The articles' turns, ``turn`` (SKUS, 1, R) in 0..1: each is counted when the counts of an article reach a whole."""

    def __init__(self, shape: tuple[int, int], turn: Array) -> None:
        self.turn = turn
        self.made = np.zeros(shape)
        self._stands, self._missing = np.empty((2, len(turn), *shape))

    def week(self, share: Array) -> NDArray[np.int8]:
        """Return the day (0..6) on which each article is counted this week, or ``NEVER``.

        ``share`` (P, R) of the articles, at most 1, so that none has two turns in a week.
        """
        stands = np.add(self.made, self.turn, out=self._stands)
        missing = np.floor(np.add(stands, _SLACK, out=self._missing), out=self._missing)
        missing += 1
        missing -= stands
        not_due = missing > share + _SLACK
        missing *= DAYS / np.maximum(_SLACK, share)
        missing -= 1e-6
        day = np.clip(np.floor(missing, out=missing), 0, DAYS - 1, out=missing)
        self.made = self.made + share
        days = day.astype(np.int8)
        days[not_due] = NEVER
        return days
