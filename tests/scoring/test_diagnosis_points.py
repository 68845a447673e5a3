"""What a diagnosis earns, each figure worked out by hand from the rules beside it.

Of 25: a cause found pays weight x (1 - (1 - c)^2), so x .36, .64, .84, .96, .9975 from a hunch to
nearly certain; any other claim costs 25 x .25 x c^2, so .25, 1, 2.25, 4, 5.640625. Of 15: weight, on
one leg a third of it. A near statement is worth half a cause.
"""

from __future__ import annotations

from collections.abc import Callable

import pytest

from lineofsight.errors import UnknownName
from lineofsight.model.answers import Diagnosis
from lineofsight.model.case import Case
from lineofsight.model.key import Key
from lineofsight.scoring import Named, named, score_diagnosis

Made = Callable[..., Diagnosis]
Said = tuple[str, float, str]

DATE, COUNT, FIGURE = "memo rota", "minutes tally", "card queue"
TABLE: dict[str, tuple[list[Said], float, float]] = {
    "right and nearly certain": (
        [("date", 0.95, DATE), ("count", 0.95, COUNT), ("figure", 0.95, FIGURE)],
        25 * 0.9975, 15,
    ),
    "right and very likely": (
        [("date", 0.8, DATE), ("count", 0.8, COUNT), ("figure", 0.8, FIGURE)],
        25 * 0.96, 15,
    ),
    "right, each with its own confidence": (
        [("date", 0.6, DATE), ("count", 0.4, COUNT), ("figure", 0.2, FIGURE)],
        25 * (0.5 * 0.84 + 0.3 * 0.64 + 0.2 * 0.36), 15,
    ),
    "partly right: one near, one on one leg": (
        [("date-nearly", 0.8, DATE), ("figure", 0.6, "card")],
        25 * (0.5 * 0.96 / 2 + 0.2 * 0.84), 15 * (0.5 / 2 + 0.2 / 3),
    ),
    "near, with the cause claimed as well": (
        [("date-nearly", 0.8, DATE), ("date", 0.6, DATE)],
        25 * 0.5 * 0.84 - 4, 15 * 0.5,
    ),
    "two wordings of one cause: paid once, by the surer": (
        [("count", 0.4, COUNT), ("count-otherwise", 0.8, "tally")],
        25 * 0.3 * 0.96 - 1, 15 * 0.3 / 3,
    ),
    "one-sided: the causes, from one desk's papers": (
        [("date", 0.8, "memo"), ("count", 0.8, "minutes press"), ("figure", 0.8, "card memo")],
        25 * 0.96, 15 / 3,
    ),
    "one-sided: one cause and the story about the others": (
        [("date", 0.8, "memo"), ("lazy", 0.8, "card"), ("outage", 0.6, "press")],
        25 * 0.5 * 0.96 - 4 - 2.25, 15 * 0.5 / 3,
    ),
    "right, with papers that do not bear on it": (
        [("date", 0.8, "minutes queue press")], 25 * 0.5 * 0.96, 0,
    ),
    "shotgun, nearly certain of everything": (
        [("date", 0.95, DATE), *((id, 0.95, "press") for id in ("lazy", "outage", "rival", "luck"))],
        0, 15 * 0.5,
    ),
    "shotgun, with hunches": (
        [("date", 0.2, DATE), *((id, 0.2, "press") for id in ("lazy", "outage", "rival", "luck"))],
        25 * 0.5 * 0.36 - 4 * 0.25, 15 * 0.5,
    ),
    "padded with hunches": (
        [("date", 0.8, DATE), ("count", 0.8, COUNT), ("figure", 0.8, FIGURE), ("luck", 0.2, "press"), ("fate", 0.2, "press")],
        25 * 0.96 - 2 * 0.25, 15,
    ),
    "padded with certainties": (
        [("date", 0.8, DATE), ("count", 0.8, COUNT), ("figure", 0.8, FIGURE), ("luck", 0.95, "press"), ("fate", 0.95, "press")],
        25 * 0.96 - 2 * 5.640625, 15,
    ),
    "all wrong": ([("lazy", 0.6, "card"), ("rival", 0.2, "press")], 0, 0),
    "empty": ([], 0, 0),
}  # fmt: skip


@pytest.mark.parametrize("name", TABLE)
def test_a_diagnosis_earns_what_the_rules_say(name: str, case: Case, key: Key, diagnosis: Made) -> None:
    said, identification, evidence = TABLE[name]
    score = score_diagnosis(diagnosis(*said), case, key)
    points = {criterion.id: criterion.points for criterion in score.criteria}
    assert points == {
        "identification": pytest.approx(identification),
        "evidence": pytest.approx(evidence),
    }
    assert {criterion.id: criterion.possible for criterion in score.criteria} == {
        "identification": 25,
        "evidence": 15,
    }
    assert score.points == pytest.approx(identification + evidence)
    assert score.possible == 40


def test_the_same_claim_twice_is_paid_once(case: Case, key: Key, diagnosis: Made) -> None:
    twice = diagnosis(("date", 0.8, DATE), ("date", 0.8, DATE))
    identification, evidence = score_diagnosis(twice, case, key).criteria
    assert identification.points == pytest.approx(25 * 0.5 * 0.96 - 4)
    assert evidence.points == pytest.approx(15 * 0.5)


def test_of_two_wordings_as_sure_the_better_founded_is_taken(case: Case, key: Key, diagnosis: Made) -> None:
    said = [("count", 0.6, "tally"), ("count-otherwise", 0.6, COUNT)]
    for claims in (said, said[::-1]):
        identification, evidence = score_diagnosis(diagnosis(*claims), case, key).criteria
        assert identification.points == pytest.approx(25 * 0.3 * 0.84 - 2.25)
        assert evidence.points == pytest.approx(15 * 0.3)


@pytest.mark.parametrize(
    ("papers", "evidence", "words"),
    [
        ("memo", 15 * 0.5, "stands on the leg you could see"),
        ("minutes press", 0, "none of the papers you cite bears on it"),
    ],
)
def test_before_pooling_only_the_leg_that_could_be_seen_is_asked_for(
    papers: str, evidence: float, words: str, case: Case, key: Key, diagnosis: Made
) -> None:
    seen = frozenset(paper.id for paper in case.papers("leadership"))
    own = score_diagnosis(diagnosis(("date", 0.6, papers)), case, key, seen).criteria[1]
    assert own.title == "Evidence from your own desk"
    assert own.points == pytest.approx(evidence)
    assert words in own.reasons[0].text


@pytest.mark.parametrize(
    ("said", "words", "papers"),
    [
        (("date", 0.8, DATE), "“It was the date.” (very likely): a cause, with 50% of the weight.", ()),
        (("count-nearly", 0.4, ""), "(maybe): close to a cause, with 30% of the weight.", ()),
        (("lazy", 0.2, ""), "(a hunch): not among the causes. The tally breaks it.", ("tally",)),
        (("rival", 0.95, ""), "(nearly certain): not among the causes.", ()),
    ],
)
def test_each_claim_is_told_why(
    said: Said, words: str, papers: tuple[str, ...], case: Case, key: Key, diagnosis: Made
) -> None:
    reason = score_diagnosis(diagnosis(said), case, key).criteria[0].reasons[0]
    assert reason.text.endswith(words)
    assert reason.exhibits == papers


def test_what_was_missed_and_what_is_the_same_cause_is_told_too(
    case: Case, key: Key, diagnosis: Made
) -> None:
    both = score_diagnosis(diagnosis(("date", 0.8, "memo"), ("date-nearly", 0.8, "memo")), case, key)
    identification, evidence = ([reason.text for reason in part.reasons] for part in both.criteria)
    assert identification[0].endswith("a cause, with 50% of the weight.")
    assert "the same cause as another of your claims (The the-date); it is paid once." in identification[1]
    assert identification[2:] == ["Not named: The the-count.", "Not named: The the-figure."]
    assert evidence == ["The the-date: stands on one leg: nothing from the floor."]
    down = score_diagnosis(diagnosis(("date", 0.8, "rota")), case, key).criteria[1].reasons[0]
    assert down.text.endswith("nothing from upstairs.")
    assert down.exhibits == ("rota",)


def test_nothing_below_zero_is_said_to_be_so(case: Case, key: Key, diagnosis: Made) -> None:
    wrong = score_diagnosis(diagnosis(("lazy", 0.8, "card")), case, key).criteria[0]
    assert wrong.points == 0
    assert wrong.reasons[-1].text == "Never below zero."
    assert wrong.reasons[-1].points == pytest.approx(4)


def test_a_statement_that_is_not_the_cases_is_refused_in_words(case: Case, key: Key, diagnosis: Made) -> None:
    with pytest.raises(UnknownName, match=r"there is no statement 'dat'.*did you mean 'date'"):
        score_diagnosis(diagnosis(("dat", 0.8, "memo")), case, key)


def test_what_was_named_is_counted_apart_from_the_points(key: Key, diagnosis: Made) -> None:
    said = diagnosis(
        ("date", 0.2, DATE), ("count-nearly", 0.8, COUNT), ("lazy", 0.95, DATE), ("outage", 0.8, DATE)
    )
    assert named(said, key) == Named(causes=1, weight=0.5, near=1, others=2)
    twice = diagnosis(("count", 0.4, COUNT), ("count-otherwise", 0.8, COUNT))
    assert named(twice, key) == Named(causes=1, weight=0.3, near=0, others=1)
    assert named(diagnosis(), key) == Named(causes=0, weight=0, near=0, others=0)
