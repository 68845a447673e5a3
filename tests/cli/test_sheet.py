"""The facilitator's sheet: everything a person needs who leads a room for the first time, by the clock."""

from __future__ import annotations

import re

import pytest
from click.testing import CliRunner

from lineofsight.cli import main
from lineofsight.desk import open_live, open_twin
from lineofsight.model.runsheet import LENGTHS

SLUG = "startup-support-backlash"


def printed(*arguments: str) -> str:
    """Return what the command prints."""
    result = CliRunner().invoke(main, ["sheet", *arguments])
    assert result.exit_code == 0, result.output
    return result.output


@pytest.mark.parametrize("length", LENGTHS)
def test_the_clock_runs_from_nought_to_the_end(length: str) -> None:
    times = re.findall(r"^### (\d+):(\d\d) to (\d+):(\d\d)", printed(SLUG, "--minutes", length), re.M)
    minutes = [(int(a) * 60 + int(b), int(c) * 60 + int(d)) for a, b, c, d in times]
    assert minutes[0][0] == 0
    assert minutes[-1][1] == int(length)
    assert [end for _, end in minutes[:-1]] == [start for start, _ in minutes[1:]]


def test_what_is_spoken_noticed_asked_and_cut_stands_in_it() -> None:
    text, live = printed(SLUG), open_live(SLUG)
    for step in live.at("90"):
        assert all(words in text for words in (step.say, step.watch_for, step.cut, *step.ask))
    assert all(words in text for words in live.first_page.protect)


def test_an_hour_has_no_plan_and_therefore_no_rubric() -> None:
    assert "How people judge a plan" not in printed(SLUG, "--minutes", "60")
    assert "How people judge a plan" in printed(SLUG)


def test_a_wrong_length_or_case_gets_words() -> None:
    wrong = CliRunner().invoke(main, ["sheet", SLUG, "--minutes", "75"])
    assert wrong.exit_code == 2
    assert "'60', '90', '120'" in wrong.output
    unknown = CliRunner().invoke(main, ["sheet", "startup-support-backlsh"])
    assert unknown.exit_code == 2
    assert "did you mean 'startup-support-backlash'" in unknown.output


@pytest.mark.parametrize("letter", ["a", "b"])
def test_a_twin_is_printed_without_its_key(letter: str) -> None:
    result = CliRunner().invoke(main, ["twin", SLUG, letter])
    assert result.exit_code == 0, result.output
    twin = open_twin(SLUG, letter)
    for paper in twin.papers:
        assert paper.body.strip() in result.output
    assert all(item.text in result.output for item in twin.statements)
    told = [cause.why for cause in twin.key.causes] + [herring.breaks for herring in twin.key.herrings]
    assert not any(words.strip()[:40] in result.output for words in told)
    assert not any(item.id in result.output for item in twin.statements)
