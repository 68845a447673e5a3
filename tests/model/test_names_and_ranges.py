"""Names are slugs, numbers are finite and within their range, choices are those on the list."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from lineofsight.model.answers import (
    CONFIDENCES,
    MOST_CLAIMS,
    MOST_PAPERS,
    Amendment,
    Claim,
    Diagnosis,
    Forecast,
    PlannedAction,
)
from lineofsight.model.base import SIDES, Name, Number, Range, Share, Side, Slug, Week, other
from lineofsight.model.case import Event
from lineofsight.model.catalogue import Action, Effect, OutcomeUse
from lineofsight.model.journal import Entry, EntryKind
from lineofsight.model.runsheet import Step

INFINITE = [float("nan"), float("inf"), float("-inf")]
slug, name = TypeAdapter[str](Slug), TypeAdapter[str](Name)


@settings(max_examples=100, deadline=None)
@given(st.lists(st.text("abcxyz0189", min_size=1, max_size=9), min_size=1, max_size=6))
def test_small_letters_digits_and_single_hyphens_are_a_slug(words: list[str]) -> None:
    text = "-".join(words)
    assert slug.validate_python(text) == text


@pytest.mark.parametrize(
    "text",
    [
        "", " ", "A", "Ilse-Varga", "a b", "a_b", "a--b", "-a", "a-", "ä", "١", "a\n", " a", "a\x00", "a\ud800",
        "../a", "a/b", "a.b", "<b>", "🧾", "x" * 65, None, 1, True, b"\xff", ["a"],
    ],
    ids=repr,
)  # fmt: skip
def test_anything_else_is_no_slug(text: object) -> None:
    with pytest.raises(ValidationError):
        slug.validate_python(text)


def test_a_slug_may_have_64_letters() -> None:
    assert slug.validate_python("x" * 64) == "x" * 64


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=12))
def test_what_passes_for_a_slug_or_a_name_is_safe_in_a_path_and_a_selector(text: str) -> None:
    for kind, more in ((slug, "-"), (name, "_")):
        try:
            passed = kind.validate_python(text)
        except ValidationError:
            continue
        assert passed == text
        assert set(text) <= set(f"abcdefghijklmnopqrstuvwxyz0123456789{more}")


@pytest.mark.parametrize("text", ["users_end", "a", "a1_", "cost"])
def test_the_models_own_names_are_written_with_underscores(text: str) -> None:
    assert name.validate_python(text) == text


@pytest.mark.parametrize("text", ["_a", "1a", "a-b", "A", "", "x" * 65])
def test_anything_else_is_no_name_of_the_model(text: str) -> None:
    with pytest.raises(ValidationError):
        name.validate_python(text)


def _start(value: Any) -> PlannedAction:
    return PlannedAction(action="a", owner="b", start=value)


def _stop(value: Any) -> PlannedAction:
    return PlannedAction(action="a", owner="b", start=0, stop=value)


def _price(value: Any) -> Action:
    return Action(id="a", title="A", about="It.", price=value, lead=1)


def _lead(value: Any) -> Action:
    return Action(id="a", title="A", about="It.", price=1, lead=value)


def _effect_weeks(value: Any) -> Effect:
    return Effect(control="hires", value=(1, 2), weeks=value, basis="assumption")


def _scale(value: Any) -> OutcomeUse:
    return OutcomeUse(outcome="users", title="U", about="customers", weight=1, scale=value)


def _minutes(value: Any) -> Step:
    return Step(id="a", activity="brief", minutes=value, label="A", title="A", lead="A", next="A")


def _event(value: Any) -> Event:
    return Event(week=value, what="It began.")


def _attempt(value: Any) -> Entry:
    return Entry(
        session="s", seat="p", attempt=value, kind="joined", submission="one", case_hash="h", at="2026-01-05T00:00:00Z"
    )  # fmt: skip


Ends = tuple[Callable[[Any], Any], list[Any], list[Any]]
RANGES: dict[str, Ends] = {
    "an action's start is a week of the year": (_start, [0, 51], [-1, 52, 3.5, None, "soon"]),
    "an action's stop may be the year's end": (_stop, [0, 52, None], [-1, 53]),
    "a price is nothing or more": (_price, [0, 0.5, 1e9], [-1, None, *INFINITE]),
    "a lead time is two years at most": (_lead, [0, 104], [-1, 105]),
    "an effect lasts a week at least": (_effect_weeks, [1, 104, None], [0, 105]),
    "a scale is above nothing": (_scale, [0.001, 1e9], [0, -1, *INFINITE]),
    "a step takes a minute at least": (_minutes, [1, 90], [0, 91]),
    "a week may lie before the year and after it": (_event, [-104, 0, 208], [-105, 209]),
    "the first attempt is the first": (_attempt, [1, 7], [0, -1]),
}


@pytest.mark.parametrize("told", RANGES)
def test_numbers_stay_within_their_range(told: str) -> None:
    make, good, bad = RANGES[told]
    for value in good:
        assert make(value)
    for value in bad:
        with pytest.raises(ValidationError):
            make(value)


@pytest.mark.parametrize(
    ("kind", "good", "bad"),
    [
        (Share, [0, 0.5, 1], [-0.01, 1.01, *INFINITE]),
        (Number, [-1e300, 0, 1e300], INFINITE),
        (Week, [-104, 208], [-105, 209, 0.5]),
        (Range, [[0, 1], (3.5, 3.5)], [[0], [0, 1, 2], [0, float("nan")], 1, "01"]),
    ],
    ids=["share", "number", "week", "range"],
)
def test_the_common_numbers_are_finite_and_whole_where_they_count(
    kind: Any, good: list[Any], bad: list[Any]
) -> None:
    read = TypeAdapter(kind).validate_python
    for value in good:
        assert read(value) == (tuple(value) if isinstance(value, list) else value)
    for value in bad:
        with pytest.raises(ValidationError):
            read(value)


@pytest.mark.parametrize("confidence", CONFIDENCES)
def test_the_five_steps_of_the_scale_are_taken(confidence: float) -> None:
    assert Claim(statement="s", confidence=confidence).confidence == confidence


@pytest.mark.parametrize("confidence", [0, 0.05, 0.5, 0.799999, 1, -0.2, True, None, "sure", *INFINITE])
def test_between_the_steps_there_is_no_confidence(confidence: Any) -> None:
    with pytest.raises(ValidationError) as raised:
        Claim(statement="s", confidence=confidence)
    if isinstance(confidence, int | float):
        assert "one of 0.2, 0.4, 0.6, 0.8, 0.95" in str(raised.value)


def test_a_diagnosis_has_five_claims_and_a_claim_three_papers_at_most() -> None:
    papers = tuple(f"p{n}" for n in range(MOST_PAPERS))
    claims = tuple(Claim(statement=f"s{n}", confidence=0.4, exhibits=papers) for n in range(MOST_CLAIMS))
    assert len(Diagnosis(claims=claims).claims) == 5
    with pytest.raises(ValidationError, match="at most 5 items"):
        Diagnosis(claims=(*claims, claims[0]))
    with pytest.raises(ValidationError, match="at most 3 items"):
        Claim(statement="s", confidence=0.4, exhibits=(*papers, "p9"))


def test_a_forecast_has_two_finite_ends() -> None:
    assert Forecast(outcome="users", low=-1, high=2.5).high == 2.5
    for value in INFINITE:
        with pytest.raises(ValidationError, match="finite"):
            Forecast(outcome="users", low=0, high=value)


@pytest.mark.parametrize("kind", ["change", "", None, "Drop"])
def test_an_amendment_is_one_of_three(kind: Any) -> None:
    with pytest.raises(ValidationError, match="'none', 'drop' or 'add'"):
        Amendment(kind=kind)


@pytest.mark.parametrize("kind", [*get_args(EntryKind), "deleted", "", None])
def test_the_journal_has_its_kinds_and_no_others(kind: Any) -> None:
    line = {**_attempt(1).model_dump(), "kind": kind}
    if kind in get_args(EntryKind):
        assert Entry.model_validate(line).kind == kind
        return
    with pytest.raises(ValidationError, match="'joined', 'sided', 'moved'"):
        Entry.model_validate(line)


def test_there_are_two_sides_and_each_has_the_other() -> None:
    assert get_args(Side) == SIDES
    assert [other(side) for side in SIDES] == list(reversed(SIDES))
