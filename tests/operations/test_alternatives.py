"""What if: earlier is better where time is short, an action's worth is what its absence costs."""

from __future__ import annotations

import pytest

from lineofsight.errors import OperationsError
from lineofsight.model.answers import PlannedAction
from lineofsight.model.case import CaseFile
from lineofsight.operations import marginal, mended_alone, run, value, what_if

Plan = tuple[PlannedAction, ...]


def plan(**starts: int) -> Plan:
    return tuple(PlannedAction(action=id, owner="ann", start=week) for id, week in starts.items())


def worth(case: CaseFile, *plans: Plan) -> list[float]:
    found: list[float] = value(case, run(case, plans)).mean(axis=1).tolist()
    return found


def test_knowing_earlier_is_the_same_plan_started_earlier(toy: CaseFile) -> None:
    late, early = plan(hire=8, guide=10), plan(hire=4, guide=6)
    was, would_be = worth(toy, late, early)
    found = what_if(toy, late, shift=-4)
    assert found.gain == pytest.approx(would_be - was)
    assert found.gain > 0
    assert found.held == ()


def test_nothing_starts_before_the_year(toy: CaseFile) -> None:
    found = what_if(toy, plan(hire=2, guide=10), shift=-6)
    assert found.held == ("hire",)
    was, would_be = worth(toy, plan(hire=2, guide=10), plan(hire=0, guide=4))
    assert found.gain == pytest.approx(would_be - was)


def test_what_starts_after_the_year_does_not_start(toy: CaseFile) -> None:
    was, would_be = worth(toy, plan(hire=16, guide=0), plan(guide=40))
    assert what_if(toy, plan(hire=16, guide=0), shift=40).gain == pytest.approx(would_be - was)


def test_no_shift_changes_nothing(toy: CaseFile) -> None:
    assert what_if(toy, plan(hire=0), shift=0).gain == 0


@pytest.mark.parametrize("shift", [52, -52, 400])
def test_a_shift_out_of_the_year_is_refused(toy: CaseFile, shift: int) -> None:
    with pytest.raises(OperationsError, match=f"shift is {shift}; allowed: -51 to 51"):
        what_if(toy, plan(hire=0), shift=shift)


def test_an_empty_plan_is_refused_in_words(toy: CaseFile) -> None:
    with pytest.raises(OperationsError, match="the plan is empty"):
        what_if(toy, (), shift=-1)


def test_an_action_is_worth_what_its_absence_costs(toy: CaseFile) -> None:
    whole = plan(hire=0, guide=0, app=0)
    worths = worth(toy, whole, plan(guide=0, app=0), plan(hire=0, app=0), plan(hire=0, guide=0))
    found = marginal(toy, whole)
    assert list(found) == ["hire", "guide", "app"]
    for action, without in zip(found, worths[1:], strict=True):
        assert found[action] == pytest.approx(worths[0] - without)


def test_without_what_it_needs_an_action_is_lost_too(toy: CaseFile) -> None:
    found = marginal(toy, plan(guide=0, app=0))
    alone = marginal(toy, plan(guide=0))
    assert found["guide"] > alone["guide"]


def test_talk_is_worth_less_than_nothing(toy: CaseFile) -> None:
    assert marginal(toy, plan(hire=0, talk=0))["talk"] < 0


def test_an_empty_plan_has_no_margins(toy: CaseFile) -> None:
    assert marginal(toy, ()) == {}


def test_causes_mended_alone_share_what_can_be_avoided(toy: CaseFile) -> None:
    found = mended_alone(toy, {"people": plan(hire=0), "letters": plan(guide=0, app=0), "talk": plan(talk=0)})
    nothing, people = worth(toy, (), plan(hire=0))
    assert found["people"].gain == pytest.approx(people - nothing)
    assert found["talk"].share == 0
    assert sum(avoided.share or 0 for avoided in found.values()) == pytest.approx(1)


def test_where_nothing_can_be_avoided_there_is_no_share(toy: CaseFile) -> None:
    assert mended_alone(toy, {"talk": plan(talk=0)})["talk"].share is None
