"""Guessing does not pay: random claims score low, shotguns lower, and saying what one believes most."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from statistics import mean

import pytest

from lineofsight.model.answers import CONFIDENCES, MOST_CLAIMS, MOST_PAPERS, Claim, Diagnosis
from lineofsight.model.case import Case
from lineofsight.model.key import Key
from lineofsight.scoring import score_diagnosis
from lineofsight.scoring.matching import cost, worth

QUARTER = 40 / 4
DRAWS = 400

Papers = Callable[[str], tuple[str, ...]]


def guesses(
    case: Case, confidence: float | None, papers: Papers, chance: random.Random
) -> Iterator[Diagnosis]:
    """Yield diagnoses of five random statements (``None``: each with a random confidence too)."""
    statements = [statement.id for statement in case.statements]
    for _ in range(DRAWS):
        claims = tuple(
            Claim(
                statement=id,
                confidence=confidence or chance.choice(list(CONFIDENCES)),
                exhibits=papers(id),
            )
            for id in chance.sample(statements, MOST_CLAIMS)
        )
        yield Diagnosis(claims=claims)


@pytest.mark.parametrize("confidence", [*CONFIDENCES, None])
def test_five_random_claims_with_random_papers_earn_less_than_a_quarter(
    confidence: float | None, shipped: tuple[Case, Key]
) -> None:
    case, key = shipped
    chance = random.Random(7)
    ids = [paper.id for paper in case.exhibits]
    drawn = guesses(case, confidence, lambda _: tuple(chance.sample(ids, MOST_PAPERS)), chance)
    assert mean(score_diagnosis(guess, case, key).points for guess in drawn) < QUARTER / 2


@pytest.mark.parametrize("confidence", [*CONFIDENCES, None])
def test_five_random_claims_earn_less_than_a_quarter_even_with_the_best_papers(
    confidence: float | None, shipped: tuple[Case, Key]
) -> None:
    case, key = shipped
    best = {
        statement: (cause.evidence["leadership"][0], cause.evidence["operations"][0])
        for cause in key.causes
        for statement in (*cause.exact, *cause.near)
    }
    drawn = guesses(case, confidence, lambda id: best.get(id, ()), random.Random(11))
    assert mean(score_diagnosis(guess, case, key).points for guess in drawn) < QUARTER


def test_a_shotgun_earns_the_less_the_surer_it_is(case: Case, key: Key) -> None:
    """One cause among five claims: the more it is said to be sure, the less is left."""
    ids = ("figure", "lazy", "outage", "rival", "weather")
    shots = [Diagnosis(claims=tuple(Claim(statement=id, confidence=c) for id in ids)) for c in CONFIDENCES]
    points = [score_diagnosis(shot, case, key).criteria[0].points for shot in shots]
    assert points == sorted(points, reverse=True)
    assert points[0] == pytest.approx(25 * 0.2 * 0.36 - 4 * 0.25)
    assert points[-1] == 0


@pytest.mark.parametrize("belief", CONFIDENCES)
def test_saying_what_one_believes_is_the_best_policy(belief: float) -> None:
    """For a cause of a quarter of the weight the expected points are highest at one's own belief."""

    def expected(said: float) -> float:
        return belief * 0.25 * worth(said) - (1 - belief) * cost(said)

    assert max(CONFIDENCES, key=expected) == belief


def test_an_empty_place_beats_a_claim_that_names_no_cause(
    case: Case, key: Key, diagnosis: Callable[..., Diagnosis]
) -> None:
    right = ("date", 0.8, "memo rota")
    alone = score_diagnosis(diagnosis(right), case, key)
    filled = score_diagnosis(diagnosis(right, ("fate", 0.2, "press")), case, key)
    assert alone.points > filled.points
