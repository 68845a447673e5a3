"""Tables and runs as pandas frames: typed columns, units beside them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from ..model.case import Table

if TYPE_CHECKING:
    import numpy as np
    import pandas
    from numpy.typing import NDArray

_TYPES = {"integer": "Int64", "number": "float64", "string": "str"}
QUANTILES = {"low": 0.1, "median": 0.5, "high": 0.9}


def table_frame(table: Table) -> pandas.DataFrame:
    """Return a case's table; ``frame.attrs`` holds ``title``, ``titles`` and ``units`` by column."""
    import pandas

    frame = pandas.DataFrame(
        {
            column.name: pandas.Series(table.column(column.name), dtype=_TYPES[column.type])
            for column in table.columns
        }
    )
    frame.attrs = {
        "title": table.title,
        "titles": {column.name: column.title for column in table.columns},
        "units": {column.name: column.unit for column in table.columns},
    }
    return frame


def quantile_frame(runs: Mapping[str, NDArray[np.float64]], first: int = 0) -> pandas.DataFrame:
    """Return signals of possible years as one tidy frame: run, week, low, median, high.

    ``runs``: name -> (replications, weeks) in the signal's unit; low and high are the 10 and 90 %
    quantiles over the years. ``first`` is the number of the first week.
    """
    import numpy as np
    import pandas

    parts = []
    for name, years in runs.items():
        bands = np.quantile(years, list(QUANTILES.values()), axis=0)
        weeks = np.arange(first, first + years.shape[1])
        parts.append(
            pandas.DataFrame({"run": name, "week": weeks, **dict(zip(QUANTILES, bands, strict=True))})
        )
    return pandas.concat(parts, ignore_index=True)
