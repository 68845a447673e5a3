"""Charts are Vega-Lite 5 in the page's colours, described, and ask nobody for anything."""

from __future__ import annotations

import base64
import json
import re
from typing import Any

import pytest

from lineofsight.errors import UnknownName
from lineofsight.model.case import Case
from lineofsight.model.exhibit import Exhibit, Series
from lineofsight.reports.charts import exhibit_chart, headroom
from lineofsight.reports.labels import spots
from lineofsight.reports.possible_years import years_chart
from lineofsight.reports.theme import MIME, SCHEMA, TEXT, metadata
from lineofsight.reports.year_charts import year_chart, year_table

BAND = ([1.0, 2.0, 3.0], [2.0, 3.0, 4.0], [3.0, 4.0, 5.0])
FLAT = ([0.0, 0.0, 0.0], [1.0, 1.0, 1.0], [1.5, 1.5, 1.5])


def redrawn(case: Case, **changes: Any) -> Exhibit:
    paper = case.exhibit("chart")
    assert paper.chart is not None
    return paper.model_copy(update={"chart": paper.chart.model_copy(update=changes)})


def every_chart(case: Case) -> dict[str, dict[str, Any]]:
    both = (
        Series(column="open", label="all", tone="operations"),
        Series(column="week", label="weeks", tone="leadership"),
    )
    bundles = {mark: exhibit_chart(case, redrawn(case, mark=mark)) for mark in ("line", "bar", "point")}
    bundles["area"] = exhibit_chart(case, redrawn(case, mark="area", series=both))
    bundles["lying bars"] = exhibit_chart(case, redrawn(case, mark="bar", x="note", rules=()))
    bundles["year"] = year_chart(BAND, FLAT, title="Queue", unit="letters", rules=[(1, "now")])
    bundles["half"] = year_chart(BAND, None, title="Queue", unit="letters")
    bundles["dots"] = years_chart(list(range(200)), 20, 99, title="Left", form=",.0f", held=40)
    return bundles


def test_every_chart_is_version_5_described_and_self_contained(case: Case) -> None:
    for name, bundle in every_chart(case).items():
        spec = bundle[MIME]
        assert spec["$schema"] == SCHEMA, name
        assert spec["description"] == bundle["text/plain"] != "", name
        assert spec["width"] == "container", name
        assert "legend" not in json.dumps(spec).replace('"legend": null', ""), name
        addresses = re.findall(r"(?:https?:)?//[^\"]*", json.dumps(spec))
        assert addresses == [SCHEMA], name
        assert base64.b64decode(bundle["image/png"])[:4] == b"\x89PNG", name


def test_colours_follow_the_page_and_no_text_is_small(case: Case) -> None:
    for name, bundle in every_chart(case).items():
        text = json.dumps(bundle[MIME])
        colours = re.findall(r'"(?:color|stroke|\w+Color)": "([^"]+)"', text)
        assert colours, name
        assert all(colour.startswith("var(--") for colour in colours), name
        assert min(int(size) for size in re.findall(r'[fF]ontSize": (\d+)', text)) >= TEXT, name


def test_a_year_says_in_words_what_is_shaded(case: Case) -> None:
    title = every_chart(case)["year"][MIME]["title"]
    assert "letters; shaded: 80 of 100 possible years" in title["subtitle"]["expr"]


def test_a_share_is_shown_in_per_cent(case: Case) -> None:
    parts = ([0.1, 0.2], [0.3, 0.4], [0.5, 0.75])
    spec = year_chart(parts, None, title="Sent in time", unit="share of orders")[MIME]
    assert "per cent of orders; shaded: 80 of 100" in spec["title"]["subtitle"]["expr"]
    assert spec["layer"][0]["encoding"]["y"]["axis"]["format"] == ".0%"
    assert "highest in week 1 at 40%" in spec["description"]


def test_no_share_has_a_gridline_above_the_whole() -> None:
    nearly = ([0.9, 0.9], [0.95, 0.95], [0.98, 1.0])
    axis = year_chart(nearly, None, title="Sent in time", unit="share")[MIME]["layer"][0]["encoding"]["y"][
        "axis"
    ]
    assert max(axis["values"]) == 1
    over = ([0.9, 0.9], [1.1, 1.1], [1.3, 1.4])
    axis = year_chart(over, None, title="Packing in use", unit="share")[MIME]["layer"][0]["encoding"]["y"][
        "axis"
    ]
    assert "values" not in axis


def test_a_long_title_breaks_by_the_room_of_its_container_and_no_line_is_long(case: Case) -> None:
    title = "Changes that gave trouble on the line, by the week in which they were planned"
    asked = exhibit_chart(case, redrawn(case, title=title))[MIME]["title"]["text"]["expr"]
    assert "containerSize()[0] >=" in asked
    assert json.dumps(title) in asked
    lines = json.loads(asked[asked.rindex("[") :])
    assert " ".join(lines) == title
    assert max(map(len, lines)) <= 31


def test_the_menu_is_off_and_the_picture_is_svg() -> None:
    assert metadata() == {MIME: {"embed_options": {"renderer": "svg", "actions": False}}}


def test_a_paper_without_a_chart_says_which_have_one(case: Case) -> None:
    with pytest.raises(UnknownName, match="allowed: chart"):
        exhibit_chart(case, case.exhibit("memo"))


def test_rows_outside_the_charts_range_are_not_drawn(case: Case) -> None:
    spec = exhibit_chart(case, redrawn(case, x_range=(2, 3)))[MIME]
    weeks = {row["week"] for rows in spec["datasets"].values() for row in rows}
    assert weeks == {2, 3}


def test_events_close_together_get_lines_of_their_own(case: Case) -> None:
    chart = case.exhibit("chart").chart
    assert chart is not None
    near = (*chart.rules, chart.rules[0].model_copy(update={"at": 4}))
    assert headroom((), (0, 30)) == 0
    assert headroom(near, (0, 30)) == 2 * headroom(chart.rules, (0, 30))


def test_labels_stand_where_curves_are_apart() -> None:
    weeks = range(20)
    rising = [week * 1.0 for week in weeks]
    flat = [3.0 for _ in weeks]
    first, second = spots({"rising": rising, "flat": flat}, 22)
    assert abs(rising[first.at] - 3) > 2
    assert abs(rising[second.at] - 3) > 2
    assert spots({"gaps": [None, 1.0, None]}, 1)[0].at == 1


def test_labels_cover_neither_each_other_nor_another_curve() -> None:
    nothing = [2200.0] * 12 + [4100.0 + 80 * week for week in range(12)] + [3400.0] * 28
    plan = [2250.0] * 19 + [3000.0 + 100 * week for week in range(6)] + [3700.0] * 27
    first, second = spots({"doing nothing": nothing, "your plan": plan}, 7200)
    assert 12 <= first.at <= 23
    assert first.above
    words = (
        (plan[second.at], plan[second.at] + 700) if second.above else (plan[second.at] - 700, plan[second.at])
    )
    assert not [at for at in range(second.at - 2, second.at + 3) if words[0] <= nothing[at] <= words[1]]
    assert abs(plan[second.at] - nothing[second.at]) > 300
    flat = spots({"one": [1.0] * 53, "other": [1.0] * 53}, 2)
    assert (flat[0].above, flat[0].at) != (flat[1].above, flat[1].at)


def test_labels_of_curves_that_run_side_by_side_stand_on_their_own_side() -> None:
    shared = [2200.0] * 12 + [4100.0 + 90 * week for week in range(12)]
    lower, upper = spots({"lower": [*shared, *[3350.0] * 28], "upper": [*shared, *[3520.0] * 28]}, 7200)
    assert lower.at > 23 < upper.at
    assert (lower.above, upper.above) == (False, True)


def test_as_many_dots_are_full_as_the_sentence_says() -> None:
    for low, high, held in ((20, 99, 40), (-5, 500, 100), (300, 400, 0)):
        spec = years_chart(list(range(200)), low, high, title="Left", form=",.0f", held=held)[MIME]
        dots = [row for rows in spec["datasets"].values() for row in rows if "held" in row]
        assert len(dots) == 100
        assert sum(dot["held"] for dot in dots) == held


@pytest.mark.parametrize(
    ("low", "high", "said"),
    [
        (20, 99, "shaded: your range"),
        (-5000, 99, "shaded: your range, which goes on to the left"),
        (-5000, 5000, "shaded: your range, which goes on to the left and the right"),
        (7500, 8000, "your range lies right of this picture"),
        (-8000, -7500, "your range lies left of this picture"),
    ],
)
def test_a_range_far_off_is_cut_at_the_edge_and_the_picture_says_so(low: int, high: int, said: str) -> None:
    spec = years_chart(list(range(200)), low, high, title="Left", form=",.0f", held=0)[MIME]
    subtitle = spec["title"]["subtitle"]
    assert f"100 possible years; {said}" in (subtitle if isinstance(subtitle, str) else subtitle["expr"])
    left, right = spec["layer"][1]["encoding"]["x"]["scale"]["domain"]
    shaded = next(row for rows in spec["datasets"].values() for row in rows if "to" in row)
    assert left <= shaded["value"] <= shaded["to"] <= right
    assert right - left < 700


def test_one_possible_year_and_a_point_for_a_range_are_drawn() -> None:
    spec = years_chart([0.0], 0, 0, title="Left", form=",.0f", held=100)[MIME]
    assert spec["height"] > 0


def test_a_year_has_an_equal_table() -> None:
    html = year_table(BAND, FLAT, title="Queue", form=",.1f")
    assert html.count('<th scope="col"') == 7
    assert '<th scope="row" class="num">2</th><td class="num">3.0</td>' in html
