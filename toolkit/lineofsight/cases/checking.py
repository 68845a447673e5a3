"""The check: everything that is wrong with a case, at once, in an author's words."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path

from . import (
    balance,
    formats,
    live_rules,
    operations_rules,
    plain_words,
    plan_rules,
    references,
    rubric_rules,
    standards,
    twin_rules,
)
from .findings import Finding
from .reading import Reading, read

Rule = Callable[[Reading], Iterable[Finding]]

# Rules run on what could be read; each says for itself what it needs.
RULES: tuple[Rule, ...] = (
    *references.RULES,
    *operations_rules.RULES,
    *plan_rules.RULES,
    *standards.RULES,
    *live_rules.RULES,
    *rubric_rules.RULES,
    *twin_rules.RULES,
    *formats.RULES,
    *balance.RULES,
    *plain_words.RULES,
)


def check(folder: Path) -> tuple[Finding, ...]:
    """Return every finding of a case folder, by file and line; none means it may be offered."""
    reading = read(Path(folder))
    found = set(reading.found)
    for rule in RULES:
        found.update(rule(reading))
    return tuple(sorted(found))
