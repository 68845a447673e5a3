"""Trials of a model for a first draft: its year when nothing is done, and when one control is moved.

A few possible years without a case around them, enough to choose outcomes, actions and signals that a
new author can start from. Nothing here is fine measurement: whoever rewrites the draft checks its plans.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from ..operations import model
from ..operations.protocol import Control, Outcome, Parameter, Signal

if TYPE_CHECKING:
    from ..operations.protocol import Array, Years

SEED, YEARS, WEEKS = 2026, 12, 52
FROM = 4  # the week in which a tried control moves
SIZES = (0.03, 0.08, 0.15)
LEVERS = 9
EARLY = 16  # weeks
DOUBTS = 3
GUESSED = ("share", "factor", "1/week")
STAFF = re.compile(r"strained|leavers|nurses_left")
# What one action may be worth in each of them, so that none drowns the others.
WEIGHTS = {"customers": 0.45, "staff": 0.25, "money": 0.3}


@dataclass(frozen=True)
class Lever:
    """A control moved by so much: what that is worth, and how far it moves each signal (of its size)."""

    control: Control
    value: float
    gain: float
    moves: dict[str, float]


@dataclass(frozen=True)
class Use:
    """An outcome as the draft uses it: what it is about, its weight, what one action may gain in it."""

    outcome: Outcome
    about: str
    weight: float
    scale: float


@dataclass(frozen=True)
class Assumption:
    """A parameter that nobody has measured, and the range in which it may be doubted."""

    parameter: Parameter
    low: float
    high: float


class Trials:
    """One model, run once with nothing done and once for every control, direction and size."""

    def __init__(self, id: str) -> None:
        self.model = model(id)
        self.tried = [
            (control, value)
            for control in self.model.controls
            if "(automatic" not in control.text
            for value in _values(control)
        ]

    @cached_property
    def years(self) -> Years:
        """The possible years: row 0 does nothing, each further row moves one control."""
        parameters = {item.id: item.default for item in self.model.parameters}
        noise = self.model.noise(SEED, YEARS, WEEKS, parameters)
        keep = [item.id for item in self.model.signals]
        return self.model.run(self._controls(), parameters, noise, keep)

    def uses(self) -> list[Use]:
        """Return the outcomes to judge by: one for customers, one for staff, all that is money."""
        money = [item for item in self.model.outcomes if item.unit == "USD"]
        staff = [item for item in self.model.outcomes if STAFF.search(item.id)][:1]
        others = [item for item in self.model.outcomes if item not in (*money, *staff)][:1]
        # Money is money: all of it on one scale, whatever it is called.
        dear = max(self._spread(item) for item in money)
        return [
            *(Use(item, "customers", WEIGHTS["customers"], self._spread(item)) for item in others),
            *(Use(item, "staff", WEIGHTS["staff"], self._spread(item)) for item in staff),
            *(Use(item, "money", WEIGHTS["money"] / len(money), dear) for item in money),
        ]

    def levers(self) -> list[Lever]:
        """Return the best move of each of the controls that help most, best first."""
        best: dict[str, Lever] = {}
        gains = self._gains()
        for row, (control, value) in enumerate(self.tried, 1):
            gain = float(gains[row])
            if control.id not in best or gain > best[control.id].gain:
                best[control.id] = Lever(control, value, gain, self._moved(row))
        return sorted(best.values(), key=lambda lever: -lever.gain)[:LEVERS]

    def typical(self, item: Outcome) -> tuple[float, float]:
        """Return the range in which an outcome lies when nothing is done or one thing that helps."""
        found = self.years.outcomes[item.id][self._gains() >= 0]
        low, high = float(found.min()), float(found.max())
        room = (high - low) / 10 or 1.0
        top = 1.0 if item.unit == "share" and high <= 1 else rounded(high + room)
        return max(0.0, rounded(low - room)), top

    def doubts(self) -> list[Assumption]:
        """Return three assumptions about rates and shares, a fifth less to a fifth more."""
        found = []
        for item in self.model.parameters:
            low, high = (rounded(item.default * factor) for factor in (0.8, 1.2))
            guessed = item.source == "assumption" and item.unit in GUESSED and "noise" not in item.id
            if guessed and item.low <= low < high <= item.high:
                found.append(Assumption(item, low, high))
        return found[:DOUBTS]

    def signals(self) -> list[Signal]:
        """Return the signals that change from week to week when nothing is done."""
        return [item for item in self.model.signals if self.history(item).std() > 0]

    def alive(self, item: Signal) -> bool:
        """Return whether a chart of a signal's first weeks, nothing done, has something to show."""
        weeks = self.history(item)[:EARLY]
        return bool((weeks > 0).mean() > 1 / 2 and weeks.max() >= (0.05 if item.unit == "share" else 1))

    def history(self, item: Signal) -> Array:
        """Return a signal's weeks in the first possible year, nothing done, shaped (weeks,)."""
        weeks: Array = self.years.signals[item.id][0, 0]
        return weeks

    def _controls(self) -> dict[str, Array]:
        import numpy as np

        arrays: dict[str, Array] = {}
        shape = (len(self.tried) + 1, 1, WEEKS)
        for row, (control, value) in enumerate(self.tried, 1):
            array = arrays.setdefault(control.id, np.full(shape, float(control.default)))
            moved = {"sum": control.default + value, "product": control.default * value, "max": value}
            until = FROM + 1 if control.once else WEEKS
            array[row, :, FROM:until] = np.clip(moved[control.combine], control.low, control.high)
        return arrays

    def _means(self, item: Outcome) -> Array:
        means: Array = self.years.outcomes[item.id].mean(axis=1)
        return means

    def _spread(self, item: Outcome) -> float:
        """Return the most that one control gains in an outcome (a tenth of it if none does)."""
        means, sign = self._means(item), 1 if item.better == "up" else -1
        most = float((sign * (means - means[0])).max())
        return rounded(most) or rounded(abs(float(means[0])) / 10) or 1.0

    def _gains(self) -> Array:
        import numpy as np

        worth = np.zeros(len(self.tried) + 1)
        for use in self.uses():
            sign = 1 if use.outcome.better == "up" else -1
            worth += sign * use.weight * self._means(use.outcome) / use.scale
        gains: Array = worth - worth[0]
        return gains

    def _moved(self, row: int) -> dict[str, float]:
        found = {}
        for item in self.signals():
            quiet, moved = (self.years.signals[item.id][at].mean() for at in (0, row))
            found[item.id] = float(abs(moved - quiet) / (abs(quiet) or 1.0))
        return found


def _values(control: Control) -> Iterator[float]:
    """Yield what a control may be moved by, as an action states it: both ways where it goes both ways."""
    for size in (1.0,) if control.unit == "0 or 1" else SIZES:
        up, down = size * (control.high - control.default), size * (control.low - control.default)
        if control.combine == "max":
            yield rounded(control.default + up)
            continue
        base = control.default if control.combine == "product" else 0.0
        yield from (rounded(base + step) for step in (up, down) if step)


def rounded(value: float) -> float:
    """Return a number of two significant digits, as people write it in a plan."""
    return float(f"{value:.2g}")
