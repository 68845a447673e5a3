"""A live run sheet as Markdown: the first page, then each step by the clock, to print and hold in the hand."""

from __future__ import annotations

from collections.abc import Iterator

from ..model.case import Case
from ..model.rubric import Rubric
from ..model.runsheet import FirstPage, Length, Live, LiveStep


def live_sheet(case: Case, live: Live, length: Length, rubric: Rubric | None = None) -> str:
    """Return the facilitator's sheet of one length; the rubric follows when the length has a plan."""
    steps = live.at(length)
    blocks = [f"# {case.title}: {length} minutes, for whoever leads it", *_first_page(live.first_page)]
    blocks += ["## While people arrive", *_warm_up(live), "## Step by step"]
    clock = 0
    for step in steps:
        blocks.append("\n".join(_step(step, clock, step.at[length])))
        clock += step.at[length]
    if rubric is not None and any(step.activity == "plan" for step in steps):
        blocks += ["## How people judge a plan", *_rubric(rubric)]
    return "\n\n".join(blocks) + "\n"


def _first_page(page: FirstPage) -> Iterator[str]:
    yield f"**The one idea.** {page.idea}"
    yield "**Three moments to protect**"
    yield "\n".join(f"{at}. {text}" for at, text in enumerate(page.protect, 1))
    yield "**What usually goes wrong**"
    yield "\n".join(f"- {text}" for text in page.goes_wrong)
    yield f"**When the room says “the key is wrong”.** {page.key_is_wrong}"
    yield f"**When somebody here has lived this.** {page.lived_this}"
    yield f"**The frame, read aloud.** {page.frame}"


def _warm_up(live: Live) -> Iterator[str]:
    for item in live.warm_up:
        yield f"- {item.question} ({', '.join(item.options)})"


def _step(step: LiveStep, clock: int, minutes: int) -> Iterator[str]:
    feet = ", on their feet" if step.feet else ""
    yield f"### {_at(clock)} to {_at(clock + minutes)}  {step.label}: {step.title}\n"
    yield f"*{minutes} min, {step.mode}{feet}. On their screens: {step.lead}*\n"
    yield f"- **Say.** {step.say}"
    yield f"- **Watch for.** {step.watch_for}"
    yield from (f"- **Ask.** {question}" for question in step.ask)
    yield f"- **When late.** {step.cut}"


def _at(minutes: int) -> str:
    return f"{minutes // 60}:{minutes % 60:02d}"


def _rubric(rubric: Rubric) -> Iterator[str]:
    for aspect in rubric.aspects:
        levels = [f"- {level}: {text}" for level, text in enumerate(aspect.levels)]
        yield "\n".join([f"**{aspect.title}**\n", *levels])
    yield "**Plans to practise on**"
    for sample in rubric.samples:
        judged = ", ".join(f"{aspect.title} {sample.levels[aspect.id]}" for aspect in rubric.aspects)
        yield f"- *{sample.title}.* {sample.why} ({judged})"
