"""Rules on twins: a page each, the case's skills, and not the case's answers."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from ..model.base import SIDES
from ..model.twin import Twin
from .findings import Finding, unknown
from .reading import TWINS, Reading
from .standards import words
from .yaml_text import Document

MOST_WORDS = 750
PAPERS = (6, 8)
STATEMENTS = (8, 12)


def both_or_none(reading: Reading) -> Iterator[Finding]:
    """Twins come in twos: one for the day before, one for the day after."""
    there = [letter for letter, name in TWINS.items() if name in reading.documents]
    if len(there) == 1:
        name = TWINS["b" if there == ["a"] else "a"]
        yield Finding(name, 1, "this twin is missing", "allowed: both or none", "write it")


def one_page(reading: Reading) -> Iterator[Finding]:
    """A twin is a page: 6 to 8 short papers and 8 to 12 statements."""
    for letter, twin in reading.twins.items():
        file, document = TWINS[letter], reading.documents[TWINS[letter]]
        total = words(twin.story) + sum(words(paper.body) for paper in twin.papers)
        if total > MOST_WORDS:
            what = f"story and papers have {total} words"
            yield Finding(file, 1, what, f"allowed: {MOST_WORDS}, a page", "shorten some")
        for name, (low, high) in (("papers", PAPERS), ("statements", STATEMENTS)):
            count = len(getattr(twin, name))
            if not low <= count <= high:
                line = document.line((name,), key=True)
                yield Finding(
                    file, line, f"there are {count} {name}", f"allowed: {low} to {high}", "add or remove some"
                )


def twin_names(reading: Reading) -> Iterator[Finding]:
    """What a twin's key names exists in the twin, and each statement has its place in it."""
    for letter, twin in reading.twins.items():
        file, document = TWINS[letter], reading.documents[TWINS[letter]]
        statements = {item.id for item in twin.statements}
        papers = {paper.id: paper.side for paper in twin.papers}
        placed = [herring.statement for herring in twin.key.herrings]
        for at, cause in enumerate(twin.key.causes):
            placed += [*cause.exact, *cause.near]
            line = document.line(("key", "causes", at))
            for side in SIDES:
                for id in cause.evidence.get(side, ()):
                    if papers.get(id) != side:
                        yield unknown(file, line, f"paper from {side}", id, _of(papers, side))
                if not cause.evidence.get(side):
                    what = f"cause {cause.id!r} has no paper from {side}"
                    yield Finding(file, line, what, "each cause needs one from each side", "name one")
        for at, herring in enumerate(twin.key.herrings):
            line = document.line(("key", "herrings", at, "papers"))
            for id in herring.papers:
                if id not in papers:
                    yield unknown(file, line, "paper", id, papers)
        yield from _placed(file, document, placed, statements)


def _of(papers: Mapping[str, str], side: str) -> list[str]:
    return [id for id, found in papers.items() if found == side]


def _placed(file: str, document: Document, placed: list[str], statements: set[str]) -> Iterator[Finding]:
    line = document.line(("key",), key=True)
    for id in sorted(set(placed) - statements):
        yield unknown(file, line, "statement", id, statements)
    for id in sorted(statements):
        if placed.count(id) != 1:
            what = f"the statement {id!r} stands {placed.count(id)} times in the twin's key"
            yield Finding(file, line, what, "allowed: once, as cause, near one or herring", "put it right")


def kin_but_not_the_same(reading: Reading) -> Iterator[Finding]:
    """One of the case's causes is a herring here, one cause is new; the others are the case's own."""
    if reading.key is None:
        return
    known = {cause.id: cause.disconnect for cause in reading.key.causes}
    for letter, twin in reading.twins.items():
        file, document = TWINS[letter], reading.documents[TWINS[letter]]
        line = document.line(("key", "causes"), key=True)
        total = sum(cause.weight for cause in twin.key.causes)
        if abs(total - 1) > 1e-6:
            yield Finding(file, line, f"the causes' weights add to {total:g}", "allowed: 1", "change one")
        named = [cause.like for cause in twin.key.causes] + [herring.like for herring in twin.key.herrings]
        for id in sorted({id for id in named if id is not None} - set(known)):
            yield unknown(file, line, "cause of the case", id, known)
        yield from _kin(file, line, twin, set(known.values()))


def _kin(file: str, line: int, twin: Twin, disconnects: set[str]) -> Iterator[Finding]:
    new = [cause for cause in twin.key.causes if cause.like is None]
    if len(new) != 1 or new[0].disconnect in disconnects:
        what = (
            f"{len(new)} causes are new to the case" if len(new) != 1 else "the new cause's disconnect is not"
        )
        yield Finding(
            file, line, what, "allowed: one, of a disconnect that the case has not", "give the others `like:`"
        )
    turned = {herring.like for herring in twin.key.herrings if herring.like is not None}
    if not turned:
        what = "no herring looks like a cause of the case"
        yield Finding(file, line, what, "allowed: one or more", "give one `like:` and the cause's name")
    for id in sorted(turned & {cause.like for cause in twin.key.causes}):
        yield Finding(file, line, f"{id!r} is both true and a herring here", "", "decide which")


RULES = (both_or_none, one_page, twin_names, kin_but_not_the_same)
