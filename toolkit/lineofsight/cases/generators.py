"""For a case's ``make_tables.py``: the year as its model tells it, and tables as CSV, the same bytes each time."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from numpy.typing import ArrayLike

Cell = int | float | str
Rows = Iterable[Sequence[Cell]]
History = Mapping[str, Sequence[float]]


def told_year(
    folder: Path,
    series: Sequence[str],
    seed: int = 0,
    parameters: Mapping[str, float] | None = None,
    controls: Mapping[str, ArrayLike] | None = None,
) -> dict[str, list[float]]:
    """Return signals of one year of a case's model, a list of its weeks each.

    ``parameters`` come on top of the case's own (``{"noise": 0}``: a year without luck); ``controls``
    are what was done in it (weeks,), nothing by default. ``OperationsError`` for names the model has not.
    """
    from yaml import safe_load

    from ..model.case import CaseFile
    from ..operations.registry import model

    operations = CaseFile.model_validate(safe_load((folder / "case.yaml").read_text("utf-8"))).operations
    chosen = model(operations.model)
    usual = {item.id: item.default for item in chosen.parameters}
    values = usual | operations.parameters | dict(parameters or {})
    noise = chosen.noise(seed, 1, operations.horizon, values)
    year = chosen.run(controls or {}, values, noise, series)
    return {name: [float(value) for value in year.signals[name][0, 0]] for name in series}


def csv_text(rows: Rows) -> str:
    """Return rows as the text of a CSV file, a line each."""
    out = io.StringIO()
    csv.writer(out, lineterminator="\n").writerows(rows)
    return out.getvalue()


def write_tables(folder: Path, tables: Mapping[str, str]) -> None:
    """Write each text as ``tables/<name>.csv`` of a case's folder."""
    for name, text in tables.items():
        (folder / "tables" / f"{name}.csv").write_text(text, encoding="utf-8", newline="\n")
