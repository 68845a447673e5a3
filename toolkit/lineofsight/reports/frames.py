"""Tables of a case as pandas DataFrames, with titles and units beside them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..model.case import Table

if TYPE_CHECKING:
    import pandas


def table_frame(table: Table) -> pandas.DataFrame:
    """Return a table as a DataFrame; ``attrs`` holds its title, and titles and units by column."""
    import pandas

    kinds = {"integer": "Int64", "number": "float64", "string": "string"}
    columns = {c.name: pandas.array(table.column(c.name), dtype=kinds[c.type]) for c in table.columns}  # type: ignore[call-overload]
    frame = pandas.DataFrame(columns)
    frame.attrs = {
        "title": table.title,
        "titles": {column.name: column.title for column in table.columns},
        "units": {column.name: column.unit for column in table.columns},
    }
    return frame
