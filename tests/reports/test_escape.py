"""Whatever a person types is shown, never run, and never breaks what stands beside it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lineofsight.reports.escape import clean, escape, said
from lineofsight.reports.prose import markdown


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("<script>alert(1)</script>", "&lt;script&gt;alert(1)&lt;/script&gt;"),
        ("\"' onmouseover=x", "&quot;&#x27; onmouseover=x"),
        ("a\x00b\x1bc\x85", "abc"),
        ("half \ud83d!", "half \ufffd!"),
        ("turned \u202eround\u2066", "turned round"),
        ("שלום 👩‍🚒", "שלום 👩‍🚒"),
        ("one\r\ntwo\rthree", "one\ntwo\nthree"),
        (12, "12"),
    ],
)
def test_escape(typed: object, shown: str) -> None:
    assert escape(typed) == shown


@given(st.text(st.characters(codec=None)))
def test_anything_can_be_sent_and_closes_nothing(text: str) -> None:
    shown = said(text)
    shown.encode("utf-8")
    inside = shown.removeprefix('<bdi dir="auto" class="los-own">').removesuffix("</bdi>")
    assert not set(inside.replace("<br>", "")) & set("<>\"'\x00")
    assert clean(clean(text)) == clean(text)


def test_a_hundred_kilobytes_stay_whole() -> None:
    assert escape("<" * 100_000) == "&lt;" * 100_000


@pytest.mark.parametrize(
    "typed",
    [
        "<script>alert(1)</script>",
        "<img src=x onerror=alert(1)>",
        "[x](javascript:alert(1))",
        "![x](https://example.org/x.png)",
        "<div>\n\n*a*\n\n</div>",
    ],
)
def test_markdown_obeys_no_html_and_fetches_nothing(typed: str) -> None:
    html = markdown(typed)
    for opened in ("<script", "<img", "<div", 'href="javascript'):
        assert opened not in html


def test_headings_begin_below_the_papers_own_title() -> None:
    assert "<h3>A</h3>" in markdown("# A\n\n## B")
    assert "<h4>B</h4>" in markdown("# A\n\n## B")
    assert "<h3>C</h3>" in markdown("## C")
