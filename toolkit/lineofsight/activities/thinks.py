"""How the model thinks: one picture of what drives what, and the case's own sentences."""

from __future__ import annotations

from ..model.case import Case
from ..reports.escape import escape


def how_it_thinks(case: Case) -> str:
    """Return the picture as a list of chains, and the sentences."""
    chains = "".join(
        "<li>"
        + "<i aria-hidden='true'>→</i>".join(f"<span>{escape(part)}</span>" for part in chain)
        + "</li>"
        for chain in case.operations.chains
    )
    sentences = "".join(f"<li>{escape(sentence)}</li>" for sentence in case.operations.thinks)
    return (
        "<section class='los-card los-thinks'><h2>How the model thinks</h2>"
        f"<ul class='los-loops-drawn' aria-label='What leads to what'>{chains}</ul><ol>{sentences}</ol></section>"
    )
