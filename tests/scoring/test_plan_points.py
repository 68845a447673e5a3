"""What a written plan earns, worked out by hand: fit 10, sequence 6, ownership 4, signals 4, foresight 3, economy 3.

The small case has one action for each cause (of .5, .3 and .2), "sheet" works a little on all of them.
"""

from __future__ import annotations

import pytest

from lineofsight.errors import UnknownName
from lineofsight.model.answers import Plan, PlannedAction
from lineofsight.model.case import Case
from lineofsight.model.key import Key
from lineofsight.scoring import score_plan

Row = tuple[str, str, int, str | None, str | None]

ORDER: Row = ("order", "hal", 0, "seats", "idle")
SHEET: Row = ("sheet", "dot", 2, "backlog", "slow")
BRAKE: Row = ("brake", "ann", 4, "backlog", "slow")
TALK: Row = ("talk", "ann", 0, "quarter", "slow")
SCREEN: Row = ("screen", "pim", 0, "clicks", "idle")
BOTH_SIDES = 1.5
# What "sheet" and "brake" reach without "order": .3 + .2, and half of the fifth that "sheet" does for .5.
UPSTAIRS = 0.3 + 0.2 + 0.5 * 0.2 / 2
COUNTS = UPSTAIRS / 0.75


def plan(*rows: Row) -> Plan:
    names = ("action", "owner", "start", "signal", "side_effect")
    return Plan(actions=tuple(PlannedAction(**dict(zip(names, row, strict=True))) for row in rows))


def begun(row: Row, week: int) -> Row:
    return (row[0], row[1], week, row[3], row[4])


def owned(row: Row, owner: str) -> Row:
    return (row[0], owner, *row[2:])


def watched(row: Row, signal: str | None) -> Row:
    return (*row[:3], signal, row[4])


def feared(row: Row, side_effect: str | None) -> Row:
    return (*row[:4], side_effect)


TABLE: dict[str, tuple[Plan, tuple[float, float, float, float, float, float]]] = {
    "right": (plan(ORDER, SHEET, BRAKE), (10, 6, 4, 4, 3, 3)),
    "one-sided: all of it upstairs, nobody ordered": (
        plan(owned(SHEET, "ann"), BRAKE),
        (10 * UPSTAIRS, 6 * COUNTS, 2.5 * COUNTS, 4 * COUNTS, 3 * COUNTS, 3 * COUNTS),
    ),
    "decoys only": (plan(TALK, SCREEN), (0, 0, 0, 0, 0, 0)),
    "communicate better, and nothing else": (plan(TALK), (0, 0, 0, 0, 0, 0)),
    "late": (
        plan(begun(ORDER, 20), begun(SHEET, 20), begun(BRAKE, 20)), (10, 0, 4, 4, 3, 3),
    ),
    "one of three late": (plan(begun(ORDER, 4), SHEET, BRAKE), (10, 4, 4, 4, 3, 3)),
    "in the wrong order": (plan(ORDER, begun(SHEET, 4), begun(BRAKE, 2)), (10, 4, 4, 4, 3, 3)),
    "two that build on each other, begun in one week": (plan(ORDER, begun(SHEET, 4), BRAKE), (10, 6, 4, 4, 3, 3)),
    "owned by people who cannot": (
        plan(owned(ORDER, "ann"), owned(SHEET, "hal"), owned(BRAKE, "dot")),
        (10, 6, BOTH_SIDES, 4, 3, 3),
    ),
    "owned by those between the sides": (
        plan(owned(ORDER, "pim"), owned(SHEET, "pam"), owned(BRAKE, "pim")), (10, 6, 0, 4, 3, 3),
    ),
    "without signals": (
        plan(watched(ORDER, None), watched(SHEET, None), watched(BRAKE, None)), (10, 6, 4, 0, 3, 3),
    ),
    "signals that lag, flatter, or tell of something else": (
        plan(watched(ORDER, "quarter"), watched(SHEET, "clicks"), watched(BRAKE, "seats")),
        (10, 6, 4, 4 * (0.35 + 0 + 0.5) / 3, 3, 3),
    ),
    "side effects that are none": (
        plan(feared(ORDER, "sued"), feared(SHEET, None), BRAKE), (10, 6, 4, 4, 1, 3),
    ),
    "padded with everything": (
        plan(ORDER, SHEET, BRAKE, TALK, SCREEN), (10, 6, 4, 4, 3, 3 * 60 / 81),
    ),
    "empty": (plan(), (0, 0, 0, 0, 0, 0)),
}  # fmt: skip


@pytest.mark.parametrize("name", TABLE)
def test_a_written_plan_earns_what_the_rules_say(name: str, case: Case, key: Key) -> None:
    written, points = TABLE[name]
    score = score_plan(written, case, key)
    ids = ("fit", "sequence", "ownership", "signals", "foresight", "economy")
    assert {c.id: c.points for c in score.criteria} == {
        id: pytest.approx(value) for id, value in zip(ids, points, strict=True)
    }
    assert [c.possible for c in score.criteria] == [10, 6, 4, 4, 3, 3]
    assert score.points == pytest.approx(sum(points))


def test_own_words_earn_nothing_and_cost_nothing(case: Case, key: Key) -> None:
    bare = plan(ORDER, SHEET)
    told = Plan(actions=tuple(a.model_copy(update={"words": "We care. " * 50}) for a in bare.actions))
    assert score_plan(told, case, key) == score_plan(bare, case, key)


def test_a_decoy_earns_nothing_whatever_it_seems_to_fit(case: Case, key: Key) -> None:
    fits = {**key.plan.fits, "talk": {"the-date": 1.0}}
    tempting = key.model_copy(update={"plan": key.plan.model_copy(update={"fits": fits})})
    assert score_plan(plan(TALK), case, tempting).points == 0


def test_one_action_counts_in_full_where_it_helps_most_and_half_elsewhere(case: Case, key: Key) -> None:
    """In full for the .3 it fits best; the first cause of the key, which it hardly moves, gets the half."""
    fit = score_plan(plan(SHEET), case, key).criteria[0]
    assert [reason.points for reason in fit.reasons] == [
        pytest.approx(10 * 0.5 * 0.2 / 2),
        pytest.approx(10 * 0.3),
        pytest.approx(10 * 0.2 * (0.4 / 0.8) / 2),
    ]
    assert [reason.text for reason in fit.reasons] == [
        "The the-date: “Sheet” hardly moves it.",
        "The the-count: “Sheet” works on it.",
        "The the-figure: “Sheet” hardly moves it.",
    ]


def test_of_two_actions_each_counts_in_full_where_the_sum_is_best(case: Case, key: Key) -> None:
    """ "Order" alone serves the .5 in full and the .3 with half of a half; "sheet" then takes the .3."""
    alone = score_plan(plan(ORDER), case, key).criteria[0]
    assert alone.points == pytest.approx(10 * (0.5 + 0.3 * 0.5 / 2))
    both = score_plan(plan(ORDER, SHEET), case, key).criteria[0]
    assert both.points == pytest.approx(10 * (0.5 + 0.3 + 0.2 * (0.4 / 0.8) / 2))


def test_what_reaches_little_counts_little_and_says_so(case: Case, key: Key) -> None:
    """ "Brake" alone reaches .2 of the causes: what it has otherwise right counts .2 / .75 of itself."""
    score = score_plan(plan(begun(BRAKE, 10)), case, key)
    economy = score.criteria[5]
    assert economy.points == pytest.approx(3 * 0.2 / 0.75)
    assert economy.reasons[-1].text == "Counts for 27%: the plan reaches little of what caused this."
    sequence = score.criteria[1]
    assert sequence.points == 0
    assert sequence.reasons[0].text == "“Brake” from week 10: needs “Sheet” before it."


@pytest.mark.parametrize(
    ("rows", "criterion", "words"),
    [
        ((TALK,), 0, "No action that works on a cause."),
        ((ORDER,), 0, "The the-figure: no action works on it."),
        ((begun(ORDER, 4),), 1, "“Order” from week 4: too late to work before it is needed (week 2 at the latest)."),
        ((ORDER,), 1, "“Order” from week 0: in time."),
        ((owned(ORDER, "ann"),), 2, "“Order”: Ann cannot do it from that desk."),
        ((ORDER,), 2, "“Order”: Hal can do it."),
        ((ORDER,), 2, "One side owns all of it: nobody upstairs owns a part."),
        ((owned(SHEET, "ann"),), 2, "One side owns all of it: the floor owns nothing."),
        ((owned(SHEET, "pim"),), 2, "Those between the sides own all of it: nobody upstairs and nobody on the floor."),
        ((ORDER, BRAKE), 2, "Both sides own a part of it."),
        ((watched(ORDER, None),), 3, "An action without a signal."),
        ((watched(ORDER, "quarter"),), 3, "“The quarter” is right, but tells you late."),
        ((watched(SHEET, "clicks"),), 3, "“The clicks” goes up whatever happens."),
        ((watched(BRAKE, "seats"),), 3, "“The seats” moves early enough to act on, but not of this action."),
        ((ORDER,), 4, "“Order”: “The idle”: it may well do that."),
        ((feared(ORDER, None),), 4, "“Order”: “no side effect named”: that is not where it hurts."),
        ((ORDER, TALK), 5, "“Talk”: Nothing changes."),
    ],
)  # fmt: skip
def test_every_point_of_a_plan_is_explained(
    rows: tuple[Row, ...], criterion: int, words: str, case: Case, key: Key
) -> None:
    told = [reason.text for reason in score_plan(plan(*rows), case, key).criteria[criterion].reasons]
    assert words in told


def test_an_owner_who_is_not_in_the_cast_is_refused_in_words(case: Case, key: Key) -> None:
    with pytest.raises(UnknownName, match=r"there is no person 'hall'.*did you mean 'hal'"):
        score_plan(plan(owned(ORDER, "hall")), case, key)
