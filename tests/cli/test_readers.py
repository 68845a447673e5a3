"""What readers made of a case is scored, held against the standard, and printed."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from pathlib import Path
from statistics import fmean
from typing import Any

import pytest
import yaml

from lineofsight import paths
from lineofsight.desk import proof, shelf
from lineofsight.model.answers import Claim
from lineofsight.statistics import krippendorff_alpha

SLUG = "startup-support-backlash"
CASE, KEY = shelf().case(SLUG), shelf().key(SLUG)
IDS = [statement.id for statement in CASE.statements]
TRUE = [cause.exact[0] for cause in KEY.causes]
FALSE = [herring.statement for herring in KEY.herrings]
CODES = dict(zip(IDS, proof.codes_of(KEY, IDS), strict=True))
SIDES = ("leadership", "operations")


def reader(
    packet: str, statements: Sequence[str] = (), confidence: float = 0.95, **more: Any
) -> dict[str, Any]:
    claims = [{"statement": id, "confidence": confidence} for id in statements]
    return {"packet": packet, "who": "language model", "date": "2026-01-02", "claims": claims, **more}


def sound() -> list[dict[str, Any]]:
    """Three readers of each packet, as an author would wish them."""
    alone = [reader(side, [TRUE[0], FALSE[0]], 0.6) for side in SIDES for _ in range(3)]
    both = [reader("both", TRUE, codes=CODES) for _ in range(3)]
    return [*alone, *both, *(reader("statements", FALSE[:2], 0.2) for _ in range(3))]


@pytest.fixture
def write(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Any:
    """Write the case's readers into a folder of this test's own."""
    monkeypatch.setattr(paths, "readers", lambda: tmp_path)

    def one(readers: list[dict[str, Any]]) -> None:
        plain = json.loads(json.dumps({"readers": readers}))  # what is shared would become an anchor
        (tmp_path / f"{SLUG}.yaml").write_text(yaml.safe_dump(plain))

    return one


def told(said: str, what: str) -> str:
    """Return the line of one packet."""
    return next(line.split(maxsplit=1)[1] for line in said.splitlines() if line.split()[0] == what)


def test_a_case_that_its_readers_bear_out(run: Any, write: Any) -> None:
    write(sound())
    said = run("readers", SLUG)
    assert said.exit_code == 0, said.output
    assert said.stdout.count("holds") == 5
    assert "100%, 100%, 100%" in told(said.stdout, "both")
    assert re.search(r"1\.00  alpha at least 0\.67", told(said.stdout, "coders"))


@pytest.mark.parametrize(
    ("packet", "statements"),
    [("leadership", TRUE), ("operations", TRUE), ("both", TRUE[:1]), ("statements", TRUE)],
)
def test_each_promise_can_fail_by_itself(run: Any, write: Any, packet: str, statements: list[str]) -> None:
    readers = [{**one, **reader(packet, statements)} if one["packet"] == packet else one for one in sound()]
    write(readers)
    said = run("readers", SLUG)
    assert said.exit_code == 1
    assert told(said.stdout, packet).endswith("FAILS")
    assert said.stdout.count("holds") == 4


def test_the_median_decides_not_one_reader(run: Any, write: Any) -> None:
    readers = sound()
    readers[0] = reader("leadership", TRUE)
    write(readers)
    assert told(run("readers", SLUG).stdout, "leadership").endswith("holds")


def test_two_readers_are_not_enough(run: Any, write: Any) -> None:
    write(sound()[1:])
    said = run("readers", SLUG)
    assert said.exit_code == 1
    assert told(said.stdout, "leadership").endswith("FAILS, 2 of 3 readers")


def test_without_readers_nothing_is_proved(run: Any, write: Any) -> None:
    said = run("readers", SLUG)
    assert said.exit_code == 1
    assert f"nobody has read {SLUG} yet" in said.stdout
    assert f"lineofsight packet {SLUG} leadership" in said.stdout


def test_coders_who_do_not_see_what_the_key_sees_fail(run: Any, write: Any) -> None:
    turned = {id: "herring" if code == "cause" else "cause" for id, code in CODES.items()}
    readers = sound()
    for one in readers[6:8]:
        one["codes"] = turned
    write(readers)
    found = told(run("readers", SLUG).stdout, "coders")
    values = {"cause": 0.0, "near": 1.0, "herring": 2.0}
    table = [[values[coded[id]] for id in IDS] for coded in (turned, turned, CODES, CODES)]
    assert found.endswith("FAILS")
    assert f" {krippendorff_alpha(table, 'nominal'):.2f}  alpha" in found


def test_chance_is_the_mean_of_one_claim_on_any_statement() -> None:
    one = Claim(statement=TRUE[0], confidence=0.6)
    exact = fmean(proof.identification([one.model_copy(update={"statement": id})], CASE, KEY) for id in IDS)
    assert exact > 0
    assert proof.chance([one], CASE, KEY) == pytest.approx(exact, rel=0.12)
    assert proof.chance([one], CASE, KEY) == proof.chance([one], CASE, KEY)


def test_plans_from_the_actions_alone_are_held_against_random_ones(run: Any, write: Any) -> None:
    model = [{"action": item.action, "start": item.start} for item in KEY.plan.model_plan]
    decoy = [{"action": next(iter(KEY.plan.decoys)), "start": 0}]
    for plan, ends in ((model, "FAILS"), (decoy, "holds")):
        write([*sound(), *(reader("actions", plan=plan) for _ in range(3))])
        line = told(run("readers", SLUG).stdout, "actions")
        assert line.endswith(ends)
        assert re.search(r"at most \d+% \(chance \d+% and 10 points\)", line)


def test_a_file_that_cannot_be_read_is_said_line_by_line(run: Any, write: Any, tmp_path: Path) -> None:
    readers = sound()
    readers[0]["claims"][0]["statement"] = TRUE[0] + "s"
    readers[1]["packet"] = "leader"
    write(readers)
    said = run("readers", SLUG)
    assert said.exit_code == 2
    assert re.search(rf"{SLUG}\.yaml:\d+: there is no value 'leader'", said.stderr)
    readers[1]["packet"] = "leadership"
    write(readers)
    said = run("readers", SLUG)
    assert f"there is no statement '{TRUE[0]}s'" in said.stderr
    assert f"did you mean '{TRUE[0]}'?" in said.stderr


def test_a_reader_of_both_desks_without_codes_is_found_in_the_file_too(run: Any, write: Any) -> None:
    readers = sound()
    del readers[6]["codes"]
    write(readers)
    said = run("readers", SLUG)
    assert said.exit_code == 2
    assert re.search(rf"{SLUG}\.yaml:\d+: \d+ statements are not coded", said.stderr)


def test_a_reader_of_both_desks_codes_every_statement(run: Any, write: Any, tmp_path: Any) -> None:
    answer = tmp_path / "answer.json"
    answer.write_text(json.dumps({"claims": [{"statement": "S1", "confidence": 0.6}]}))
    said = run("readers", SLUG, "--add", "both", str(answer))
    assert said.exit_code == 2
    assert "a reader of both desks codes every statement" in said.output


def test_a_wrong_answer_is_said_of_the_answer_and_not_of_the_file(
    run: Any, write: Any, tmp_path: Any
) -> None:
    answer = tmp_path / "answer.json"
    claim = {"statement": "S1", "confidence": 0.6, "papers": ["no-such-paper"]}
    answer.write_text(json.dumps({"claims": [claim]}))
    said = run("readers", SLUG, "--add", "leadership", str(answer))
    assert said.exit_code == 2
    assert "the answer cannot be taken" in said.output
    assert "there is no paper 'no-such-paper'" in said.output
    assert ".yaml" not in said.output
    answer.write_bytes(b'{"claims": "\xff"}')
    said = run("readers", SLUG, "--add", "leadership", str(answer))
    assert "is not UTF-8; save it as UTF-8" in said.output
