"""A new case passes its check on every operations model, is described, runs, and can be opened; or nothing is written."""

from __future__ import annotations

import json
from pathlib import Path

import frictionless
import pytest

from lineofsight import paths
from lineofsight.cases import check, load
from lineofsight.cases.new_case import TEMPLATE, write_case
from lineofsight.desk import enter, open_live, shelf
from lineofsight.desk.plan_table import trials
from lineofsight.errors import CaseError, UnknownName
from lineofsight.operations import models, plan_errors, run
from lineofsight.reports.notebook import participant_notebook
from lineofsight.serving.offer import offered, page_of
from lineofsight.store import open_store

DECOYS = 4


@pytest.fixture(scope="module", params=models())
def made(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A new case on each of the models."""
    return write_case("my-first-case", request.param, tmp_path_factory.mktemp("cases"))


def test_it_has_no_findings_and_is_all_there(made: Path) -> None:
    assert [str(finding) for finding in check(made)] == []
    case, key = load(made)
    assert len(case.exhibits) == 12
    assert len({paper.kind for paper in case.exhibits}) >= 5
    assert len(case.statements) == 12
    assert len(key.causes) == 4
    assert set(case.run_sheets) == {"solo", "60", "90", "120"}


def test_its_data_package_is_valid_and_says_what_each_column_is(made: Path) -> None:
    report = frictionless.validate(str(made / "datapackage.json"))
    found = [error.note for task in report.tasks for error in task.errors]
    assert [*(error.note for error in report.errors), *found] == []
    package = json.loads((made / "datapackage.json").read_text())
    assert package["name"] == made.name
    fields = [field for resource in package["resources"] for field in resource["schema"]["fields"]]
    assert [f["name"] for f in fields if not f["title"] or not f["unit"]] == []
    assert [f["name"] for f in fields if f["type"] != "string" and "minimum" not in f["constraints"]] == []


def test_its_planning_task_has_something_to_choose(made: Path) -> None:
    case, key = load(made)
    actions = case.planning.actions
    assert len(actions) >= 14
    assert sum(bool(action.needs) for action in actions) == 2
    assert len(key.plan.decoys) == DECOYS
    assert all(not action.effects for action in actions if action.id in key.plan.decoys)
    controls = [effect.control for action in actions for effect in action.effects]
    automatic = {item.id for item in models()[case.operations.model].controls if "(automatic" in item.text}
    assert len(controls) >= 8
    assert not automatic & set(controls)


def test_its_plans_keep_what_a_case_promises(made: Path) -> None:
    case, key = load(made)
    tried = trials(case, key)
    assert tried.model > 0
    assert tried.broken() == ()


def test_its_model_plan_can_be_paid_for_and_moves_the_year(made: Path) -> None:
    case, key = load(made)
    plan = key.plan.model_plan
    assert plan_errors(case, plan) == ()
    years = run(
        case, [(), plan], replications=3, keep=[item.series for item in case.planning.signals if item.series]
    )
    first = case.operations.outcomes[0].outcome
    assert (years.outcomes[first][0] != years.outcomes[first][1]).all()


def test_it_can_be_opened_led_and_stands_in_the_gallery_once_it_has_a_notebook(
    made: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LINEOFSIGHT_CASES", str(made.parent))
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    monkeypatch.setattr(paths, "project", lambda: tmp_path)
    visit = enter(made.name, open_store("memory:"))
    assert visit.case == shelf().case(made.name)
    assert len(open_live(made.name).at("90")) == 13
    assert offered() == ()
    paths.workshops().mkdir()
    (paths.workshops() / f"{made.name}.ipynb").write_text(participant_notebook(visit.case))
    assert [case.slug for case in offered()] == [made.name]
    assert page_of(made.name) == f"{made.name}.ipynb"


def test_every_file_of_the_template_comes_with_the_package_and_into_the_case(made: Path) -> None:
    template = {path.relative_to(TEMPLATE) for path in TEMPLATE.rglob("*") if path.is_file()}
    written = {path.relative_to(made) for path in made.rglob("*") if path.is_file()}
    assert written - template == {Path("tables/weeks.csv")}
    assert template < written
    assert not [
        path
        for path in made.rglob("*")
        if path.is_file() and "$" in path.read_text().replace('"$schema"', "")
    ]


@pytest.mark.parametrize("slug", ["My-case", "my_case", "-case", "my--case", "", "../case", "x" * 65])
def test_a_name_that_is_no_slug_is_refused(tmp_path: Path, slug: str) -> None:
    with pytest.raises(CaseError, match="cannot be the name of a case; allowed: small letters"):
        write_case(slug, "support_desk", tmp_path)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("slug", ["123", "1e3", "yes", "null", "2026-01-02"])
def test_a_name_that_looks_like_a_number_or_a_date_is_a_name(tmp_path: Path, slug: str) -> None:
    made = write_case(slug, "support_desk", tmp_path)
    assert check(made) == ()
    case, _ = load(made)
    assert (case.slug, case.title) == (slug, slug.replace("-", " ").capitalize())


def test_an_unknown_model_a_missing_folder_and_a_taken_place_are_refused(tmp_path: Path) -> None:
    with pytest.raises(UnknownName, match="did you mean 'hospital_flow'"):
        write_case("case", "hospital-flow", tmp_path)
    with pytest.raises(CaseError, match=r"there is no folder .*nowhere; make it first"):
        write_case("case", "support_desk", tmp_path / "nowhere")
    (tmp_path / "case").mkdir()
    with pytest.raises(CaseError, match="is there already; choose another slug"):
        write_case("case", "support_desk", tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["case"]


def test_a_disk_that_is_full_leaves_nothing_half_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write, count = Path.write_text, []

    def fills(self: Path, *arguments: str, **more: str) -> int:
        count.append(self)
        if len(count) == 5:
            raise OSError(28, "No space left on device")
        return write(self, *arguments, **more)

    monkeypatch.setattr(Path, "write_text", fills)
    with pytest.raises(CaseError, match=r"cannot be written to \(No space left on device\)"):
        write_case("case", "support_desk", tmp_path)
    assert list(tmp_path.iterdir()) == []
