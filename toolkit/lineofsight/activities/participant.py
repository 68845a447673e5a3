"""What a notebook holds in its hands: one call per activity, each returning its slot."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from .. import paths
from ..desk import open_case
from ..errors import AnswerError, CaseError, LineOfSightError, UnknownName

if TYPE_CHECKING:
    import pandas
    from ipywidgets import VBox

    from ..desk import Visit
    from ..model.case import Table
    from .page import Page


class Participant:
    """One person at one case. Each activity's slot shows itself while its step is open."""

    def __init__(self, slug: str) -> None:
        self.case = open_case(slug)
        self._refused = False
        if paths.strict():
            _refuse_unsound(slug)

    def __repr__(self) -> str:
        return f"<at {self.case.slug!r}: brief, exhibits, diagnose, compare, plan, simulate, score, commit>"

    @cached_property
    def _visit(self) -> Visit:
        from ..desk import enter

        return enter(self.case.slug)

    @cached_property
    def _page(self) -> Page:
        from .page import Page

        return Page(self._visit)

    def brief(self) -> VBox:
        """The story so far, who is who, what is at stake; take a side."""
        return self._slot("brief")

    def exhibits(self) -> VBox:
        """The papers on this side's desk."""
        return self._slot("exhibits")

    def diagnose(self) -> VBox:
        """Up to five claims, ranked, with confidence and papers."""
        return self._slot("diagnose")

    def compare(self) -> VBox:
        """The other side's desk and reading; diagnose again."""
        return self._slot("compare")

    def plan(self) -> VBox:
        """Actions within the budget, and a forecast."""
        return self._slot("plan")

    def simulate(self) -> VBox:
        """The year in two halves on the model of this operation."""
        return self._slot("simulate")

    def score(self) -> VBox:
        """What it came to, and why; the expert's reading."""
        return self._slot("score")

    def commit(self) -> VBox:
        """One thing to do differently, and what will stop you."""
        return self._slot("commit")

    def _slot(self, activity: str) -> VBox:
        from .surroundings import in_calm_words
        from .widgets import card, column

        if self._refused:
            # Said once is enough, and a store that keeps one waiting is not asked eight times.
            return column(())
        try:
            return self._page.slot(activity)
        except Exception as error:
            words = in_calm_words(error)
            self._refused = True
            return card("This page cannot be opened", words)

    def table(self, id: str) -> pandas.DataFrame:
        """Return the table behind one of your papers; ``frame.attrs`` holds titles and units by column.

        ``AnswerError`` before you have a side, and for a table of the other desk before you have
        diagnosed; ``UnknownName`` says which tables lie on yours.
        """
        from ..reports.frames import table_frame
        from .surroundings import without_traceback

        try:
            return table_frame(self._table(id))
        except LineOfSightError as error:
            raise without_traceback(error) from None

    def _table(self, id: str) -> Table:
        visit = self._visit
        papers = visit.desk(visit.current.id)
        mine = sorted({paper.table for paper in papers if paper.table})
        diagnose = next(step for step in visit.sheet.steps if step.activity == "diagnose")
        if id in mine:
            spans = [paper.rows for paper in papers if paper.table == id]
            shown = [span for span in spans if span is not None]
            # Until the first diagnosis a table goes no further than its paper does.
            whole = diagnose.id in visit.state.answers or len(shown) < len(spans)
            table = self.case.table(id)
            return table if whole else table.within(min(map(min, shown)), max(map(max, shown)))
        if id not in {table.id for table in self.case.tables}:
            raise UnknownName("table on your desk", id, mine)
        yours = ", ".join(mine) or "none"
        raise AnswerError(
            f"The table {id!r} lies on the other desk; it opens after “{diagnose.label}”. On yours: {yours}."
        )


def _refuse_unsound(slug: str) -> None:
    """Raise ``CaseError`` for a case that can be read but fails its check: its notebook is no proof then."""
    from ..desk import shelf

    findings = shelf().findings(slug)
    if findings:
        raise CaseError(f"the case {slug} does not pass its check:", findings)
