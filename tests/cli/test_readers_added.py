"""A reader's answer is taken with its numbers, kept with ids, and refused in words when it cannot be."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
import yaml
from click.testing import CliRunner, Result

from lineofsight import open_case, paths
from lineofsight.cli import main
from lineofsight.desk.fresh_readers import readers_of

SLUG = "hospital-under-pressure"
PAPER = open_case(SLUG).papers("leadership")[0].id


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of readers of this test's own."""
    monkeypatch.setattr(paths, "readers", lambda: tmp_path / "readers")
    return tmp_path / "readers"


def add(packet: str, answer: Any, *more: str) -> Result:
    """Pipe an answer into ``readers --add``."""
    text = answer if isinstance(answer, str) else json.dumps(answer)
    return CliRunner().invoke(main, ["readers", SLUG, "--add", packet, "-", *more], input=text)


def claims(*numbers: str, **more: Any) -> dict[str, Any]:
    return {"claims": [{"statement": number, "confidence": 0.6, **more} for number in numbers]}


def test_numbers_become_ids_and_answers_are_kept_in_order(folder: Path) -> None:
    case = open_case(SLUG)
    codes = {f"S{at}": "cause" if at < 4 else "herring" for at in range(1, len(case.statements) + 1)}
    assert add("statements", claims("S3", "S1")).exit_code == 0
    assert add("both", {**claims("S2", papers=[f"[{PAPER}]"]), "codes": codes}, "--who", "Ada").exit_code == 0
    plan = {"plan": [{"action": "A2", "start": case.planning.starts[1]}]}
    assert add("actions", plan).exit_code == 0
    first, second, third = readers_of(SLUG).readers
    assert [claim.statement for claim in first.claims] == [case.statements[2].id, case.statements[0].id]
    assert (first.who, second.who) == ("language model", "Ada")
    assert second.claims[0].exhibits == (PAPER,)
    assert second.codes[case.statements[0].id] == "cause"
    assert len(second.codes) == len(case.statements)
    assert (third.plan[0].action, third.plan[0].start) == (
        case.planning.actions[1].id,
        case.planning.starts[1],
    )
    raw = yaml.safe_load((folder / f"{SLUG}.yaml").read_text())
    assert [reader["packet"] for reader in raw["readers"]] == ["statements", "both", "actions"]


def test_what_an_author_wrote_into_the_file_stays(folder: Path) -> None:
    add("statements", claims("S1"))
    file = folder / f"{SLUG}.yaml"
    file.write_text(f"# The first round.\n{file.read_text()}    # tired, by his own account\n")
    before = file.read_text()
    said = add("statements", claims("S2"))
    assert said.stdout == f"reader 2 of statements is in {file}\n"
    assert file.read_text().startswith(before)


def test_a_fence_and_a_word_around_the_answer_do_not_matter() -> None:
    said = add("operations", f"Here it is:\n```json\n{json.dumps(claims('S1'))}\n```\nGood luck!")
    assert said.exit_code == 0
    assert len(readers_of(SLUG).readers) == 1


def test_an_answer_can_come_from_a_file(run: Any, tmp_path: Path) -> None:
    file = tmp_path / "answer.json"
    file.write_text(json.dumps(claims("S4")))
    assert run("readers", SLUG, "--add", "leadership", file).exit_code == 0
    assert readers_of(SLUG).of("leadership")[0].claims[0].statement == open_case(SLUG).statements[3].id


@pytest.mark.parametrize(
    ("packet", "answer", "words"),
    [
        ("statements", "I would say S3.", "the answer is not JSON"),
        ("statements", {"claims": []}, "the answer has no claims; a reader of statements gives some"),
        ("actions", claims("S1"), "the answer has no plan; a reader of actions gives some"),
        ("statements", claims("S99"), "there is no statement 'S99' (did you mean 'S9'?)"),
        ("statements", claims("S1", "S1"), "is claimed twice"),
        ("statements", claims("S1", confidence=0.7), "`claims.0.confidence` is 0.7"),
        ("statements", {"claim": []}, "there is no key 'claim'"),
        ("statements", claims("S1", papers=[PAPER]), f"there is no paper '{PAPER}'"),
        ("leadership", claims("S1", papers=[f"{PAPER}s"]), f"did you mean '{PAPER}'?"),
        ("leadership", {**claims("S1"), "codes": {"S1": "cause"}}, "a reader of leadership has codes"),
        ("both", {**claims("S1"), "codes": {"S1": "cause"}}, "statements are not coded"),
        ("both", claims("S1"), "statements are not coded"),
        ("both", {**claims("S1"), "plan": [{"action": "A1", "start": 0}]}, "a reader of both has plan"),
        ("both", {**claims("S1"), "codes": {"S1": "true"}}, "there is no value 'true'"),
        (
            "leadership",
            {**claims("S1"), "plan": [{"action": "A1", "start": 0}]},
            "a reader of leadership has plan",
        ),
        ("actions", {"plan": [{"action": "A1", "start": 1}]}, "starts in week 1; allowed: 0, 2"),
        ("actions", {"plan": [{"action": f"A{at}", "start": 0} for at in range(1, 15)]}, "the budget is"),
    ],
)
def test_an_answer_that_cannot_be_taken_is_refused_and_changes_nothing(
    folder: Path, packet: str, answer: Any, words: str
) -> None:
    add("statements", claims("S1"))
    before = (folder / f"{SLUG}.yaml").read_text()
    said = add(packet, answer)
    assert said.exit_code == 2
    assert words in said.stderr
    assert f"{SLUG}.yaml" not in said.stderr
    assert (folder / f"{SLUG}.yaml").read_text() == before
    assert [path.name for path in folder.iterdir()] == [f"{SLUG}.yaml"]


def test_a_misspelt_statement_in_the_file_is_said_with_its_line(folder: Path, run: Any) -> None:
    add("statements", claims("S1"))
    file = folder / f"{SLUG}.yaml"
    id = open_case(SLUG).statements[0].id
    file.write_text(file.read_text().replace(id, f"{id}s"))
    said = run("readers", SLUG, "--add", "statements", "-")
    assert said.exit_code == 2
    line = 1 + next(at for at, text in enumerate(file.read_text().splitlines()) if f"{id}s" in text)
    assert f"{file}:{line}: there is no statement '{id}s'" in said.stderr
    assert f"did you mean '{id}'?" in said.stderr
