"""Exhibits as HTML: each paper looks like what it is. Pure functions from models to strings."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache
from typing import TYPE_CHECKING

from ..model.case import Case
from ..model.exhibit import Exhibit
from .escape import escape
from .tables import table_html

if TYPE_CHECKING:
    from markdown_it import MarkdownIt

_MESSAGE = re.compile(r"^(\d{1,2}:\d{2})\s+([^:]+):\s*(.*)$")


def markdown(text: str) -> str:
    """Return Markdown as HTML; HTML in it is shown as text, headings start below the page's."""
    rendered: str = _renderer().render(text)
    return re.sub(r"<(/?)h([1-4])>", lambda m: f"<{m[1]}h{min(6, int(m[2]) + 2)}>", rendered)


def document(paper: Exhibit, case: Case) -> str:
    """Return a paper without its chart: heading, head lines, text, and the equal table."""
    body = _BODIES.get(paper.kind, _prose)(paper, case)
    return (
        f"<article class='los-doc kind-{paper.kind} {paper.side}'><h2>{escape(paper.title)}</h2>"
        f"{_head(paper)}{body}</article>"
    )


def figures_table(paper: Exhibit, case: Case) -> str:
    """Return the table a paper carries: open where it is the paper, folded where it equals a chart."""
    if paper.table is None:
        return ""
    shown = table_html(case.table(paper.table), paper.columns, paper.rows, paper.chart)
    if paper.chart is None:
        return f"<div class='los-doc los-tabled'>{shown}</div>"
    return f"<details class='los-fold los-doc los-tabled'><summary>Show as a table</summary>{shown}</details>"


@cache
def _renderer() -> MarkdownIt:
    from markdown_it import MarkdownIt

    return MarkdownIt("commonmark", {"html": False}).enable("table")


def _head(paper: Exhibit) -> str:
    when = f"Week {paper.week}" + (f", {paper.day}" if paper.day else "")
    lines = {**paper.head, "When": when}
    rows = "".join(f"<dt>{escape(name)}</dt><dd>{escape(words)}</dd>" for name, words in lines.items())
    return f"<dl>{rows}</dl>"


def _prose(paper: Exhibit, case: Case) -> str:
    return f"<div class='los-text'>{markdown(paper.body)}</div>"


def _chat(paper: Exhibit, case: Case) -> str:
    names = {person.name: person.side for person in case.cast}
    parts: list[str] = []
    for line in paper.body.splitlines():
        match = _MESSAGE.match(line.strip())
        if match:
            parts.append(_message(*match.groups(), names.get(match[2], "both")))
        elif line.strip():
            parts.append(f"<li class='los-aside'>{escape(line.strip())}</li>")
    return f"<ol class='los-chat'>{''.join(parts)}</ol>"


def _message(time: str, name: str, words: str, side: str) -> str:
    initials = "".join(part[0] for part in name.split()[:2])
    return (
        f"<li><span class='los-avatar {side}' aria-hidden='true'>{escape(initials)}</span>"
        f"<div><b>{escape(name)}</b> <time>{escape(time)}</time><p>{escape(words)}</p></div></li>"
    )


_BODIES: dict[str, Callable[[Exhibit, Case], str]] = {"chat": _chat}
