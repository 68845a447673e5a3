"""Choosing in the gallery, by address alone: no script, and nothing in it can break the page."""

from __future__ import annotations

import re
from urllib.parse import quote

import pytest


def shown(page: str) -> list[str]:
    return re.findall(r'href="/study/([^"]+)"', page)


def selected(page: str) -> list[str]:
    return re.findall(r"<option[^>]* selected>([^<]*)", page)


@pytest.mark.parametrize(
    ("query", "slugs", "set_to"),
    [
        ("", ["toy-case", "other-toy"], []),
        ("sector=&level=&minutes=", ["toy-case", "other-toy"], []),
        ("sector=toys&level=&minutes=", ["toy-case"], ["toys"]),
        ("sector=Games+%26+more", ["other-toy"], ["games &amp; more"]),
        ("level=intro", ["toy-case"], ["introductory"]),
        ("minutes=60", ["toy-case"], ["up to 60"]),
        ("minutes=90&level=advanced", ["other-toy"], ["advanced", "up to 90"]),
        ("minutes=5", ["toy-case"], ["up to 5"]),
        ("minutes=4", [], ["up to 4"]),
        ("sector=games&sector=toys", ["toy-case"], ["toys"]),
    ],
)
def test_the_address_chooses_and_the_form_shows_what_is_chosen(toy, query, slugs, set_to):
    page = toy.ask(f"/?{query}").text
    assert shown(page) == slugs
    assert f"{len(slugs)} of 2 cases" in page
    assert ("Show all" in page) is (len(slugs) < 2)
    assert selected(page) == set_to


def test_choices_are_those_of_the_cases_on_offer(toy):
    page = toy.ask("/").text
    options = re.findall(r"<option[^>]*>([^<]*)", page)
    levels = ["introductory", "advanced"]
    limits = ["up to 30", "up to 45", "up to 60", "up to 90"]
    assert options == ["Any", "games &amp; more", "toys", "Any", *levels, "Any", *limits]
    assert "<script" not in page


def test_when_nothing_fits_the_page_says_what_was_asked_and_how_to_go_on(toy):
    page = toy.ask("/?sector=toys&level=advanced&minutes=30").text
    assert "No case is all of this at once" in page
    assert "toys · advanced · up to 30 minutes" in page
    assert '<a class="los-go" href="/#cases">Show all 2 cases</a>' in page


@pytest.mark.parametrize(
    ("query", "says"),
    [
        ("sector=toyz", "There is no sector &#x27;toyz&#x27; (did you mean &#x27;toys&#x27;?)"),
        ("level=intermediate", "There is no level &#x27;intermediate&#x27;"),
        ("minutes=soon", "&#x27;soon&#x27; is not a number of minutes"),
        ("minutes=0", "&#x27;0&#x27; is not a number of minutes"),
        ("minutes=-5", "&#x27;-5&#x27; is not a number of minutes"),
        ("minutes=" + "9" * 5000, "is not a number of minutes"),
        ("minutes=" + quote("٣٠"), "is not a number of minutes"),
        ("sector=%ff%00%fe", "There is no sector"),
        ("sector=" + quote("<script>alert(1)</script>"), "&lt;script&gt;alert(1)"),
    ],
)
def test_what_is_not_understood_is_said_and_chooses_nothing(toy, query, says):
    answer = toy.ask(f"/?{query}")
    assert answer.status == 200
    assert says in answer.text
    assert "<script" not in answer.text
    assert shown(answer.text) == ["toy-case", "other-toy"]
    assert "9" * 50 not in answer.text


def test_one_wrong_word_does_not_undo_the_others(toy):
    page = toy.ask("/?sector=toys&level=hard").text
    assert shown(page) == ["toy-case"]
    assert "There is no level &#x27;hard&#x27;" in page
