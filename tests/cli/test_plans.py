"""The table of plans: what each gains, the best one written out, exit 1 when a promise is broken."""

from __future__ import annotations

import re
import shutil
from pathlib import Path
from typing import Any

from lineofsight.cases import load
from lineofsight.operations import best_plan

ROW = r"^  {name} +(-?\d+\.\d{{3}}) +(-?\d+\.\d) +(–|\d+\.\d)$"


def row(said: str, name: str) -> tuple[float, float, str]:
    """Return gain, run points and written points of a plan as printed."""
    found = re.search(ROW.format(name=name), said, re.M)
    assert found, f"no row {name!r} in\n{said}"
    return float(found[1]), float(found[2]), found[3]


def test_every_plan_stands_in_the_table_and_a_sound_case_keeps_its_promises(run: Any, copy: Path) -> None:
    result = run("check", "--plans", copy)
    said = result.stdout
    assert result.exit_code == 0
    assert row(said, "nothing") == (0.0, 0.0, "0.0")
    model, points, written = row(said, "the model plan")
    best = row(said, "the best plan found")
    assert best[1] == 25.0
    assert 0 < points <= 25
    assert abs(points - 25 * model / best[0]) < 0.1
    assert float(written) >= 27
    assert row(said, r"the model plan, begun in week \d+")[0] < model / 5
    assert row(said, r"everything late, in week \d+")[0] < model / 5
    assert row(said, "best decoy alone: .+?")[0] < model / 20
    assert row(said, "words alone: An all-hands e-mail on customer focus")[0] <= 0
    median, ninth = (row(said, f"a random plan, {part}")[0] for part in ("median", "90th percentile"))
    assert median <= ninth < model
    assert "every promise is kept" in said
    assert "it may take a minute" in result.stderr


def test_the_best_plan_is_written_with_weeks_and_titles(run: Any, copy: Path) -> None:
    case, _ = load(copy)
    said = run("check", "--plans", copy).stdout
    titles = {action.id: action.title for action in case.planning.actions}
    for item in best_plan(case, copy).actions:
        assert re.search(rf"^    week +{item.start}  {re.escape(titles[item.action])} \(", said, re.M)


def test_a_model_plan_that_is_no_better_than_chance_fails_in_words(run: Any, copy: Path) -> None:
    key = copy / "key.yaml"
    before, _, after = key.read_text().partition("  model_plan:\n")
    rest = after[after.index("  model_plan_why:") :]
    lone = f"action: wall-of-figures, owner: {load(copy)[0].cast[0].id}, start: 0"
    key.write_text(f"{before}  model_plan:\n    - {{{lone}}}\n{rest}")
    result = run("check", "--plans", copy)
    assert result.exit_code == 1
    assert re.search(r"FAILS: the model plan beats \d+% of random plans; promised: 90%", result.stdout)
    assert "FAILS: a decoy alone gains" in result.stdout
    assert "every promise is kept" not in result.stdout


def test_a_case_that_cannot_be_read_is_said_and_the_next_one_is_run(
    run: Any, copy: Path, tmp_path: Path
) -> None:
    empty = tmp_path / "empty"
    empty.mkdir()
    result = run("check", "--plans", empty, tmp_path / "nowhere", copy)
    assert result.exit_code == 1
    assert "empty: the case empty cannot be read:\ncase.yaml:1: the file is missing" in result.stdout
    assert f"{tmp_path / 'nowhere'}:1: there is no such folder" in result.stdout
    assert "every promise is kept" in result.stdout


def test_a_budget_that_pays_for_nothing_is_said_and_the_next_case_is_run(
    run: Any, copy: Path, tmp_path: Path
) -> None:
    poor = tmp_path / "cases" / "poor-case"
    shutil.copytree(copy, poor)
    text = (poor / "case.yaml").read_text().replace("slug: my-own-case", "slug: poor-case")
    (poor / "case.yaml").write_text(re.sub(r"(?m)^  budget: \d+", "  budget: 1", text))
    result = run("check", "--plans", poor, copy)
    assert result.exit_code == 1
    assert "poor-case: so few plans can be paid for" in result.stdout
    assert "raise the budget in case.yaml" in result.stdout
    assert "every promise is kept" in result.stdout


def test_a_plan_that_the_model_cannot_run_is_said_and_the_next_case_is_run(
    run: Any, copy: Path, tmp_path: Path
) -> None:
    wrong = tmp_path / "cases" / "wrong-case"
    shutil.copytree(copy, wrong)
    text = (wrong / "case.yaml").read_text().replace("slug: my-own-case", "slug: wrong-case")
    (wrong / "case.yaml").write_text(text.replace("control: hires", "control: hirse", 1))
    result = run("check", "--plans", wrong, copy)
    assert result.exit_code == 1
    assert re.search(r"^wrong-case: .*hirse", result.stdout, re.M)
    assert "every promise is kept" in result.stdout
