"""What people know and believe: who can name two priorities, whether joint work is meant, who speaks up."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

import numpy as np

if TYPE_CHECKING:
    from ..protocol import Array
    from .start import Start

HEARD = 0.02
KNOWN_BY = 0.95
LEAST_VOICE = 0.05


class Beliefs:
    """Clarity and trust of all cells (P, R), as shares."""

    def __init__(self, shape: tuple[int, ...], p: Mapping[str, float], start: Start) -> None:
        self.p, self.start = p, start
        self.clarity = np.full(shape, p["named_two"])
        self.trust = np.full(shape, p["trust"])

    def voice(self, now: Mapping[str, Any]) -> Array:
        """Return the share of issues that are raised at once."""
        p = self.p
        open_up: Array = np.clip(
            p["voice"] + now["voice"] + p["trust_voice"] * (self.trust - p["trust"]), LEAST_VOICE, 1
        )
        return open_up

    def follow(self, now: Mapping[str, Any], switches: Array, in_time: Array, coasting: Array) -> None:
        """Let clarity follow what is worked through and wiped out, and trust what people see.

        Celebrated poor results cost trust: people take it for cynicism.
        """
        p, start = self.p, self.start
        told = p["named_two"] + now["recall"] + HEARD * now["announcements"]
        kept = (1 + p["forget"] * p["switches"]) / (1 + p["forget"] * switches)
        self.clarity = self.clarity + (np.minimum(KNOWN_BY, told * kept) - self.clarity) / p["clarity_weeks"]
        good = np.clip((in_time - p["result_bar"]) / (1 - p["result_bar"]), -1, 1)
        believed = (
            p["trust"]
            + p["trust_results"] * (in_time - start.in_time)
            + p["praise"] * now["celebrate"] * good
            - p["unfair"] * (coasting - start.effort.coasting)
        )
        self.trust = self.trust + (np.clip(believed, 0, 1) - self.trust) / p["trust_weeks"]


def felt_clear(p: Mapping[str, float], now: Mapping[str, Any]) -> dict[str, Any]:
    """Return who feel clear, and which leaders are sure that they are: announcements work on both."""
    told = now["announcements"]
    return {
        "felt_clear": p["felt_clear"] + 0.5 * (1 - p["felt_clear"]) * told,
        "leaders_sure": p["leaders_sure"] + 0.5 * (1 - p["leaders_sure"]) * told,
    }
