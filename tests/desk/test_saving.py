"""The saver tells the truth: saved only after the store has returned."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from lineofsight.desk.saving import Saver
from lineofsight.errors import NotSaved


class Disk:
    """A store of drafts that can be full."""

    def __init__(self) -> None:
        self.full = False
        self.kept: dict[tuple[str, str], Any] = {}

    def write(self, step: str, field: str, value: Any) -> None:
        if self.full:
            raise NotSaved("the disk is full")
        self.kept[(step, field)] = value


class Clock:
    """An event loop that runs what is due when told."""

    def __init__(self) -> None:
        self.due: list[Callable[[], None]] = []

    def later(self, seconds: float, call: Callable[[], None]) -> None:
        self.due.append(call)

    def tick(self) -> None:
        due, self.due = self.due, []
        for call in due:
            call()


def test_without_a_loop_every_change_is_written_at_once() -> None:
    disk, told = Disk(), []
    saver = Saver(disk.write, lambda status, words: told.append(status))
    saver.keep("plan", "words", "a")
    assert disk.kept == {("plan", "words"): "a"}
    assert told == ["saving", "saved"]


def test_typing_is_collected_and_only_the_last_text_is_written() -> None:
    disk, clock, told = Disk(), Clock(), []
    saver = Saver(disk.write, lambda status, words: told.append(status), clock.later)
    for text in ("a", "ab", "abc"):
        saver.keep("plan", "words", text)
    assert disk.kept == {}
    assert "saved" not in told
    clock.tick()
    assert disk.kept == {("plan", "words"): "abc"}
    assert told[-1] == "saved"


def test_a_full_disk_is_said_and_the_answer_is_saved_when_it_can_be() -> None:
    disk, clock, told = Disk(), Clock(), []
    saver = Saver(disk.write, lambda status, words: told.append((status, words)), clock.later)
    disk.full = True
    saver.keep("plan", "words", "kept")
    clock.tick()
    assert told[-1] == ("not-saved", "the disk is full")
    assert saver.pending("plan", "words") == "kept"
    clock.tick()
    assert told[-1][0] == "not-saved"
    disk.full = False
    clock.tick()
    assert disk.kept == {("plan", "words"): "kept"}
    assert told[-1] == ("saved", "")
    assert saver.pending("plan", "words") is None


def test_one_answer_that_cannot_be_kept_holds_up_no_other() -> None:
    kept, told = {}, []

    def write(step: str, field: str, value: Any) -> None:
        if len(value) > 9:
            raise NotSaved("this answer is too long")
        kept[field] = value

    saver = Saver(write, lambda status, words: told.append((status, words)))
    saver.keep("plan", "words", "far too long")
    saver.keep("plan", "owner", "ann")
    assert kept == {"owner": "ann"}
    assert told[-1] == ("not-saved", "this answer is too long")
    saver.keep("plan", "words", "shorter")
    assert kept == {"owner": "ann", "words": "shorter"}
    assert told[-1] == ("saved", "")
