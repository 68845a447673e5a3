"""The diagnosis: up to five claims alone, from this side's papers only."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ipywidgets import Widget

from .claims import ClaimsEditor
from .face import Face
from .widgets import html


class DiagnoseFace(Face):
    """The claims editor over this side's papers."""

    def build(self) -> list[Widget]:
        """Return the editor; handed in, it is shown as it was."""
        self._editor = ClaimsEditor(
            self.page, self.visit.desk(self.step.id), self._claims(), self._changed, self.locked
        )
        notice = "<p class='los-note'>Handed in: this is how you saw it with your own papers.</p>"
        return [*((html(notice),) if self.locked else ()), self._editor.widget]

    def note(self) -> str:
        """Say how many claims there are."""
        if self.locked:
            return "Handed in."
        count = len(self._claims())
        return f"{count} of 5 claims. You can come back until you hand in."

    def primary(self) -> str:
        """Hand in, or go on."""
        return "Go on" if self.locked else self.step.next

    def payload(self) -> Mapping[str, Any]:
        """Return the diagnosis."""
        return self._editor.payload()

    def _claims(self) -> list[dict[str, Any]]:
        handed_in = self.visit.state.answers.get(self.step.id)
        claims: list[dict[str, Any]] = handed_in.get("claims", []) if handed_in else self.draft("claims", [])
        return claims

    def _changed(self, claims: list[dict[str, Any]]) -> None:
        self.keep("claims", claims)
        self.page.frame.draw()
