"""The run speaks the case's language: what one chose to watch, and what is assumed, in the case's words."""

from __future__ import annotations

import json
from typing import Any

from ipywidgets import Dropdown, Output, Widget


def drawn(person: Any) -> str:
    """Return the specifications of all charts on the page."""
    return json.dumps([place.outputs for place in person.all(Output)], ensure_ascii=False)


def test_what_one_chose_to_watch_is_called_as_the_case_calls_it(person: Any) -> None:
    person.to("simulate")
    chosen = {item.signal for item in person.key.plan.model_plan}
    watched = [item for item in person.case.planning.signals if item.id in chosen and item.series]
    assert watched
    charts = drawn(person)
    for signal in watched:
        assert signal.shows in charts
        assert f"“{signal.text}”" in person.markup
    person.go_on()
    names = [label for label, _ in person.one(Widget, name="los-chips").options]
    assert "Days a letter waits" in names
    assert "Wait for an answer" not in names


def test_a_doubt_is_named_in_the_cases_words_and_its_figures_have_units(person: Any) -> None:
    person.to("simulate")
    person.go_on()
    seen = [field.description for field in person.all(Dropdown)]
    for doubt in person.case.operations.doubts:
        asked, _, known = doubt.text.partition(". ")
        assert asked.rstrip(".") in seen
        assert known in person.markup
    weeks = person.one(Dropdown, "How many weeks an agent needs")
    assert [label for label, _ in weeks.options] == ["as assumed: 8 weeks", "low: 5 weeks", "high: 12 weeks"]
