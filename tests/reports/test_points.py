"""Points in tenths add up to what stands above them, whatever the parts."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lineofsight.reports.points import shown_points


@pytest.mark.parametrize(
    ("parts", "whole", "shown"),
    [
        ([0.25, 0.25, 0.25], 0.8, (0.3, 0.3, 0.2)),
        ([9.0, -2.25, -2.25], 4.5, (9.0, -2.2, -2.3)),
        ([0.1, 0.2], 0.3, (0.1, 0.2)),
        ([12.34, 0.0, 3.33], 15.7, (12.4, 0.0, 3.3)),
        ([-1.0, 1.0], 0.0, (-1.0, 1.0)),
        ([], 0.0, ()),
    ],
)
def test_largest_remainders_are_raised(parts: list[float], whole: float, shown: tuple[float, ...]) -> None:
    assert shown_points(parts, whole) == pytest.approx(shown)


@given(st.lists(st.floats(-30, 30), max_size=8), st.sampled_from([math.floor, math.ceil, round]))
def test_parts_add_up_and_none_is_moved_by_a_tenth(parts: list[float], rounded: object) -> None:
    whole = rounded(round(10 * sum(parts), 6)) / 10  # type: ignore[operator]
    shown = shown_points(parts, whole)
    assert sum(shown) == pytest.approx(whole)
    assert all(abs(part - own) < 0.1 + 1e-6 for part, own in zip(shown, parts, strict=True))
