"""Findings: what is wrong with a case, where, what is allowed, and what to do about it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from ..errors import listing, suggestion

# Of these there are no others than those the toolkit knows.
FIXED = ("value", "key", "operations model")


@dataclass(frozen=True, order=True)
class Finding:
    """One reason why a case cannot be offered; ``str()`` is the line an author reads."""

    file: str
    line: int
    what: str
    allowed: str = ""
    remedy: str = ""

    @property
    def words(self) -> str:
        """What is wrong, what is allowed, and what to do, without the place."""
        return "; ".join(part for part in (self.what, self.allowed, self.remedy) if part)

    def __str__(self) -> str:
        """Say ``file:line: what; what is allowed; remedy``."""
        return f"{self.file}:{self.line}: {self.words}"


def unknown(file: str, line: int, what: str, found: object, names: Iterable[str], where: str = "") -> Finding:
    """Return the finding for a name that nothing answers to ("did you mean")."""
    known = sorted(names)
    meant = suggestion(str(found), known).strip(" ()").rstrip("?")
    add = "" if what in FIXED else f", or add the {what}"
    remedy = f"{meant}?" if meant else f"use one of these{add}"
    place = f" in {where}" if where else ""
    return Finding(file, line, f"there is no {what} {str(found)!r}{place}", listing(known), remedy)
