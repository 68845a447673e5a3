"""Issues that cross three units one after another: waiting in each, sent back, growing old, given up.

A unit passes on hours / (hours + wait) of what it has in a week, so that an issue stays ``wait`` hours
in the mean and the stock obeys Little's law to the digit; an overloaded one has a pile, and works on it
in whatever hours own work leaves. What is sent back waits for the first unit's
next week.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

if TYPE_CHECKING:
    from ..protocol import Array
    from .start import Start

UNITS = 3
# What is known of the issues in a unit: how many there are, how many have been there for one, two,
# three and four Sunday nights or more, and how many more than these the old ones have seen in all.
ALL, OLD, BEYOND = 0, 4, 5
ROWS = 6
KNEE = 0.98
TINY = 1e-9


def slowdown(busy: Array) -> Array:
    """Return 1 / (1 - busy), time in the unit over work in it (M/M/1).

    From .98 on its tangent: an overloaded unit's queue grows with its load, and not at once without end.
    """
    steep = 1 / (1 - KNEE)
    below: Array = 1 / (1 - np.minimum(busy, KNEE))
    return below + steep * steep * np.maximum(0, busy - KNEE)


@dataclass(frozen=True, eq=False)
class Passage:
    """How issues get through each unit, arrays (unit, P, R).

    ``wait``: hours in the unit; ``most``: issues in a week at most. What lies there beyond ``desk``,
    the stock of a unit that is just not overloaded, is worked on as far as hours are left: ``spare``.
    """

    wait: Array
    most: Array
    spare: Array
    desk: Array


def visits(back: Any) -> tuple[Any, Any, Any]:
    """Return how often an issue is worked on in each unit, on average, where ``back`` are sent back."""
    once = 1 / (1 - back)
    return once * once, once * once, once


class Issues:
    """Open and hidden issues of all cells (P, R); ``x`` is (unit, row, P, R)."""

    def __init__(self, shape: tuple[int, ...], p: Mapping[str, float], start: Start) -> None:
        self.p = p
        self.x = np.empty((UNITS, ROWS, *shape))
        self.x[...] = start.stages[:, :, None, None]
        self.hidden = np.full(shape, start.hidden)

    def open(self) -> list[Array]:
        """Return how many are open in each unit."""
        return [unit[ALL] for unit in self.x]

    def arise(self, arisen: Array, voice: Array) -> dict[str, Array]:
        """Let issues arise, and be raised or kept back."""
        p = self.p
        share = np.minimum(1, p["surface"] + p["speak_up"] * np.maximum(0, voice - p["voice"]))
        surfaced = share * self.hidden
        at_once = voice * arisen
        self.hidden = self.hidden - surfaced + (arisen - at_once)
        raised = at_once + surfaced
        self.x[0, ALL] += raised
        return {"arisen": arisen, "raised": raised, "surfaced": surfaced, "hidden": self.hidden}

    def cross(self, passage: Passage, back: Array) -> dict[str, Any]:
        """Let issues cross the units; ``back``: the share sent back.

        Returns, among what is seen, the ``flow`` out of each unit and the hours that it ``took`` there,
        and ``seen_sundays``: of all those closed, how many Sunday nights they have seen.
        """
        x, hours = self.x, self.p["week_hours"]
        flow, returned, took, done = [], [], [], x[0]
        for unit in range(UNITS):
            if unit:
                x[unit] += done
            ready = np.maximum(TINY, x[unit, ALL])
            piled = np.minimum(passage.spare[unit], ready - passage.desk[unit])
            share = np.maximum(hours / (hours + passage.wait[unit]), piled / ready)
            share = np.minimum(share, passage.most[unit] / ready)
            took.append(hours * (1 / share - 1))
            out = share * x[unit]
            x[unit] -= out
            flow.append(out[ALL].copy())
            if unit:
                returned.append(back * out)
                out -= returned[-1]
            done = out
        again = returned[0] + returned[1]
        x[0] += again
        closed = done[ALL]
        return {
            "flow": flow, "took": took, "sent_back": again[ALL], "closed": closed, "closed_in_time": closed - done[OLD],
            "seen_sundays": done[1] + done[2] + done[3] + done[OLD] + done[BEYOND],
        }  # fmt: skip

    def sunday(self) -> dict[str, Array]:
        """Let some of the old issues be given up, and all others grow a week older."""
        share = self.p["give_up"]
        given_up = share * self.x[:, OLD]
        self.x[:, :BEYOND] -= given_up[:, None]
        self.x[:, BEYOND] *= 1 - share
        self.x[:, BEYOND] += self.x[:, OLD]
        for row in range(OLD, ALL, -1):
            self.x[:, row] = self.x[:, row - 1]
        return {"given_up": given_up[0] + given_up[1] + given_up[2]}

    def seen(self) -> dict[str, Array]:
        """Return the stocks of Sunday night, by unit, in all, and the old ones."""
        x = self.x
        units = {f"open_{unit + 1}": x[unit, ALL].copy() for unit in range(UNITS)}
        return {
            **units,
            "open": x[0, ALL] + x[1, ALL] + x[2, ALL],
            "old": x[0, OLD] + x[1, OLD] + x[2, OLD],
        }
