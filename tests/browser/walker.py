"""A person in a browser: walks one case from gallery to commitment by what can be seen and named."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

SLOW = 30_000


@dataclass
class Walker:
    """Drives one page. ``look`` is called with the step's name on every step (axe, screenshots)."""

    page: Any
    base: str
    look: Callable[[str], None] = lambda name: None
    problems: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
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

    def saved(self) -> None:
        self.page.locator(".los-saved .is-saved").wait_for()

    # The steps

    def gallery(self) -> None:
        self.page.goto(self.base)
        self.page.get_by_role("heading", level=1).wait_for()
        self.look("gallery")

    def study(self, slug: str) -> None:
        self.page.goto(f"{self.base}study/{slug}")
        self.page.locator(".los-step h1").wait_for()

    def brief(self, side: str = "Operations") -> None:
        self.page.get_by_label("I set direction, budgets or targets").check(force=True)
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
                self.page.locator(".los-step .los-figure svg").first.wait_for()
        self.button("This matters").click()
        self.page.get_by_label("Your note").fill("Who saw this besides us?")
        self.page.get_by_text(re.compile(r"^1 of \d+ marked")).wait_for()
        self.saved()
        self.look("evidence")

    def claim(self, rank: int, statement: int, sure: str, papers: int = 1) -> None:
        """Tick a statement (by its place in the pool) and fill its card."""
        self.page.locator(".los-step .los-pick input").nth(statement).check(force=True)
        card = self.page.locator(".los-step .los-claim").nth(rank)
        card.get_by_label(re.compile(sure)).check(force=True)
        for _ in range(papers):
            card.locator(".los-add select").select_option(index=1)
        card.get_by_label("Why").fill(f"Because of what paper {rank + 1} says.")

    def diagnose(self) -> None:
        for rank, (statement, sure) in enumerate(((0, "very likely"), (3, "maybe"), (6, "a hunch"))):
            self.claim(rank, statement, sure)
        self.saved()
        self.look("diagnose")
