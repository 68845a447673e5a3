"""Text from people: stored or refused in words, shown and never run, and the page goes on."""

from __future__ import annotations

from typing import Any

import pytest
from ipywidgets import Checkbox, Dropdown, Text, Textarea, Widget

from lineofsight.reports.escape import clean

SCRIPT = "<script>alert(1)</script><img src=x onerror=alert(2)>\"' onfocus='alert(3)"
HOSTILE = {
    "NUL": "a\x00b",
    "half a character": "half \ud83d and \udc00",
    "right to left": "\u202egnol\u2066 שלום עליכם",
    "emoji": "👩‍🚒🧾 " * 200,
    "script": SCRIPT,
    "lines": "one\r\ntwo\rthree\x1b[31m",
    "all at once": f"\x00\ud800\u202e👩‍🚒 {SCRIPT}\nשלום",
}
LONG = "x" * 100_000


def type_into(person: Any, field: Any, text: str) -> None:
    """Type as a browser sends it."""
    person.forge(field, value=text)


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_a_note_and_a_reason_are_kept_cleaned_and_come_back(person: Any, text: str) -> None:
    person.brief()
    person.press("This matters")
    type_into(person, person.one(Text, "Your note"), text)
    assert list(person.drafts()[("evidence", "marks")].values()) == [clean(text)]
    assert "Saved" in person.saved
    person.go_on()
    person.claim(person.case.statements[0].id)
    type_into(person, person.one(Textarea, "Why"), text)
    person.come_back()
    assert person.one(Textarea, "Why").value == clean(text)
    person.go_on()
    answers = [entry["payload"] for entry in person.journal() if entry["kind"] == "submitted"]
    assert list(answers[1]["marks"].values()) == [clean(text)]
    assert answers[2]["claims"][0]["why"] == clean(text).strip()
    assert person.message == ""


def test_the_whole_walk_with_everything_at_once(person: Any) -> None:
    text = HOSTILE["all at once"]
    person.brief()
    person.evidence(text)
    person.diagnose(why=text)
    person.compare()
    person.plan(words=text)
    person.run()
    type_into(person, person.one(Text, "Your objection"), text)
    person.press("Keep my objection")
    person.go_on()
    for field in person.all(Textarea):
        type_into(person, field, text)
    person.go_on()
    answers = {entry["step"]: entry["payload"] for entry in person.journal() if entry["kind"] == "submitted"}
    assert answers["commit"]["will"] == clean(text).strip()
    assert answers["plan"]["actions"][0]["words"] == clean(text).strip()
    assert "<script>" not in person.markup
    assert "<img" not in person.markup
    assert "\u202e" not in person.markup
    assert person.markup.count("&lt;script&gt;alert(1)&lt;/script&gt;") == 5
    assert '<bdi dir="auto"' in person.markup


def test_a_hundred_kilobytes_are_kept_on_the_page_and_refused_in_words(person: Any) -> None:
    person.brief()
    person.press("This matters")
    note = person.one(Text, "Your note")
    type_into(person, note, LONG)
    assert list(person.drafts()[("evidence", "marks")].values()) == [LONG]
    person.go_on()
    assert "100,000 characters are too many; up to 4,000 are kept" in person.message
    assert note.value == LONG
    assert person.handed_in() == ["brief"]
    type_into(person, note, "short")
    person.go_on()
    person.claim(person.case.statements[0].id)
    why = person.one(Textarea, "Why")
    type_into(person, why, LONG)
    person.go_on()
    assert "Claim 1, why: 100,000 characters" in person.message
    type_into(person, why, "short")
    person.go_on()
    assert person.handed_in() == ["brief", "evidence", "diagnose"]


def test_a_hundred_kilobytes_in_plan_forecast_and_promise_are_refused_in_words(person: Any) -> None:
    person.to("plan")
    person.choose()
    person.forecast()
    words, low = person.one(Textarea, "In your own words"), person.one(Text, "At least")
    type_into(person, words, LONG)
    person.go_on()
    assert "in your own words: 100,000 characters" in person.message
    type_into(person, words, "")
    type_into(person, low, LONG)
    person.go_on()
    assert "is not a number" in person.message
    assert len(person.message) < 300
    type_into(person, low, SCRIPT)
    person.go_on()
    assert "<script>" not in person.message
    type_into(person, low, "1000")
    person.go_on()
    person.run()
    person.go_on()
    will = person.one(Textarea, "I will")
    type_into(person, will, LONG)
    person.go_on()
    assert "up to 4,000 characters" in person.message
    assert "commit" not in person.handed_in()
    type_into(person, will, "ask first")
    person.go_on()
    assert person.handed_in()[-1] == "commit"


@pytest.mark.parametrize("text", ["nan", "inf", "1e999", "−5 %", "", "0x10"])
def test_what_is_no_number_is_no_forecast(person: Any, text: str) -> None:
    person.to("plan")
    person.choose()
    person.forecast()
    type_into(person, person.one(Text, "At least"), text)
    before = person.journal()
    person.go_on()
    assert "Write it in digits" in person.message
    assert person.journal() == before


def test_more_than_can_be_kept_is_said_and_never_called_saved(person: Any) -> None:
    person.to("diagnose")
    person.claim(person.case.statements[0].id)
    why = person.one(Textarea, "Why")
    type_into(person, why, "x" * 1_100_000)
    assert "Not saved" in person.saved
    assert "too long to keep" in person.message
    assert len(why.value) == 1_100_000
    type_into(person, why, "short")
    assert "Saved" in person.saved
    assert person.message == ""
    assert person.drafts()[("diagnose", "claims")][0]["why"] == "short"


def test_a_draft_that_was_kept_before_it_could_be_cleaned_breaks_no_page(person: Any) -> None:
    person.to("diagnose")
    claim = {"statement": person.case.statements[0].id, "confidence": 0.8, "exhibits": [], "why": "\ud800"}
    person.me._page.visit.keep("diagnose", "claims", [claim, {"statement": "gone"}, {}])
    person.come_back()
    assert person.one(Textarea, "Why").value == "\ufffd"
    assert len(person.all(Widget, name="los-claim")) == 1
    assert [box.value for box in person.all(Checkbox, name="los-pick")][:2] == [True, False]
    assert person.one(Dropdown, "Add a paper").value == ""
