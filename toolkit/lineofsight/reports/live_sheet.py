"""A live run sheet as Markdown: the first page, each step by the clock, the key, the rubric, what to print."""

from __future__ import annotations

from collections.abc import Iterator

from ..model.base import SIDES
from ..model.case import Case
from ..model.key import Cause, Key
from ..model.rubric import Rubric, Sample
from ..model.runsheet import FirstPage, Length, Live, LiveStep

WITHOUT_SCREENS = """\
**What the page does, and what you do.** Everybody opens the gallery and chooses *Study alone*: each has a page of
their own, from the brief on. Screens for a whole room (joining by name, both sides' answers side by side, one answer
for a team) are not built yet. Until then a room does these by hand: the warm-up and the gap by show of hands, a
statement at a time; the team's answer on paper."""


def live_sheet(case: Case, key: Key, live: Live, length: Length, rubric: Rubric | None = None) -> str:
    """Return the facilitator's sheet of one length, the key in it; a rubric where the length has a plan."""
    steps, planned = live.at(length), any(step.activity == "plan" for step in live.at(length))
    blocks = [f"# {case.title}: {length} minutes, for whoever leads it", *_first_page(live.first_page)]
    blocks += ["## While people arrive", *_warm_up(live), "## Step by step"]
    clock = 0
    for step in steps:
        blocks.append("\n".join(_step(step, clock, step.at[length], planned)))
        clock += step.at[length]
    blocks += ["## The key: not before the debrief", *_key(case, key)]
    if rubric is not None and planned:
        blocks += ["## How people judge a plan", *_rubric(case, rubric)]
    blocks += ["## The statements, to print", *_statements(case)]
    return "\n\n".join(blocks) + "\n"


def _first_page(page: FirstPage) -> Iterator[str]:
    yield f"**The one idea.** {page.idea}"
    if page.prepare:
        yield "**Beforehand**"
        yield "\n".join(f"- {text}" for text in page.prepare)
    yield WITHOUT_SCREENS
    yield "**Three moments to protect**"
    yield "\n".join(f"{at}. {text}" for at, text in enumerate(page.protect, 1))
    yield "**What usually goes wrong**"
    yield "\n".join(f"- {text}" for text in page.goes_wrong)
    yield f"**When the room says “the key is wrong”.** {page.key_is_wrong}"
    yield f"**When somebody here has lived this.** {page.lived_this}"
    yield f"**The frame, read aloud.** {page.frame}"


def _warm_up(live: Live) -> Iterator[str]:
    yield "\n".join(f"- {item.question} ({', '.join(item.options)})" for item in live.warm_up)


def _step(step: LiveStep, clock: int, minutes: int, planned: bool) -> Iterator[str]:
    feet = ", on their feet" if step.feet else ""
    yield f"### {_at(clock)} to {_at(clock + minutes)}  {step.label}: {step.title}\n"
    yield f"*{minutes} min, {step.mode}{feet}. For them: {step.lead}*\n"
    yield f"- **Say.** {step.say}"
    yield f"- **Watch for.** {step.watch_for}"
    for question in (*step.ask, *(step.after_year if planned else ())):
        yield f"- **Ask.** {question}"
    yield f"- **When late.** {step.cut}"


def _at(minutes: int) -> str:
    return f"{minutes // 60}:{minutes % 60:02d}"


def _key(case: Case, key: Key) -> Iterator[str]:
    for cause in key.causes:
        yield "\n".join(_cause(case, cause))
    yield "**What only looks like a cause, and what breaks it**"
    yield "\n".join(
        f"- *{case.statement(item.statement).text}* {item.breaks} ({_papers(case, item.papers)})"
        for item in key.herrings
    )
    yield f"**An expert's reading.**\n\n{key.expert}"


def _cause(case: Case, cause: Cause) -> Iterator[str]:
    yield f"### {cause.title} ({cause.weight:.0%})\n"
    yield f"*{case.statement(cause.exact[0]).text}*\n"
    yield f"- **When.** {cause.event}"
    yield f"- **Why.** {cause.why}"
    yield from (f"- **{side.title()}.** {_papers(case, cause.evidence.get(side, ()))}" for side in SIDES)


def _papers(case: Case, ids: tuple[str, ...]) -> str:
    return "; ".join(f"“{case.exhibit(id).title}”" for id in ids)


def _rubric(case: Case, rubric: Rubric) -> Iterator[str]:
    for aspect in rubric.aspects:
        levels = [f"- {level}: {text}" for level, text in enumerate(aspect.levels)]
        yield "\n".join([f"**{aspect.title}**\n", *levels])
    yield "**Plans to practise on**"
    for sample in rubric.samples:
        yield "\n".join(_sample(case, rubric, sample))


def _sample(case: Case, rubric: Rubric, sample: Sample) -> Iterator[str]:
    titles = {action.id: action.title for action in case.planning.actions}
    yield f"*{sample.title}*\n"
    for item in sample.plan:
        yield f"- Week {item.start}: {titles[item.action]} ({case.person(item.owner).name})"
    levels = ", ".join(f"{sample.levels[aspect.id]} for “{aspect.title}”" for aspect in rubric.aspects)
    yield f"- **Levels.** {levels}. {sample.why}"


def _statements(case: Case) -> Iterator[str]:
    yield "\n".join(f"{at}. {item.text}" for at, item in enumerate(case.statements, 1))
