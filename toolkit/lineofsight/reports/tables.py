"""Tables as HTML: a caption, headings with units, tabular numerals, a box the keyboard can scroll."""

from __future__ import annotations

from collections.abc import Sequence

from ..model.base import Range
from ..model.case import Column, Table
from .escape import escape

Cell = int | float | str | None
MISSING = '<span class="los-none" role="img" aria-label="no figure">–</span>'


def table_html(table: Table, columns: Sequence[str] = (), rows: Range | None = None) -> str:
    """Return a case's table. ``columns``: which and in what order (none: all).

    ``rows`` keeps the rows whose first shown column lies in that range, ends included.
    """
    return grid(table.title, *part(table, columns, rows))


def part(
    table: Table, columns: Sequence[str] = (), rows: Range | None = None
) -> tuple[list[Column], list[list[Cell]]]:
    """Return the columns that are shown, each with a format, and the cells row by row (as ``table_html``)."""
    named = {column.name: (at, column) for at, column in enumerate(table.columns)}
    shown = [named[name] for name in columns] if columns else list(named.values())
    first = shown[0][0]
    kept = [row for row in table.rows if rows is None or _inside(row[first], rows)]
    body = [[row[at] for at, _ in shown] for row in kept]
    return _all_settled([column for _, column in shown], body), body


def grid(caption: str, columns: Sequence[Column], rows: Sequence[Sequence[Cell]]) -> str:
    """Return any table: the first cell of a row is its heading, numbers stand to the right."""
    columns = _all_settled(columns, rows)
    heads = "".join(_head(column) for column in columns)
    body = "".join(
        "<tr>"
        + "".join(
            _cell(value, column, at == 0) for at, (value, column) in enumerate(zip(row, columns, strict=True))
        )
        + "</tr>"
        for row in rows
    )
    name = escape(caption)
    return (
        f'<div class="los-scroll" role="region" aria-label="Table: {name}" tabindex="0">'
        f"<table><caption>{name}</caption><thead><tr>{heads}</tr></thead><tbody>{body}</tbody></table></div>"
    )


def folded(summary: str, inside: str) -> str:
    """Return something that opens with one press; closed at first."""
    return f'<details class="los-equal"><summary>{escape(summary)}</summary>{inside}</details>'


def shown_as(value: Cell, column: Column) -> str:
    """Return a cell as text in its column's format (default: whole, thousands apart)."""
    if value is None:
        return "–"
    return value if isinstance(value, str) else format(value, column.format or ",.0f")


def _all_settled(columns: Sequence[Column], rows: Sequence[Sequence[Cell]]) -> list[Column]:
    """Return the columns, each with a format that its figures can be read in."""
    return [_settled(column, [row[at] for row in rows]) for at, column in enumerate(columns)]


def _settled(column: Column, values: Sequence[Cell]) -> Column:
    """Give a column without a format as many decimals as its figures need, at most two."""
    numbers = [value for value in values if isinstance(value, float)]
    if column.format or not numbers:
        return column
    needed = next((n for n in (0, 1) if all(abs(x - round(x, n)) < 1e-9 for x in numbers)), 2)
    return column.model_copy(update={"format": f",.{needed}f"})


def _head(column: Column) -> str:
    number = ' class="num"' if column.type != "string" else ""
    return f'<th scope="col"{number}>{escape(column.title)}</th>'


def _cell(value: Cell, column: Column, heads_row: bool) -> str:
    number = ' class="num"' if column.type != "string" else ""
    text = MISSING if value is None else escape(shown_as(value, column))
    return f'<th scope="row"{number}>{text}</th>' if heads_row else f"<td{number}>{text}</td>"


def _inside(value: Cell, rows: Range) -> bool:
    return not isinstance(value, (int, float)) or rows[0] <= value <= rows[1]
