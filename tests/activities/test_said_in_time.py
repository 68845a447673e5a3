"""What the page says stays true: warnings go when they are met, leads when their step is done."""

from __future__ import annotations

from typing import Any

import pytest
from ipywidgets import Checkbox, RadioButtons, Widget

from lineofsight.errors import AnswerError


def note(person: Any) -> str:
    return str(person.one(Widget, name="los-foot-note").value)


def test_a_warning_goes_once_what_it_asks_for_is_there(person: Any) -> None:
    person.to("diagnose")
    person.one(Checkbox, name="los-pick").value = True
    person.go_on()
    assert "Claim 1: say how sure you are." in person.message
    person.one(RadioButtons, "How sure").value = 0.8
    assert person.message == ""


def test_that_saving_fails_is_said_until_it_no_longer_does(person: Any) -> None:
    person.to("diagnose")
    frame = person.me._page.frame
    frame.tell_saved("not-saved", "the disk is full.")
    frame.hush()
    assert "Not saved: the disk is full." in person.message
    frame.tell_saved("saved", "")
    assert person.message == ""


def test_what_a_lead_asks_for_is_not_asked_of_who_has_done_it(person: Any) -> None:
    sheet = person.case.run_sheets["solo"]
    lead = next(step.lead for step in sheet.steps if step.activity == "diagnose")
    person.to("diagnose")
    assert lead in person.markup
    person.diagnose()
    person.press("Back")
    assert sheet.step("diagnose").title in person.title
    assert lead not in person.markup


def test_over_the_budget_is_in_the_foot_at_once_and_said_before_anything_else(person: Any) -> None:
    person.to("plan")
    boxes = person.all(Checkbox, name="los-pick")
    boxes[0].value = True
    assert "The first run is the one that is kept" in note(person)
    for box in boxes:
        box.value = True
    assert "Over budget by" in note(person)
    person.go_on()
    assert "Over budget by" in person.message
    assert "take an action out" in person.message


def test_a_notebook_shows_a_closed_table_as_one_line(person: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(AnswerError) as strict:
        person.me.table("backlog")
    assert not hasattr(strict.value, "_render_traceback_")
    monkeypatch.setenv("LINEOFSIGHT_STRICT", "0")
    with pytest.raises(AnswerError) as calm:
        person.me.table("backlog")
    assert calm.value._render_traceback_() == [str(strict.value)]
