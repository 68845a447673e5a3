"""The commitment: when ... I will ... with ... and will see it by ...; and what will stop you."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import Any

from ipywidgets import Widget

from ..reports.escape import escape, said
from .face import Face
from .surroundings import in_voila
from .widgets import button, column, html, paragraph, row

_LINES = (
    ("when", "When …", "the next launch date is set"),
    (
        "will",
        "I will …",
        "ask the people who will carry it what it takes, and write their answer into the decision",
    ),
    ("together", "with …", "the person who runs the floor"),
    ("see", "and will see it by …", "a name from the floor on the decision record"),
    ("stop", "What will stop you?", "the date is promised before I hear of it"),
)


class CommitFace(Face):
    """Five lines to finish; kept for yourself."""

    def build(self) -> list[Widget]:
        """Return the lines, or the finished sentence."""
        if self.locked:
            return [html(self._sentence()), *self._onward()]
        fields = [
            paragraph(
                label,
                self.draft(name, ""),
                partial(self.keep, name),
                "los-field",
                rows=2,
                placeholder=f"for example: {example}",
            )
            for name, label, example in _LINES
        ]
        return [column(fields, "los-card", "los-commit")]

    def note(self) -> str:
        """Say where it lies and who could read it."""
        if self.locked:
            return "Kept with your answers. Finished."
        if in_voila():
            return "Kept, without your name, on the computer that serves this page: whoever runs it could read it."
        return "Kept with your other answers on this computer, and sent nowhere."

    def primary(self) -> str:
        """Keep it; after that there is nothing left to press."""
        return "" if self.locked else self.step.next

    def payload(self) -> Mapping[str, Any]:
        """Return the five lines."""
        return {name: self.draft(name, "").strip() for name, _, _ in _LINES}

    def forward(self) -> None:
        """Hand in and show the sentence."""
        if not self.locked:
            self.page.hand_in(self)
            self.page.rebuild()

    def _onward(self) -> list[Widget]:
        """Return the ways on from a served page: to the gallery, and onto paper."""
        if not in_voila():
            return []
        cases = html("<a class='jupyter-button' href='/'>To the cases</a>")
        return [row((cases, button("Print this page", None, "los-print")), "los-buttons")]

    def _sentence(self) -> str:
        kept = self.visit.state.answers[self.step.id]
        parts = "".join(
            f"<p><span class='los-lead-in'>{escape(label)}</span> {_own(kept.get(name, ''))}</p>"
            for name, label, _ in _LINES
        )
        return f"<article class='los-card los-doc los-promise'>{parts}</article>"


def _own(words: str) -> str:
    return said(words) if words else "<i>left open</i>"
