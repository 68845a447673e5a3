"""The whole walk as a person takes it: real Voila, real browser, no other host, axe on every step."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe

sys.path.insert(0, str(Path(__file__).parent))
from walker import FIRST_CASE, Walker

from lineofsight.desk import shelf

pytestmark = pytest.mark.browser
WCAG = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
SLUG = FIRST_CASE
# Every case is walked once, in turn at each width and in each light.
LOOKS = [(1280, "light"), (360, "dark"), (768, "light"), (1280, "dark"), (360, "light"), (768, "dark")]
# The name and the state of every control: axe lets an empty name of a field pass.
UNNAMED = """() => [...document.querySelectorAll(
  '.lineofsight button, .lineofsight input, .lineofsight select, .lineofsight textarea')]
  .filter((e) => e.offsetParent && !(e.ariaLabel || e.textContent.trim() || [...(e.labels ?? [])]
    .some((l) => l.textContent.trim())))
  .map((e) => e.outerHTML.slice(0, 120))"""
UNSTATED = """() => [...document.querySelectorAll('.lineofsight .can-press, .lineofsight .can-expand')]
  .filter((e) => e.offsetParent && !e.hasAttribute('aria-pressed') && !e.hasAttribute('aria-expanded'))
  .map((e) => e.outerHTML.slice(0, 120))"""


class Inspector:
    """Looks at every step: accessibility, names, states, sideways scroll."""

    def __init__(self, page: Any) -> None:
        self.page = page
        self.seen: list[str] = []
        self.faults: list[str] = []

    def look(self, name: str) -> None:
        self.page.wait_for_timeout(300)
        options = {"runOnly": WCAG, "resultTypes": ["violations"]}
        found = Axe().run(self.page, options=options).response["violations"]
        self.faults += [f"{name}: axe {item['id']}: {item['nodes'][0]['target']}" for item in found]
        self.faults += [f"{name}: no name: {item}" for item in self.page.evaluate(UNNAMED)]
        self.faults += [f"{name}: no state: {item}" for item in self.page.evaluate(UNSTATED)]
        root = "document.documentElement"
        if self.page.evaluate(f"{root}.scrollWidth > {root}.clientWidth"):
            self.faults.append(f"{name}: scrolls sideways")
        self.seen.append(name)


@pytest.mark.parametrize(
    ("slug", "width", "scheme"), [(slug, *LOOKS[at % len(LOOKS)]) for at, slug in enumerate(shelf().slugs())]
)
def test_the_whole_walk(server: Any, visitor: Any, slug: str, width: int, scheme: str) -> None:
    running = server()
    person = visitor(running, viewport={"width": width, "height": 800}, color_scheme=scheme)
    inspector = Inspector(person.page)
    walker = Walker(person.page, running.address, inspector.look, slug)
    walker.walk()
    assert inspector.seen[0] == "gallery"
    assert inspector.seen[-1] == "finished"
    assert inspector.faults == []
    assert walker.problems == []
    assert person.outside == []
    assert person.errors == []


def test_a_reload_and_a_killed_server_lose_nothing_that_was_saved(server: Any, visitor: Any) -> None:
    running = server()
    person = visitor(running)
    walker = Walker(person.page, running.address)
    walker.study()
    walker.brief("Leadership")
    walker.on("What is on your desk")
    walker.evidence()
    walker.on("What went wrong")
    walker.diagnose()

    person.page.reload()
    walker.at("What went wrong")
    _diagnosis_is_as_it_was(person.page)

    port = running.port
    running.kill()
    person.page.get_by_text("Not connected: what you type now is not saved").wait_for(timeout=15_000)

    again = server(port=port)
    assert again.address == running.address
    person.page.goto(f"{again.address}study/{SLUG}")
    walker.at("What went wrong")
    _diagnosis_is_as_it_was(person.page)
    assert "Leadership" in person.page.locator(".los-side").first.inner_text()


def _diagnosis_is_as_it_was(page: Any) -> None:
    page.locator(".los-claim").nth(2).wait_for()
    assert page.locator(".los-claim").count() == 3
    chosen = page.locator(".los-claim label:has(input:checked)").all_inner_texts()
    assert [text.split("%")[0].split()[-1] for text in chosen] == ["80", "40", "20"]
    assert page.locator(".los-claim textarea").nth(1).input_value() == "Because of what paper 2 says."


def test_what_is_said_goes_once_it_is_no_longer_true(server: Any, visitor: Any) -> None:
    running = server()
    page = visitor(running).page
    walker = Walker(page, running.address)
    walker.study()
    walker.brief()
    for activity in ("exhibits", "diagnose"):
        walker.on(walker.title(activity))
    live = page.locator("#los-live")
    page.locator(".los-step .los-pick input").first.check()
    live.get_by_text("Claim 1: say how sure you are, and which papers say so.").wait_for(state="attached")
    page.locator(".los-foot .los-primary").click()
    page.locator(".los-message .los-warn").wait_for()
    assert live.inner_text() == "Claim 1: say how sure you are."
    page.locator(".los-claim label", has_text="maybe").click()
    page.locator(".los-message .los-warn").wait_for(state="detached")
    page.wait_for_function("!document.getElementById('los-live').textContent")


def test_start_again_and_erase(server: Any, visitor: Any) -> None:
    running = server()
    page = visitor(running).page
    walker = Walker(page, running.address)
    walker.study()
    walker.brief()
    walker.on("What is on your desk")
    walker.button("Your answers").click()
    walker.button("Start again").click()
    walker.button("Yes, start again").click()
    walker.at("Thirteen thousand")
    assert page.locator(".los-choice.is-pressed").count() == 0
    walker.brief("Leadership")
    walker.on("What is on your desk")
    walker.button("Your answers").click()
    walker.button("Erase my data").click()
    walker.button("Yes, erase it").click()
    walker.at("Thirteen thousand")
    page.reload()
    walker.at("Thirteen thousand")
    assert page.locator(".los-choice.is-pressed").count() == 0


def test_the_key_is_not_in_the_page_before_it_is_revealed(server: Any, visitor: Any) -> None:
    """Everything the browser receives up to the diagnosis, websocket included, tells nothing."""
    running = server()
    person = visitor(running)
    heard: list[str] = []

    def listen(socket: Any) -> None:
        socket.on("framereceived", lambda frame: heard.append(str(frame)))

    person.page.on("websocket", listen)
    person.page.on("response", lambda answer: heard.append(answer.url))
    walker = Walker(person.page, running.address)
    walker.study()
    walker.brief()
    walker.on("What is on your desk")
    walker.evidence()
    walker.on("What went wrong")
    walker.diagnose()
    from lineofsight.desk import shelf

    key = shelf().key(SLUG)
    told = "".join(heard) + person.page.content()
    assert "Who writes, by time since joining" in told
    for secret in (key.expert[:60], key.causes[0].why[:60], key.typical["leadership"].story[:60]):
        assert secret not in told
