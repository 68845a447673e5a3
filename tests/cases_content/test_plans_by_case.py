"""What a case promises of plans: the model plan is good, words alone are not, and late is too late."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import pytest

from lineofsight.cases import load
from lineofsight.desk.plan_table import TOP, YEARS, Trials, trials
from lineofsight.desk.runs import gains
from lineofsight.model.answers import Plan, PlannedAction
from lineofsight.model.case import Case
from lineofsight.model.key import Key
from lineofsight.operations import plan_errors
from lineofsight.scoring import score_plan

FOLDERS = sorted(path.parent for path in (Path(__file__).parents[2] / "datasets").glob("*/case.yaml"))


@dataclass(frozen=True)
class Tried:
    """A case of the shelf, its key, and what its plans gain."""

    case: Case
    key: Key
    trials: Trials


@pytest.fixture(scope="module", params=FOLDERS, ids=lambda folder: folder.name)
def tried(request: pytest.FixtureRequest) -> Tried:
    """Each case of the shelf, its plans run once."""
    case, key = load(request.param)
    return Tried(case, key, trials(case, key))


def test_the_promises_of_plans_are_kept(tried: Tried) -> None:
    """What ``lineofsight check --plans`` judges: the top tenth, decoys, late, nothing."""
    assert tried.trials.broken() == ()


def test_model_plan_is_in_the_top_tenth(tried: Tried) -> None:
    """The author's plan can be paid for and beats nine in ten random plans that can be paid for."""
    assert plan_errors(tried.case, tried.key.plan.model_plan) == ()
    assert tried.trials.beaten >= TOP


def test_there_are_decoys_and_one_of_them_only_speaks(tried: Tried) -> None:
    """At least four decoys; "communicate better" is one of them."""
    assert len(tried.trials.decoys) >= 4
    assert tried.trials.talk


def test_together_only(tried: Tried) -> None:
    """An action that needs another gains nothing without it and something with it."""
    case = tried.case
    needing = [action for action in case.planning.actions if action.needs]
    assert len(needing) >= 2
    for action in needing:
        alone = (PlannedAction(action=action.id, owner=case.cast[0].id, start=0),)
        with_needs = tuple(PlannedAction(action=id, owner=case.cast[0].id, start=0) for id in action.needs)
        plans = [alone, with_needs, (*alone, *with_needs)]
        one, needs, both = gains(case, plans, replications=YEARS)
        assert one <= 0.001
        assert both > max(0.0, needs)


def test_written_score_of_the_model_plan(tried: Tried) -> None:
    """The author's plan earns at least nine tenths of the written points; an empty one none."""
    case, key = tried.case, tried.key
    assert score_plan(Plan(actions=key.plan.model_plan), case, key).points >= 27
    assert score_plan(Plan(), case, key).points == 0
