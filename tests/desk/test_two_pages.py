"""One person, two pages: what one has handed in, begun anew or erased, the other does not write over."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from lineofsight.desk.visit import Visit
from lineofsight.errors import NotSaved, StoreError
from lineofsight.store import Store

Sit = Callable[..., Visit]


def diagnosis(statement: str) -> dict[str, Any]:
    return {"claims": [{"statement": statement, "confidence": 0.8, "exhibits": ["queue"], "why": ""}]}


@pytest.fixture
def pages(sit: Sit) -> tuple[Visit, Visit]:
    """Two pages of one person, both at the diagnosis."""
    first = sit()
    first.take_side("operations")
    first.submit("brief", {})
    first.submit("exhibits", {"marks": {}})
    return first, sit()


def test_the_first_hand_in_stands_and_the_second_page_is_told(pages: tuple[Visit, Visit], sit: Sit) -> None:
    first, second = pages
    first.submit("diagnose", diagnosis("s1"))
    with pytest.raises(StoreError, match="another tab or window"):
        second.submit("diagnose", diagnosis("s2"))
    assert second.answer("diagnose") == sit().answer("diagnose")
    assert sit().state.answers["diagnose"]["claims"][0]["statement"] == "s1"


def test_a_page_that_is_behind_keeps_nothing_more_and_goes_on_saying_so(
    pages: tuple[Visit, Visit], store: Store
) -> None:
    first, second = pages
    first.submit("diagnose", diagnosis("s1"))
    for _ in range(2):
        with pytest.raises(StoreError, match="Reload"):
            second.keep("diagnose", "claims", ["typed on a page that was behind"])
        with pytest.raises(StoreError, match="Reload"):
            second.submit("compare", diagnosis("s2"))
    assert second.behind
    assert not first.behind
    assert store.drafts(first.session, first.seat) == ()


@pytest.mark.parametrize("act", [Visit.start_again, Visit.erase])
def test_nothing_is_written_into_an_attempt_that_is_over(
    pages: tuple[Visit, Visit], store: Store, act: Callable[[Visit], None]
) -> None:
    first, second = pages
    act(first)
    with pytest.raises(StoreError, match="another tab"):
        second.keep("diagnose", "claims", ["too late"])
    assert store.drafts(first.session, first.seat) == ()


@pytest.mark.parametrize("act", [Visit.start_again, Visit.erase])
def test_starting_anew_brings_a_page_forward_to_an_attempt_of_its_own(
    pages: tuple[Visit, Visit], sit: Sit, act: Callable[[Visit], None]
) -> None:
    first, second = pages
    first.start_again()
    first.take_side("leadership")
    act(second)
    assert (second.behind, second.state.attempt, second.state.side) == (False, 3, None)
    second.keep("brief", "job", "else")
    assert sit().draft("brief", "job") == "else"


def test_starting_anew_that_fails_leaves_the_page_behind(
    pages: tuple[Visit, Visit], store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    first, second = pages
    first.submit("diagnose", diagnosis("s1"))
    with pytest.raises(StoreError):
        second.keep("diagnose", "claims", [])

    def full(entries: object) -> None:
        raise NotSaved("the disk is full")

    monkeypatch.setattr(store, "append", full)
    with pytest.raises(NotSaved, match="full"):
        second.start_again()
    assert second.behind


def test_two_pages_cannot_sit_on_both_sides(sit: Sit) -> None:
    first, second = sit(), sit()
    first.take_side("leadership")
    with pytest.raises(StoreError, match="another tab"):
        second.take_side("operations")
    assert second.side == "leadership"


def test_what_only_adds_moves_nobodys_ground(pages: tuple[Visit, Visit]) -> None:
    first, second = pages
    first.keep("diagnose", "claims", ["from the first"])
    second.keep("diagnose", "claims", ["from the second"])
    assert not second.behind


def test_of_two_hand_ins_at_one_instant_one_is_told(
    pages: tuple[Visit, Visit], store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    first, second = pages
    append = store.append

    def overtaken(entries: Any) -> Any:
        monkeypatch.setattr(store, "append", append)
        first.submit("diagnose", diagnosis("s1"))
        return append(entries)

    monkeypatch.setattr(store, "append", overtaken)
    with pytest.raises(StoreError, match="another tab"):
        second.submit("diagnose", diagnosis("s2"))
    assert second.state.answers["diagnose"]["claims"][0]["statement"] == "s1"
