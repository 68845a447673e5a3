"""Tables as HTML: real headers, right-aligned figures, a scrolling box that the keyboard reaches."""

from __future__ import annotations

from collections.abc import Sequence

from ..model.case import Column, Table
from ..model.exhibit import Chart
from .escape import escape

Cell = int | float | str | None


def table_html(
    table: Table,
    columns: Sequence[str] = (),
    rows: tuple[float, float] | None = None,
    chart: Chart | None = None,
) -> str:
    """Return a table: the given columns (all by default) of the rows whose first column is in range."""
    chosen = [column for column in table.columns if not columns or column.name in columns]
    formats = {series.column: chart.y_format for series in chart.series} if chart else {}
    first = table.columns[0].name
    kept = [row for row, x in zip(table.rows, table.column(first), strict=True) if _within(x, rows)]
    at = {column.name: place for place, column in enumerate(table.columns)}
    head = "".join(f"<th scope='col' class='{column.type}'>{_title(column)}</th>" for column in chosen)
    body = "".join(
        "<tr>"
        + "".join(_cell(row[at[c.name]], c, formats.get(c.name, ""), c is chosen[0]) for c in chosen)
        + "</tr>"
        for row in kept
    )
    return (
        f"<div class='los-scroll' tabindex='0' role='region' aria-label='{escape(table.title)}'>"
        f"<table><caption>{escape(table.title)}</caption><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table></div>"
    )


def _within(value: Cell, rows: tuple[float, float] | None) -> bool:
    return rows is None or not isinstance(value, int | float) or rows[0] <= value <= rows[1]


def _title(column: Column) -> str:
    unit = f" <small>{escape(column.unit)}</small>" if column.unit else ""
    return f"{escape(column.title)}{unit}"


def _cell(value: Cell, column: Column, form: str, header: bool) -> str:
    tag = "th scope='row'" if header else "td"
    return f"<{tag} class='{column.type}'>{escape(shown(value, column, form))}</{tag.split()[0]}>"


def shown(value: Cell, column: Column, form: str = "") -> str:
    """Return a cell's value as it is read: thousands separated, shares as per cent, none as a dash."""
    if value is None:
        return "–"
    if isinstance(value, str):
        return value
    form = column.format or form
    if not form:
        form = "d" if column.name == "week" else "," if isinstance(value, int) else ",.4g"
    try:
        return format(value, form)
    except ValueError:
        return str(value)
