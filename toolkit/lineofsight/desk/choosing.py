"""Choosing among the cases on offer: by sector, level and minutes, as people type or click them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar, get_args

from ..errors import AnswerError, listing, suggestion

if TYPE_CHECKING:
    from ..model.case import Case

# How long people have: a study hour, a lesson, an afternoon's slots.
LIMITS = (30, 45, 60, 90, 120, 180, 240)
SHOWN = 40
T = TypeVar("T")


@dataclass(frozen=True)
class Choices:
    """What can be chosen among some cases; ``limits`` are minutes that leave at least one case."""

    sectors: tuple[str, ...]
    levels: tuple[str, ...]
    limits: tuple[int, ...]


@dataclass(frozen=True)
class Wish:
    """What somebody wants: a sector, a level, at most so many minutes; what is empty leaves it open."""

    sector: str = ""
    level: str = ""
    minutes: int = 0

    def fits(self, case: Case) -> bool:
        """Return whether ``case`` is as wished (its minutes are those of studying alone)."""
        return (
            self.sector in ("", case.sector)
            and self.level in ("", case.level)
            and (not self.minutes or case.minutes <= self.minutes)
        )


def choices(cases: Iterable[Case]) -> Choices:
    """Return what can be chosen: sectors by name, levels from easy to hard, and the useful limits."""
    from ..model.case import CaseFile

    known = tuple(cases)
    levels = get_args(CaseFile.model_fields["level"].annotation)
    shortest = min((case.minutes for case in known), default=0)
    longest = max((case.minutes for case in known), default=0)
    # Up to the first limit that all cases keep: a longer one would choose nothing more.
    limits = [limit for limit in LIMITS if limit >= shortest]
    short = [limit for limit in limits if limit < longest]
    return Choices(
        tuple(sorted({case.sector for case in known})),
        tuple(level for level in levels if any(case.level == level for case in known)),
        tuple(limits[: len(short) + 1]) if known else (),
    )


def understood(asked: Mapping[str, str], among: Choices) -> tuple[Wish, tuple[str, ...]]:
    """Return the wish in ``asked`` (``sector``, ``level``, ``minutes``: text), and what was not understood.

    A name counts in capitals or not, and by its beginning if only one begins so. What is not
    understood is left open in the wish, and said in one line each, with what was probably meant.
    """
    faults: list[str] = []

    def read(name: str, how: Callable[[str], T], empty: T) -> T:
        text = asked.get(name, "").strip()
        try:
            return how(text) if text else empty
        except AnswerError as fault:
            faults.append(str(fault))
            return empty

    wish = Wish(
        sector=read("sector", lambda text: _named("sector", text, among.sectors), ""),
        level=read("level", lambda text: _named("level", text, among.levels), ""),
        minutes=read("minutes", _limit, 0),
    )
    return wish, tuple(faults)


def _named(what: str, text: str, names: tuple[str, ...]) -> str:
    found = text.casefold()
    exact = [name for name in names if name.casefold() == found]
    begin = exact or [name for name in names if name.casefold().startswith(found)]
    if len(begin) != 1:
        # Also meant by its first word, which is enough to name it.
        known = [part.casefold() for name in names for part in (name, name.split()[0])]
        raise AnswerError(f"there is no {what} {text[:SHOWN]!r}{suggestion(found, known)}; {listing(names)}")
    return begin[0]


def _limit(text: str) -> int:
    if not (text.isascii() and text.isdigit() and 0 < len(text) <= 4 and int(text)):
        raise AnswerError(
            f"{text[:SHOWN]!r} is not a number of minutes; give a whole number from 1 to 9999, such as 60"
        )
    return int(text)
