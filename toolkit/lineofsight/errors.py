"""The tree of errors: every failure a person can meet, each with words for that person.

LineOfSightError
├── CaseError          a case folder that cannot be used (carries the findings)
├── UnknownName        a slug, statement, action ... that does not exist ("did you mean")
├── AnswerError        an answer that cannot be taken, said in the learner's words
├── OperationsError    a model, plan or parameter out of its domain
├── StatisticsError    numbers a statistic is not defined for
├── StoreError         the journal cannot be read or written (nothing was changed)
│   └── NotSaved       one write failed; the answer is kept on the page and tried again
└── ServingError       the server cannot start or go on
"""

from __future__ import annotations

from collections.abc import Iterable


class LineOfSightError(Exception):
    """Base of every error raised on purpose; its text is fit for the person who sees it."""


class CaseError(LineOfSightError):
    """A case folder that cannot be used; ``findings`` holds every reason, one line each."""

    def __init__(self, message: str, findings: tuple[str, ...] = ()) -> None:
        super().__init__("\n".join((message, *findings)))
        self.findings = findings


class UnknownName(LineOfSightError):
    """A name that does not exist; says which exist and which one was probably meant."""

    def __init__(self, what: str, found: str, allowed: Iterable[str]) -> None:
        names = sorted(allowed)
        super().__init__(f"there is no {what} {found!r}{suggestion(found, names)}; {listing(names)}")


class AnswerError(LineOfSightError):
    """An answer that cannot be taken; nothing was changed by it."""


class OperationsError(LineOfSightError):
    """A model, plan, control or parameter outside its domain."""


class StatisticsError(LineOfSightError):
    """Numbers for which a statistic is not defined."""


class StoreError(LineOfSightError):
    """The journal cannot be opened, read or written; what was there is untouched."""


class NotSaved(StoreError):
    """One write failed (disk full, locked, service gone); it may be tried again."""


class ServingError(LineOfSightError):
    """The server cannot start or go on."""


def suggestion(found: str, allowed: Iterable[str]) -> str:
    """Return ``' (did you mean 'x'?)'`` for the nearest allowed name, or an empty string."""
    from difflib import get_close_matches

    near = get_close_matches(found, list(allowed), n=1, cutoff=0.6)
    return f" (did you mean {near[0]!r}?)" if near else ""


def listing(names: Iterable[str], most: int = 12) -> str:
    """Return ``'allowed: a, b, c'``, cut after ``most`` names."""
    shown = list(names)
    rest = f" and {len(shown) - most} more" if len(shown) > most else ""
    return f"allowed: {', '.join(shown[:most])}{rest}" if shown else "none are allowed"
