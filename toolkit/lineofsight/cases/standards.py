"""Rules on measure: how much there is to read, how many statements, and the solo sheet whole."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..model.base import SIDES
from .findings import Finding
from .reading import Reading

CASE, SHEET = "case.yaml", "run-sheet.yaml"
MOST_STORY_WORDS = 400
MOST_CORE_WORDS = 1_300
PAPERS = (12, 18)
FEWEST_KINDS = 5
MOST_CORE_CHARTS = 3
STATEMENTS = (12, 16)
FEWEST_CHARTS = 3
SHORTEST_DESCRIPTION = 40
ACTIVITIES = ("brief", "exhibits", "diagnose", "compare", "plan", "simulate", "score", "commit")


def words(text: str) -> int:
    """Return how many words a text has."""
    return len(re.findall(r"[\w’'-]+", text))


def reading_time(reading: Reading) -> Iterator[Finding]:
    """Story and core papers stay short enough to be read in the minutes given."""
    if reading.file is None:
        return
    story = words(reading.file.story)
    if story > MOST_STORY_WORDS:
        line = reading.documents[CASE].line(("story",), key=True)
        what = f"the story has {story} words"
        yield Finding(CASE, line, what, f"allowed: {MOST_STORY_WORDS}", "shorten it")
    for side in SIDES:
        core = [p for p in reading.exhibits if p.side in (side, "both") and p.tier == "core"]
        total = sum(words(paper.body) for paper in core)
        if total > MOST_CORE_WORDS:
            longest = max(core, key=lambda paper: words(paper.body))
            what = f"the core papers of {side} have {total} words"
            remedy = f"shorten some (the longest is {longest.id!r}), or mark some `tier: more`"
            yield Finding(CASE, 1, what, f"allowed: {MOST_CORE_WORDS:,}", remedy)
        charts = [paper.id for paper in core if paper.chart is not None]
        if len(charts) > MOST_CORE_CHARTS:
            what = f"{side} has {len(charts)} charts among its core papers ({', '.join(charts)})"
            yield Finding(CASE, 1, what, f"allowed: {MOST_CORE_CHARTS}", "mark one `tier: more`")


def enough(reading: Reading) -> Iterator[Finding]:
    """There are enough papers, statements and charts."""
    if reading.file is None:
        return
    papers, (fewest, most) = len(reading.papers), PAPERS
    if not fewest <= papers <= most:
        what, remedy = f"there are {papers} papers in exhibits/", "write more, or join some"
        yield Finding(CASE, 1, what, f"allowed: {fewest} to {most}", remedy)
    kinds = {paper.kind for paper in reading.exhibits}
    if len(kinds) < FEWEST_KINDS and not reading.found:
        what = f"the papers are of {len(kinds)} kinds ({', '.join(sorted(kinds))})"
        yield Finding(CASE, 1, what, f"allowed: {FEWEST_KINDS} or more", "give some another `kind:`")
    low, high = STATEMENTS
    count = len(reading.file.statements)
    if not low <= count <= high:
        line = reading.documents[CASE].line(("statements",), key=True)
        yield Finding(
            CASE, line, f"there are {count} statements", f"allowed: {low} to {high}", "add or remove some"
        )
    charts = sum(paper.chart is not None for paper in reading.exhibits)
    if charts < FEWEST_CHARTS and not reading.found:
        what = f"{charts} papers carry a chart"
        yield Finding(CASE, 1, what, f"allowed: {FEWEST_CHARTS} or more", "give some papers a `chart:`")


def charts_described(reading: Reading) -> Iterator[Finding]:
    """Every chart is described in a sentence, for whoever cannot see it."""
    for paper in reading.exhibits:
        if paper.chart is not None and len(paper.chart.description) < SHORTEST_DESCRIPTION:
            document = reading.papers[paper.id]
            line = document.line(("chart", "description"))
            what = f"the chart's description has {len(paper.chart.description)} characters"
            yield Finding(
                document.file, line, what, "allowed: a sentence", "say what the chart shows, with figures"
            )


def solo(reading: Reading) -> Iterator[Finding]:
    """The solo sheet has every activity, names each step once, and its minutes add up."""
    sheet = reading.sheets.get("solo")
    if sheet is None:
        return
    document = reading.documents[SHEET]
    total = sum(step.minutes for step in sheet.steps)
    if total != sheet.minutes:
        line = document.line(("solo", "minutes"))
        what = f"the run sheet 'solo' says {sheet.minutes} minutes, its steps add up to {total}"
        yield Finding(SHEET, line, what, "", "correct one of them")
    ids = [step.id for step in sheet.steps]
    for id in sorted({id for id in ids if ids.count(id) > 1}):
        yield Finding(SHEET, document.line(("solo",)), f"there are two steps {id!r}", "", "rename one")
    for name in ACTIVITIES:
        if name not in {step.activity for step in sheet.steps}:
            what = f"the solo sheet has no step with the activity {name!r}"
            yield Finding(SHEET, document.line(("solo", "steps")), what, "", "add one")
    for at, step in enumerate(sheet.steps):
        if step.activity not in ACTIVITIES:
            line = document.line(("solo", "steps", at, "activity"))
            what = f"the activity {step.activity!r} needs a room"
            yield Finding(SHEET, line, what, f"allowed alone: {', '.join(ACTIVITIES)}", "choose another")
        if not step.next:
            line = document.line(("solo", "steps", at))
            yield Finding(SHEET, line, f"the step {step.id!r} has no `next`", "", "say what its button says")
    if reading.file and reading.file.minutes != sheet.minutes:
        line = reading.documents[CASE].line(("minutes",))
        what = f"the case says {reading.file.minutes} minutes, its solo sheet {sheet.minutes}"
        yield Finding(CASE, line, what, "", "make them the same")


RULES = (reading_time, enough, charts_described, solo)
