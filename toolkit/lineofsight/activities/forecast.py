"""The forecast: a range for each asked outcome, wide enough to hold 80 of 100 possible years."""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from ..errors import AnswerError
from ..model.case import Case
from ..model.catalogue import OutcomeUse
from ..reports.escape import escape
from .widgets import column, html, line, row

ENDS = (("low", "At least"), ("high", "At most"))
SHOWN = 40
# Points that part thousands for some and decimals for others.
POINTS = re.compile(r"-?\d{1,3}(\.\d{3})+")


class ForecastFields:
    """Two fields an outcome, as text: what cannot be read yet is kept and said on hand-in."""

    def __init__(
        self, case: Case, kept: Sequence[Mapping[str, Any]], tell: Callable[[], None], locked: bool
    ) -> None:
        self._tell = tell
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
        """Return the ranges as numbers; ``AnswerError`` names what cannot be read."""
        return [
            {"outcome": use.outcome, **{end: self._number(use, end) for end, _ in ENDS}} for use in self._uses
        ]

    def _number(self, use: OutcomeUse, end: str) -> float:
        text = self._texts[(use.outcome, end)]
        if POINTS.fullmatch(text.strip()):
            plain = text.strip().replace(".", "")
            raise AnswerError(f"Forecast, {use.title}: “{text}” may be read in two ways. Write {plain}, say.")
        try:
            number = float(re.sub(r"[\s,_'’]", "", text))
        except ValueError:
            number = math.nan
        if math.isfinite(number):
            return number
        start = text if len(text) <= SHOWN else f"{text[:SHOWN]} …"
        what = f"“{start}” is not a number" if text else "there is no number yet"
        raise AnswerError(f"Forecast, {use.title}: {what}. Write it in digits.")

    def _asked(self, use: OutcomeUse, locked: bool) -> Any:
        hint = ""
        if use.typical:
            low, high = (format(value, use.format) for value in use.typical)
            hint = f"<p class='small'>Years have been known from {low} to {high}.</p>"
        fields = [self._field(use, end, label, locked) for end, label in ENDS]
        return column((html(f"<h3>{escape(use.title)}</h3>{hint}"), row(fields, "los-fields")))

    def _field(self, use: OutcomeUse, end: str, label: str, locked: bool) -> Any:
        name = f"{label}: {use.title}"
        value = self._texts[(use.outcome, end)]
        return line(name, value, lambda text: self._write(use, end, text), "los-field", disabled=locked)

    def _write(self, use: OutcomeUse, end: str, text: str) -> None:
        self._texts[(use.outcome, end)] = text.strip()
        self._tell()


def _shown(value: Any, use: OutcomeUse) -> str:
    return format(value, use.format) if isinstance(value, int | float) else str(value or "")
