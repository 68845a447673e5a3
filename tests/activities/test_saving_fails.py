"""A store that fails while somebody works: said at once, kept on the page, saved when it can be."""

from __future__ import annotations

import asyncio
from typing import Any

import pytest
from ipywidgets import Text, Textarea

from lineofsight.activities import page
from lineofsight.desk import saving
from lineofsight.errors import NotSaved
from lineofsight.store.memory import MemoryStore

WORDS = "the disk is full; make room"


class Disk(MemoryStore):
    """A store that can be full."""

    full = False

    def append(self, entries: Any) -> Any:
        self._room()
        return super().append(entries)

    def put_draft(self, draft: Any) -> None:
        self._room()
        super().put_draft(draft)

    def erase(self, session: str, seat: str, entry: Any) -> None:
        self._room()
        super().erase(session, seat, entry)

    def _room(self) -> None:
        if self.full:
            raise NotSaved(WORDS)


@pytest.fixture
def disk(person: Any, monkeypatch: pytest.MonkeyPatch) -> Disk:
    """A disk under the person's page."""
    disk = person.store = Disk()
    monkeypatch.setattr("lineofsight.store.open_store", lambda url: disk)
    person.come_back()
    return disk


def test_it_is_said_kept_and_saved_with_the_next_change(person: Any, disk: Disk) -> None:
    person.to("exhibits")
    person.press("This matters")
    note = person.one(Text, "Your note")
    disk.full = True
    note.value = "kept on the page"
    assert "Not saved" in person.saved
    assert f"Not saved: {WORDS}" in person.message
    assert "kept on this page and will be saved when it can be" in person.message
    assert note.value == "kept on the page"
    assert list(person.drafts()[("evidence", "marks")].values()) == [""]
    disk.full = False
    note.value = "kept on the page too"
    assert "Saved" in person.saved
    assert person.message == ""
    assert list(person.drafts()[("evidence", "marks")].values()) == ["kept on the page too"]


def test_it_is_saved_by_itself_where_there_is_an_event_loop(
    person: Any, disk: Disk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(saving, "MOMENT", 0.001)
    monkeypatch.setattr(saving, "AGAIN", 0.01)
    person.to("diagnose")

    async def work() -> None:
        person.come_back()
        person.claim(person.case.statements[0].id)
        await asyncio.sleep(0.01)
        assert "Saved" in person.saved
        disk.full = True
        person.one(Textarea, "Why").value = "typed while it was full"
        assert "Saving" in person.saved
        await asyncio.sleep(0.05)
        assert "Not saved" in person.saved
        disk.full = False
        await asyncio.sleep(0.05)
        assert "Saved" in person.saved
        assert person.message == ""

    asyncio.run(work())
    assert person.drafts()[("diagnose", "claims")][0]["why"] == "typed while it was full"


def test_a_hand_in_that_fails_says_so_and_works_the_second_time(person: Any, disk: Disk) -> None:
    person.to("diagnose")
    person.claim(person.case.statements[0].id)
    disk.full = True
    person.go_on()
    assert f"Not handed in: {WORDS}" in person.message
    assert "press the button again" in person.message
    assert person.handed_in() == ["brief", "evidence"]
    assert person.case.run_sheets["solo"].step("diagnose").title in person.title
    disk.full = False
    person.go_on()
    assert person.handed_in() == ["brief", "evidence", "diagnose"]
    assert person.message == ""


def test_words_that_arrive_just_after_the_press_are_handed_in(
    person: Any, disk: Disk, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A browser holds typing back while the kernel is busy, but sends a press at once."""
    monkeypatch.setattr(page, "ARRIVE", 0.01)
    person.to("diagnose")

    async def work() -> None:
        person.come_back()
        person.claim(person.case.statements[0].id)
        why = person.one(Textarea, "Why")
        why.value = "The quic"
        person.go_on()
        person.go_on()
        assert person.handed_in() == ["brief", "evidence"]
        why.value = "The quick brown fox"
        await asyncio.sleep(0.1)

    asyncio.run(work())
    assert person.handed_in() == ["brief", "evidence", "diagnose"]
    answer = next(entry for entry in person.journal() if entry["step"] == "diagnose")
    assert answer["payload"]["claims"][0]["why"] == "The quick brown fox"


def test_what_is_not_saved_is_handed_in_all_the_same(person: Any, disk: Disk) -> None:
    person.to("diagnose")
    person.claim(person.case.statements[0].id)
    disk.full = True
    person.one(Textarea, "Why").value = "never saved as a draft"
    disk.full = False
    person.go_on()
    answer = next(entry for entry in person.journal() if entry["step"] == "diagnose")
    assert answer["payload"]["claims"][0]["why"] == "never saved as a draft"


@pytest.mark.parametrize("act", ["Start again", "Erase my data"])
def test_an_act_that_cannot_be_kept_is_said_and_loses_nothing(person: Any, disk: Disk, act: str) -> None:
    person.to("diagnose")
    person.claim(person.case.statements[0].id)
    disk.full = True
    person.one(Textarea, "Why").value = "typed while it was full"
    person.press("Your answers")
    person.press(act)
    person.press("Yes, ")
    assert WORDS in person.message
    disk.full = False
    person.one(Textarea, "Why").value += "!"
    assert person.drafts()[("diagnose", "claims")][0]["why"] == "typed while it was full!"
    assert person.handed_in() == ["brief", "evidence"]


def test_a_page_that_is_behind_says_so_and_promises_nothing(person: Any, disk: Disk) -> None:
    person.to("diagnose")
    left = person.slots
    person.come_back()
    person.claim(person.case.statements[0].id)
    person.go_on()
    assert person.handed_in()[-1] == "diagnose"
    person.slots = left
    person.claim(person.case.statements[1].id)
    assert "Not saved" in person.saved
    assert "another tab or window" in person.message
    assert "will be saved" not in person.message
    person.go_on()
    assert "another tab or window" in person.message
    assert person.handed_in()[-1] == "diagnose"
