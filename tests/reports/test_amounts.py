"""What an action is assumed to do is said as people would say it, in no model's units."""

from __future__ import annotations

import pytest

from lineofsight.operations import models
from lineofsight.reports.amounts import amount, on_an_axis, unit_in_words, until_it_works, weeks


@pytest.mark.parametrize(
    ("value", "unit", "words"),
    [
        ((1.3, 1.6), "factor", "×1.3 to 1.6"),
        ((0.04, 0.08), "share", "4 to 8%"),
        ((0.85, 0.95), "share of SKUs/week", "85 to 95% of SKUs a week"),
        ((0.004, 0.008), "share/day", "0.4 to 0.8% a day"),
        ((1, 1), "0 or 1", "yes"),
        ((0, 0), "0 or 1", "no"),
        ((17, 20), "agents", "17 to 20 agents"),
        ((1, 1), "agents", "1 agent"),
        ((2, 2), "agents", "2 agents"),
        ((200, 320), "units/week", "200 to 320 units a week"),
        ((0.02, 0.035), "1/week", "0.02 to 0.035 a week"),
    ],
)
def test_a_range_in_words(value: tuple[float, float], unit: str, words: str) -> None:
    assert amount(value, unit) == words


def test_what_is_added_to_a_share_is_said_in_percentage_points() -> None:
    assert amount((-0.11, -0.1), "share", added=True) == "−11 to −10 percentage points"
    assert amount((0.05, 0.15), "share", added=True) == "+5 to +15 percentage points"


def test_weeks_are_counted_as_they_are_said() -> None:
    assert [weeks(1), weeks(3)] == ["1 week", "3 weeks"]
    assert [until_it_works(lead) for lead in (0, 1, 8)] == [
        "works at once",
        "1 week until it works",
        "8 weeks until it works",
    ]


def test_no_unit_of_any_model_is_said_with_a_slash() -> None:
    units = {item.unit for names in models().values() for item in (*names.controls, *names.parameters)}
    assert "tickets a new user" in {unit_in_words(unit) for unit in units}
    assert not [unit for unit in units if "/" in unit_in_words(unit)]
    assert not [unit for unit in units if "factor" in amount((1.5, 2), unit) and "/" not in unit]


@pytest.mark.parametrize(
    ("unit", "highest", "said"),
    [
        ("share", 0.9, (".0%", "per cent")),
        ("share of demand", 0.02, (".1%", "per cent of demand")),
        ("share/day", 0.5, (".0%", "per cent a day")),
        ("tickets/week", 900, (",.0f", "tickets a week")),
        ("ratio", 1.4, (".2f", "ratio")),
    ],
)
def test_an_axis_says_shares_in_per_cent(unit: str, highest: float, said: tuple[str, str]) -> None:
    assert on_an_axis(unit, highest) == said
