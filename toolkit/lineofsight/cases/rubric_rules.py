"""Rules on the rubric: its sample plans can be run, name what exists, and are judged in every aspect."""

from __future__ import annotations

from collections.abc import Iterator

from .findings import Finding, unknown
from .plan_rules import planned
from .reading import RUBRIC, Reading

MOST = {"written": 30.0, "run": 25.0}


def samples(reading: Reading) -> Iterator[Finding]:
    """Every sample can be paid for and run; who and what it names exists; its points are a range."""
    if reading.rubric is None or reading.file is None:
        return
    document = reading.documents[RUBRIC]
    for at, sample in enumerate(reading.rubric.samples):
        here, called = ("samples", at), f"the sample {sample.id!r}"
        yield from planned(reading.file, sample.plan, document, (*here, "plan"), f"{called} cannot run")
        for name, most in MOST.items():
            low, high = getattr(sample, name)
            if not low <= high <= most:
                what = f"{called} expects {low:g} to {high:g} {name} points"
                allowed = f"allowed: a range up to {most:g}"
                yield Finding(RUBRIC, document.line((*here, name)), what, allowed, "correct it")


def every_aspect_judged(reading: Reading) -> Iterator[Finding]:
    """Every sample has a level for every aspect and for nothing else; names stand once."""
    if reading.rubric is None:
        return
    document = reading.documents[RUBRIC]
    aspects = [aspect.id for aspect in reading.rubric.aspects]
    names = {"aspects": aspects, "samples": [sample.id for sample in reading.rubric.samples]}
    for part, ids in names.items():
        for id in sorted({id for id in ids if ids.count(id) > 1}):
            what = f"there are two {part} {id!r}"
            yield Finding(RUBRIC, document.line((part,), key=True), what, "each name once", "rename one")
    for at, sample in enumerate(reading.rubric.samples):
        line = document.line(("samples", at, "levels"), key=True)
        for name in sample.levels:
            if name not in aspects:
                yield unknown(RUBRIC, line, "aspect", name, aspects)
        for name in aspects:
            if name not in sample.levels:
                what = f"the sample {sample.id!r} is not judged by {name!r}"
                yield Finding(RUBRIC, line, what, "allowed: a level, 0 to 4", "add it")


RULES = (samples, every_aspect_judged)
