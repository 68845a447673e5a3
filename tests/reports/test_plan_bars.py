"""The plan's bars stand where the weeks are, and say in words what they show."""

from __future__ import annotations

import re

import pytest

from lineofsight.model.answers import PlannedAction
from lineofsight.model.case import Case
from lineofsight.model.catalogue import Effect
from lineofsight.reports.gantt import gantt, span
from lineofsight.reports.meter import budget_meter


def planned(action: str, start: int, owner: str = "ben", stop: int | None = None) -> PlannedAction:
    return PlannedAction(action=action, owner=owner, start=start, stop=stop)


def test_bars_begin_wait_and_work_at_their_weeks(case: Case) -> None:
    html = gantt(case, [planned("hire", 13)])
    assert '<i class="wait" style="left:25%;width:25%"></i>' in html
    assert '<i class="work operations" style="left:50%;width:50%"></i>' in html
    assert "From week 13, on its way until week 26, working from week 26 to the end of the year." in html
    assert "Hire &lt;ten&gt;" in html
    assert "Ben Oak · <span" in html


def test_a_dropped_action_ends_and_a_late_one_never_works(case: Case) -> None:
    hire = case.planning.actions[0]
    assert span(planned("hire", 0, stop=20), hire, 52) == (0, 13, 20)
    assert span(planned("hire", 45), hire, 52) == (45, 52, 52)
    assert "does not come to work" in gantt(case, [planned("hire", 45)])


def test_an_action_ends_when_its_last_effect_is_over(case: Case) -> None:
    talk = case.planning.actions[1]
    short = Effect(control="a", value=(1, 1), delay=2, weeks=10, basis="b")
    assert span(planned("talk", 4), talk.model_copy(update={"effects": (short,)}), 52) == (4, 4, 16)
    stays = short.model_copy(update={"weeks": None})
    assert span(planned("talk", 4), talk.model_copy(update={"effects": (short, stays)}), 52) == (4, 4, 52)


def test_what_lacks_what_it_needs_is_drawn_waiting_and_says_so(case: Case) -> None:
    hire, talk = case.planning.actions
    actions = (hire, talk.model_copy(update={"needs": ("hire",)}))
    needy = case.model_copy(update={"planning": case.planning.model_copy(update={"actions": actions})})
    alone = gantt(needy, [planned("talk", 26)])
    assert '<i class="wait" style="left:50%;width:50%"></i>' in alone
    assert 'class="work operations"' not in alone
    assert alone.count("does not work without “Hire &lt;ten&gt;”") == 2
    assert "does not work" not in gantt(needy, [planned("talk", 26), planned("hire", 0)])


def test_nobody_and_nothing_are_said(case: Case) -> None:
    assert "nobody yet" in gantt(case, [planned("talk", 0, owner="gone")])
    assert "No action yet" in gantt(case, [])
    assert "No action yet" in gantt(case, [planned("gone", 0)])


def test_a_dated_event_is_a_dashed_line_on_every_row_and_in_the_legend(case: Case) -> None:
    html = gantt(case, [planned("hire", 0), planned("talk", 0)], (26, "launch"))
    assert html.count('<i class="now-line" style="left:50%"></i>') == 2
    assert "launch, week 26" in html
    assert len(html) < 3000


@pytest.mark.parametrize(("spent", "width", "words"), [(60, "60%", "40 left"), (130, "100%", "30 too much")])
def test_the_budget_says_what_is_left(spent: float, width: str, words: str) -> None:
    html = budget_meter(spent, 100, "USD")
    assert f'width:{width}"' in html
    assert words in html
    assert re.search(r'role="meter" aria-label="Budget" aria-valuemin="0" aria-valuemax="100"', html)
