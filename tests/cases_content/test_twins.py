"""Twins can be diagnosed in full from their own papers, and a learnt answer to the case fails in them."""

from __future__ import annotations

from pathlib import Path

import pytest

from lineofsight.cases import Shelf
from lineofsight.model.answers import Claim, Diagnosis
from lineofsight.model.twin import Twin
from lineofsight.scoring import score_diagnosis

SHELF = Shelf((Path(__file__).parents[2] / "datasets",))


def claim(twin: Twin, statement: str, papers: tuple[str, ...] = ()) -> Claim:
    """Return a nearly certain claim of one of the twin's statements."""
    return Claim(statement=twin.statement(statement).id, confidence=0.95, exhibits=papers[:3])


@pytest.mark.parametrize("letter", ["a", "b"])
@pytest.mark.parametrize("slug", SHELF.slugs())
def test_the_key_of_a_twin_earns_everything(slug: str, letter: str) -> None:
    """Naming its causes with a paper from each side earns the 40 points of a diagnosis, but for doubt."""
    twins = SHELF.twins(slug)
    assert letter in twins, f"{slug} has no twin {letter}"
    twin = twins[letter]
    claims = []
    for cause in twin.key.causes:
        papers = (cause.evidence["leadership"][0], cause.evidence["operations"][0])
        claims.append(claim(twin, cause.exact[0], papers))
    score = score_diagnosis(Diagnosis(claims=tuple(claims)), twin, twin.key)
    assert score.points > 0.99 * score.possible


@pytest.mark.parametrize("letter", ["a", "b"])
@pytest.mark.parametrize("slug", SHELF.slugs())
def test_the_answers_of_the_case_mislead_in_a_twin(slug: str, letter: str) -> None:
    """Who looks for the case's own causes again names the turned herring, misses the new cause, and loses by it."""
    twin = SHELF.twins(slug)[letter]
    learnt = [cause.exact[0] for cause in twin.key.causes if cause.like]
    turned = [herring.statement for herring in twin.key.herrings if herring.like]
    again = score_diagnosis(
        Diagnosis(claims=tuple(claim(twin, id) for id in (*learnt, *turned)[:5])), twin, twin.key
    )
    assert turned
    assert again.criteria[0].points < 0.8 * again.criteria[0].possible


@pytest.mark.parametrize("slug", SHELF.slugs())
def test_twins_turn_different_causes(slug: str) -> None:
    """What is a herring in one twin because of the case is not all that is one in the other."""
    twins = SHELF.twins(slug)
    turned = [{herring.like for herring in twin.key.herrings if herring.like} for twin in twins.values()]
    assert turned[0] != turned[1]
