"""Rules on balance: both sides wrong at first, both with a part in it, neither much better off.

Support figures say how strongly a paper speaks for a statement (0 to 3). A side *reaches* a cause
when its own core papers (with the shared ones) give one of the cause's statements 3 or more, and
more than they give any herring that none of these papers breaks. Each side alone should reach about
half of the key at most, both together all of it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ..model.base import SIDES, Side
from ..model.exhibit import Exhibit
from ..model.key import Key
from .findings import Finding
from .reading import Reading

KEY = "key.yaml"
ENOUGH = 3
MOST_ALONE = 0.55
MOST_APART = 0.15
OWN_PART = 0.2


def weights(reading: Reading) -> Iterator[Finding]:
    """The causes' weights add to 1, and each side has a cause of its own worth 20 % or more."""
    if reading.key is None:
        return
    line = reading.documents[KEY].line(("causes",), key=True)
    total = sum(cause.weight for cause in reading.key.causes)
    if abs(total - 1) > 1e-6:
        yield Finding(KEY, line, f"the causes' weights add to {total:g}", "allowed: 1", "change one of them")
    for side in SIDES:
        if not any(c.whose == side and c.weight >= OWN_PART - 1e-9 for c in reading.key.causes):
            what = f"no cause of {OWN_PART:.0%} or more is an act or omission of {side}"
            yield Finding(KEY, line, what, "each side has one", "give one, or shift the weights")


def causes_and_herrings(reading: Reading) -> Iterator[Finding]:
    """A statement is a cause, near one, or a herring: exactly one of them."""
    if reading.key is None or reading.file is None:
        return
    document = reading.documents[KEY]
    exact = [id for cause in reading.key.causes for id in cause.exact]
    near = [id for cause in reading.key.causes for id in cause.near]
    herrings = [herring.statement for herring in reading.key.herrings]
    for at, herring in enumerate(reading.key.herrings):
        if herring.statement in exact or herring.statement in near:
            what = f"{herring.statement!r} is a herring and also (near) a cause"
            line = document.line(("herrings", at, "statement"))
            yield Finding(KEY, line, what, "", "decide which, and take it out of the other list")
    for id in sorted({id for id in exact if exact.count(id) > 1 or id in near}):
        what = f"the statement {id!r} belongs to two causes"
        yield Finding(KEY, document.line(("causes",)), what, "", "give it to one")
    for statement in reading.file.statements:
        if statement.id not in (*exact, *near, *herrings):
            what = f"the statement {statement.id!r} is neither cause, near one, nor herring"
            yield Finding(KEY, document.line(("herrings",), key=True), what, "", "add it to one of the lists")


def reach(key: Key, papers: Sequence[Exhibit]) -> float:
    """Return the weight of the causes that these papers reach, 0 to 1."""
    total: dict[str, int] = {}
    for paper in papers:
        for statement, support in key.support.get(paper.id, {}).items():
            total[statement] = total.get(statement, 0) + support
    seen = {paper.id for paper in papers}
    standing = [herring.statement for herring in key.herrings if not seen & set(herring.papers)]
    rival = max((total.get(statement, 0) for statement in standing), default=0)
    reached = [
        cause.weight
        for cause in key.causes
        if max((total.get(id, 0) for id in cause.exact), default=0) >= max(ENOUGH, rival + 1)
    ]
    return sum(reached)


def both_wrong(reading: Reading) -> Iterator[Finding]:
    """Neither side's papers alone tell the case, they are about even, and together they do."""
    if reading.key is None or not reading.exhibits or reading.found:
        return
    line = reading.documents[KEY].line(("support",), key=True)
    core = [paper for paper in reading.exhibits if paper.tier == "core"]
    alone = {side: reach(reading.key, _seen(core, side)) for side in SIDES}
    for side, share in alone.items():
        if share > MOST_ALONE:
            what = f"by its support figures {side} alone reaches {share:.0%} of the key"
            yield Finding(KEY, line, what, f"allowed: up to {MOST_ALONE:.0%}", "move a decisive paper")
    apart = abs(alone["leadership"] - alone["operations"])
    if apart > MOST_APART:
        what = (
            f"by the support figures the sides reach {alone['leadership']:.0%} and {alone['operations']:.0%}"
        )
        yield Finding(KEY, line, what, f"allowed: {MOST_APART:.0%} apart", "even them out")
    together = reach(reading.key, core)
    if together < 1 - 1e-9:
        what = f"by the support figures both sides together reach only {together:.0%} of the key"
        yield Finding(KEY, line, what, "allowed: all of it", "strengthen a paper, or correct the figures")


def _seen(core: Sequence[Exhibit], side: Side) -> list[Exhibit]:
    return [paper for paper in core if paper.side in (side, "both")]


RULES = (weights, causes_and_herrings, both_wrong)
