"""The list of cases, chosen by sector, level and minutes, and with what a teacher wants to know."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from lineofsight.desk import shelf
from lineofsight.desk.teaching import taught

SLUG = "startup-support-backlash"


def listed(said: Any) -> list[str]:
    """Return the slugs that a list names."""
    return [line for line in said.stdout.splitlines() if line in shelf().slugs()]


def test_cases_are_chosen_by_sector_level_and_minutes(run: Any) -> None:
    offered = shelf().offered()
    software = [case.slug for case in offered if case.sector == "Software and services"]
    assert SLUG in software
    said = run("cases", "--sector", "Software")
    assert listed(said) == software
    assert said.stdout.endswith(f"\n{len(software)} of {len(offered)} cases\n")
    introductory = [case.slug for case in offered if case.level == "introductory"]
    assert 0 < len(introductory) < len(offered)
    assert listed(run("cases", "--level", "INTRODUCTORY")) == introductory
    short = [case.slug for case in offered if case.minutes <= 58]
    assert listed(run("cases", "--minutes", "58")) == short
    both = [slug for slug in introductory if slug in software]
    assert listed(run("cases", "--level", "intro", "--sector", "Software and services")) == both
    assert run("cases", "--minutes", "9").stdout == f"0 of {len(offered)} cases\n"


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (("--sector", "retial"), "there is no sector 'retial' (did you mean 'retail'?); allowed: "),
        (("--sector", "helth"), "there is no sector 'helth' (did you mean 'health'?); allowed: "),
        (("--level", "introductry"), "there is no level 'introductry' (did you mean 'introductory'?)"),
        (("--minutes", "an hour"), "'an hour' is not a number of minutes; give a whole number"),
        (("--minutes", "0"), "'0' is not a number of minutes"),
    ],
)
def test_a_wrong_value_is_answered_with_what_was_meant(
    run: Any, arguments: tuple[str, str], says: str
) -> None:
    said = run("cases", *arguments)
    assert said.exit_code == 2
    assert said.stdout == ""
    assert said.stderr.startswith(f"lineofsight: {says}")


def test_all_wrong_values_are_said_at_once(run: Any) -> None:
    said = run("cases", "--level", "none", "--minutes", "soon")
    assert len(said.stderr.splitlines()) == 2


def test_broken_cases_are_left_out_of_a_choice(run: Any, broken: Path) -> None:
    assert "my-own-case" not in run("--cases", broken.parent, "cases", "--minutes", "240").stdout


def test_a_teacher_sees_which_disconnects_each_case_teaches(run: Any) -> None:
    plain, said = run("cases").stdout, run("cases", "--teacher").stdout
    case = shelf().case(SLUG)
    told = said.split(f"{SLUG}\n")[1]
    for kind, share in taught([SLUG])[SLUG].items():
        assert f"    {share:.0%} {kind}: " in told
        assert kind not in plain
    assert f"    aim: {case.learn[0]}" in told


def test_a_teacher_may_choose_too(run: Any) -> None:
    said = run("cases", "--teacher", "--sector", "Software").stdout
    assert "lead-time-blindness: Something is due sooner" in said
    assert "Hospital" not in said
