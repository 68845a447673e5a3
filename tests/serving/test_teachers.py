"""The teachers' page: there for who has this start's key, not there for anybody else."""

from __future__ import annotations

import re
from html import unescape
from urllib.parse import urlsplit

import pytest

from lineofsight.model.disconnects import DISCONNECTS


@pytest.fixture
def key(toy):
    """This start's key, from the line that the server printed."""
    return urlsplit(toy.teachers).query.removeprefix("key=")


def test_the_link_is_printed_with_a_key_that_nobody_guesses(toy, key):
    assert toy.teachers == f"For teachers: {toy.address}teachers?key={key}"
    assert len(key) >= 32


def test_the_page_says_what_each_case_teaches(toy, key):
    answer = toy.ask(f"/teachers?key={key}")
    page = unescape(answer.text)
    assert answer.status == 200
    assert answer.getheader("Cache-Control") == "no-store"
    for words in DISCONNECTS.values():
        assert words.name in page
        assert words.marker in page
        assert words.apart in page
    rows = {
        re.search(r"<b>(.*?)</b>", row)[1]: re.findall(r"<td[^>]*>(?:<b>(.*?)</b>)?</td>", row)
        for row in re.findall(r'<tr role="row"><th role="rowheader".*?</tr>', answer.text)
    }
    taught = {name: cells for name, cells in rows.items() if any(cells)}
    assert len(rows) == 12
    assert taught == {"Metric conflict": ["50%", "50%"], "Readiness gap": ["50%", "50%"]}
    for fact in ("games & more", "advanced", "70 minutes", "to win"):
        assert fact in page
    assert "A &lt;toy&gt;" in answer.text


@pytest.mark.parametrize("method", ["GET", "POST", "HEAD"])
@pytest.mark.parametrize("query", ["", "?key=", "?key=wrong", "?key=%ff", "?key=%C3%A9", "?k=1"])
def test_without_the_key_it_is_the_ordinary_page_that_is_not_there(toy, query, method):
    answer, nowhere = toy.ask(f"/teachers{query}", method), toy.ask("/nowhere", method)
    assert answer.status == nowhere.status == 404
    assert answer.text == nowhere.text
    headers = {name for name, _ in nowhere.getheaders()}
    assert {name for name, _ in answer.getheaders()} == headers


def test_half_a_key_and_a_key_with_more_open_nothing(toy, key):
    for wrong in (key[:-1], f"{key}x", key.swapcase(), f"{key}&key=x"):
        assert toy.ask(f"/teachers?key={wrong}").status == 404


def test_no_page_for_participants_leads_there(toy, key):
    for path in ("/", "/nowhere", "/study/toy-case", "/healthz"):
        assert key not in toy.ask(path).text
        assert "teachers" not in toy.ask(path).text


@pytest.mark.parametrize("case", ["toy-case", "no-case", "../toy-case"])
def test_a_sheet_that_there_is_not_is_not_there_with_the_key_either(toy, key, case):
    answer = toy.ask(f"/teachers/{case}?key={key}&minutes=90")
    assert answer.status == 404
    assert answer.text == toy.ask("/nowhere").text
