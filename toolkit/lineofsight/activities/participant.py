"""What a notebook holds in its hands: one call per activity, each returning its slot."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from ..desk import open_case

if TYPE_CHECKING:
    import pandas
    from ipywidgets import VBox

    from .page import Page


class Participant:
    """One person at one case. Each activity's slot shows itself while its step is open."""

    def __init__(self, slug: str) -> None:
        self.case = open_case(slug)

    def __repr__(self) -> str:
        return f"<at {self.case.slug!r}: brief, exhibits, diagnose, compare, plan, simulate, score, commit>"

    @cached_property
    def _page(self) -> Page:
        from ..desk import enter
        from .page import Page

        return Page(enter(self.case.slug))

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
        from ..errors import LineOfSightError
        from .surroundings import strict_or_logged
        from .widgets import card

        try:
            return self._page.slot(activity)
        except LineOfSightError as error:
            strict_or_logged(error)
            return card("This page cannot be opened", str(error))

    def table(self, id: str) -> pandas.DataFrame:
        """Return the table behind an exhibit; columns in the case's units (``frame.attrs``)."""
        from ..reports.frames import table_frame

        return table_frame(self.case.table(id))
