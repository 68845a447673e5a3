"""A twin as a page of Markdown, to be printed for a measurement day: papers and statements, nothing of its key."""

from __future__ import annotations

from collections.abc import Iterator

from ..model.answers import CONFIDENCES, MOST_CLAIMS, MOST_PAPERS
from ..model.twin import Twin


def twin_page(twin: Twin) -> str:
    """Return the page: the question, the story, papers of both sides, statements, and how to answer."""
    return "\n\n".join(_blocks(twin)) + "\n"


def _blocks(twin: Twin) -> Iterator[str]:
    yield f"# {twin.title}"
    yield f"*{twin.question}* ({twin.minutes} minutes)"
    yield twin.story.strip()
    for paper in twin.papers:
        yield f"**{paper.title}** ({paper.kind}, {paper.side})"
        yield paper.body.strip()
    yield "## Statements"
    yield "\n".join(f"{at}. {item.text.strip()}" for at, item in enumerate(twin.statements, 1))
    sure = ", ".join(CONFIDENCES.values())
    yield (
        f"Choose up to {MOST_CLAIMS} that you hold to be causes. For each write its number, how sure you are ({sure}), "
        f"and one to {MOST_PAPERS} papers that say so. An empty place costs nothing."
    )
