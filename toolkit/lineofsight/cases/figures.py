"""Figures in a paper: references to tables filled in, all others stated.

``{{table:column@x=value}}`` is one cell; ``{{table:column@max}}`` (min, sum, mean, first, last) speaks
for the column. A format may follow: ``{{backlog:open@week=14|,.0f}}``.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from statistics import fmean

from ..model.case import Table
from .findings import Finding, unknown

Cell = int | float | str | None
REFERENCE = re.compile(r"\{\{\s*([\w-]+)\s*:\s*(\w+)\s*@\s*(\w+)\s*(?:=\s*([^|}]*?)\s*)?(?:\|([^}]*))?\}\}")
ANY = re.compile(r"\{\{.*?\}\}", re.S)
# Weeks and clock times are the calendar, not figures.
CALENDAR = re.compile(r"\bweeks?\s+\d+(?:\s*(?:to|and|–|-|,)\s*(?:week\s+)?\d+)*|\b\d{1,2}:\d{2}\b", re.I)
FIGURE = re.compile(r"\d[\d,.]*\d|\d")
SPEAKERS: dict[str, Callable[[Sequence[float]], float]] = {
    "max": max,
    "min": min,
    "sum": sum,
    "mean": fmean,
    "first": lambda values: values[0],
    "last": lambda values: values[-1],
}


def filled(body: str, tables: Mapping[str, Table], file: str, start: int, found: list[Finding]) -> str:
    """Return the body with every reference filled in; what cannot be is said in ``found``."""

    def fill(match: re.Match[str]) -> str:
        line = start + body[: match.start()].count("\n")
        whole = REFERENCE.fullmatch(match.group())
        if whole is None:
            what = f"{match.group()!r} is not a reference"
            allowed = "allowed: {{table:column@week=14|,.0f}} or {{table:column@max}}"
            found.append(Finding(file, line, what, allowed, "write it like that"))
            return "…"
        return _shown(whole, tables, file, line, found)

    return ANY.sub(fill, body)


def unstated(body: str, stated: Sequence[str], file: str, start: int) -> list[Finding]:
    """Return a finding per figure that neither comes from a table nor stands in ``stated``."""
    text = ANY.sub(lambda match: _blank(match.group()), body)
    text = CALENDAR.sub(lambda match: _blank(match.group()), text)
    text = re.sub(r"^\W*\d+\.(?=\s)", lambda match: _blank(match.group()), text, flags=re.M)
    known = {figure for item in stated for figure in FIGURE.findall(item)} | set(stated)
    return [
        Finding(
            file,
            start + text[: match.start()].count("\n"),
            f"the figure {match.group()} comes from no table",
            "",
            "write it as a reference {{table:column@week=…}}, or add it to `stated:`",
        )
        for match in FIGURE.finditer(text)
        if match.group() not in known
    ]


def _blank(text: str) -> str:
    return re.sub(r"[^\n]", " ", text)


def _shown(
    match: re.Match[str], tables: Mapping[str, Table], file: str, line: int, found: list[Finding]
) -> str:
    table_id, column, by, value, form = match.groups()
    if table_id not in tables:
        found.append(unknown(file, line, "table", table_id, tables))
        return "…"
    table = tables[table_id]
    names = [item.name for item in table.columns]
    if column not in names:
        found.append(unknown(file, line, "column", column, names, f"table {table_id}"))
        return "…"
    cell = _spoken(table, column, by, file, line, found) if value is None else None
    if value is not None:
        cell = _cell(table, column, by, value, file, line, found)
    if cell is None:
        return "…"
    try:
        return format(cell, form or "")
    except ValueError:
        what = f"the format {form!r} does not fit {cell!r}"
        found.append(Finding(file, line, what, "allowed: ,.0f or .1f or .0% and the like", "correct it"))
        return "…"


def _spoken(table: Table, column: str, by: str, file: str, line: int, found: list[Finding]) -> Cell:
    if by not in SPEAKERS:
        found.append(unknown(file, line, "way to sum up a column", by, SPEAKERS))
        return None
    numbers = [value for value in table.column(column) if isinstance(value, int | float)]
    if not numbers:
        found.append(Finding(file, line, f"column {column} holds no numbers", "", "name another column"))
        return None
    return SPEAKERS[by](numbers)


def _cell(table: Table, column: str, by: str, value: str, file: str, line: int, found: list[Finding]) -> Cell:
    names = [item.name for item in table.columns]
    if by not in names:
        found.append(unknown(file, line, "column", by, names, f"table {table.id}"))
        return None
    keys = [str(key) for key in table.column(by)]
    if value not in keys:
        found.append(unknown(file, line, f"row with {by} =", value, keys, f"table {table.id}"))
        return None
    return table.column(column)[keys.index(value)]
