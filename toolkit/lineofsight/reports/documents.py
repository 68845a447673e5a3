"""Exhibits as HTML: each paper looks like what it is, an e-mail like an e-mail, minutes like minutes."""

from __future__ import annotations

import re

from ..model.case import Case
from ..model.exhibit import Exhibit
from .chat import chat, face_of
from .escape import escape
from .prose import markdown
from .tables import folded, table_html

__all__ = ["document", "markdown", "parts"]

_ITEM = re.compile(r"<p><strong>(\d+)\.\s+(.*?)</strong>")
_DECIDED = re.compile(r"<p><strong>(Decided|Agreed|Resolved):")
_ASIDE = re.compile(r"^<p><em>", re.M)
_PEOPLE = {"Present", "Excused", "To", "Copy"}
_NAMES = {"memo": "Memo", "minutes": "Minutes", "notes": "Notes"}


def document(paper: Exhibit, case: Case) -> str:
    """Return a whole paper but for its chart (the table equal to the chart is folded at the end)."""
    return _sheet(paper, _opening(paper, case) + _body(paper, case))


def parts(paper: Exhibit, case: Case) -> tuple[str, str]:
    """Return a paper in two: the title with its head, and the rest; a chart stands between them."""
    return _sheet(paper, _opening(paper, case), "opens"), _sheet(paper, _body(paper, case), "goes-on")


def _sheet(paper: Exhibit, inside: str, *classes: str) -> str:
    names = " ".join(("los-doc", f"kind-{paper.kind}", *classes))
    return f'<article class="{names}" aria-label="{escape(paper.title)}">{inside}</article>'


def _opening(paper: Exhibit, case: Case) -> str:
    title = f"<h2>{escape(paper.title)}</h2>"
    if paper.kind == "slide":  # the title stands on the slide, who showed it to whom below
        return _projected(title, markdown(paper.body)) + _head(paper, case)
    kind = _NAMES.get(paper.kind)
    above = f'<p class="los-kind">{kind}</p>' if kind else ""
    return f'<header class="los-paper-head">{above}{title}{_head(paper, case)}</header>'


def _head(paper: Exhibit, case: Case) -> str:
    lines = [(name, _line(name, value, paper, case)) for name, value in paper.head.items()]
    lines.append(("Sent" if paper.kind == "email" else "Dated", escape(_when(paper))))
    return "<dl>" + "".join(f"<dt>{escape(name)}</dt><dd>{value}</dd>" for name, value in lines) + "</dl>"


def _line(name: str, value: str, paper: Exhibit, case: Case) -> str:
    if name == "From" and paper.kind == "email":
        return face_of(value, case) + escape(value)
    if name in _PEOPLE and paper.kind == "minutes":
        people = "".join(f"<li>{escape(person.strip())}</li>" for person in value.split(","))
        return f'<ul class="los-present">{people}</ul>'
    return escape(value)


def week_of(paper: Exhibit) -> str:
    """Return a paper's week in words, also before the year began."""
    if paper.week >= 0:
        return f"week {paper.week}"
    return f"{-paper.week} {'week' if paper.week == -1 else 'weeks'} before the year"


def _when(paper: Exhibit) -> str:
    week = week_of(paper)
    return f"{paper.day}, {week}" if paper.day else week.capitalize()


def _body(paper: Exhibit, case: Case) -> str:
    words = _words(paper, case)
    figures = _figures(paper, case)
    # A chart's table stays beside its chart, and a table that is the paper comes first.
    return figures + words if paper.chart or paper.kind == "table" else words + figures


def _figures(paper: Exhibit, case: Case) -> str:
    if paper.table is None:
        return ""
    table = table_html(case.table(paper.table), paper.columns, paper.rows)
    return folded("Show the figures as a table", table) if paper.chart else table


def _words(paper: Exhibit, case: Case) -> str:
    if paper.kind == "chat":
        return chat(paper.body, case)
    html = markdown(paper.body)
    if paper.kind == "slide":
        spoken = _split(html)[1]
        return f'<div class="los-spoken">{spoken}</div>' if spoken else ""
    if paper.kind == "notes":
        return f'<div class="los-written">{html}</div>'
    return _minutes(html) if paper.kind == "minutes" else html


def _minutes(html: str) -> str:
    numbered = _ITEM.sub(r'<p class="los-item"><b class="los-number">\1</b><strong>\2</strong>', html)
    return _DECIDED.sub(r'<p class="los-decided"><strong>\1:', numbered)


def _projected(title: str, html: str) -> str:
    return f'<div class="los-projected">{title}{_split(html)[0]}</div>'


def _split(html: str) -> tuple[str, str]:
    """Part what stands on a slide from what was said to it (from the first emphasised aside on)."""
    aside = _ASIDE.search(html)
    return (html, "") if aside is None else (html[: aside.start()], html[aside.start() :])
