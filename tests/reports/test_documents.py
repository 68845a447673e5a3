"""Each kind of paper looks like what it is, in markup that a reader of any kind can follow."""

from __future__ import annotations

import re
from html.parser import HTMLParser

import pytest

from lineofsight.model.case import Case
from lineofsight.reports.chat import initials, messages
from lineofsight.reports.documents import document, parts

KINDS = ["email", "memo", "chat", "minutes", "table", "chart", "slide", "notes"]
PAPER = {"email": "mail"}


class Balance(HTMLParser):
    """Fails on a tag that closes what is not open."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []

    def handle_starttag(self, tag: str, attrs: object) -> None:
        if tag not in ("br", "hr"):
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


def shown(case: Case, kind: str) -> str:
    return document(case.exhibit(PAPER.get(kind, kind)), case)


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_is_one_well_formed_article_with_one_title(case: Case, kind: str) -> None:
    html = shown(case, kind)
    balance = Balance()
    balance.feed(html)
    assert balance.open == []
    assert html.startswith(f'<article class="los-doc kind-{kind}"')
    assert html.count("<h2") == 1
    assert "<h1" not in html


def test_an_email_has_its_head(case: Case) -> None:
    html = shown(case, "email")
    heads = re.findall(r"<dt>(.*?)</dt>", html)
    assert heads == ["From", "To", "Sent"]
    assert '<span class="los-initials leadership" aria-hidden="true">AM</span>Ada Moor' in html
    assert "Monday, week 2" in html
    assert "<blockquote>" in html


def test_a_memo_from_before_the_year_says_so(case: Case) -> None:
    assert "1 week before the year" in shown(case, "memo")


def test_a_chat_keeps_one_persons_run_together(case: Case) -> None:
    html = shown(case, "chat")
    assert html.count("<li>") == 2
    assert html.count("los-bubble") == 3
    assert "Hi: there <time>23:40</time>" in html
    assert "Still up?<br>goes on" in html


def test_chat_lines_without_a_time_are_not_lost() -> None:
    assert [message.words for message in messages("hello\n9:05 A B: x\nmore")] == ["hello", "x\nmore"]
    assert initials("Ada von Moor, CEO") == "AM"
    assert initials("") == ""


def test_minutes_list_who_was_there_number_their_items_and_mark_decisions(case: Case) -> None:
    html = shown(case, "minutes")
    assert '<ul class="los-present"><li>Ada Moor</li><li>Ben Oak</li></ul>' in html
    assert '<p class="los-item"><b class="los-number">1</b><strong>Date.</strong>' in html
    assert '<p class="los-decided"><strong>Decided:</strong>' in html


def test_a_table_shows_its_columns_and_rows_and_scrolls_by_keyboard(case: Case) -> None:
    html = shown(case, "table")
    assert 'role="region" aria-label="Table: The queue" tabindex="0"' in html
    assert "<caption>The queue</caption>" in html
    assert re.findall(r'<th scope="col"[^>]*>(.*?)</th>', html) == ["Week", "In time"]
    assert re.findall(r'<th scope="row"[^>]*>(.*?)</th>', html) == ["2", "3"]
    assert '<td class="num">50%</td>' in html
    assert 'aria-label="no figure"' in html


def test_a_charts_table_is_equal_and_folded_and_stands_beside_the_chart(case: Case) -> None:
    opening, rest = parts(case.exhibit("chart"), case)
    assert "<h2>" in opening
    assert "<table" not in opening
    assert rest.index("<details") < rest.index("Words.")
    assert '<td class="num">1,240</td>' in rest
    assert "&lt;b&gt;late&lt;/b&gt;" in rest


def test_what_was_said_to_a_slide_does_not_stand_on_it(case: Case) -> None:
    html = shown(case, "slide")
    projected, spoken = html.split('<div class="los-spoken">')
    assert "<li>one</li>" in projected
    assert "Said to it" not in projected
    assert "Said to it" in spoken
