"""Text from people: kept as it was typed or refused in words, whatever it holds, and never run or cut."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import ValidationError

from lineofsight.model.answers import Claim, Commitment, PlannedAction
from lineofsight.model.case import Statement
from lineofsight.model.journal import Draft, Entry

LONGEST = 4000
AT = "2026-01-05T00:00:00Z"
KEPT = {
    "NUL": "before\x00after",
    "right to left": "שלום עולם",
    "turned round": "\u202egnol yrev",
    "emoji": "🧾👩🏽‍🔧 e\u0301",
    "markup": "<script>alert('x')</script>&amp;",
    "lines": "one\r\ntwo\tthree",
    "as long as it may be": "x" * LONGEST,
    "as long in another script": "語" * LONGEST,
}
HALVES = {"lone half": "\ud83e", "lone half inside": "a\udc00b", "half at the end": "🧾\ud83e"}


def claim(words: str) -> Claim:
    return Claim(statement="s1", confidence=0.4, why=words)


def entry(payload: dict[str, Any]) -> Entry:
    return Entry(
        session="s", seat="p", kind="submitted", step="plan", payload=payload, submission="one",
        case_hash="h", at=AT,
    )  # fmt: skip


@pytest.mark.parametrize("name", KEPT)
def test_words_are_kept_as_they_were_typed(name: str) -> None:
    words = KEPT[name]
    assert claim(words).why == words
    assert Claim.model_validate_json(claim(words).model_dump_json()).why == words
    assert PlannedAction(action="a", owner="b", start=0, words=words).words == words
    assert set(
        Commitment(when=words, will=words, together=words, see=words, stop=words).model_dump().values()
    ) == {words}


@pytest.mark.parametrize("name", HALVES)
def test_half_a_character_is_refused_in_words(name: str) -> None:
    with pytest.raises(ValidationError) as raised:
        claim(HALVES[name])
    (found,) = raised.value.errors()
    assert found["loc"] == ("why",)
    assert found["msg"] == "Input should be a valid string, unable to parse raw data as a unicode string"
    assert str(raised.value).encode()  # what is said about it can be written down


@pytest.mark.parametrize("length", [LONGEST + 1, 100_000])
def test_too_many_words_are_refused_and_not_cut(length: int) -> None:
    with pytest.raises(ValidationError, match="at most 4000 characters") as raised:
        claim("x" * length)
    assert len(str(raised.value)) < 1000


@pytest.mark.parametrize("thing", [None, 3, 1.5, True, ["words"], {"words": 1}])
def test_what_is_no_text_is_refused_and_not_turned_into_it(thing: Any) -> None:
    with pytest.raises(ValidationError, match="valid string"):
        claim(thing)


@settings(max_examples=150, deadline=None)
@given(words=st.text(st.characters(codec=None), max_size=60))
def test_any_text_is_kept_but_for_space_at_its_ends_or_refused(words: str) -> None:
    whole = not any(0xD800 <= ord(letter) <= 0xDFFF for letter in words)
    if not whole:
        with pytest.raises(ValidationError, match="valid string"):
            claim(words)
        return
    kept = claim(words).why
    assert kept in words
    assert kept.strip() == words.strip()
    assert claim(kept).why == kept
    assert Claim.model_validate_json(claim(kept).model_dump_json()).why == kept


@pytest.mark.parametrize(
    "text", [*KEPT.values(), *HALVES.values(), "x" * 100_000], ids=lambda text: repr(text[:12])
)
def test_the_journal_takes_any_text_untouched(text: str) -> None:
    """A draft is kept while people type, so it holds even what handing in will refuse."""
    draft = Draft(session="s", seat="p", step="plan", field="words", value=text, at=AT)
    assert draft.value == text
    kept = entry({"words": text, "nested": [{"more": text}]})
    assert kept.payload == {"words": text, "nested": [{"more": text}]}
    assert json.loads(json.dumps(kept.model_dump()))["payload"]["words"] == text


@pytest.mark.parametrize("text", ["", "   ", "\n\t "])
def test_an_authors_text_must_say_something(text: str) -> None:
    with pytest.raises(ValidationError, match="at least 1 character"):
        Statement(id="s1", text=text)
