"""Learning: gains and items against published and independently computed values, and what is refused."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays
from scipy.stats import t as student
from scipy.stats import ttest_rel

from lineofsight.errors import StatisticsError
from lineofsight.statistics import (
    hake_gain,
    item_analysis,
    kr20,
    learning,
    normalised_change,
    paired_difference,
)

NAN = float("nan")
CLASS = [
    [int(mark) for mark in row]
    for row in ["11111", "11110", "11101", "11010", "11100", "10100", "11000", "10001", "01000", "00000"]
]
PRE, POST = [12, 15, 9, 20, 14, 11], [15, 15, 14, 22, 13, 18]
tests_of_items = arrays(int, st.tuples(st.integers(2, 14), st.integers(2, 6)), elements=st.integers(0, 1))


@pytest.mark.parametrize(
    ("pre", "post", "gain"), [(45, 70, 0.4545), (45, 62, 0.3091), (45, 45, 0), (0, 100, 1)]
)
def test_gain_of_class_means(pre: float, post: float, gain: float) -> None:
    assert hake_gain(pre, post, 100) == pytest.approx(gain, abs=5e-5)


def test_gain_takes_the_means_itself_not_the_mean_of_gains() -> None:
    assert hake_gain([30, 60], np.array([80, 60]), 100) == pytest.approx((70 - 45) / 55)
    assert hake_gain(np.float64(9), 14, 20) == pytest.approx(5 / 11)
    assert hake_gain([0.1, 0.2, 0.3], [0.3, 0.2, 0.1], 1) == 0


@pytest.mark.parametrize(
    ("pre", "post", "maximum", "words"),
    [
        (100, 100, 100, "pre is on average 100; allowed: below 100, or nothing can be gained"),
        (
            70,
            45,
            100,
            r"post is on average 45; allowed: 70 \(pre\) or more; for a loss use normalised_change",
        ),
        (45, 101, 100, r"post\[0\] is 101; allowed: 0 to 100"),
        (-1, 45, 100, r"pre\[0\] is -1; allowed: 0 to 100"),
        ([45, NAN], [50, 60], 100, r"pre\[1\] is nan; allowed: 0 to 100"),
        ([45, 50], [50], 100, "pre and post must be equally many and at least one; got 2 and 1"),
        ([], [], 100, "got 0 and 0"),
        ([[45]], [50], 100, r"pre\[0\] is \[45\], which is no number"),
        (45, 70, 0, "maximum is 0; allowed: above 0"),
        (45, 70, NAN, "maximum is nan"),
    ],
)
def test_gains_that_are_not_defined(pre: Any, post: Any, maximum: Any, words: str) -> None:
    with pytest.raises(StatisticsError, match=words):
        hake_gain(pre, post, maximum)


def test_change_sees_losses_and_drops_those_who_could_not_show_any() -> None:
    result = normalised_change([45, 80, 50, 0, 100, 0, 100], [70, 60, 50, 0, 100, 25, 50], 100)
    assert result.changes == pytest.approx([25 / 55, -0.25, 0, 0.25, -0.5])
    assert result.mean == pytest.approx(np.mean([25 / 55, -0.25, 0, 0.25, -0.5]))
    assert (result.n, result.dropped) == (5, 2)


@given(st.lists(st.tuples(st.integers(0, 20), st.integers(0, 20)), min_size=1, max_size=20))
def test_change_lies_between_losing_and_gaining_all(scores: list[tuple[int, int]]) -> None:
    pre, post = zip(*scores, strict=True)
    stuck = sum(a == b and a in (0, 20) for a, b in scores)
    if stuck == len(scores):
        with pytest.raises(StatisticsError, match="nobody who could change"):
            normalised_change(pre, post, 20)
        return
    result = normalised_change(pre, post, 20)
    assert result.dropped == stuck
    assert np.all(np.abs(result.changes) <= 1)
    signs = [np.sign(b - a) for a, b in scores if not (a == b and a in (0, 20))]
    assert np.sign(result.changes).tolist() == signs


@pytest.mark.parametrize(
    ("pre", "post", "maximum", "words"),
    [
        ([45], [45, 50], 100, "got 1 and 2"),
        ([45], [NAN], 100, r"post\[0\] is nan; allowed: 0 to 100"),
        ([45], [145], 100, r"post\[0\] is 145; allowed: 0 to 100"),
        (45, 70, 100, "pre is 45; allowed: a row of numbers, each 0 to 100"),
        ([45], [50], -1, "maximum is -1; allowed: above 0"),
        ([0, 10], [0, 10], 10, "pre and post hold nobody who could change"),
    ],
)
def test_changes_that_are_not_defined(pre: Any, post: Any, maximum: Any, words: str) -> None:
    with pytest.raises(StatisticsError, match=words):
        normalised_change(pre, post, maximum)


def test_a_difference_with_interval_effect_size_and_p() -> None:
    result = paired_difference(PRE, POST)
    changes = np.subtract(POST, PRE)
    error = changes.std(ddof=1) / 6**0.5
    assert result.difference == pytest.approx(16 / 6)
    assert result.effect_size == pytest.approx(changes.mean() / changes.std(ddof=1))
    reach = student.ppf(0.975, 5) * error
    assert result.interval == pytest.approx((changes.mean() - reach, changes.mean() + reach))
    assert result.p == pytest.approx(ttest_rel(POST, PRE).pvalue)
    assert result.n == 6
    assert str(result).startswith(
        "6 people scored 2.7 points more on average than before (95 % interval -0.5 to 5.8)"
    )
    assert "a difference as large would come up about 8 times in 100" in str(result)


def test_turned_round_it_is_a_loss() -> None:
    there, back = paired_difference(PRE, POST), paired_difference(POST, PRE)
    assert back.difference == pytest.approx(-there.difference)
    assert back.p == pytest.approx(there.p)
    assert "2.7 points less on average than before" in str(back)


def test_with_few_people_there_is_no_p_and_it_is_said_why() -> None:
    result = paired_difference(PRE[:4], POST[:4])
    assert (result.p, result.interval, result.n) == (None, None, 4)
    assert result.effect_size == pytest.approx(2.5 / np.std([3, 0, 5, 2], ddof=1))
    assert str(result) == (
        "4 people scored 2.5 points more on average than before; with fewer than 5 nobody can say how sure that is."
    )
    assert str(paired_difference([3], [5])).startswith("1 person scored 2.0 points more than before; with")


def test_where_all_changed_by_the_same_there_is_nothing_to_judge_by() -> None:
    result = paired_difference([0.1, 0.2, 0.3, 0.4, 0.7, 0.8], [0.2, 0.3, 0.4, 0.5, 0.8, 0.9])
    assert result.difference == pytest.approx(0.1)
    assert (result.interval, result.effect_size, result.p) == (None, None, None)
    assert "all changed by the same" in str(result)
    assert paired_difference([3] * 6, [3] * 6).difference == 0


@pytest.mark.parametrize(
    ("pre", "post", "words"),
    [
        ([1, 2], [1], "pre and post must be equally many and at least one; got 2 and 1"),
        ([], [], "got 0 and 0"),
        ([1, NAN], [1, 2], r"pre\[1\] is nan; allowed: a finite number"),
        ([1, 2], [1, float("inf")], r"post\[1\] is inf; allowed: a finite number"),
        ([[1, 2]], [[1, 2]], r"pre\[0\] is \[1, 2\], which is no number"),
        (1, 2, "pre is 1; allowed: a row of numbers"),
    ],
)
def test_differences_that_are_not_defined(pre: Any, post: Any, words: str) -> None:
    with pytest.raises(StatisticsError, match=words):
        paired_difference(pre, post)


def test_items_of_a_class_of_ten() -> None:
    result = item_analysis(CLASS)
    assert result.difficulty == pytest.approx([0.8, 0.7, 0.5, 0.3, 0.3])
    assert result.point_biserial == pytest.approx([0.7351, 0.5806, 0.7001, 0.6417, 0.4889], abs=5e-5)
    table = np.array(CLASS)
    rest = [np.corrcoef(item, table.sum(axis=1) - item)[0, 1] for item in table.T]
    assert result.item_rest == pytest.approx(rest)
    assert result.n == 10
    assert str(result) == (
        "Of 10 people, 80% had item 1 right, the easiest, and 30% item 4, the hardest. "
        "With fewer than 30 people that describes this class, not the items."
    )


def test_people_tied_at_the_cut_share_the_places() -> None:
    # Best three: totals 5, 4, 4. Weakest three: 0, 1, and one place among three people with 2.
    upper = np.mean(CLASS[:3], axis=0)
    lower = (np.array(CLASS[8]) + CLASS[9] + np.mean(CLASS[5:8], axis=0)) / 3
    assert item_analysis(CLASS).discrimination == pytest.approx(upper - lower)


def test_the_best_and_the_weakest_are_27_in_100() -> None:
    hundred = [[int(person >= 73), int(person >= 50), 1] for person in range(100)]
    result = item_analysis(hundred)
    assert result.discrimination == pytest.approx([1, 1, 0])
    assert "With fewer than" not in str(result)
    # Of eleven the tails are three each, of thirteen four (3.51 rounded).
    eleven, thirteen = ([[int(p >= n - 3), int(p >= n - 3)] for p in range(n)] for n in (11, 13))
    assert item_analysis(eleven).discrimination == pytest.approx([1, 1])
    assert item_analysis(thirteen).discrimination == pytest.approx([0.75, 0.75])


@given(tests_of_items)
def test_items_do_not_mind_the_order_of_people_and_are_never_nan(scores: Any) -> None:
    result, turned = item_analysis(scores), item_analysis(scores[::-1])
    parts = ["difficulty", "point_biserial", "item_rest"]
    if len(scores) < 6:
        assert result.discrimination is None
    else:
        parts.append("discrimination")
    for part in parts:
        assert np.all(np.abs(getattr(result, part)) <= 1 + 1e-9)
        assert getattr(turned, part) == pytest.approx(getattr(result, part))


def test_an_item_that_all_or_none_have_right_is_related_to_nothing() -> None:
    result = item_analysis([[1, 0, 1], [1, 0, 0], [1, 0, 1]])
    assert result.difficulty == pytest.approx([1, 0, 2 / 3])
    assert result.point_biserial == pytest.approx([0, 0, 1])
    assert result.item_rest == pytest.approx([0, 0, 0])


def test_kr20_of_the_class_is_its_definition_and_cronbachs_alpha() -> None:
    table = np.array(CLASS)
    right = table.mean(axis=0)
    totals = table.sum(axis=1)
    expected = 5 / 4 * (1 - (right * (1 - right)).sum() / ((totals - 2.6) ** 2).mean())
    assert kr20(CLASS) == pytest.approx(expected)
    assert kr20(CLASS) == pytest.approx(0.6127451, abs=5e-8)
    between = np.cov(table.T)
    assert kr20(CLASS) == pytest.approx(5 / 4 * (1 - np.trace(between) / between.sum()))


def test_kr20_at_its_ends() -> None:
    assert kr20([[1, 1, 1], [0, 0, 0]]) == pytest.approx(1)
    assert kr20([[1, 0, 1], [0, 1, 0], [1, 0, 0]]) < 0


@pytest.mark.parametrize("score", [item_analysis, kr20])
@pytest.mark.parametrize(
    ("scores", "words"),
    [
        ([], "scores has no people; allowed: 2 or more"),
        ([[1, 0]], "scores has 1 people; allowed: 2 or more"),
        ([[1], [0]], "scores has 1 items; allowed: 2 or more"),
        ([[1, 2], [0, 1]], r"scores\[0\]\[1\] is 2; allowed: 0 or 1"),
        ([[1, 0.5], [0, 1]], r"scores\[0\]\[1\] is 0.5; allowed: 0 or 1"),
        ([[1, NAN], [NAN, NAN]], r"scores\[0\]\[1\] is nan; allowed: 0 or 1"),
        ([[1, 0], [0]], r"scores\[1\] has 1 items; allowed: the same for everybody \(2\)"),
        ([1, 0], r"scores\[0\] is 1; allowed: a row of numbers, each 0 or 1"),
    ],
)
def test_scores_that_cannot_be_analysed(score: Any, scores: Any, words: str) -> None:
    with pytest.raises(StatisticsError, match=words):
        score(scores)


def test_kr20_of_equal_totals_is_refused() -> None:
    with pytest.raises(StatisticsError, match="scores gives everybody the same total; allowed: at least two"):
        kr20([[1, 0], [0, 1]])


def test_all_of_learning_is_found_in_its_module() -> None:
    assert (learning.item_analysis, learning.kr20) == (item_analysis, kr20)
