"""The first case of the house through its own scoring: the expert full marks, each side's story none."""

from __future__ import annotations

import pytest

from lineofsight.model.answers import Diagnosis, Plan
from lineofsight.model.base import SIDES, Side, other
from lineofsight.model.case import Case
from lineofsight.model.key import Key
from lineofsight.scoring import compare, distance_to_key, score_diagnosis, score_plan, sureness


@pytest.fixture(scope="module")
def expert(shipped: tuple[Case, Key]) -> Diagnosis:
    """The causes in the key's order, nearly certain, each on one paper from either desk."""
    _, key = shipped
    return Diagnosis.model_validate({
        "claims": [
            {
                "statement": cause.exact[0],
                "confidence": 0.95,
                "exhibits": [cause.evidence[side][0] for side in SIDES],
            }
            for cause in key.causes
        ]
    })  # fmt: skip


def typical(key: Key, side: Side) -> Diagnosis:
    return Diagnosis(claims=key.typical[side].claims)


def test_the_expert_earns_full_marks(shipped: tuple[Case, Key], expert: Diagnosis) -> None:
    case, key = shipped
    identification, evidence = score_diagnosis(expert, case, key).criteria
    assert identification.points == pytest.approx(25 * 0.9975)
    assert evidence.points == pytest.approx(15)
    assert distance_to_key(expert, key) < 0.15
    feedback = sureness(expert, case, key)
    assert feedback.sure_and_wrong == ()
    assert feedback.brier == pytest.approx(0.05**2)


@pytest.mark.parametrize("side", SIDES)
def test_what_a_side_typically_concludes_earns_little(side: Side, shipped: tuple[Case, Key]) -> None:
    case, key = shipped
    seen = frozenset(paper.id for paper in case.papers(side))
    story = typical(key, side)
    assert score_diagnosis(story, case, key, seen).points < 10
    assert score_diagnosis(story, case, key).points < 10
    assert distance_to_key(story, key) > 0.8
    assert sureness(story, case, key).sure_and_wrong != ()


@pytest.mark.parametrize("side", SIDES)
def test_from_a_sides_story_to_the_experts_is_closer_to_the_truth(
    side: Side, shipped: tuple[Case, Key], expert: Diagnosis
) -> None:
    case, key = shipped
    mine, theirs = typical(key, side), typical(key, other(side))
    assert compare(mine, expert, theirs, case, key).verdict in ("truth", "both")
    assert compare(mine, theirs, theirs, case, key).verdict == "them"


def test_the_model_plan_earns_nearly_all_of_each_criterion(shipped: tuple[Case, Key]) -> None:
    case, key = shipped
    score = score_plan(Plan(actions=key.plan.model_plan), case, key)
    assert score.points > 27
    assert all(part.points > 0.8 * part.possible for part in score.criteria)


def test_decoys_earn_nothing_alone_or_together_and_spoil_the_economy(shipped: tuple[Case, Key]) -> None:
    case, key = shipped
    good = key.plan.model_plan
    decoys = [good[0].model_copy(update={"action": id}) for id in key.plan.decoys]
    assert [score_plan(Plan(actions=(one,)), case, key).points for one in decoys] == [0] * len(decoys)
    assert score_plan(Plan(actions=tuple(decoys)), case, key).points == 0
    padded = score_plan(Plan(actions=(*good, *decoys)), case, key)
    best = score_plan(Plan(actions=good), case, key)
    assert padded.points < best.points
    assert [part.points for part in padded.criteria[:5]] == [part.points for part in best.criteria[:5]]


def test_the_model_plan_begun_late_loses_its_sequence_only(shipped: tuple[Case, Key]) -> None:
    case, key = shipped
    in_time = Plan(actions=key.plan.model_plan)
    late = Plan(actions=tuple(item.model_copy(update={"start": 24}) for item in in_time.actions))
    before, after = (
        {part.id: part.points for part in score_plan(plan, case, key).criteria} for plan in (in_time, late)
    )
    assert after.pop("sequence") == 0
    before.pop("sequence")
    assert after == pytest.approx(before)


def test_no_single_action_is_a_plan(shipped: tuple[Case, Key]) -> None:
    case, key = shipped
    alone = {item.action: score_plan(Plan(actions=(item,)), case, key).points for item in key.plan.model_plan}
    assert max(alone.values()) < 18
    assert min(alone.values()) > 0
