"""The evidence: this side's papers, read one at a time; mark what matters, with a note."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ipywidgets import Widget

from ..model.exhibit import Exhibit
from . import warming
from .face import Face, fitting
from .reader import Reader
from .widgets import button, line, row, toggle


class ExhibitsFace(Face):
    """A desk of papers with marks and notes."""

    def build(self) -> list[Widget]:
        """Return the reader; charts get ready while the first paper is read."""
        self._marks: dict[str, str] = dict(self._kept())
        # Notes stay when a mark is taken off: what was typed is on disk, marked or not.
        self._notes: dict[str, str] = {**self.draft("notes", {}), **self._marks}
        self._buttons: dict[str, Widget] = {}
        papers = self.visit.desk(self.step.id)
        # Importing Altair takes seconds: begin now, on the side, before a chart is opened.
        warming.begin()
        self._reader = Reader(
            self.page,
            papers,
            self.draft("open", ""),
            lambda paper: self.keep("open", paper),
            self._below,
            f"On your desk: {len(papers)} papers",
        )
        for paper in self._marks:
            self._reader.mark(paper, True)
        return [self._reader.widget]

    def note(self) -> str:
        """Count the marks."""
        count = len(self._kept())
        return f"{count} of {len(self.visit.desk(self.step.id))} marked"

    def payload(self) -> Mapping[str, Any]:
        """Return the marked papers with their notes."""
        marks = self._kept()
        for paper, note in marks.items():
            fitting(note, f"Your note on “{self.case.exhibit(paper).title}”")
        return {"marks": marks}

    def _kept(self) -> Mapping[str, str]:
        handed_in = self.visit.state.answers.get(self.step.id)
        marks: Mapping[str, str] = (
            handed_in["marks"] if handed_in and "marks" in handed_in else self.draft("marks", {})
        )
        return marks

    def _below(self, paper: Exhibit) -> Widget:
        press = self.page.guarded(lambda: self._press(paper.id))
        matters = self._buttons[paper.id] = button("This matters", press, "can-press", "los-chip")
        note = line(
            "Your note",
            self._notes.get(paper.id, ""),
            lambda words: self._write(paper.id, words),
            "los-nolabel",
            placeholder="A note to yourself",
            disabled=self.locked,
        )
        matters.disabled = self.locked
        toggle(matters, "is-pressed", paper.id in self._marks)
        return row((matters, note), "los-matter")

    def _press(self, paper: str) -> None:
        if self.locked:
            return
        if paper in self._marks:
            del self._marks[paper]
        else:
            self._marks[paper] = self._notes.get(paper, "")
        self._changed(paper)

    def _write(self, paper: str, words: str) -> None:
        if not self.locked and (words or paper in self._marks):
            self._marks[paper] = self._notes[paper] = words
            self.keep("notes", dict(self._notes))
            self._changed(paper)

    def _changed(self, paper: str) -> None:
        self._reader.mark(paper, paper in self._marks)
        toggle(self._buttons[paper], "is-pressed", paper in self._marks)
        self.keep("marks", dict(self._marks))
        self.page.frame.draw()
