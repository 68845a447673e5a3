"""The brief: the story so far, who is who, what is at stake; be dealt a side, or take one."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import Any, cast

from ipywidgets import RadioButtons, Widget

from ..model.base import SIDES, Side, other
from ..model.case import Person
from ..reports.documents import markdown
from ..reports.escape import escape
from .face import Face
from .widgets import button, column, html, layout, row, toggle

_JOBS: tuple[tuple[str, str], ...] = (
    ("I set direction, budgets or targets", "leadership"),
    ("I do or run the daily work", "operations"),
    ("Something else", "else"),
)


class BriefFace(Face):
    """Story, cast, stake and the choice of a side."""

    def build(self) -> list[Widget]:
        """Return the story, the cast, what is at stake and the choice."""
        story = f"<article class='los-card los-story'>{markdown(self.case.story)}</article>"
        stake = f"<div class='los-card los-stake'><h2>What is at stake</h2>{markdown(self.case.stake)}</div>"
        people = "".join(_person(person) for person in self.case.cast)
        cast_html = f"<h2>Who is who</h2><ul class='los-people'>{people}</ul>"
        events = "".join(
            f"<li><b>Week {event.week}</b><span>{escape(event.what)}</span></li>"
            for event in self.case.timeline
        )
        known = f"<h2>What everybody knows</h2><ol class='los-timeline'>{events}</ol>"
        return [
            html(story),
            html(
                f"<div class='los-split'><section>{cast_html}</section><section>{known}{stake}</section></div>"
            ),
            self._choice(),
        ]

    def _choice(self) -> Widget:
        act = self.page.guarded
        self._sides = {
            side: button("", act(partial(self._take, side)), "los-choice", side, "can-press")
            for side in SIDES
        }
        self._deal = button("Deal me one", act(self._dealt), "los-quiet")
        self._desk = html("", "los-say")
        self._advice = html("")
        job = RadioButtons(
            options=_JOBS,
            value=self.draft("job", "else"),
            description="In my own job",
            layout=layout(),
            disabled=self.locked,
        )
        job._dom_classes = ("los-chips",)
        job.observe(lambda change: self._job(change["new"]), names="value")
        self._draw(self.draft("job", "else"))
        for widget in (*self._sides.values(), self._deal):
            widget.disabled = self.locked
        heading = html(
            "<h2>Take a side</h2><p>Each side has its own papers. You read only yours, until you have made up your mind.</p>"
        )
        return column(
            (heading, job, self._advice, row(self._sides.values(), "los-choices"), self._deal, self._desk),
            "los-card",
            "los-take-side",
        )

    def _job(self, job: str) -> None:
        self.keep("job", job)
        self._draw(job)

    def _take(self, side: Side) -> None:
        self.keep("side", side)
        self.keep("dealt", False)
        self._draw(None)

    def _dealt(self) -> None:
        self.keep("side", self.visit.deal())
        self.keep("dealt", True)
        self._draw(None)

    def _draw(self, job: str | None) -> None:
        if job in SIDES:
            opposite = other(job)
            self._advice.value = (
                f"<p class='los-note'>We suggest <b>{opposite}</b>: the view you know less.</p>"
            )
        elif job is not None:
            self._advice.value = "<p class='los-note'>Take either, or be dealt one.</p>"
        chosen = self._chosen()
        for side, widget in self._sides.items():
            widget.description = f"{side.title()}: {self.case.seats[side].title}"
            toggle(widget, "is-pressed", side == chosen)
        if chosen:
            seat = self.case.seats[chosen]
            self._desk.value = f"<div class='los-seat los-side-card {chosen}'>{markdown(seat.brief)}</div>"

    def _chosen(self) -> Side | None:
        if self.visit.state.side:
            return self.visit.state.side
        return cast("Side | None", self.draft("side"))

    def note(self) -> str:
        """Say that the choice stays."""
        return "" if self.locked else "You keep your side for this attempt."

    def primary(self) -> str:
        """Name the way on."""
        return self.step.next

    def payload(self) -> Mapping[str, Any]:
        """The side is its own entry; the step carries nothing."""
        return {}

    def forward(self) -> None:
        """Sit down on the chosen side, then open its papers."""
        if not self.locked:
            self.page.saver.flush()
            self.visit.take_side(cast(Side, self._chosen()), bool(self.draft("dealt")))
        super().forward()


def _person(person: Person) -> str:
    return (
        f"<li class='{person.side}'><b>{escape(person.name)}</b><span class='role'>{escape(person.role)}</span>"
        f"<span>{escape(person.about)}</span></li>"
    )
