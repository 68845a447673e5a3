"""The table behind an exhibit as a frame: types and units kept."""

from __future__ import annotations

import numpy as np

from lineofsight.model.case import Case
from lineofsight.reports.frames import quantile_frame, table_frame


def test_types_gaps_and_units(case: Case) -> None:
    frame = table_frame(case.table("queue"))
    assert frame["week"].dtype == "Int64"
    assert frame["share"].isna().tolist() == [False, True, False]
    assert frame["note"].tolist() == ["calm", "calm", "<b>late</b>"]
    assert frame.attrs["units"]["open"] == "letters"


def test_quantiles_of_possible_years() -> None:
    years = np.arange(101.0)[:, None] * np.ones((1, 3))
    frame = quantile_frame({"plan": years}, first=10)
    assert frame["week"].tolist() == [10, 11, 12]
    assert frame.iloc[0][["low", "median", "high"]].tolist() == [10, 50, 90]
