"""A packet holds what one reader may see, each paper once, and nothing that the key knows."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from lineofsight.desk import open_case, shelf
from lineofsight.model.base import SIDES, other
from lineofsight.model.readers import PACKETS, Packet, numbered_actions, numbered_statements
from lineofsight.reports.packet import packet

SLUGS = shelf().slugs()


def words_of_the_key(slug: str) -> Iterator[str]:
    """Yield every sentence that only the key holds."""
    key = shelf().key(slug)
    for cause in key.causes:
        yield from (cause.why, cause.event, cause.disconnect)
    for herring in key.herrings:
        yield from (herring.tempting, herring.breaks)
    yield from (key.expert, key.plan.model_plan_why, *key.plan.decoys.values(), *key.unseen.values())


@pytest.mark.parametrize("slug", SLUGS)
@pytest.mark.parametrize("which", PACKETS)
def test_nothing_of_the_key_is_in_a_packet(slug: str, which: Packet) -> None:
    text = packet(open_case(slug), which)
    assert [words for words in words_of_the_key(slug) if words.strip() in text] == []
    case = open_case(slug)
    named = [*(item.id for item in case.statements), *(item.id for item in case.planning.actions)]
    papers = {paper.id for paper in case.exhibits}
    assert [id for id in named if "-" in id and id not in papers and id in text] == []


@pytest.mark.parametrize("slug", SLUGS)
@pytest.mark.parametrize("side", SIDES)
def test_a_side_gets_its_own_papers_and_none_of_the_others(slug: str, side: str) -> None:
    case = open_case(slug)
    text = packet(case, side)
    for paper in case.exhibits:
        assert text.count(f"### [{paper.id}] {paper.title}") == (paper.side in (side, "both"))
    assert case.seats[side].brief.strip() in text
    assert case.seats[other(side)].brief.strip() not in text
    assert case.story.strip() in text


@pytest.mark.parametrize("slug", SLUGS)
def test_both_desks_hold_every_paper_once_and_are_coded(slug: str) -> None:
    case = open_case(slug)
    text = packet(case, "both")
    assert [text.count(f"### [{paper.id}]") for paper in case.exhibits] == [1] * len(case.exhibits)
    assert '"codes"' in text
    assert '"codes"' not in packet(case, "leadership")


@pytest.mark.parametrize("slug", SLUGS)
def test_statements_and_actions_come_without_story_and_papers(slug: str) -> None:
    case = open_case(slug)
    statements, actions = packet(case, "statements"), packet(case, "actions")
    for text in (statements, actions):
        assert case.title in text
        assert case.question.strip() in text
        assert case.story.strip() not in text
        assert not any(paper.body.strip()[:60] in text for paper in case.exhibits)
    for number, id in numbered_statements(case).items():
        said = " ".join(case.statement(id).text.split())
        assert f"- {number}: {said}" in statements
        assert said not in actions
    assert f"{case.planning.budget:,.0f} {case.planning.currency}" in actions
    titles = {action.id: action.title for action in case.planning.actions}
    for number, id in numbered_actions(case).items():
        assert f"- {number}: {titles[id]} (" in actions
        assert titles[id] not in statements


def test_a_table_stands_below_its_paper_with_titles_units_and_only_its_rows() -> None:
    text = packet(open_case("hospital-under-pressure"), "leadership")
    after = text.split("### [bags-at-one]")[1].split("###")[0]
    assert "| Week (weeks from the start of the year) | Bags that can be made up (bags per week) |" in after
    assert "| 20 | 100 | 37 | 14 |" in after
