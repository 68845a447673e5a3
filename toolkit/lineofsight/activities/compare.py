"""The other side: their desk, their reading, your diagnosis again, and how far apart it stood."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ipywidgets import Widget

from ..desk.scores import closeness
from ..model.answers import CONFIDENCES, Claim
from ..model.base import other
from ..reports.escape import escape
from ..scoring import Comparison
from .claims import ClaimsEditor
from .face import Face
from .reader import Reader
from .widgets import html


class CompareFace(Face):
    """Read what they had, hear what they concluded, then say it again."""

    stays = True

    def build(self) -> list[Widget]:
        """Return their papers, their reading and the second diagnosis beside the first."""
        theirs = other(self.visit.side)
        papers = [paper for paper in self.case.exhibits if paper.side == theirs]
        reader = Reader(
            self.page,
            papers,
            self.draft("open", ""),
            lambda paper: self.keep("open", paper),
            name=f"On their desk: {len(papers)} papers",
        )
        desk = f"<h2>What {theirs} had on the desk</h2><p class='lead'>{escape(self.case.seats[theirs].desk)}</p>"
        self._editor = ClaimsEditor(
            self.page, self.visit.desk(self.step.id), self._claims(), self._changed, self.locked
        )
        parts = [html(desk), reader.widget, html(self._reading()), html(self._first()), self._editor.widget]
        result = [html(_result(closeness(self.visit)), "take-focus")] if self.locked else []
        return [*result, *parts]

    def note(self) -> str:
        """Say what is left to do here."""
        return "Handed in." if self.locked else "Your first answer is kept; this is your second."

    def primary(self) -> str:
        """Hand in first; then go on."""
        return self.step.next if self.locked else "Hand in again"

    def payload(self) -> Mapping[str, Any]:
        """Return the second diagnosis."""
        return self._editor.payload()

    def _claims(self) -> list[dict[str, Any]]:
        handed_in = self.visit.state.answers.get(self.step.id)
        if handed_in:
            return list(handed_in.get("claims", []))
        first = self.visit.answer("diagnose") or {}
        return list(self.draft("claims", first.get("claims", [])))

    def _changed(self, claims: list[dict[str, Any]]) -> None:
        self.keep("claims", claims)
        self.page.frame.draw()

    def _reading(self) -> str:
        theirs = other(self.visit.side)
        typical = self.visit.their_reading()
        claims = "".join(self._line(claim) for claim in typical.claims)
        return (
            f"<section class='los-card los-reading {theirs}'><h2>What {theirs} usually concludes from it</h2>"
            f"<blockquote>{escape(typical.story)}</blockquote><ol class='los-claim-lines'>{claims}</ol></section>"
        )

    def _first(self) -> str:
        first = self.visit.answer("diagnose") or {}
        claims = "".join(self._line(Claim.model_validate(claim)) for claim in first.get("claims", []))
        return (
            "<h2>You again, with both desks in view</h2>"
            "<p class='lead'>Your first answer stands below as a start. Change what you would change: "
            "causes, order, how sure you are, papers from both desks.</p>"
            f"<details class='los-fold'><summary>Your first answer</summary><ol class='los-claim-lines'>{claims}</ol></details>"
        )

    def _line(self, claim: Claim) -> str:
        text = escape(self.case.statement(claim.statement).text)
        sure = f"{CONFIDENCES[claim.confidence]}, {claim.confidence:.0%}"
        return f"<li><span>{text}</span> <small class='num'>{sure}</small></li>"


def _result(seen: Comparison) -> str:
    meters = "".join(
        f"<div class='los-pair'><span>{escape(what)}</span>{_meter(before)}{_meter(after)}</div>"
        for what, before, after in (
            ("You and the other side", *seen.gap),
            ("You and what the case's author holds true", *seen.truth),
        )
    )
    return (
        f"<section class='los-card los-result'><h2>{escape(seen.headline)}</h2><p>{escape(seen.sentence)}</p>"
        f"<div class='los-pairs'><div class='los-pair los-pair-head'><span>Distance, from 0 (the same) to 100 "
        f"(nothing in common)</span><b>first</b><b>again</b></div>{meters}</div></section>"
    )


def _meter(distance: float) -> str:
    value = round(100 * distance)
    return (
        f"<span class='los-distance'><b class='num'>{value}</b>"
        f"<i class='los-meter' aria-hidden='true'><i style='width:{value}%'></i></i></span>"
    )
