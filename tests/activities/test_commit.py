"""The commitment says truly where it lies, and a served page has a way on after it."""

from __future__ import annotations

from typing import Any

import pytest
from ipywidgets import Button, Textarea, Widget


def foot(person: Any) -> str:
    return str(person.one(Widget, name="los-foot-note").value)


def test_on_ones_own_computer_it_is_sent_nowhere(person: Any) -> None:
    person.to("commit")
    assert "on this computer, and sent nowhere" in foot(person)
    person.one(Textarea, "I will").value = "ask first"
    person.go_on()
    assert "To the cases" not in person.markup
    assert person.all(Button, "Print this page") == []


def test_a_served_page_says_who_could_read_it_and_leads_on(
    person: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SERVER_SOFTWARE", "voila/0.5")
    person.to("commit")
    assert "whoever runs it could read it" in foot(person)
    person.one(Textarea, "I will").value = "ask first"
    person.go_on()
    assert ">To the cases</a>" in person.markup
    assert person.all(Button, "Print this page", "los-print")
