"""What a visit allows, refuses and remembers."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from lineofsight.desk.visit import Visit
from lineofsight.errors import AnswerError

Sit = Callable[..., Visit]
CLAIM = {"statement": "s1", "confidence": 0.8, "exhibits": ["queue"], "why": ""}


def to_diagnosis(visit: Visit) -> Visit:
    visit.take_side("operations")
    visit.submit("brief", {})
    visit.submit("exhibits", {"marks": {"queue": "look"}})
    return visit


def test_a_new_visit_stands_at_the_first_step(sit: Sit) -> None:
    visit = sit()
    assert visit.current.id == "brief"
    assert [step for step in ("brief", "exhibits", "commit") if visit.may_open(step)] == ["brief"]


def test_coming_back_finds_the_same_place_and_drafts(sit: Sit) -> None:
    first = to_diagnosis(sit())
    first.keep("diagnose", "claims", [CLAIM])
    again = sit()
    assert again.state.side == "operations"
    assert again.current.id == "diagnose"
    assert again.draft("diagnose", "claims") == [CLAIM]


def test_another_person_sees_none_of_it(sit: Sit) -> None:
    to_diagnosis(sit())
    stranger = sit("you")
    assert stranger.state.side is None
    assert stranger.current.id == "brief"


def test_the_side_stays_for_an_attempt(sit: Sit) -> None:
    visit = sit()
    visit.take_side("operations")
    with pytest.raises(AnswerError, match="Start again"):
        visit.take_side("leadership")
    visit.start_again()
    visit.take_side("leadership")
    assert visit.state.side == "leadership"
    assert visit.state.attempt == 2


def test_no_step_is_taken_without_a_side(sit: Sit) -> None:
    with pytest.raises(AnswerError, match="Take a side"):
        sit().submit("brief", {})


@pytest.mark.parametrize(
    ("payload", "words"),
    [
        ({"claims": []}, "at least one cause"),
        ({"claims": [{**CLAIM, "exhibits": []}]}, "no paper yet"),
        ({"claims": [{**CLAIM, "exhibits": ["deck"]}]}, "not on your desk"),
        ({"claims": [{**CLAIM, "statement": "s99"}]}, "one of the statements"),
        ({"claims": [CLAIM, CLAIM]}, "once"),
        ({"claims": [{**CLAIM, "confidence": 0.5}]}, "could not be taken"),
        ({"claims": [{**CLAIM, "why": "x" * 5000}]}, "could not be taken"),
        ({"claims": [{**CLAIM, "statement": f"s{n}"} for n in range(1, 7)]}, "up to 5"),
        ({"claims": "all"}, "could not be taken"),
        ({"claims": [CLAIM], "key": True}, "could not be taken"),
    ],
)
def test_a_forged_or_unfinished_diagnosis_changes_nothing(
    sit: Sit, payload: dict[str, object], words: str
) -> None:
    visit = to_diagnosis(sit())
    before = visit.state
    with pytest.raises(AnswerError, match=words):
        visit.submit("diagnose", payload)
    assert visit.state == before
    assert sit().state == before


def test_a_step_that_is_not_open_takes_nothing(sit: Sit) -> None:
    visit = to_diagnosis(sit())
    with pytest.raises(AnswerError, match="not open"):
        visit.submit("plan", {})
    with pytest.raises(AnswerError, match="not open"):
        visit.keep("plan", "plan", {})
    with pytest.raises(AnswerError, match="already"):
        visit.submit("brief", {})


def test_what_is_hidden_opens_only_when_earned(sit: Sit) -> None:
    visit = to_diagnosis(sit())
    assert {paper.id for paper in visit.desk("diagnose")} == {"queue", "press"}
    for look in (visit.their_reading, visit.key, lambda: visit.desk("compare")):
        with pytest.raises(AnswerError, match="opens after"):
            look()
    visit.submit("diagnose", {"claims": [CLAIM]})
    assert {paper.id for paper in visit.desk("compare")} == {"queue", "press", "deck"}
    assert visit.their_reading().story == "They did it."
    with pytest.raises(AnswerError, match="opens after"):
        visit.key()


def test_the_same_submission_twice_is_harmless(sit: Sit) -> None:
    visit = sit()
    visit.take_side("operations")
    visit.submit("brief", {}, submission="once")
    twin = sit()
    with pytest.raises(AnswerError, match="already"):
        twin.submit("brief", {}, submission="once")
    assert sit().state.answers.keys() == {"brief"}


def test_erasing_leaves_no_words_behind(sit: Sit, store: object) -> None:
    visit = to_diagnosis(sit())
    visit.keep("diagnose", "claims", [CLAIM])
    visit.erase()
    assert visit.state.side is None
    assert visit.current.id == "brief"
    entries = store.since(visit.session)  # type: ignore[attr-defined]
    assert all(entry.payload == {} for entry in entries)
    assert store.drafts(visit.session, visit.seat) == ()  # type: ignore[attr-defined]


def test_a_dealt_side_is_the_same_however_often_one_asks(sit: Sit) -> None:
    visit = sit()
    assert {visit.deal() for _ in range(20)} == {visit.deal()}
    dealt = {sit(f"person {n}").deal() for n in range(40)}
    assert dealt == {"leadership", "operations"}
