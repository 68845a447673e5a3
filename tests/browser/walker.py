"""A person in a browser: walks one case from gallery to commitment by what can be seen and named."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from lineofsight.desk import open_case
from lineofsight.model.case import Case

SLOW = 30_000
FIRST_CASE = "startup-support-backlash"
# The words of a chart that its picture cuts off, with the pixels that are lost above or beside it.
CUT_OFF = """() => [...document.querySelectorAll('.los-step .los-figure svg')].flatMap((svg) => {
  const frame = svg.getBoundingClientRect();
  return [...svg.querySelectorAll('.role-title text, .role-title text tspan')].flatMap((words) => {
    const box = words.getBoundingClientRect();
    const lost = Math.max(frame.top - box.top, frame.left - box.left, box.right - frame.right);
    return lost > 3 ? [`cut off by ${lost.toFixed(0)} pixels: ${words.textContent}`] : [];
  });
})"""


@dataclass
class Walker:
    """Drives one page through one case. ``look`` is called with the step's name on every step."""

    page: Any
    base: str
    look: Callable[[str], None] = lambda name: None
    slug: str = FIRST_CASE
    problems: list[str] = field(default_factory=list)
    case: Case = field(init=False)

    def __post_init__(self) -> None:
        self.case = open_case(self.slug)
        self.page.set_default_timeout(SLOW)
        self.page.on("console", self._heard)
        self.page.on("pageerror", lambda error: self.problems.append(f"page error: {error}"))

    def _heard(self, message: Any) -> None:
        if message.type == "error":
            self.problems.append(f"console: {message.text}")

    # What a person does everywhere

    def button(self, name: str | re.Pattern[str]) -> Any:
        return self.page.get_by_role("button", name=name)

    def on(self, heading: str) -> None:
        """Press the foot's primary button and wait for the next heading."""
        self.page.locator(".los-foot .los-primary").click()
        self.at(heading)

    def at(self, heading: str) -> None:
        self.page.locator(".los-step h1", has_text=heading).wait_for()

    def title(self, activity: str) -> str:
        """Return the heading of the step with an activity."""
        steps = self.case.run_sheets["solo"].steps
        return next(step.title for step in steps if step.activity == activity)

    def saved(self) -> None:
        self.page.locator(".los-saved .is-saved").wait_for()

    def charts(self) -> None:
        """Wait for the step's charts; what is cut off in them is a problem."""
        self.page.locator(".los-step .los-figure svg").first.wait_for()
        self.page.wait_for_timeout(700)  # a chart is fitted to its place up to 0.6 s later
        self.problems += self.page.evaluate(CUT_OFF)

    # The steps

    def gallery(self) -> None:
        self.page.goto(self.base)
        self.page.get_by_role("heading", level=1).wait_for()
        self.look("gallery")

    def study(self) -> None:
        self.page.goto(f"{self.base}study/{self.slug}")
        self.page.locator(".los-step h1").wait_for()

    def brief(self, side: str = "Operations") -> None:
        self.page.locator("label", has_text="I set direction").click()
        self.page.get_by_text("We suggest").wait_for()
        self.button(re.compile(f"^{side}:")).click()
        self.page.locator(".los-seat").wait_for()
        self.saved()
        self.look("brief")

    def evidence(self) -> None:
        entries = self.page.locator(".los-step .los-entry")
        for at in range(entries.count()):
            entries.nth(at).click()
            self.page.locator(".los-step .los-entry.is-current").nth(0).wait_for()
            if entries.nth(at).evaluate("node => node.classList.contains('kind-chart')"):
                self.charts()
        self.button("This matters").click()
        self.page.get_by_label("Your note").fill("Who saw this besides us?")
        self.page.locator(".los-step .los-entry.is-marked").wait_for()
        self.saved()
        self.look("evidence")

    def claim(self, rank: int, statement: int, sure: str, papers: int = 1) -> None:
        """Tick a statement (by its place in the pool) and fill its card."""
        self.page.locator(".los-step .los-pick input").nth(statement).check()
        card = self.page.locator(".los-step .los-claim").nth(rank)
        card.locator("label", has_text=re.compile(rf"^\s*{sure}")).click()
        for _ in range(papers):
            card.locator(".los-add select").select_option(index=1)
        card.get_by_label("Why").fill(f"Because of what paper {rank + 1} says.")

    def diagnose(self) -> None:
        for rank, (statement, sure) in enumerate(((0, "very likely"), (3, "maybe"), (6, "a hunch"))):
            self.claim(rank, statement, sure)
        self.saved()
        self.look("diagnose")

    def compare(self) -> None:
        """Read their first paper, add a claim, hand in again and see the result."""
        self.page.locator(".los-step .los-entry").nth(1).click()
        self.page.locator(".los-step .los-entry.is-current").wait_for()
        self.claim(3, 1, "likely")
        self.saved()
        self.look("other-side")
        self.page.locator(".los-foot .los-primary").click()
        self.page.locator(".los-step .los-result").wait_for()
        self.look("closeness")

    def offer(self, action: str) -> None:
        """Tick an action and fill its card with the first choices of each list."""
        self.page.get_by_role("checkbox", name=action, exact=True).check()
        card = self.page.locator(".los-step .los-action", has_text=action)
        card.get_by_label("Owner").select_option(index=5)
        card.get_by_label("The sign you will watch").select_option(index=2)
        card.get_by_label("What it may break").select_option(index=1)

    def plan(self) -> None:
        """Take two actions that need no other, and forecast each outcome by what years have been."""
        ready = [action for action in self.case.planning.actions if action.effects and not action.needs]
        for action in sorted(ready, key=lambda action: action.price)[:2]:
            self.offer(action.title)
        asked = [outcome for outcome in self.case.operations.outcomes if outcome.forecast]
        for at, outcome in enumerate(asked):
            low, high = outcome.typical or (0, 1)
            self.page.get_by_label("At least").nth(at).fill(str(low))
            self.page.get_by_label("At most").nth(at).fill(str(high))
        self.saved()
        self.look("plan")

    def run(self) -> None:
        self.charts()
        self.look("first-half")
        self.page.locator(".los-foot .los-primary").click()
        self.page.get_by_text("Where the year ends").wait_for()
        self.page.locator(".los-step .los-year .los-figure svg").wait_for()
        self.charts()
        self.page.locator(".los-step .los-doubt select").first.select_option(index=2)
        self.page.get_by_text(re.compile("The order of plans")).first.wait_for()
        self.page.get_by_label("Change one thing").select_option(index=1)
        self.button("Run it again").click()
        self.page.locator(".los-again tbody tr").nth(1).wait_for()
        self.look("run")

    def score(self) -> None:
        self.page.locator(".los-step .los-matters li").nth(2).wait_for()
        for fold in self.page.locator(".los-step .los-score summary").all():
            fold.click()
        self.page.get_by_label("Your objection, in one line").fill("The rota was a promise too.")
        self.button("Keep my objection").click()
        self.page.locator(".los-contest .los-note").wait_for()
        self.look("score")

    def commit(self) -> None:
        self.page.get_by_label("I will …").fill("ask the floor before I promise a date")
        self.saved()
        self.look("commit")
        self.page.locator(".los-foot .los-primary").click()
        self.page.locator(".los-step .los-promise").wait_for()
        self.look("finished")

    def walk(self) -> None:
        """The whole walk from the gallery on."""
        self.gallery()
        card = self.page.get_by_role("article", name=self.case.title)
        card.get_by_role("link", name="Study alone").click()
        self.at(self.title("brief"))
        self.brief()
        self.on(self.title("exhibits"))
        self.evidence()
        self.on(self.title("diagnose"))
        self.diagnose()
        self.on(self.title("compare"))
        self.compare()
        self.on(self.title("plan"))
        self.plan()
        self.on(self.title("simulate"))
        self.run()
        self.on(self.title("score"))
        self.score()
        self.on(self.title("commit"))
        self.commit()
