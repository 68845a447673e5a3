"""The page: one step open at a time, the frame around it, and the promise that nothing is lost."""

from __future__ import annotations

import uuid
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from ipywidgets import VBox, Widget

from ..desk.saving import Saver
from ..errors import AnswerError, LineOfSightError, NotSaved
from ..reports.escape import escape
from .frame import Frame
from .registry import face_of
from .surroundings import in_calm_words, in_voila, later
from .widgets import column, html, toggle

if TYPE_CHECKING:
    from ..desk import Visit
    from ..model.runsheet import Step
    from .face import Face


# The browser holds back what is being typed while the kernel is busy; it comes within this time after.
ARRIVE = 0.25


class Page:
    """A visit on the screen. Closed slots build nothing; opening one builds its face once."""

    def __init__(self, visit: Visit) -> None:
        self.visit = visit
        self.slots: dict[str, VBox] = {}
        self.faces: dict[str, Face] = {}
        self.saver = Saver(self._write, lambda status, words: self.frame.tell_saved(status, words), later())
        self._focus = 0
        self._framed = False
        place = visit.draft("page", "step", "")
        self.step = visit.sheet.step(place) if visit.may_open(place) else visit.current
        self.frame = Frame(self)

    # What the notebook shows

    def slot(self, activity: str) -> VBox:
        """Return the place of an activity; the first one asked for carries the frame."""
        if activity not in self.slots:
            self.slots[activity] = column((), "lineofsight", "los-slot")
            self._fill(activity)
        if self._framed:
            return self.slots[activity]
        self._framed = True
        return column((self.frame.widget, self.slots[activity]), "lineofsight", "los-page")

    # Moving about

    def open(self, step: Step) -> None:
        """Show a step (only one that may be looked at), remember the place, move the focus."""
        if not self.visit.may_open(step.id):
            return
        before, self.step = self.step, step
        self.saver.keep("page", "step", step.id)
        for activity in {before.activity, step.activity}:
            if activity in self.slots:
                self._fill(activity)
        self.frame.draw()
        self.focus(self.slots.get(step.activity))

    def open_next(self, step: Step) -> None:
        """Open the step after this one, if there is one."""
        steps = self.visit.sheet.steps
        at = steps.index(step)
        if at + 1 < len(steps):
            self.open(steps[at + 1])

    def rebuild(self) -> None:
        """Build the open step anew (after a hand-in that stays on its step)."""
        self.faces.pop(self.step.id, None)
        self._fill(self.step.activity)
        self.frame.draw()

    def restart(self) -> None:
        """Begin at the first step with empty faces (after starting again or erasing)."""
        self.faces.clear()
        self.step = self.visit.current
        for activity in self.slots:
            self._fill(activity)
        self.frame.draw()
        self.focus(self.slots.get(self.step.activity))

    def hand_in(self, face: Face) -> None:
        """Write what is pending, then hand in the face's payload."""
        self.saver.flush()
        try:
            self.visit.submit(face.step.id, face.payload(), uuid.uuid4().hex)
        except NotSaved as error:
            kept = "Your answer is kept on this page: press the button again."
            raise NotSaved(f"Not handed in: {error}. {kept}") from error

    def focus(self, widget: VBox | None) -> None:
        """Ask the page's script to move the focus to a widget (a step: to its heading)."""
        if widget is not None:
            widget.remove_class(f"take-focus-{self._focus}")
            self._focus += 1
            widget.add_class(f"take-focus-{self._focus}")

    def guarded(self, act: Callable[[], None]) -> Callable[[], None]:
        """Return ``act`` with every failure turned into calm words (strict: raised)."""

        def safely() -> None:
            try:
                self.frame.say("")
                act()
            except LineOfSightError as error:
                self.frame.say(str(error))
            except Exception as error:
                self.frame.say(in_calm_words(error))

        return safely

    def once_arrived(self, act: Callable[[], None]) -> Callable[[], None]:
        """Return ``act``, guarded, for when the words typed just before its press have arrived as well."""
        safely = self.guarded(act)

        def soon() -> None:
            schedule = later()
            if schedule is None:
                safely()
            else:
                schedule(ARRIVE, safely)

        return soon

    # Inside

    def _write(self, step: str, field: str, value: Any) -> None:
        try:
            self.visit.keep(step, field, value)
        except AnswerError as error:
            if not self.visit.may_open(step) or self.visit.state.handed_in(step):
                raise
            # The saver lets a refusal pass, since it means that the step has been handed in. This one does not.
            raise NotSaved(str(error)) from error

    def face(self) -> Face:
        """Return the open step's face, built on first use."""
        if self.step.id not in self.faces:
            self.faces[self.step.id] = face_of(self, self.step)
        return self.faces[self.step.id]

    def _fill(self, activity: str) -> None:
        slot = self.slots[activity]
        is_open = self.step.activity == activity
        toggle(slot, "is-hidden", not is_open and in_voila())
        toggle(slot, "los-step", is_open)
        if is_open:
            slot.children = self._built()
        else:
            slot.children = () if in_voila() else (self._closed(activity),)

    def _built(self) -> tuple[Widget, ...]:
        face = self.face()
        if face.shown is None:
            heading = html(_heading(self.step, face.locked), "los-heading")
            try:
                face.shown = (heading, *face.build())
            except Exception as error:
                # Not kept: opening the step again tries again.
                return heading, html(f"<div class='los-note'>{escape(in_calm_words(error))}</div>")
        return face.shown

    def _closed(self, activity: str) -> VBox:
        step = next((s for s in self.visit.sheet.steps if s.activity == activity), None)
        words = f"“{step.label}” opens here when it is its turn." if step else "Not in this session."
        return html(f"<p class='los-quiet-line'>{escape(words)}</p>")


def _heading(step: Step, done: bool) -> str:
    """Return a step's heading; what its lead asks for is not said to somebody who has done it."""
    title = f"<h1>{escape(step.title)}</h1>"
    if done:
        return title
    minutes = "1 minute" if step.minutes == 1 else f"{step.minutes} minutes"
    return f"{title}<p class='lead'>{escape(step.lead)} About {minutes}.</p>"
