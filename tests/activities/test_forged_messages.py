"""A browser can send any widget message: what was not offered, not open or not allowed changes nothing."""

from __future__ import annotations

import asyncio
from typing import Any

import pytest
from ipywidgets import Button, Checkbox, Dropdown, RadioButtons, Text, Widget

from lineofsight.activities import frame, page

NEVER_OFFERED = (99, -1, "2", 1.5, [0], {"index": 0})


def selections(person: Any) -> list[Any]:
    return [widget for kind in (Dropdown, RadioButtons) for widget in person.all(kind)]


def test_a_disabled_button_that_fires_changes_nothing(person: Any) -> None:
    person.brief()
    before = person.journal(), person.drafts()
    disabled = [button for button in person.all(Button) if button.disabled]
    assert {"Diagnose", "Other side", "Plan", "Run", "Score", "Commit"} <= {b.description for b in disabled}
    for button in disabled:
        person.forge_click(button)
    assert (person.journal(), person.drafts()) == before
    assert person.case.run_sheets["solo"].step("evidence").title in person.title


def test_a_step_that_is_not_open_does_not_open(person: Any) -> None:
    before = person.journal(), person.drafts()
    person.go_on()
    assert "Take a side first" in person.message
    for step in person.case.run_sheets["solo"].steps[1:]:
        person.forge_click(person.one(Button, step.label))
        person.me._page.open(step)
    assert (person.journal(), person.drafts()) == before
    assert person.case.run_sheets["solo"].steps[0].title in person.title


def test_what_hides_behind_a_question_that_was_not_asked_erases_nothing(person: Any) -> None:
    person.to("diagnose")
    before = person.journal(), person.drafts()
    person.forge_click(person.me._page.frame._yes)
    assert (person.journal(), person.drafts()) == before


@pytest.mark.parametrize("step", ["brief", "diagnose", "plan"])
def test_an_option_that_was_never_offered_is_not_taken(person: Any, step: str) -> None:
    person.to(step)
    if step == "diagnose":
        person.claim(person.case.statements[0].id)
    if step == "plan":
        person.choose()
    before = person.journal(), person.drafts()
    lists = selections(person)
    assert lists
    for widget in lists:
        chosen = widget.value
        for index in NEVER_OFFERED:
            person.forge(widget, index=index)
        person.forge(widget, value="launch-list", label="launch-list")
        person.forge(widget, _options_labels=["x"] * 60, index=59)
        assert widget.value == chosen
    assert (person.journal(), person.drafts()) == before


def test_a_claim_cannot_cite_a_paper_of_the_other_desk(person: Any) -> None:
    person.to("diagnose")
    person.claim(person.case.statements[0].id)
    theirs = [paper.id for paper in person.case.exhibits if paper.side == "leadership"]
    add = person.one(Dropdown, "Add a paper")
    assert set(person.offered(add)).isdisjoint(theirs)
    labels = [label for label, _ in add.options]
    person.forge(add, _options_labels=[*labels, "The other desk's"], index=len(labels))
    card = person.me._page.face()._editor._cards[0]
    card.exhibits.append(theirs[0])  # as if everything above had failed
    before = person.journal()
    person.go_on()
    assert "not on your desk" in person.message
    assert person.journal() == before


def test_a_sixth_claim_is_refused_in_words(person: Any) -> None:
    person.to("diagnose")
    boxes = person.all(Checkbox, name="los-pick")
    for box in boxes[:6]:
        person.forge(box, value=True)
    assert "Five claims at most" in person.message
    assert [box.value for box in boxes[:6]] == [True] * 5 + [False]
    assert len(person.drafts()[("diagnose", "claims")]) == 5


def test_a_plan_over_budget_is_refused_in_words(person: Any) -> None:
    person.to("plan")
    before = person.journal()
    for box in person.all(Checkbox, name="los-pick"):
        person.forge(box, value=True)
    person.forecast()
    person.go_on()
    assert "budget" in person.message
    assert person.journal() == before


def test_an_unknown_owner_is_refused_in_words(person: Any) -> None:
    person.to("plan")
    person.choose()
    person.forecast()
    owner = person.one(Dropdown, "Owner")
    person.forge(owner, index=None)
    before = person.journal()
    person.go_on()
    assert "has no owner yet" in person.message
    person.forge(owner, _options_labels=["Somebody"] * 40, index=39)
    person.me._page.face()._cards[0]._values["owner"] = "somebody-else"
    person.go_on()
    assert "has no owner yet" in person.message
    assert person.journal() == before


@pytest.mark.parametrize("value", [3, None, ["x"], {"a": 1}])
def test_a_value_of_the_wrong_kind_is_not_taken(person: Any, value: object) -> None:
    person.to("diagnose")
    person.claim(person.case.statements[0].id, why="mine")
    before = person.journal(), person.drafts()
    for field in person.all():
        if "los-field" in field._dom_classes:
            person.forge(field, value=value)
    for box in person.all(Checkbox, name="los-pick")[1:]:
        person.forge(box, value=value)
    assert (person.journal(), person.drafts()) == before


def test_controls_of_a_step_that_was_handed_in_are_dead(person: Any) -> None:
    person.to("diagnose")
    person.claim(person.case.statements[0].id)
    gone = [*person.all(Checkbox), *person.all(Button, "Remove"), *person.all(Button, "Move")]
    why = person.one(Widget, "Why")
    person.go_on()
    before = person.journal(), person.drafts()
    for widget in gone:
        person.forge_click(widget) if isinstance(widget, Button) else person.forge(widget, value=True)
    person.forge(why, value="too late")
    assert (person.journal(), person.drafts()) == before


def test_a_plan_that_was_handed_in_stands_as_it_was(person: Any) -> None:
    person.to("simulate")
    person.press("Plan")
    before = person.journal(), person.drafts(), person.markup
    for box in person.all(Checkbox, name="los-pick"):
        person.forge(box, value=not box.value)
    for field in person.all(Dropdown):
        person.forge(field, index=1)
    assert (person.journal(), person.drafts()) == before[:2]
    assert len(person.all(name="los-action")) == len(person.key.plan.model_plan)
    person.come_back()
    person.press("Plan")
    assert person.markup == before[2]


def test_a_card_that_was_taken_away_moves_nothing(person: Any) -> None:
    person.to("diagnose")
    for statement in person.case.statements[:2]:
        person.claim(statement.id)
    up = person.all(Button, "Move up")[1]
    person.all(Button, "Remove")[1].click()
    before = person.drafts()
    person.forge_click(up)
    assert person.drafts() == before
    assert person.message == ""


def test_a_double_click_does_not_hand_in_the_next_step(person: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(page, "ARRIVE", 0.01)
    monkeypatch.setattr(frame, "PAUSE", 0.2)

    async def on_a_page_with_a_loop() -> None:
        person.come_back()
        person.press("Operations:")
        on = person.one(Button, name="los-primary")
        on.click()
        on.click()
        while not person.handed_in():
            await asyncio.sleep(0.001)
        on.click()
        await asyncio.sleep(0.4)
        assert person.handed_in() == ["brief"]
        on.click()
        await asyncio.sleep(0.1)
        assert person.handed_in() == ["brief", "evidence"]

    asyncio.run(on_a_page_with_a_loop())


def test_marks_on_a_locked_desk_and_notes_of_a_wrong_kind_change_nothing(person: Any) -> None:
    person.to("exhibits")
    note = person.one(Text, "Your note")
    for value in (7, None, ["x"]):
        person.forge(note, value=value)
    assert ("evidence", "marks") not in person.drafts()
