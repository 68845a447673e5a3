"""In every model's reference case the best plan found beats one action alone and everything late."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from lineofsight.model.answers import PlannedAction
from lineofsight.model.case import CaseFile
from lineofsight.operations import models, price, run, value
from lineofsight.operations.search import search


@pytest.mark.parametrize("id", models())
def test_the_best_plan_beats_any_single_action_and_everything_late(
    id: str, reference: Callable[[str], CaseFile]
) -> None:
    case = reference(id)
    starts, actions = case.planning.starts, [action.id for action in case.planning.actions]
    found = search(case)
    assert price(case, found.actions) <= case.planning.budget
    assert len(found.actions) >= 2
    single = [(_one(action, start),) for action in actions for start in starts]
    late = tuple(item.model_copy(update={"start": starts[-1]}) for item in found.actions)
    plans = [found.actions, (), late, *single]
    worth = value(case, run(case, plans)).mean(axis=1)
    assert worth[0] > worth[1], "worse than doing nothing"
    assert worth[0] > worth[2], "no better than everything late"
    for plan, gain in zip(single, worth[3:], strict=True):
        assert worth[0] > gain, plan


def _one(action: str, start: int) -> PlannedAction:
    return PlannedAction(action=action, owner="ann", start=start)
