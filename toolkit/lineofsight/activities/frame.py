"""The frame around every step: bar, rail, foot, what is saved, and a person's own data."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from ..desk.saving import Status
from ..reports.escape import escape
from .script import script_widget
from .surroundings import later
from .widgets import button, column, html, row, toggle

if TYPE_CHECKING:
    from ipywidgets import VBox

    from .face import Face
    from .page import Page

# A double click must not hand in the step that has only just opened.
PAUSE = 0.4
_SAVED = {"saved": "Saved", "saving": "Saving", "not-saved": "Not saved"}


class Frame:
    """The parts that stay while steps change."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self._turn: tuple[str, bool] | None = None
        self._going = False
        act = page.guarded
        self._saved = html("", "los-saved")
        self._side = html("", "los-side-mark")
        self._message = html("", "los-message", "los-say")
        self._note = html("", "los-foot-note")
        self._back = button("Back", act(self._go_back))
        self._on = button("", act(self._go_on), "los-primary")
        self._rail = [
            button(step.label, act(partial(page.open, step)), "los-rail-step")
            for step in page.visit.sheet.steps
        ]
        self._yours = button("Your answers", act(self._toggle_yours), "los-quiet", "can-expand")
        self._panel = self._your_answers()
        self.widget = self._assemble()
        self.tell_saved("saved", "")
        self.draw()

    def _assemble(self) -> VBox:
        title = escape(self.page.visit.case.title)
        brand = html(f"<a class='brand' href='/'>Line <i>of</i> Sight</a><span class='case'>{title}</span>")
        bar = row((brand, self._saved, self._side, self._yours), "los-bar")
        rail = row(self._rail, "los-rail", "los-nav", "los-group")
        foot = row((self._message, self._note, self._back, self._on), "los-foot")
        parts = (bar, self._panel, rail, foot, *script_widget())
        return column(parts, "lineofsight", "los-frame")

    # What is said

    def draw(self) -> None:
        """Bring rail, side and foot up to date with the open step."""
        visit, face = self.page.visit, self.page.face()
        steps = visit.sheet.steps
        for number, (step, mark) in enumerate(zip(steps, self._rail, strict=True), 1):
            now = step.id == self.page.step.id
            mark.description = f"{number} · {step.label}" if now else step.label
            mark.disabled = not visit.may_open(step.id)
            toggle(mark, "is-current", now)
            toggle(mark, "is-done", visit.state.handed_in(step.id))
        side = visit.state.side
        self._side.value = f"<span class='los-side {side}'>{side.title()}</span>" if side else ""
        self._back.disabled = self.page.step == steps[0]
        self._on.description = face.primary()
        self._pause((self.page.step.id, face.locked))
        toggle(self._on, "is-hidden", not face.primary())
        self._note.value = f"<span>{escape(face.note())}</span>"

    def say(self, words: str) -> None:
        """Show a message above the foot, or clear it; it is read out too."""
        self._message.value = f"<p class='los-warn'>{escape(words)}</p>" if words else ""

    def hush(self) -> None:
        """Clear what was said about an answer that has changed since; that saving fails stays."""
        if "Not saved:" not in self._message.value:
            self.say("")

    def tell_saved(self, status: Status, words: str) -> None:
        """Show the truth about saving; a new text only when it changes."""
        shown = f"<span class='is-{status}'>{_SAVED[status]}</span>"
        if self._saved.value != shown:
            self._saved.value = shown
        if status == "not-saved":
            kept = "Your answer is kept on this page and will be saved when it can be."
            self.say(f"Not saved: {words} {'' if self.page.visit.behind else kept}".rstrip())
        elif status == "saved" and "Not saved:" in self._message.value:
            self.say("")

    # What is done

    def _go_on(self) -> None:
        face = self.page.face()
        if self._on.disabled or self._going:
            return
        if face.locked:
            face.forward()
            return
        self._going = True
        self.page.once_arrived(partial(self._forward, face))()

    def _forward(self, face: Face) -> None:
        self._going = False
        # Somebody may have opened another step in that moment.
        if face is self.page.face():
            face.forward()

    def _pause(self, turn: tuple[str, bool]) -> None:
        before, self._turn = self._turn, turn
        soon = later()
        if soon and before and before != turn:
            self._on.disabled = True
            soon(PAUSE, lambda: setattr(self._on, "disabled", False))

    def _go_back(self) -> None:
        steps = self.page.visit.sheet.steps
        at = steps.index(self.page.step)
        if at:
            self.page.open(steps[at - 1])

    # A person's own data

    def _your_answers(self) -> VBox:
        act = self.page.guarded
        self._sure = html("", "los-say")
        self._yes = button("", act(self._do_it), "los-danger", "is-hidden")
        self._no = button("Cancel", act(self._settle), "is-hidden")
        self._asked = ""
        words = (
            "<h2>Your answers</h2><p>They are kept on the computer that serves this page and are "
            "never sent anywhere else; whoever runs it could read them. No name, no e-mail. Close the page and come back with the "
            "same browser: you are where you were.</p>"
        )
        again = button("Start again", act(lambda: self._ask("again")))
        erase = button("Erase my data", act(lambda: self._ask("erase")))
        asked = row((self._sure, self._yes, self._no), "los-sure")
        return column(
            (html(words), row((again, erase), "los-buttons"), asked), "los-card", "los-yours", "is-hidden"
        )

    def _toggle_yours(self) -> None:
        opened = "is-hidden" in self._panel._dom_classes
        toggle(self._panel, "is-hidden", not opened)
        toggle(self._yours, "is-expanded", opened)
        self._settle()

    def _ask(self, what: str) -> None:
        self._asked = what
        again = what == "again"
        self._sure.value = (
            "<p>Begin this case anew? Your first attempt stays in the journal until you erase it.</p>"
            if again
            else "<p>Erase everything you wrote in this case? It cannot be brought back.</p>"
        )
        self._yes.description = "Yes, start again" if again else "Yes, erase it"
        toggle(self._yes, "is-hidden", False)
        toggle(self._no, "is-hidden", False)

    def _settle(self) -> None:
        self._asked, self._sure.value = "", ""
        toggle(self._yes, "is-hidden", True)
        toggle(self._no, "is-hidden", True)

    def _do_it(self) -> None:
        asked = self._asked
        if not asked:
            return
        if asked == "again":
            self.page.visit.start_again()
        else:
            self.page.visit.erase()
        self.page.saver.forget()
        self._toggle_yours()
        self.page.restart()
        self.say("A new attempt: everything is empty." if asked == "again" else "Your data is erased.")
