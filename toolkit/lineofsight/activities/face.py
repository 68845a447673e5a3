"""The base of all faces: one step on the screen, what its foot says, and what going on means."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from ipywidgets import Widget

from ..desk.taking import LONGEST_NOTE
from ..errors import AnswerError

if TYPE_CHECKING:
    from ..model.runsheet import Step
    from .page import Page


class Face:
    """One step as it is seen. Built when it is first opened; rebuilt when ``page.rebuild`` asks.

    A face keeps what people type with ``keep`` (saved within half a second), reads it back with
    ``draft``, and hands in ``payload()`` when the foot's one primary button is pressed. One that
    ``stays`` shows what came of it before the next step opens.
    """

    stays = False

    def __init__(self, page: Page, step: Step) -> None:
        self.page = page
        self.step = step
        self.visit = page.visit
        self.case = page.visit.case
        self.shown: tuple[Widget, ...] | None = None

    @property
    def locked(self) -> bool:
        """Whether this step is handed in: everything is shown, nothing can be changed."""
        return self.visit.state.handed_in(self.step.id)

    def draft(self, field: str, default: Any = None) -> Any:
        """Return an unfinished field of this step."""
        pending = self.page.saver.pending(self.step.id, field)
        return self.visit.draft(self.step.id, field, default) if pending is None else pending

    def keep(self, field: str, value: Any) -> None:
        """Save an unfinished field of this step, soon."""
        if not self.locked:
            self.page.frame.hush()
            self.page.saver.keep(self.step.id, field, value)

    def build(self) -> list[Widget]:
        """Return the widgets below the heading."""
        raise NotImplementedError

    def note(self) -> str:
        """Return the foot's quiet line."""
        return ""

    def primary(self) -> str:
        """Return the words on the foot's primary button."""
        return self.step.next

    def payload(self) -> Mapping[str, Any]:
        """Return what is handed in."""
        return {}

    def forward(self) -> None:
        """Hand in if that is still to do, then open the next step; coming back finds this one locked."""
        if not self.locked:
            self.page.hand_in(self)
            if self.stays:
                self.page.rebuild()
                self.page.focus(self.page.slots[self.step.activity])
                return
            self.page.faces.pop(self.step.id, None)
        self.page.open_next(self.step)


def fitting(words: str, where: str) -> str:
    """Return a person's own words; ``AnswerError`` says where they are longer than what is kept."""
    if len(words) > LONGEST_NOTE:
        raise AnswerError(
            f"{where}: {len(words):,} characters are too many; up to {LONGEST_NOTE:,} are kept. Shorten it."
        )
    return words
