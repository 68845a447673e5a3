"""A forecast is read as people write it: per cent in all its ways, and a slip is questioned before it counts."""

from __future__ import annotations

from typing import Any

import pytest
from ipywidgets import Text

from lineofsight.activities.forecast import ForecastFields
from lineofsight.activities.typed_number import typed_number
from lineofsight.errors import AnswerError


@pytest.fixture
def in_percent(person: Any) -> ForecastFields:
    """The fields of a case whose first outcome is asked for in per cent, and known from 20 to 100."""
    operations = person.case.operations
    asked = operations.outcomes[0].model_copy(
        update={"format": ".0%", "typical": (0.2, 1.0), "forecast": True}
    )
    case = person.case.model_copy(update={"operations": operations.model_copy(update={"outcomes": (asked,)})})
    return ForecastFields(case, [], lambda: None, locked=False)


def ends(fields: ForecastFields) -> list[Text]:
    """Return the two fields of the first outcome."""
    low, high = fields.widget.children[1].children[1].children
    return [low, high]


@pytest.mark.parametrize(
    ("text", "share"),
    [
        ("75", 0.75), ("75 %", 0.75), ("75%", 0.75), ("0.75", 0.75), ("0,75", 0.75), ("75 per cent", 0.75),
        ("75 percent", 0.75), ("1", 1.0), ("1%", 0.01), ("0.5 %", 0.005), ("100", 1.0), ("0", 0.0), ("-5%", -0.05),
    ],
)  # fmt: skip
def test_per_cent_is_read_in_every_way_it_is_written(text: str, share: float) -> None:
    assert typed_number(text, percent=True) == pytest.approx(share)


@pytest.mark.parametrize("text", ["5m", "5 million", "75%", "about 75", ""])
def test_other_units_stay_refused_in_words(text: str) -> None:
    with pytest.raises(AnswerError, match="Write it in digits"):
        typed_number(text)


def test_thousands_may_be_apart_and_a_point_that_may_be_read_in_two_ways_is_said() -> None:
    assert typed_number("1 250 000") == 1_250_000
    assert typed_number("0.125") == 0.125
    with pytest.raises(AnswerError, match="Write 1250, say"):
        typed_number("1.250")


@pytest.mark.parametrize(
    ("text", "number"), [("1,250", 1250), ("-12,500", -12_500), ("1,234,567.5", 1_234_567.5)]
)
def test_commas_may_part_thousands(text: str, number: float) -> None:
    assert typed_number(text) == number


@pytest.mark.parametrize("text", ["12,5", "0,5", "0,125", "1250,500", "1.250,5", "1 250,000", "1,23,456"])
def test_a_comma_that_parts_no_thousands_is_said_and_not_dropped(text: str) -> None:
    with pytest.raises(AnswerError, match=r"may be read in two ways\. Write a point for decimals"):
        typed_number(text)


@pytest.mark.parametrize("text", ["about 1,000", "a,b", ","])
def test_a_comma_in_what_is_no_number_makes_none_of_it(text: str) -> None:
    with pytest.raises(AnswerError, match="is not a number"):
        typed_number(text)


def test_per_cent_is_said_beside_the_field_and_kept_as_a_share(in_percent: ForecastFields) -> None:
    low, high = ends(in_percent)
    assert low.description.startswith("At least, in %:")
    low.value, high.value = "75%", "90"
    kept = in_percent.payload()[0]
    assert (kept["low"], kept["high"]) == (0.75, 0.9)


def test_a_number_far_from_all_that_has_been_known_is_questioned_once(in_percent: ForecastFields) -> None:
    low, high = ends(in_percent)
    low.value, high.value = "75", "9000"
    with pytest.raises(AnswerError, match=r"Far from any year that has been known: .*, at most 9000%"):
        in_percent.payload()
    assert in_percent.payload()[0]["high"] == 90
    high.value = "9500"
    with pytest.raises(AnswerError, match="at most 9500%"):
        in_percent.payload()


def test_a_number_that_nobody_has_known_but_near_is_taken(in_percent: ForecastFields) -> None:
    low, high = ends(in_percent)
    low.value, high.value = "5", "130"
    assert in_percent.payload()[0]["low"] == 0.05
