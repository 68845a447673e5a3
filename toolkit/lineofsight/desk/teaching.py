"""For teachers: which disconnects each case teaches, and at which lengths it can be led with a room."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from ..model.runsheet import LENGTHS, Length
from .library import shelf

if TYPE_CHECKING:
    from ..model.case import Case
    from ..model.key import Disconnect


def taught(slugs: Iterable[str]) -> dict[str, dict[Disconnect, float]]:
    """Return for each case its disconnects, the heaviest first, each with its share of the key (sum 1).

    It tells a part of the key: show it to those who teach, never to participants before the debrief.
    ``UnknownName`` or ``CaseError`` says why a case cannot be read.
    """
    return {slug: _shares(slug) for slug in slugs}


def _shares(slug: str) -> dict[Disconnect, float]:
    shares: dict[Disconnect, float] = {}
    for cause in shelf().key(slug).causes:
        shares[cause.disconnect] = shares.get(cause.disconnect, 0.0) + cause.weight
    return dict(sorted(shares.items(), key=lambda item: -item[1]))


def lengths(cases: Iterable[Case]) -> dict[str, tuple[Length, ...]]:
    """Return for each case the lengths, in minutes, at which it can be led with a room (none: alone only)."""
    found: dict[str, tuple[Length, ...]] = {}
    for case in cases:
        found[case.slug] = tuple(length for length in LENGTHS if length in case.run_sheets)
    return found
