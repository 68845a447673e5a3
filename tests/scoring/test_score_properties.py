"""What holds for every answer: bounds, order without effect, reasons that add up, the same twice over."""

from __future__ import annotations

import random
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lineofsight.model.answers import CONFIDENCES, Claim, Diagnosis, Forecast, Plan, PlannedAction
from lineofsight.model.base import SIDES, Side
from lineofsight.model.case import Case
from lineofsight.model.key import Key
from lineofsight.model.score import Score
from lineofsight.scoring import compare, distance_to_key, score_diagnosis, score_plan, score_run, sureness

quick = settings(max_examples=60, deadline=None)
SHELF = ("by hand", "shipped")
seeds = st.integers(0, 2**32)


@pytest.fixture(scope="session", params=SHELF)
def both(request: pytest.FixtureRequest, case: Case, key: Key, shipped: tuple[Case, Key]) -> tuple[Case, Key]:
    """The case for sums by hand, and the first one of the house."""
    return (case, key) if request.param == "by hand" else shipped


def some_diagnosis(case: Case, seed: int) -> Diagnosis:
    """Return up to five claims of different statements with up to three papers each."""
    chance = random.Random(seed)
    ids = [statement.id for statement in case.statements]
    papers = [paper.id for paper in case.exhibits]
    return Diagnosis(
        claims=tuple(
            Claim(
                statement=id,
                confidence=chance.choice(list(CONFIDENCES)),
                exhibits=tuple(chance.sample(papers, chance.randint(0, 3))),
            )
            for id in chance.sample(ids, chance.randint(0, 5))
        )
    )


def some_plan(case: Case, seed: int) -> Plan:
    """Return up to eight different actions with any owner, week, signal and side effect, or none."""
    chance, planning = random.Random(seed), case.planning
    signals = [None, *(signal.id for signal in planning.signals)]
    harms = [None, *(item.id for item in planning.side_effects)]
    chosen = chance.sample(planning.actions, chance.randint(0, min(8, len(planning.actions))))
    return Plan(
        actions=tuple(
            PlannedAction(
                action=action.id,
                owner=chance.choice(case.cast).id,
                start=chance.choice(planning.starts),
                signal=chance.choice(signals),
                side_effect=chance.choice(harms),
            )
            for action in chosen
        )
    )


def adds_up(score: Score, least: float = 0) -> None:
    """Hold each criterion between ``least`` and what is possible, and equal to its reasons' sum."""
    for part in score.criteria:
        assert least <= part.points <= part.possible + 1e-9
        assert part.reasons
        assert part.points == pytest.approx(sum(reason.points for reason in part.reasons))
    assert score.points == pytest.approx(sum(part.points for part in score.criteria))


def points(score: Score) -> dict[str, float]:
    return {part.id: part.points for part in score.criteria}


@quick
@given(seed=seeds, side=st.sampled_from([*SIDES, None]))
def test_a_diagnosis_stays_within_its_bounds_and_adds_up(
    both: tuple[Case, Key], seed: int, side: Side | None
) -> None:
    case, key = both
    seen = frozenset(paper.id for paper in case.papers(side)) if side else None
    said = some_diagnosis(case, seed)
    score = score_diagnosis(said, case, key, seen)
    adds_up(score)
    assert len(score.criteria[0].reasons) >= len(said.claims)
    assert score_diagnosis(said, case, key, seen) == score


@quick
@given(seed=seeds, shuffled=seeds)
def test_the_order_of_claims_changes_no_points(both: tuple[Case, Key], seed: int, shuffled: int) -> None:
    case, key = both
    said = some_diagnosis(case, seed)
    claims = random.Random(shuffled).sample(said.claims, len(said.claims))
    turned = Diagnosis(claims=tuple(claims))
    assert points(score_diagnosis(turned, case, key)) == pytest.approx(
        points(score_diagnosis(said, case, key))
    )
    assert sureness(turned, case, key).brier == pytest.approx(sureness(said, case, key).brier)


@quick
@given(seed=seeds)
def test_naming_a_cause_that_was_missed_never_costs(both: tuple[Case, Key], seed: int) -> None:
    case, key = both
    said = Diagnosis(claims=some_diagnosis(case, seed).claims[:4])
    claimed = {claim.statement for claim in said.claims}
    before = score_diagnosis(said, case, key)
    for cause in key.causes:
        if claimed.isdisjoint((*cause.exact, *cause.near)):
            more = Diagnosis(claims=(*said.claims, Claim(statement=cause.exact[0], confidence=0.2)))
            assert score_diagnosis(more, case, key).points >= before.points


@quick
@given(seed=seeds)
def test_a_diagnosis_read_back_from_the_journal_scores_the_same(both: tuple[Case, Key], seed: int) -> None:
    case, key = both
    said = some_diagnosis(case, seed)
    back = Diagnosis.model_validate_json(said.model_dump_json())
    assert back == said
    assert score_diagnosis(back, case, key) == score_diagnosis(said, case, key)


@quick
@given(first=seeds, again=seeds, theirs=seeds)
def test_distances_lie_between_the_same_and_nothing_in_common(
    both: tuple[Case, Key], first: int, again: int, theirs: int
) -> None:
    case, key = both
    mine, later, other = (some_diagnosis(case, seed) for seed in (first, again, theirs))
    told = compare(mine, later, other, case, key)
    assert all(0 <= distance <= 1 for distance in (*told.gap, *told.truth))
    assert told.truth[0] == distance_to_key(mine, key)
    closer = told.truth[1] < told.truth[0]
    assert told.verdict not in ("both", "truth") or closer


@quick
@given(seed=seeds)
def test_a_written_plan_stays_within_its_bounds_and_adds_up(both: tuple[Case, Key], seed: int) -> None:
    case, key = both
    plan = some_plan(case, seed)
    score = score_plan(plan, case, key)
    adds_up(score)
    assert score_plan(plan, case, key) == score


@quick
@given(seed=seeds, shuffled=seeds)
def test_the_order_of_actions_changes_no_points(both: tuple[Case, Key], seed: int, shuffled: int) -> None:
    case, key = both
    plan = some_plan(case, seed)
    turned = Plan(actions=tuple(random.Random(shuffled).sample(plan.actions, len(plan.actions))))
    assert points(score_plan(turned, case, key)) == pytest.approx(points(score_plan(plan, case, key)))


@quick
@given(seed=seeds)
def test_one_more_action_never_fits_the_causes_less(both: tuple[Case, Key], seed: int) -> None:
    case, key = both
    plan = some_plan(case, seed)
    fits = [
        score_plan(Plan(actions=plan.actions[:count]), case, key).criteria[0].points
        for count in range(len(plan.actions) + 1)
    ]
    assert all(after >= before - 1e-9 for before, after in pairwise(fits))


@quick
@given(seed=seeds)
def test_the_causes_listed_in_another_order_are_reached_as_well(both: tuple[Case, Key], seed: int) -> None:
    case, key = both
    turned = key.model_copy(update={"causes": key.causes[::-1]})
    plan, said = some_plan(case, seed), some_diagnosis(case, seed)
    assert points(score_plan(plan, case, turned)) == pytest.approx(points(score_plan(plan, case, key)))
    assert points(score_diagnosis(said, case, turned))["identification"] == pytest.approx(
        points(score_diagnosis(said, case, key))["identification"]
    )


value = st.floats(-1e6, 1e6)


@quick
@given(
    worth=st.tuples(value, value, value),
    years=st.lists(value, min_size=20, max_size=40),
    ends=st.tuples(value, value),
)
def test_a_run_stays_within_its_bounds_and_adds_up(
    case: Case, worth: tuple[float, float, float], years: list[float], ends: tuple[float, float]
) -> None:
    nothing, plan, best = worth[0], worth[1], max(worth)
    low, high = sorted(ends)
    forecasts = [Forecast(outcome=name, low=low, high=high) for name in ("users", "cost")]
    score = score_run(
        plan=plan, nothing=nothing, best=best, forecasts=forecasts,
        years={"users": years, "cost": years}, case=case,
    )  # fmt: skip
    adds_up(score, least=float("-inf"))
    expected, forecast = score.criteria
    assert (expected.points < 0) == (plan < nothing and best > nothing)
    assert forecast.points >= 0
    assert score.possible == 30


@quick
@given(years=st.lists(st.floats(0, 1000), min_size=20, max_size=40), wider=st.floats(0, 1000))
def test_a_wider_range_than_all_years_earns_no_more(case: Case, years: list[float], wider: float) -> None:
    def earned(low: float, high: float) -> float:
        made = [Forecast(outcome="users", low=low, high=high)]
        possible = {"users": years, "cost": years}
        return (
            score_run(plan=0, nothing=0, best=1, forecasts=made, years=possible, case=case).criteria[1].points
        )

    low, high = min(years), max(years)
    assert earned(low - wider, high + wider) <= earned(low, high) + 1e-9
