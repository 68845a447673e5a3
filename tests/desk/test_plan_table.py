"""The table of plans says in words when nothing can be drawn, rather than drawing for ever."""

from __future__ import annotations

import random
from typing import Any

import pytest

from lineofsight.desk import open_case, shelf
from lineofsight.desk.plan_table import FEWEST, MOST, random_plans, trials
from lineofsight.errors import CaseError
from lineofsight.operations import plan_errors

CASE = open_case("startup-support-backlash")


def with_planning(**change: Any) -> Any:
    """Return the case with another planning task."""
    return CASE.model_copy(update={"planning": CASE.planning.model_copy(update=change)})


def test_random_plans_can_be_paid_for() -> None:
    plans = random_plans(CASE, 20, random.Random(1))
    assert len(plans) == 20
    assert all(FEWEST <= len(plan) <= MOST and not plan_errors(CASE, plan) for plan in plans)


def test_a_budget_that_pays_for_nothing_is_said() -> None:
    with pytest.raises(
        CaseError, match=r"so few plans can be paid for .* the budget of 1 pays for 0; raise the budget"
    ):
        random_plans(with_planning(budget=1.0), 2, random.Random(1))


def test_a_single_action_is_said() -> None:
    with pytest.raises(CaseError, match="a random plan takes 2 actions or more; add some"):
        random_plans(with_planning(actions=CASE.planning.actions[:1]), 2, random.Random(1))


def test_without_a_start_after_the_midpoint_nothing_is_called_late() -> None:
    key = shelf().key(CASE.slug)
    with pytest.raises(CaseError, match="no action may start after the midpoint, week 16, so none is late"):
        trials(with_planning(starts=(0, 2, 4)), key)
