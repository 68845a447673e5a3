"""One claim on the page: its rank, how sure, which papers say so, and why."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

from ipywidgets import RadioButtons

from ..model.answers import CONFIDENCES, MOST_PAPERS
from ..reports.escape import escape
from .widgets import button, choice, column, html, layout, paragraph, row, toggle

if TYPE_CHECKING:
    from ..model.case import Statement
    from ..model.exhibit import Exhibit
    from .claims import ClaimsEditor

SURE = tuple((f"{words} {value:.0%}", value) for value, words in CONFIDENCES.items())


class ClaimCard:
    """The card of one chosen statement; tells the editor of every change."""

    def __init__(self, editor: ClaimsEditor, statement: Statement, kept: Mapping[str, Any]) -> None:
        self.statement = statement
        self.confidence: float | None = kept.get("confidence")
        self.exhibits: list[str] = [id for id in kept.get("exhibits", ()) if id in editor.papers]
        self.why: str = kept.get("why", "")
        self._editor = editor
        self._head = html("", "los-claim-head")
        act, locked = editor.page.guarded, editor.locked
        self._up = button("Move up", act(lambda: editor.move(self, -1)), "los-icon-up", disabled=locked)
        self._down = button("Move down", act(lambda: editor.move(self, 1)), "los-icon-down", disabled=locked)
        self._remove = button("Remove", act(lambda: editor.remove(self)), "los-icon-remove", disabled=locked)
        self._evidence = row((), "los-evidence", "los-group")
        self.widget = column(self._parts(), "los-card", "los-claim")
        self._draw_evidence()

    @property
    def taken(self) -> dict[str, Any]:
        """The claim as a draft (its confidence may still be open)."""
        return {
            "statement": self.statement.id,
            "confidence": self.confidence,
            "exhibits": list(self.exhibits),
            "why": self.why,
        }

    def place(self, rank: int, of: int) -> None:
        """Show the rank; the first cannot go up, the last cannot go down."""
        self._head.value = f"<span class='los-rank'>{rank}</span><h3>{escape(self.statement.text)}</h3>"
        self._up.disabled = self._editor.locked or rank == 1
        self._down.disabled = self._editor.locked or rank == of

    def _parts(self) -> tuple[Any, ...]:
        sure = RadioButtons(
            options=SURE,
            value=self.confidence if self.confidence in CONFIDENCES else None,
            description="How sure",
            layout=layout(),
            disabled=self._editor.locked,
        )
        sure._dom_classes = ("los-chips",)
        sure.observe(lambda change: self._set("confidence", change["new"]), names="value")
        why = paragraph(
            "Why (for yourself and the debrief)",
            self.why,
            lambda words: self._set("why", words),
            "los-field",
            rows=2,
            disabled=self._editor.locked,
        )
        tools = row((self._up, self._down, self._remove), "los-tools")
        return (row((self._head, tools), "los-claim-top"), sure, self._evidence, why)

    def _set(self, name: str, value: Any) -> None:
        setattr(self, name, value)
        self._editor.changed()

    def _cite(self, paper: str) -> None:
        if paper and paper not in self.exhibits and len(self.exhibits) < MOST_PAPERS:
            self.exhibits.append(paper)
            self._draw_evidence()
            self._editor.changed()

    def _uncite(self, paper: str) -> None:
        if paper in self.exhibits:
            self.exhibits.remove(paper)
            self._draw_evidence()
            self._editor.changed()

    def _draw_evidence(self) -> None:
        papers = self._editor.papers
        name = html("<span class='los-group-name'>Evidence</span>")
        tags = [self._tag(papers[id]) for id in self.exhibits]
        adding: tuple[Any, ...] = ()
        if len(self.exhibits) < MOST_PAPERS and not self._editor.locked:
            first = "+ add a paper" if self.exhibits else "+ add a paper: a claim needs one"
            options = [(first, "")]
            options += [(paper.title, id) for id, paper in papers.items() if id not in self.exhibits]
            add = choice("Add a paper", options, "", self._cite, "los-add", "los-nolabel")
            toggle(add, "is-wanting", not self.exhibits)
            adding = (add,)
        self._evidence.children = (name, *tags, *adding)

    def _tag(self, paper: Exhibit) -> Any:
        act: Callable[[], None] = self._editor.page.guarded(lambda: self._uncite(paper.id))
        return button(
            paper.title,
            act,
            "los-tag",
            paper.side,
            tooltip="Take this paper away",
            disabled=self._editor.locked,
        )
