"""The forecast: a range for each asked outcome, wide enough to hold 80 of 100 possible years."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from ..errors import AnswerError
from ..model.base import Range
from ..model.case import Case
from ..model.catalogue import OutcomeUse
from ..reports.escape import escape
from .typed_number import typed_number
from .widgets import column, html, line, row

ENDS = (("low", "At least"), ("high", "At most"))
# So many times the width of what has been known, away from it: more likely a slip than a thought.
FAR = 10


class ForecastFields:
    """Two fields an outcome, as text: what cannot be read yet is kept and said on hand-in."""

    def __init__(
        self, case: Case, kept: Sequence[Mapping[str, Any]], tell: Callable[[], None], locked: bool
    ) -> None:
        self._tell = tell
        self._questioned: set[tuple[str, str, float]] = set()
        self._uses = [use for use in case.operations.outcomes if use.forecast]
        given = {item.get("outcome"): item for item in kept}
        self._texts = {
            (use.outcome, end): _shown(given.get(use.outcome, {}).get(end), use)
            for use in self._uses
            for end, _ in ENDS
        }
        lead = (
            "<h2>Forecast it</h2><p class='lead'>With this plan, where will the year end? Give a range that "
            "you think holds in 80 of 100 possible years: as narrow as you dare.</p>"
        )
        self.widget = column(
            (html(lead), *(self._asked(use, locked) for use in self._uses)), "los-card", "los-forecast"
        )

    @property
    def drafts(self) -> list[dict[str, Any]]:
        """The fields as they are typed."""
        return [
            {"outcome": use.outcome, **{end: self._texts[(use.outcome, end)] for end, _ in ENDS}}
            for use in self._uses
        ]

    def payload(self) -> list[dict[str, Any]]:
        """Return the ranges as numbers; ``AnswerError`` names what cannot be read or, once, is far off."""
        ranges = [
            {"outcome": use.outcome, **{end: self._number(use, end) for end, _ in ENDS}} for use in self._uses
        ]
        self._question(ranges)
        return ranges

    def _number(self, use: OutcomeUse, end: str) -> float:
        try:
            return typed_number(self._texts[(use.outcome, end)], _percent(use))
        except AnswerError as error:
            raise AnswerError(f"Forecast, {use.title}: {error}") from error

    def _question(self, ranges: Sequence[Mapping[str, Any]]) -> None:
        """Ask once about each number that is far from all that has been known."""
        doubts = []
        for use, given in zip(self._uses, ranges, strict=True):
            for end, label in ENDS:
                this = (use.outcome, end, given[end])
                if use.typical and this not in self._questioned and _far(given[end], use.typical):
                    self._questioned.add(this)
                    doubts.append(f"{use.title}, {label.lower()} {format(given[end], use.format)}")
        if doubts:
            raise AnswerError(
                f"Far from any year that has been known: {'; '.join(doubts)}. "
                "If you mean it, hand in once more; else change it."
            )

    def _asked(self, use: OutcomeUse, locked: bool) -> Any:
        hint = ""
        if use.typical:
            low, high = (format(value, use.format) for value in use.typical)
            hint = f"<p class='small'>Years have been known from {low} to {high}.</p>"
        fields = [self._field(use, end, label, locked) for end, label in ENDS]
        return column((html(f"<h3>{escape(use.title)}</h3>{hint}"), row(fields, "los-fields")))

    def _field(self, use: OutcomeUse, end: str, label: str, locked: bool) -> Any:
        name = f"{label}{', in %' if _percent(use) else ''}: {use.title}"
        value = self._texts[(use.outcome, end)]
        return line(name, value, lambda text: self._write(use, end, text), "los-field", disabled=locked)

    def _write(self, use: OutcomeUse, end: str, text: str) -> None:
        self._texts[(use.outcome, end)] = text.strip()
        self._tell()


def _shown(value: Any, use: OutcomeUse) -> str:
    return format(value, use.format) if isinstance(value, int | float) else str(value or "")


def _percent(use: OutcomeUse) -> bool:
    return use.format.endswith("%")


def _far(number: float, known: Range) -> bool:
    low, high = known
    return max(low - number, number - high) > FAR * (high - low)
