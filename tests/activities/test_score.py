"""The score's page: what was named is said kindly and truly, and the points shown add up."""

from __future__ import annotations

import re
from typing import Any

import pytest

FIGURE = re.compile(r"<(?:b|span) class='num'>([+−]?[\d.]+)(?: of \d+)?</")


def figures(markup: str) -> list[float]:
    """Return the points that a piece of the page shows, in order."""
    return [float(text.replace("−", "-")) for text in FIGURE.findall(markup)]


def test_the_points_shown_add_up_at_every_level(person: Any) -> None:
    person.to("score")
    scores = re.findall(r"<details class='los-fold los-score'>.*?</details>", person.markup, re.DOTALL)
    assert len(scores) == 4
    for score in scores:
        summary, *criteria = score.split("<div class='los-criterion'>")
        shown = [figures(criterion) for criterion in criteria]
        assert figures(summary) == [pytest.approx(sum(whole for whole, *_ in shown))]
        for whole, *reasons in shown:
            assert sum(reasons) == pytest.approx(whole)


def test_what_was_named_is_counted_with_what_took_points_away(person: Any) -> None:
    first, second = person.key.causes[:2]
    person.to("diagnose")
    wrong = person.key.herrings[0].statement
    for statement, sure in ((first.exact[0], 0.2), (wrong, 0.95)):
        person.claim(statement, sure)
    person.go_on()
    person.claim(second.exact[0], 0.4)
    person.go_on()
    person.go_on()
    person.plan()
    person.run()
    causes = len(person.key.causes)
    words = f"At first you named 1 of the {causes} causes, with {first.weight:.0%} of the weight; 1 other claim took points away."
    assert words in person.markup
    both = first.weight + second.weight
    assert f"In the end you named 2 of the {causes} causes, with {both:.0%} of the weight" in person.markup
    assert "never reached you" not in person.markup
