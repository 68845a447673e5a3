"""What fresh readers prove of a case: each side alone is misled, both tell it, the statements do not.

The standard: at least three readers a packet; median identification (share of the 25 points) at most
half on either side's papers, at least 85 % on both, and no more than ten points above chance on the
statements alone; where readers planned from the actions alone, the same of what the year gains. Those
who read both desks also code every statement: Krippendorff's alpha of .67 with the key as one more coder.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from statistics import fmean, median
from typing import TYPE_CHECKING

from ..model.answers import Claim, Diagnosis, PlannedAction
from ..model.readers import CODES, Code, FreshReaders, Packet
from ..scoring import score_diagnosis
from ..scoring.run import EXPECTED
from .fresh_readers import readers_of
from .library import shelf
from .plan_table import YEARS, run_points
from .runs import gains

if TYPE_CHECKING:
    from ..model.case import Case
    from ..model.key import Key, Solution

ENOUGH_READERS = 3
MOST_ALONE = 0.5
LEAST_ON_BOTH = 0.85
MOST_ABOVE_CHANCE = 0.1
LEAST_ALPHA = 0.67
DRAWS = 2000
PLAN_DRAWS = 40
SEED = 1


@dataclass(frozen=True)
class Line:
    """One promise: of whom, each reader's share, what it came to, what is asked, and why it fails.

    ``found`` is a median share or an alpha, ``None`` without readers; ``broken`` is empty where the
    promise holds.
    """

    what: str
    readers: int
    each: tuple[float, ...]
    found: float | None
    asked: str
    broken: str


def proof(slug: str) -> tuple[Line, ...]:
    """Return a case's promises, each held against its readers; none of them holds without readers."""
    case, key, readers = shelf().case(slug), shelf().key(slug), readers_of(slug)
    lines = [_diagnosed(packet, readers, case, key) for packet in ("leadership", "operations", "both")]
    lines.append(_statements(readers, case, key))
    if readers.of("actions"):
        lines.append(_actions(readers, case))
    return (*lines, _coded(readers, case, key))


def identification(claims: Sequence[Claim], case: Case, key: Key) -> float:
    """Return what claims identify, as a share of all there is to identify."""
    found = score_diagnosis(Diagnosis(claims=tuple(claims)), case, key).criteria[0]
    return found.points / found.possible


def chance(claims: Sequence[Claim], case: Case, key: Key, draws: int = DRAWS) -> float:
    """Return the mean identification of as many claims, as sure, on statements drawn at random."""
    drawn = random.Random(SEED)
    ids = [statement.id for statement in case.statements]

    def once() -> float:
        picked = drawn.sample(ids, len(claims))
        return identification(
            [
                Claim(statement=id, confidence=claim.confidence)
                for id, claim in zip(picked, claims, strict=True)
            ],
            case,
            key,
        )

    return fmean(once() for _ in range(draws))


def codes_of(key: Solution, ids: Sequence[str]) -> tuple[Code, ...]:
    """Return what the key itself says of each statement."""
    exact = {id for cause in key.causes for id in cause.exact}
    near = {id for cause in key.causes for id in cause.near}
    return tuple("cause" if id in exact else "near" if id in near else "herring" for id in ids)


def _diagnosed(packet: Packet, readers: FreshReaders, case: Case, key: Key) -> Line:
    each = [identification(reader.claims, case, key) for reader in readers.of(packet)]
    if packet == "both":
        return _line(packet, each, f"at least {LEAST_ON_BOTH:.0%}", lambda share: share >= LEAST_ON_BOTH)
    return _line(packet, each, f"at most {MOST_ALONE:.0%}", lambda share: share <= MOST_ALONE)


def _statements(readers: FreshReaders, case: Case, key: Key) -> Line:
    read = readers.of("statements")
    each = [identification(reader.claims, case, key) for reader in read]
    return _guessed("statements", each, [chance(reader.claims, case, key) for reader in read])


def _actions(readers: FreshReaders, case: Case) -> Line:
    from ..cases.fresh_readers import as_plan
    from ..operations import best_plan

    read = [as_plan(reader, case) for reader in readers.of("actions")]
    drawn = random.Random(SEED)
    guesses = [_same_shape(plan, case, drawn) for plan in read for _ in range(PLAN_DRAWS)]
    best = best_plan(case, shelf().folder(case.slug)).actions
    most, *found = gains(case, [best, *read, *guesses], replications=YEARS)
    shares = [run_points(gain, most, case) / EXPECTED for gain in found]
    return _guessed("actions", shares[: len(read)], shares[len(read) :])


def _same_shape(plan: Sequence[PlannedAction], case: Case, drawn: random.Random) -> tuple[PlannedAction, ...]:
    """Return a plan of as many random actions in the same weeks; what cannot be paid for is left out."""
    from ..operations import price

    ids = drawn.sample([action.id for action in case.planning.actions], len(plan))
    guess: list[PlannedAction] = []
    for item, id in zip(plan, ids, strict=True):
        tried = [*guess, item.model_copy(update={"action": id})]
        if price(case, tried) <= case.planning.budget:
            guess = tried
    return tuple(guess)


def _guessed(what: str, each: Sequence[float], chances: Sequence[float]) -> Line:
    if not each:
        return _line(what, each, "near chance", lambda _: False)
    level = fmean(chances)
    most = level + MOST_ABOVE_CHANCE
    return _line(
        what, each, f"at most {most:.0%} (chance {level:.0%} and 10 points)", lambda share: share <= most
    )


def _coded(readers: FreshReaders, case: Case, key: Key) -> Line:
    from ..statistics import krippendorff_alpha

    ids = [statement.id for statement in case.statements]
    coders = [[reader.codes[id] for id in ids] for reader in readers.of("both")]
    alpha = None
    if coders:
        table = [[float(CODES.index(code)) for code in row] for row in (*coders, codes_of(key, ids))]
        alpha = krippendorff_alpha(table, "nominal")
    asked = f"alpha at least {LEAST_ALPHA:.2f}, the key among them"
    return Line(
        "coders", len(coders), (), alpha, asked, _why(len(coders), alpha is not None and alpha >= LEAST_ALPHA)
    )


def _line(what: str, each: Sequence[float], asked: str, holds: Callable[[float], bool]) -> Line:
    found = median(each) if each else None
    # A sum of thirds must not fail by its last digit.
    return Line(
        what,
        len(each),
        tuple(each),
        found,
        asked,
        _why(len(each), found is not None and holds(round(found, 9))),
    )


def _why(readers: int, holds: bool) -> str:
    if readers < ENOUGH_READERS:
        return f"FAILS, {readers} of {ENOUGH_READERS} readers"
    return "" if holds else "FAILS"
