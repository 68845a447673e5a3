"""The score: what matters in three lines, points folded beneath, then what the expert makes of it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ipywidgets import Widget

from ..desk.scores import Result, result
from ..model.score import Criterion, Score
from ..reports.escape import escape
from ..reports.points import shown_points
from .debrief import debrief
from .face import Face
from .widgets import button, choice, column, html, line, row


class ScoreFace(Face):
    """Three lines, the points with their reasons, the expert's reading, and a line to object."""

    def build(self) -> list[Widget]:
        """Return the three lines, the folded points, the debrief and the objection."""
        seen = result(self.visit)
        return [
            html(_matters(seen)),
            html("<h2>The points, and why</h2>" + "".join(self._sheet(*item) for item in seen.scores)),
            self._contest(seen),
            *(html(part) for part in debrief(self.case, self.visit.key(), self.visit.side)),
        ]

    def note(self) -> str:
        """Say what points are for."""
        return "Nobody is ranked, and there is no grand total."

    def payload(self) -> Mapping[str, Any]:
        """Nothing is handed in here."""
        return {}

    def _sheet(self, title: str, score: Score) -> str:
        whole = round(score.points, 1)
        parts = shown_points([criterion.points for criterion in score.criteria], whole)
        rows = "".join(map(self._criterion, score.criteria, parts))
        return (
            f"<details class='los-fold los-score'><summary><span>{escape(title)}</span>"
            f"<b class='num'>{_number(whole)} of {score.possible:.0f}</b></summary>{rows}</details>"
        )

    def _criterion(self, criterion: Criterion, points: float) -> str:
        parts = shown_points([reason.points for reason in criterion.reasons], points)
        reasons = "".join(
            f"<li><b class='num'>{_signed(part)}</b><span>{escape(reason.text)}{self._papers(reason.exhibits)}</span></li>"
            for reason, part in zip(criterion.reasons, parts, strict=True)
        )
        return (
            f"<div class='los-criterion'><h3>{escape(criterion.title)} "
            f"<span class='num'>{_number(points)} of {criterion.possible:.0f}</span></h3><ul>{reasons}</ul></div>"
        )

    def _papers(self, ids: tuple[str, ...]) -> str:
        papers = (self.case.exhibit(id) for id in ids)
        return "".join(f" <em class='los-cite {paper.side}'>{escape(paper.title)}</em>" for paper in papers)

    def _contest(self, seen: Result) -> Widget:
        options = [("Which point?", "")] + [
            (f"{title}: {criterion.title}", f"{place}-{criterion.id}")
            for place, (title, score) in enumerate(seen.scores)
            for criterion in score.criteria
        ]
        which = choice("Which point", options, "", lambda _: None, "los-field")
        words = line("Your objection, in one line", "", lambda _: None, "los-field")
        kept = html("", "los-say")

        def send() -> None:
            self.visit.contest(which.value or "any", words.value)
            words.value = ""
            kept.value = f"<p class='los-note'>Kept for the case's author. Objections so far: {len(self.visit.state.contests)}.</p>"

        press = button("Keep my objection", self.page.once_arrived(send))
        head = html(
            "<h2>Not convinced?</h2><p>Object to a point in one line. It is kept for the case's author; your points stay.</p>"
        )
        return column((head, row((which, words, press), "los-object"), kept), "los-card", "los-contest")


def _matters(seen: Result) -> str:
    lines = "".join(
        f"<li><b>{escape(question)}</b><span>{escape(answer)}</span></li>" for question, answer in seen.lines
    )
    return f"<section class='los-card los-matters'><ol>{lines}</ol></section>"


def _number(points: float) -> str:
    return f"{points:.1f}".removesuffix(".0").replace("-", "−")


def _signed(points: float) -> str:
    return _number(points) if points <= 0 else f"+{_number(points)}"
