"""The reader: a desk's papers on the left, the open one on the right, one at a time."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from ..reports.documents import parts, week_of
from ..reports.escape import escape
from .figure import figure
from .widgets import button, column, html, toggle

if TYPE_CHECKING:
    from ipywidgets import VBox, Widget

    from ..model.exhibit import Exhibit
    from .page import Page

KINDS = {
    "email": "E-mail",
    "memo": "Memo",
    "chat": "Chat",
    "minutes": "Minutes",
    "table": "Table",
    "chart": "Chart and table",
    "slide": "Slide",
    "notes": "Notes",
}


class Reader:
    """An inbox of papers. ``below`` adds what stands under an open paper (marking, say)."""

    def __init__(
        self,
        page: Page,
        papers: Sequence[Exhibit],
        opened: str,
        remember: Callable[[str], None],
        below: Callable[[Exhibit], Widget] | None = None,
        name: str = "Papers",
    ) -> None:
        self._page = page
        self._papers = {paper.id: paper for paper in papers}
        self._remember = remember
        self._below = below
        self._built: dict[str, Widget] = {}
        self._place = column((), "los-paper")
        self._entries = {paper.id: self._entry(paper) for paper in papers}
        self.widget = self._assemble(papers, name)
        first = opened if opened in self._papers else next(iter(self._papers), "")
        if first:
            self._show(first)

    def mark(self, paper: str, on: bool) -> None:
        """Show in the inbox whether a paper is marked."""
        toggle(self._entries[paper], "is-marked", on)

    def _assemble(self, papers: Sequence[Exhibit], name: str) -> VBox:
        core = [self._entries[paper.id] for paper in papers if paper.tier == "core"]
        more = [self._entries[paper.id] for paper in papers if paper.tier == "more"]
        heading = html(f"<p class='los-group-name'>{escape(name)}</p>")
        rest = (html("<p class='los-inbox-more'>More, if you have time</p>"), *more) if more else ()
        inbox = column((heading, *core, *rest), "los-card", "los-inbox", "los-nav", "los-group")
        return column((inbox, self._place), "los-two", "los-reader")

    def _entry(self, paper: Exhibit) -> Widget:
        when = f"{KINDS[paper.kind]} · {week_of(paper)}"
        open_it = self._page.guarded(lambda: self._open(paper.id))
        return button(f"{paper.title}\n{when}", open_it, "los-entry", f"kind-{paper.kind}")

    def _open(self, id: str) -> None:
        self._remember(id)
        self._show(id)
        self._page.focus(self._place)

    def _show(self, id: str) -> None:
        for other, entry in self._entries.items():
            toggle(entry, "is-current", other == id)
        if id not in self._built:
            self._built[id] = self._sheet(self._papers[id])
        self._place.children = (self._built[id],)

    def _sheet(self, paper: Exhibit) -> Widget:
        case = self._page.visit.case
        opening, rest = (html(markup) for markup in parts(paper, case))
        inside: list[Widget] = [opening, rest]
        if paper.chart is not None:
            inside.insert(1, figure(case, paper))
        if self._below is not None:
            inside.append(self._below(paper))
        return column(inside, "los-card", "los-sheet")
