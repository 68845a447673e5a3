"""The table of a first draft: its model's year with nothing done, as CSV, as described columns, as charts."""

from __future__ import annotations

import json
from collections.abc import Sequence
from textwrap import indent
from typing import Any

from ..operations.protocol import Signal
from .draft_trials import Trials
from .generators import Cell, csv_text

WEEKS = 30  # as far as the papers go
DEPTH = 10  # of a column in datapackage.json


def written_weeks(trials: Trials, columns: Sequence[Signal]) -> str:
    """Return the weeks as CSV, a row a week and a column a signal."""
    histories = [trials.history(item) for item in columns]
    rows: list[list[Cell]] = [["week", *(item.id for item in columns)]]
    rows += [[week, *(f"{history[week]:.4g}" for history in histories)] for week in range(WEEKS)]
    return csv_text(rows)


def described_columns(trials: Trials, columns: Sequence[Signal]) -> str:
    """Return the columns for ``datapackage.json``, the week left out; all but the first line indented."""
    found = [json.dumps(_column(item, trials), indent=2, ensure_ascii=False) for item in columns]
    return indent(",\n".join(found), " " * DEPTH).lstrip()


def charted(name: str, item: Signal, last: int, trials: Trials) -> dict[str, str]:
    """Return what a paper with a chart of a signal up to a week says of it, by placeholder (``name_…``)."""
    weeks = [float(f"{value:.3g}") for value in trials.history(item)[: last + 1]]
    said = (
        f"{item.title}, weeks 0 to {last}: {weeks[0]:g} in week 0, between {min(weeks):g} and {max(weeks):g} "
        f"on the way, {weeks[-1]:g} at the end ({item.unit})."
    )
    return {
        f"{name}_signal": item.id,
        f"{name}_title": json.dumps(item.title, ensure_ascii=False),
        f"{name}_unit": json.dumps(item.unit),
        f"{name}_format": written_as(item.unit, max(weeks)),
        f"{name}_last": str(last),
        f"{name}_described": said,
    }


def written_as(unit: str, most: float) -> str:
    """Return the format of a figure: per cent, whole, or with two decimals where it is small."""
    if unit == "share":
        return ".0%"
    return ",.0f" if most >= 10 else ",.2f"


def _column(item: Signal, trials: Trials) -> dict[str, Any]:
    weeks = trials.history(item)[:WEEKS]
    bounds: dict[str, float] = {"minimum": min(0, int(weeks.min()))}
    if item.unit == "share" and weeks.max() <= 1:
        bounds["maximum"] = 1
    form = written_as(item.unit, float(weeks.max()))
    said = {"name": item.id, "title": item.title, "type": "number", "unit": item.unit}
    return said | {"display": form, "constraints": bounds}
