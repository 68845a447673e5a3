"""The benchmarks can be run: parts by name, figures in one line, a miss told; no time is judged here."""

from __future__ import annotations

from collections.abc import Iterator

import bench_join
import pytest
from measure import Measure
from parts import main, parts, verdict
from plain_years import compare
from timed_plans import timed

from lineofsight.operations import models


def figure(value: float, limit: float) -> Measure:
    return Measure(
        name="weeks in a year",
        value=value,
        unit="weeks",
        baseline_name="last year",
        baseline=52,
        limit_text=f"at most {limit}",
        ok=value <= limit,
    )


def test_a_measure_is_one_line_with_figure_baseline_limit_and_verdict() -> None:
    assert str(figure(52, 53)) == "weeks in a year: 52 weeks (last year: 52 weeks); limit at most 53: holds"
    assert str(figure(54, 53)).endswith("limit at most 53: MISSED")


def test_the_parts_are_the_door_the_page_and_every_model() -> None:
    assert set(parts()) == {"join", "page", *models()}


def test_a_wrong_name_is_refused_in_words_before_anything_is_measured(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert main(["join", "suport_desk"]) == 2
    said = capsys.readouterr()
    assert said.out == ""
    assert "there is no part 'suport_desk' (did you mean 'support_desk'?)" in said.err


def test_one_missed_limit_is_enough_to_fail(capsys: pytest.CaptureFixture[str]) -> None:
    assert verdict({"year": lambda: [figure(52, 53)]}) == 0
    assert capsys.readouterr().out.splitlines()[-1] == "1 of 1 hold"
    assert verdict({"year": lambda: [figure(52, 53), figure(54, 53)]}) == 1
    assert capsys.readouterr().out.splitlines()[-1] == "1 of 2 hold, 1 MISSED"


def test_what_cannot_be_measured_is_missed_and_hinders_nobody(capsys: pytest.CaptureFixture[str]) -> None:
    def broken() -> Iterator[Measure]:
        yield figure(52, 53)
        raise LookupError("no loop to compare with")

    assert verdict({"first": broken, "second": lambda: [figure(51, 53)]}) == 1
    said = capsys.readouterr().out.splitlines()
    assert "first: cannot be measured (no loop to compare with): MISSED" in said
    assert said[-2].startswith("weeks in a year: 51 weeks")
    assert said[-1] == "2 of 3 hold, 1 MISSED"


def test_a_model_and_its_loop_are_compared_year_by_year() -> None:
    found = compare("support_desk", plans=2, replications=2, rounds=2, seconds=1e-9)
    assert found.looped == 2
    assert found.difference <= 1e-9
    assert found.plain > 0
    assert found.ours > 0


def test_a_process_of_its_own_tells_seconds_and_memory() -> None:
    told = timed("support_desk", 2, 1, [1, 3])
    assert set(told.seconds) == {1, 3}
    assert told.peak >= told.before > 10


def test_joining_and_the_first_step_load_nothing_heavy_in_a_real_kernel() -> None:
    found = bench_join.join_once()
    assert (found.before, found.after, found.opened) == ((), (), ())
    assert found.bare > 10
