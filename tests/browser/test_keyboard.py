"""The walk by keyboard alone: every control can be reached, worked and left without a mouse."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import pytest

sys.path.insert(0, str(Path(__file__).parent))
from walker import Walker

pytestmark = pytest.mark.browser
FOCUSED = "document.activeElement"


def tab_to(page: Any, condition: str, most: int = 120) -> None:
    """Press Tab until the focused element fulfils a JavaScript condition on ``e``."""
    for _ in range(most):
        if page.evaluate(f"((e) => {condition})({FOCUSED})"):
            return
        page.keyboard.press("Tab")
    raise AssertionError(f"the keyboard never reached: {condition}")


def press_primary(page: Any) -> None:
    tab_to(page, "e.classList.contains('los-primary')")
    page.keyboard.press("Enter")


def test_from_brief_to_a_handed_in_diagnosis(server: Any, visitor: Any) -> None:
    running = server()
    page = visitor(running).page
    walker = Walker(page, running.address)
    walker.study()
    tab_to(page, "e.type === 'radio'")
    page.keyboard.press("ArrowUp")
    page.get_by_text("We suggest").wait_for()
    tab_to(page, "e.classList.contains('los-choice')")
    page.keyboard.press("Space")
    page.locator(".los-seat").wait_for()
    walker.saved()
    press_primary(page)
    walker.at("What is on your desk")
    page.wait_for_function(f"{FOCUSED}.tagName === 'H1'")
    tab_to(page, "e.classList.contains('los-chip')")
    page.keyboard.press("Enter")
    page.get_by_text("1 of").wait_for()
    press_primary(page)
    walker.at("What went wrong")
    tab_to(page, "e.type === 'checkbox'")
    page.keyboard.press("Space")
    page.locator(".los-claim").wait_for()
    page.keyboard.press("Shift+Tab")
    page.locator("h1").first.focus()
    tab_to(page, "e.type === 'radio' && e.closest('.los-claim')")
    page.keyboard.press("Space")
    page.locator(".los-claim label:has(input:checked)").wait_for()
    tab_to(page, "e.tagName === 'SELECT'")
    page.keyboard.press("ArrowDown")
    page.locator(".los-tag").wait_for()
    press_primary(page)
    walker.at("What the others had")
