"""What a case promises of plans: the model plan is good, words alone are not, and late is too late."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from lineofsight.cases import load
from lineofsight.model.answers import Plan, PlannedAction
from lineofsight.model.case import Case
from lineofsight.model.key import Key
from lineofsight.operations import plan_errors, run, value
from lineofsight.scoring import score_plan

FOLDERS = sorted(path.parent for path in (Path(__file__).parents[2] / "datasets").glob("*/case.yaml"))
YEARS = 40
RANDOM_PLANS = 300


@pytest.fixture(scope="module", params=FOLDERS, ids=lambda folder: folder.name)
def case_and_key(request: pytest.FixtureRequest) -> tuple[Case, Key]:
    """Each case of the shelf with its key."""
    return load(request.param)


def gains(case: Case, plans: list[tuple[PlannedAction, ...]]) -> list[float]:
    """Return each plan's mean gain over doing nothing."""
    values = value(case, run(case, [(), *plans], replications=YEARS)).mean(axis=1)
    return [float(one - values[0]) for one in values[1:]]


def some_plan(case: Case, chance: random.Random) -> tuple[PlannedAction, ...]:
    """Return a random plan that can be paid for."""
    planning = case.planning
    ids = [action.id for action in planning.actions]
    while True:
        plan = tuple(
            PlannedAction(action=id, owner=case.cast[0].id, start=chance.choice(planning.starts))
            for id in chance.sample(ids, chance.randint(2, 8))
        )
        if not plan_errors(case, plan):
            return plan


def test_model_plan_is_in_the_top_tenth(case_and_key: tuple[Case, Key]) -> None:
    """The author's plan can be paid for and beats nine in ten random plans that can be paid for."""
    case, key = case_and_key
    chance = random.Random(1)
    assert plan_errors(case, key.plan.model_plan) == ()
    ours, *others = gains(
        case, [key.plan.model_plan, *(some_plan(case, chance) for _ in range(RANDOM_PLANS))]
    )
    assert sum(other >= ours for other in others) <= RANDOM_PLANS / 10


def test_decoys_gain_next_to_nothing(case_and_key: tuple[Case, Key]) -> None:
    """No decoy alone reaches a twentieth of what the model plan does."""
    case, key = case_and_key
    decoys = [(PlannedAction(action=id, owner=case.cast[0].id, start=0),) for id in key.plan.decoys]
    ours, *alone = gains(case, [key.plan.model_plan, *decoys])
    assert len(decoys) >= 4
    assert max(alone) < ours / 20


def test_late_is_too_late(case_and_key: tuple[Case, Key]) -> None:
    """The model plan begun after the midpoint earns less than a fifth of what it earns in time."""
    case, key = case_and_key
    start = min(week for week in case.planning.starts if week > case.planning.midpoint)
    late = tuple(item.model_copy(update={"start": start}) for item in key.plan.model_plan)
    ours, behind = gains(case, [key.plan.model_plan, late])
    assert behind < ours / 5


def test_together_only(case_and_key: tuple[Case, Key]) -> None:
    """An action that needs another gains nothing without it and something with it."""
    case, _ = case_and_key
    needing = [action for action in case.planning.actions if action.needs]
    assert len(needing) >= 2
    for action in needing:
        alone = (PlannedAction(action=action.id, owner=case.cast[0].id, start=0),)
        with_needs = tuple(PlannedAction(action=id, owner=case.cast[0].id, start=0) for id in action.needs)
        one, needs, both = gains(case, [alone, with_needs, (*alone, *with_needs)])
        assert one <= 0.001
        assert both > max(0.0, needs)


def test_written_score_of_the_model_plan(case_and_key: tuple[Case, Key]) -> None:
    """The author's plan earns at least nine tenths of the written points; an empty one none."""
    case, key = case_and_key
    assert score_plan(Plan(actions=key.plan.model_plan), case, key).points >= 27
    assert score_plan(Plan(), case, key).points == 0
