"""Plans that cannot run are refused in the words of the person who made them."""

from __future__ import annotations

import pytest
from pydantic import ValidationError

from lineofsight.errors import OperationsError
from lineofsight.model.answers import Amendment, PlannedAction
from lineofsight.model.case import CaseFile
from lineofsight.operations import amend, plan_errors, price, run

Plan = tuple[PlannedAction, ...]


def plan(**starts: int) -> Plan:
    return tuple(PlannedAction(action=id, owner="ann", start=week) for id, week in starts.items())


def test_an_empty_plan_is_doing_nothing(toy: CaseFile) -> None:
    assert plan_errors(toy, ()) == ()
    assert price(toy, ()) == 0


def test_a_plan_over_budget_says_by_how_much(toy: CaseFile) -> None:
    (error,) = plan_errors(toy, plan(hire=0, loan=0))
    assert error == ("The plan costs 210,000 USD and the budget is 200,000: take out actions worth 10,000.")


@pytest.mark.parametrize("week", [52, 400])
def test_an_action_after_the_year_cannot_be_planned(week: int) -> None:
    with pytest.raises(ValidationError, match="less than or equal to 51"):
        plan(guide=week)


def test_an_unknown_action_is_said_with_what_was_meant(toy: CaseFile) -> None:
    (error,) = plan_errors(toy, plan(giude=0))
    assert error == "there is no action 'giude' (did you mean 'guide'?)"
    with pytest.raises(OperationsError, match="did you mean 'guide'"):
        run(toy, [plan(giude=0)])


def test_an_action_twice_is_refused(toy: CaseFile) -> None:
    (error,) = plan_errors(toy, (*plan(guide=0), *plan(guide=4)))
    assert error == "“Guide” is in the plan twice"


def test_every_reason_is_said_at_once(toy: CaseFile) -> None:
    assert len(plan_errors(toy, (*plan(hire=0, loan=0, giude=0), *plan(loan=4)))) == 3


def test_no_plan_at_all_is_refused(toy: CaseFile) -> None:
    with pytest.raises(OperationsError, match="there is no plan to run; give at least one"):
        run(toy, [])


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"kind": "drop", "action": "loan"}, "“Loan” is not in the plan, so it cannot be dropped"),
        ({"kind": "add", "action": "hire"}, "“Hire” is in the plan already"),
        ({"kind": "add", "action": "loan"}, "“Loan” costs 90,000 and 80,000 of the budget are left"),
        ({"kind": "add", "action": "laon"}, "there is no action 'laon' .did you mean 'loan'"),
    ],
)
def test_a_change_that_is_not_possible_says_why(toy: CaseFile, change: dict[str, str], words: str) -> None:
    with pytest.raises(OperationsError, match=words):
        amend(plan(hire=0), Amendment.model_validate(change), 16, toy)
