"""Agreement: published and computed values, independent counts, and every way to ask wrongly."""

from __future__ import annotations

from itertools import combinations, permutations
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays
from scipy.stats import spearmanr

from lineofsight.errors import StatisticsError
from lineofsight.statistics import icc, kendall_w, krippendorff_alpha, rwg

NAN = float("nan")
OBSERVERS = [
    [1, 2, 3, 3, 2, 1, 4, 1, 2, NAN, NAN, NAN],
    [1, 2, 3, 3, 2, 2, 4, 1, 2, 5, NAN, NAN],
    [NAN, 3, 3, 3, 2, 3, 4, 2, 2, 5, 1, 3],
    [1, 2, 3, 3, 2, 4, 4, 1, 2, 5, 1, NAN],
]
# Seven priorities (rows) ranked by nine members of one management team (columns).
PRIORITIES = np.array(
    [
        [1, 2, 3, 2, 5, 6, 4, 7, 5],
        [4, 1, 4, 3, 6, 5, 5, 2, 7],
        [7, 6, 7, 7, 7, 4, 7, 3, 6],
        [6, 7, 5, 6, 1, 2, 3, 1, 2],
        [5, 3, 6, 5, 3, 7, 6, 6, 3],
        [3, 5, 2, 4, 4, 3, 1, 4, 4],
        [2, 4, 1, 1, 2, 1, 2, 5, 1],
    ]
)
TEAM = PRIORITIES.T
# Shrout & Fleiss (1979), table 2: six targets (rows) and four judges, turned to raters x items.
JUDGES = np.array([[9, 2, 5, 8], [6, 1, 3, 2], [8, 4, 6, 8], [7, 1, 2, 6], [10, 5, 6, 9], [6, 2, 4, 7]]).T
marks = arrays(float, st.tuples(st.integers(2, 5), st.integers(3, 6)), elements=st.integers(1, 5))


def alpha_by_hand(ratings: list[list[float]], level: str) -> float:
    """Return alpha from its definition: disagreement within items over that among all values."""
    units = [[v for v in unit if v == v] for unit in zip(*ratings, strict=True)]
    units = [unit for unit in units if len(unit) > 1]
    values = sorted(v for unit in units for v in unit)

    def squared(a: float, b: float) -> float:
        low, high = min(a, b), max(a, b)
        if level == "nominal":
            return float(a != b)
        if level == "interval":
            return (a - b) ** 2
        if level == "ratio":
            return ((a - b) / (a + b)) ** 2
        between = sum(low <= v <= high for v in values)
        return (between - (values.count(a) + values.count(b)) / 2) ** 2

    observed = sum(squared(a, b) / (len(unit) - 1) for unit in units for a, b in permutations(unit, 2)) / len(
        values
    )
    expected = sum(squared(a, b) for a, b in permutations(values, 2)) / (len(values) * (len(values) - 1))
    return 1 - observed / expected


@pytest.mark.parametrize(
    ("level", "value"),
    [("nominal", 0.7434211), ("ordinal", 0.8153875), ("interval", 0.8491071), ("ratio", 0.7974028)],
)
def test_alpha_of_four_observers_at_every_level(level: Any, value: float) -> None:
    assert krippendorff_alpha(OBSERVERS, level) == pytest.approx(value, abs=5e-8)
    assert alpha_by_hand(OBSERVERS, level) == pytest.approx(value, abs=5e-8)


def test_alpha_of_mostly_missing_ratings_rests_on_the_pairs_there_are() -> None:
    sparse = [
        [1, NAN, NAN, 2, NAN, 4],
        [1, NAN, 3, NAN, NAN, NAN],
        [NAN, NAN, 3, NAN, NAN, NAN],
        [NAN, 2, NAN, 3, NAN, NAN],
    ]
    assert np.isnan(sparse).mean() > 0.5
    for level in ("nominal", "ordinal", "interval", "ratio"):
        assert krippendorff_alpha(sparse, level) == pytest.approx(alpha_by_hand(sparse, level))  # type: ignore[arg-type]


def test_alpha_is_1_when_all_say_the_same_and_below_0_when_they_say_the_contrary() -> None:
    assert krippendorff_alpha([[1, 2, 3], [1, 2, 3]], "interval") == pytest.approx(1)
    assert krippendorff_alpha([[1, 2, 1, 2], [2, 1, 2, 1]], "nominal") < 0


def test_alpha_does_not_mind_how_small_the_unit_is() -> None:
    assert krippendorff_alpha([[0, 1e-90, 0], [0, 1e-90, 1e-90]], "interval") == pytest.approx(
        krippendorff_alpha([[0, 1, 0], [0, 1, 1]], "interval")
    )


@pytest.mark.parametrize(
    ("ratings", "level", "words"),
    [
        ([[1, 2, 3]], "nominal", "ratings has 1 raters; allowed: 2 or more"),
        ([[1], [2]], "nominal", "ratings has 1 items; allowed: 2 or more"),
        ([], "nominal", "ratings has no raters"),
        ([[2, 2], [2, 2]], "nominal", "ratings holds only 2; allowed: at least two different values"),
        ([[2, 2, 1], [2, 2, NAN]], "nominal", "ratings holds only 2"),
        ([[1, NAN, NAN], [1, 2, NAN]], "nominal", "ratings has 1 items that two raters or more have rated"),
        ([[NAN, NAN], [NAN, NAN]], "ordinal", "ratings has 0 items that two raters"),
        ([[1, 2], [1, 2, 3]], "nominal", r"ratings\[1\] has 3 items; allowed: the same for everybody \(2\)"),
        ([[1, 2], [1, np.inf]], "interval", r"ratings\[1\]\[1\] is inf; allowed: a finite number"),
        ([[1, 2], [-1, 2]], "ratio", r"ratings\[1\]\[0\] is -1; allowed: 0 or more, or nan"),
        ([[1, 2], ["x", 2]], "ratio", r"ratings\[1\]\[0\] is 'x', which is no number"),
        ([1, 2, 3], "nominal", r"ratings\[0\] is 1; allowed: a row of numbers"),
        (3, "nominal", "ratings is 3; allowed: a table of raters x items"),
        ([[1, 2], [1, 2]], "ordnal", r"level is 'ordnal' \(did you mean 'ordinal'\?\); allowed: nominal"),
    ],
)
def test_alpha_says_what_is_wrong(ratings: Any, level: Any, words: str) -> None:
    with pytest.raises(StatisticsError, match=words):
        krippendorff_alpha(ratings, level)


def test_w_of_four_judges_who_hardly_agree() -> None:
    result = kendall_w([[1, 3, 2], [1, 2, 3], [2, 3, 1], [3, 1, 2]])
    assert result.w == pytest.approx(1 / 16)
    assert result.chi2 == pytest.approx(0.5)
    assert result.mean_spearman == pytest.approx(-0.25)
    assert (result.raters, result.items, result.p) == (4, 3, None)
    assert "with fewer than 5 people nobody can say whether that is more than chance" in str(result)


def test_w_corrects_for_ties_and_ranks_scores_itself() -> None:
    tied = kendall_w([[1, 2, 2, 4, 5], [1, 3, 2, 4, 5], [2, 1, 3, 3, 5]])
    assert tied.w == pytest.approx(0.8563218, abs=5e-8)
    assert tied.mean_spearman == pytest.approx((3 * tied.w - 1) / 2)
    scores = kendall_w([[10, 20, 20, 40, 90], [1, 3, 2, 4, 5], [2, 1, 3, 3, 5]])
    assert scores == tied


def test_w_of_two_rankings_says_their_spearman() -> None:
    result = kendall_w([[1, 2, 3, 4, 5, 6], [2, 1, 4, 3, 6, 5]])
    assert result.mean_spearman == pytest.approx(0.8285714, abs=5e-8)


def test_two_camps_agree_within_and_not_with_each_other() -> None:
    everybody, first, second = kendall_w(TEAM), kendall_w(TEAM[:4]), kendall_w(TEAM[4:])
    for team, result in ((TEAM, everybody), (TEAM[:4], first), (TEAM[4:], second)):
        m, n = team.shape
        sums = team.sum(axis=0)
        assert result.w == pytest.approx(12 * ((sums - sums.mean()) ** 2).sum() / (m**2 * (n**3 - n)))
        pairwise = [spearmanr(a, b).statistic for a, b in combinations(team, 2)]
        assert result.mean_spearman == pytest.approx(np.mean(pairwise))
    assert everybody.w == pytest.approx(0.3192240, abs=5e-8)
    assert first.w == pytest.approx(0.7633929, abs=5e-8)
    assert second.w == pytest.approx(0.5228571, abs=5e-8)
    assert abs(np.corrcoef(TEAM[:4].sum(axis=0), TEAM[4:].sum(axis=0))[0, 1]) < 0.05


def test_a_p_for_five_or_more_is_said_in_hundreds() -> None:
    assert kendall_w(TEAM).p == pytest.approx(0.0084469, abs=5e-8)
    assert "fewer than 1 times in 100" in str(kendall_w(TEAM))
    assert "about 2 times in 100" in str(kendall_w(TEAM[4:]))


def test_complete_agreement_is_1_even_with_somebody_who_ties_all() -> None:
    assert kendall_w([[1, 2, 3, 4]] * 3).w == pytest.approx(1)
    assert 0 < kendall_w([[1, 2, 3, 4], [1, 2, 3, 4], [1, 1, 1, 1]]).w < 1


@given(marks)
def test_w_and_its_parts_stay_in_range_whatever_is_ranked(ranks: Any) -> None:
    if not np.ptp(ranks, axis=1).any():
        with pytest.raises(StatisticsError):
            kendall_w(ranks)
        return
    result = kendall_w(ranks)
    assert 0 <= result.w <= 1
    assert -1 <= result.mean_spearman <= 1
    assert result.p is None or 0 <= result.p <= 1
    assert kendall_w(ranks[::-1, ::-1]).w == pytest.approx(result.w)


@pytest.mark.parametrize(
    ("ranks", "words"),
    [
        ([[1, 2, 3]], "ranks has 1 raters; allowed: 2 or more"),
        ([[1, 2], [2, 1]], "ranks has 2 items; allowed: 3 or more"),
        ([[1, 1, 1], [2, 2, 2]], "ranks holds one value a rater; allowed: at least one rater who tells"),
        ([[1, 2, 3], [1, NAN, 3]], r"ranks\[1\]\[1\] is nan; allowed: a finite number"),
        ([[NAN, NAN, 3], [NAN, NAN, 3]], r"ranks\[0\]\[0\] is nan"),
        ([[1, 2, 3], [1, 2]], r"ranks\[1\] has 2 items; allowed: the same for everybody \(3\)"),
        ([1, 2, 3], r"ranks\[0\] is 1; allowed: a row of numbers"),
    ],
)
def test_w_says_what_is_wrong(ranks: Any, words: str) -> None:
    with pytest.raises(StatisticsError, match=words):
        kendall_w(ranks)


@pytest.mark.parametrize(
    ("ratings", "options", "value"),
    [([4, 4, 5, 3, 4], 5, 0.75), ([6, 5, 7, 6, 6], 7, 0.875), ([1, 5, 1, 5], 5, 0), ([3, 3, 3], 5, 1)],
)
def test_rwg_of_one_item(ratings: list[int], options: int, value: float) -> None:
    assert rwg(ratings, options) == pytest.approx(value)
    assert rwg(np.array(ratings[::-1]), options) == pytest.approx(value)


@pytest.mark.parametrize(
    ("ratings", "options", "words"),
    [
        ([4], 5, "ratings has 1 raters; allowed: 2 or more"),
        ([], 5, "ratings has 0 raters"),
        ([4, 6], 5, r"ratings\[1\] is 6; allowed: 1 to 5, in whole numbers"),
        ([0, 4], 5, r"ratings\[0\] is 0; allowed: 1 to 5"),
        ([4, 3.5], 5, r"ratings\[1\] is 3.5; allowed: 1 to 5, in whole numbers"),
        ([4, NAN, NAN], 5, r"ratings\[1\] is nan; allowed: 1 to 5"),
        ([[4, 4], [5, 3]], 5, r"ratings\[0\] is \[4, 4\], which is no number"),
        ([4, 4], 1, "options is 1; allowed: 2 or more, in whole numbers"),
        ([4, 4], 4.5, "options is 4.5; allowed: 2 or more, in whole numbers"),
        ([4, 4], NAN, "options is nan"),
    ],
)
def test_rwg_says_what_is_wrong(ratings: Any, options: Any, words: str) -> None:
    with pytest.raises(StatisticsError, match=words):
        rwg(ratings, options)


def test_the_six_forms_of_shrout_and_fleiss() -> None:
    result = icc(JUDGES)
    singles = (result.icc1, result.icc2, result.icc3)
    means = (result.icc1k, result.icc2k, result.icc3k)
    assert [round(value, 2) for value in singles] == [0.17, 0.29, 0.71]
    assert [round(value, 2) for value in means] == [0.44, 0.62, 0.91]
    assert (result.raters, result.items) == (4, 6)
    for one, many in zip(singles, means, strict=True):
        assert many == pytest.approx(4 * one / (1 + 3 * one)), "Spearman-Brown"


def test_the_forms_from_the_published_mean_squares() -> None:
    between, within, raters, error = 11.24, 6.26, 32.49, 1.02
    result = icc(JUDGES)
    assert result.icc1 == pytest.approx((between - within) / (between + 3 * within), abs=2e-3)
    assert result.icc2 == pytest.approx(
        (between - error) / (between + 3 * error + 4 * (raters - error) / 6), abs=2e-3
    )
    assert result.icc3 == pytest.approx((between - error) / (between + 3 * error), abs=2e-3)
    assert result.icc2k == pytest.approx((between - error) / (between + (raters - error) / 6), abs=2e-3)


def test_a_strict_rater_costs_agreement_but_not_order() -> None:
    strict = JUDGES - np.array([[0], [3], [0], [0]])
    assert icc(strict).icc3 == pytest.approx(icc(JUDGES).icc3)
    assert icc(strict).icc2 < icc(JUDGES).icc2


def test_items_that_do_not_differ_give_0_not_an_endless_number() -> None:
    apart_only_by_rater = icc([[1, 1, 1], [4, 4, 4]])
    assert (apart_only_by_rater.icc3, apart_only_by_rater.icc3k, apart_only_by_rater.icc1k) == (0, 0, 0)
    assert apart_only_by_rater.icc1 < 0
    crossing = icc([[1, 3], [3, 1]])
    assert (crossing.icc1k, crossing.icc2k, crossing.icc3k) == (0, 0, 0)


def test_raters_who_are_at_odds_are_below_0() -> None:
    assert icc([[1, 2, 3, 5], [4, 3, 2, 1]]).icc3 < 0


@given(marks)
@settings(max_examples=200)
def test_icc_is_finite_and_at_most_1_whatever_is_rated(ratings: Any) -> None:
    if np.ptp(ratings) == 0:
        with pytest.raises(StatisticsError):
            icc(ratings)
        return
    result = icc(ratings)
    forms = (result.icc1, result.icc2, result.icc3, result.icc1k, result.icc2k, result.icc3k)
    assert all(np.isfinite(form) and form <= 1 + 1e-9 for form in forms)
    turned = icc(ratings[::-1, ::-1])
    assert (turned.icc1, turned.icc2, turned.icc3) == pytest.approx(forms[:3])


@pytest.mark.parametrize(
    ("ratings", "words"),
    [
        ([[1, 2, 3]], "ratings has 1 raters; allowed: 2 or more"),
        ([[1], [2]], "ratings has 1 items; allowed: 2 or more"),
        ([[3, 3], [3, 3]], "ratings holds only 3; allowed: at least two different values"),
        ([[1, NAN], [1, 2]], r"ratings\[0\]\[1\] is nan; allowed: a finite number"),
        ([[1, 2], [1]], r"ratings\[1\] has 1 items; allowed: the same for everybody \(2\)"),
        ([[1, 2], [1, 1e200]], r"ratings\[1\]\[1\] is 1e\+200; allowed: a finite number \(up to 1e\+100\)"),
    ],
)
def test_icc_says_what_is_wrong(ratings: Any, words: str) -> None:
    with pytest.raises(StatisticsError, match=words):
        icc(ratings)
