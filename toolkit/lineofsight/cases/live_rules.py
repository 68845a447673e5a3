"""Rules on live run sheets: the order of a workshop, its minutes, and that a room mostly talks."""

from __future__ import annotations

from collections.abc import Iterator

from ..model.runsheet import LENGTHS, Length, Live
from .findings import Finding
from .reading import Reading
from .yaml_text import Document

FILE = "run-sheet.yaml"
ORDER = (
    "join", "frame", "brief", "evidence", "diagnose", "gap", "pool", "again", "team", "plan", "run",
    "debrief", "commit",
)  # fmt: skip
# An hour is too short to plan and to run a year; its frame is spoken while people join.
LEFT_OUT = {"60": {"frame", "plan", "run"}, "90": set(), "120": set()}
TALK = 0.5
DEBRIEF = 0.3
ON_THEIR_FEET = 2


def steps_in_order(reading: Reading) -> Iterator[Finding]:
    """The steps stand once, in the order of a workshop, and every length has those it needs."""
    if reading.live is None:
        return
    document, ids = reading.documents[FILE], [step.id for step in reading.live.steps]
    line = document.line(("live", "steps"), key=True)
    if ids != [name for name in ORDER if name in ids] or set(ids) != set(ORDER):
        what = f"the live steps are {', '.join(ids)}"
        yield Finding(FILE, line, what, f"allowed, in this order: {', '.join(ORDER)}", "put them in order")
        return
    for length in LENGTHS:
        found = {step.id for step in reading.live.at(length)}
        wanted = set(ORDER) - LEFT_OUT[length]
        for name in sorted(found ^ wanted, key=ORDER.index):
            at = document.line(("live", "steps", ids.index(name), "at"), key=True)
            verb = "lacks" if name in wanted else "has"
            remedy = (
                f"add its minutes under `at: {{{length}: …}}`" if name in wanted else f"take {length} out"
            )
            yield Finding(FILE, at, f"the sheet of {length} minutes {verb} the step {name!r}", "", remedy)


def measures(reading: Reading) -> Iterator[Finding]:
    """Each length adds up to its name; half of it is talk, three tenths of it debrief, two acts on the feet."""
    if reading.live is None:
        return
    document = reading.documents[FILE]
    for length in LENGTHS:
        yield from _measures(reading.live, length, document)
    feet = sum(step.feet for step in reading.live.steps)
    if feet < ON_THEIR_FEET:
        line = document.line(("live", "steps"), key=True)
        what = f"{feet} of the live steps are on the feet"
        yield Finding(FILE, line, what, f"allowed: {ON_THEIR_FEET} or more", "mark some `feet: true`")


def _measures(live: Live, length: Length, document: Document) -> Iterator[Finding]:
    line = document.line(("live", "steps"), key=True)
    steps = live.at(length)
    total = sum(step.at[length] for step in steps)
    if total != int(length):
        what = f"the steps of {length} minutes add up to {total}"
        yield Finding(
            FILE, line, what, f"allowed: {length}", f"change the minutes under `at: {{{length}: …}}`"
        )
        return
    talk = sum(step.at[length] for step in steps if step.mode == "talk")
    debrief = sum(step.at[length] for step in steps if step.id == "debrief")
    for name, minutes, share in (("talk", talk, TALK), ("debrief", debrief, DEBRIEF)):
        if minutes < share * total:
            what = f"of {length} minutes {minutes} are {name}"
            yield Finding(FILE, line, what, f"allowed: {share * total:.0f} or more", f"give {name} more time")


RULES = (steps_in_order, measures)
