"""Doubt it: move two assumptions within their range and see whether the order of plans changes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from ..desk import runs
from ..model.answers import PlannedAction
from ..operations import models
from ..reports.amounts import amount
from ..reports.escape import escape
from .again import MEASURE
from .widgets import choice, column, html, row

if TYPE_CHECKING:
    from ipywidgets import Widget

    from .page import Page

MOST = 2


class Doubts:
    """A list per assumption, and the plans in order under what is chosen."""

    def __init__(self, page: Page, actions: Sequence[PlannedAction]) -> None:
        self._case = page.visit.case
        self._plans = runs.rivals(self._case, actions)
        self._moved: dict[str, float] = {}
        self._usual = runs.gains(self._case, list(self._plans.values()))
        lead = (
            "<h2>Doubt it</h2><p>The model assumes a figure for each of these. Move up to two within their range, "
            f"and see whether another plan would have been the better one.</p><p class='small'>{MEASURE}</p>"
        )
        lists = [self._list(page, at) for at in range(len(self._case.operations.doubts))]
        self._order = html("", "los-say")
        self.widget = column((html(lead), row(lists, "los-fields"), self._order), "los-card", "los-doubt")
        self._draw()

    def _list(self, page: Page, at: int) -> Widget:
        doubt = self._case.operations.doubts[at]
        parameter = next(
            p for p in models()[self._case.operations.model].parameters if p.id == doubt.parameter
        )
        usual = self._case.operations.parameters.get(doubt.parameter, parameter.default)
        ends = (("as assumed", "", usual), ("low", "low", doubt.low), ("high", "high", doubt.high))
        options = [(f"{said}: {amount((value, value), parameter.unit)}", end) for said, end, value in ends]
        # The case says first what is assumed, then what is known of it.
        asked, _, known = doubt.text.partition(". ")

        def moved(end: str) -> None:
            page.guarded(
                lambda: self._move(doubt.parameter, {"low": doubt.low, "high": doubt.high}.get(end))
            )()

        field = choice(asked.rstrip("."), options, "", moved, "los-field")
        return column((field, html(f"<p class='small'>{escape(known)}</p>"))) if known else field

    def _move(self, parameter: str, value: float | None) -> None:
        self._moved.pop(parameter, None)
        if value is not None:
            self._moved[parameter] = value
        self._draw()

    def _draw(self) -> None:
        if len(self._moved) > MOST:
            self._order.value = "<p class='los-warn'>Two at a time: set one back to what was assumed.</p>"
            return
        gains = (
            runs.gains(self._case, list(self._plans.values()), self._moved) if self._moved else self._usual
        )
        before, now = self._ranked(self._usual), self._ranked(gains)
        verdict = _verdict(list(before), list(now))
        lines = "".join(
            f"<li>{escape(name)} <small class='num'>{_said(gain)}</small></li>" for name, gain in now.items()
        )
        words = f"<p><b>{verdict}</b></p>" if self._moved else ""
        self._order.value = f"<h3>Best first</h3><ol>{lines}</ol>{words}"

    def _ranked(self, gains: Sequence[float]) -> Mapping[str, float]:
        pairs = zip(self._plans, gains, strict=True)
        return dict(sorted(pairs, key=lambda pair: -pair[1]))


def _verdict(before: Sequence[str], now: Sequence[str]) -> str:
    if before[0] != now[0]:
        return "The order of plans changes, and another comes first: the choice hangs on these figures."
    if before != now:
        return "The order of plans changes further down; what comes first stays first."
    return "The order of plans stays as it was: the choice does not hang on these figures."


def _said(gain: float) -> str:
    return "the measure" if abs(gain) < 5e-4 else f"{gain:+.2f} against doing nothing".replace("-", "−")
