"""The whole walk through the public API: every step in turn, come back to, locked behind one, begun anew."""

from __future__ import annotations

import json
import subprocess
import sys
from typing import Any

import pytest
from ipywidgets import Button, Checkbox, Dropdown, Text, Textarea, Widget

from lineofsight import join

SLUG = "startup-support-backlash"
LATER = ("exhibits", "diagnose", "compare", "plan", "simulate", "score", "commit")


def test_from_brief_to_commitment(person: Any) -> None:
    person.to("commit")
    person.one(Textarea, "I will").value = "ask the floor first"
    person.go_on()
    assert person.handed_in() == [step.id for step in person.case.run_sheets["solo"].steps]
    payloads = [entry["payload"] for entry in person.journal() if entry["kind"] == "submitted"]
    assert list(payloads[1]["marks"].values()) == ["Who saw this besides us?"]
    assert [len(payloads[at]["claims"]) for at in (2, 3)] == [2, 3]
    assert [item["action"] for item in payloads[4]["actions"]] == [
        item.action for item in person.key.plan.model_plan
    ]
    assert payloads[5]["kind"] == "none"
    assert payloads[7]["will"] == "ask the floor first"
    assert "ask the floor first" in person.markup
    assert person.all(Button, name="los-primary") == []
    assert "Saved" in person.saved
    assert person.message == ""


def test_whoever_comes_back_finds_place_answers_and_drafts(person: Any) -> None:
    person.to("diagnose")
    person.claim(person.case.statements[4].id, 0.6, "Two papers say so.")
    person.come_back()
    assert person.case.run_sheets["solo"].step("diagnose").title in person.title
    card = person.one(Widget, name="los-claim")
    assert card.children[1].value == 0.6
    assert person.one(Textarea, "Why").value == "Two papers say so."
    person.go_on()
    person.go_on()
    person.go_on()
    person.choose("Four figures on one page.")
    person.come_back()
    assert {field.value for field in person.all(Textarea, "In your own words")} == {
        "Four figures on one page."
    }
    owners = [field.value for field in person.all(Dropdown, "Owner")]
    assert owners == [item.owner for item in person.key.plan.model_plan]
    assert person.handed_in()[-1] == "other-side"


def test_a_handed_in_step_is_shown_and_can_no_longer_be_changed(person: Any) -> None:
    person.to("diagnose")
    person.press("Evidence")
    before = person.journal(), person.drafts()
    note, matters = person.one(Text, "Your note"), person.one(Button, "This matters")
    assert note.value == "Who saw this besides us?"
    assert note.disabled
    assert matters.disabled
    note.value = "another"
    matters.click()
    person.press("Back")
    assert all(person.one(Button, f"{side}:").disabled for side in ("Leadership", "Operations"))
    person.press("Leadership:")
    person.press("Deal me one")
    assert (person.journal(), person.drafts()) == before
    assert person.me._page.visit.state.side == "operations"


def test_after_the_first_run_one_may_doubt_it_and_run_again_and_object(person: Any) -> None:
    person.to("simulate")
    person.go_on()
    doubts = person.one(Widget, name="los-doubt")
    fields = [getattr(part, "children", (part,))[0] for part in doubts.children[1].children]
    for at, field in enumerate(fields):
        field.value = "high"
        assert ("Two at a time" in person.markup) == (at == 2)
    change = person.one(Dropdown, "Change one thing")
    change.value = next(value for value in person.offered(change) if value.startswith("drop"))
    person.press("Run it again")
    assert "Without “" in person.markup
    person.go_on()
    person.one(Text, "Your objection").value = "The rota was a promise too."
    person.press("Keep my objection")
    assert "Objections so far: 1" in person.markup
    kinds = [entry["kind"] for entry in person.journal()]
    assert kinds[-2:] == ["tried", "contested"]
    assert person.me._page.visit.answer("simulate")["kind"] == "none"


def test_start_again_keeps_the_first_attempt_and_erase_leaves_no_words(person: Any) -> None:
    person.to("diagnose")
    person.press("Your answers")
    person.press("Start again")
    person.press("Yes, start again")
    assert person.case.run_sheets["solo"].steps[0].title in person.title
    assert any(entry["payload"].get("marks") for entry in person.journal())
    person.brief("Leadership")
    person.evidence("mine alone")
    person.press("Your answers")
    person.press("Erase my data")
    person.press("Cancel")
    assert "mine alone" in str(person.journal())
    person.press("Erase my data")
    person.press("Yes, erase it")
    assert all(entry["payload"] == {} for entry in person.journal())
    assert person.drafts() == {}
    assert "Your data is erased" in person.message


@pytest.mark.parametrize(("software", "kinds"), [("voila/0.5", {"VBox"}), ("", {"VBox", "HTML"})])
def test_a_closed_slot_builds_nothing_but_its_place(
    monkeypatch: pytest.MonkeyPatch, software: str, kinds: set[str]
) -> None:
    monkeypatch.setenv("SERVER_SOFTWARE", software)
    me = join(SLUG)
    me.brief()
    built: list[str] = []
    Widget.on_widget_constructed(lambda widget: built.append(type(widget).__name__))
    try:
        slots = [getattr(me, name)() for name in LATER]
    finally:
        Widget.on_widget_constructed(None)
    drawn = {name for name in built if not name.endswith("Style")}
    assert drawn == kinds
    assert built.count("VBox") == len(LATER)
    assert all(len(slot.children) == len(kinds) - 1 for slot in slots)


def test_nothing_heavy_is_loaded_before_a_step_needs_it() -> None:
    code = f"""
import json, sys
from lineofsight import join
me = join({SLUG!r})
slots = [getattr(me, name)() for name in {("brief", *LATER)!r}]
heavy = ("pandas", "altair", "scipy", "numpy", "sqlalchemy", "matplotlib")
print(json.dumps([name for name in heavy if name in sys.modules]))
"""
    out = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
    assert json.loads(out) == []


def test_a_slot_asked_for_twice_is_the_same_and_out_of_order_works(store: Any) -> None:
    me = join(SLUG)
    first = me.plan()
    assert "los-page" in first._dom_classes
    assert me.plan() is first.children[1]
    assert me.brief() is me.brief()
    assert [box for box in me.brief().children if isinstance(box, Checkbox)] == []
