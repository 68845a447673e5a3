"""The rubric's sample plans score what their author says, in writing and on the model."""

from __future__ import annotations

from pathlib import Path

import pytest

from lineofsight.cases import Shelf
from lineofsight.model.answers import Plan
from lineofsight.operations import best_plan, run, value
from lineofsight.scoring import score_plan, score_run

DATASETS = Path(__file__).parents[2] / "datasets"
SHELF = Shelf((DATASETS,))


@pytest.mark.parametrize("slug", SHELF.slugs())
def test_samples_score_what_the_rubric_says(slug: str) -> None:
    """Written points and run points of every sample lie in the stated range."""
    case, key, rubric = SHELF.case(slug), SHELF.key(slug), SHELF.rubric(slug)
    assert rubric is not None, f"{slug} has no rubric.yaml"
    best = best_plan(case, SHELF.folder(slug))
    plans = [sample.plan for sample in rubric.samples]
    nothing, found, *means = value(case, run(case, [(), best.actions, *plans])).mean(axis=1)
    wrong = []
    for sample, mean in zip(rubric.samples, means, strict=True):
        written = score_plan(Plan(actions=sample.plan), case, key).points
        years = score_run(
            plan=float(mean), nothing=float(nothing), best=float(found), forecasts=(), years={}, case=case
        )
        ran = years.criteria[0].points
        for name, points, (low, high) in (("written", written, sample.written), ("run", ran, sample.run)):
            if not low <= points <= high:
                wrong.append(f"{sample.id}: {name} {points:.1f}, stated {low:g} to {high:g}")
    assert wrong == []


@pytest.mark.parametrize("slug", SHELF.slugs())
def test_samples_teach_the_whole_scale(slug: str) -> None:
    """Levels 0 or 1 and level 4 both occur in every aspect, and no two samples are judged alike."""
    rubric = SHELF.rubric(slug)
    assert rubric is not None
    for aspect in rubric.aspects:
        levels = [sample.levels[aspect.id] for sample in rubric.samples]
        assert min(levels) <= 1, f"{aspect.id}: {levels}"
        assert max(levels) == 4, f"{aspect.id}: {levels}"
    judged = [tuple(sorted(sample.levels.items())) for sample in rubric.samples]
    assert len(set(judged)) == len(judged)
