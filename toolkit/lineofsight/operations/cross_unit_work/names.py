"""The names of work across units: controls, outcomes and signals, with units (see also ``parameters``)."""

from __future__ import annotations

from ..protocol import Control, Outcome, signal
from .parameters import PARAMETERS

__all__ = ["CONTROLS", "OUTCOMES", "PARAMETERS", "SIGNALS"]

CONTROLS = (
    Control("bonus", "factor", 0, 2, 1, "product", "On the strength of the bonus."),
    Control("joint_weight", "share", 0, 1, 0, "max", "Of the unit's bonus, paid on joint results instead."),
    Control("joint_bonus", "share", 0, 1, 0, "sum", "Bonus on joint results, on top of what there is."),
    Control("bonus_group", "factor", 0.05, 1, 1, "product", "On how many share a bonus on joint results."),
    Control("peer_view", "share", 0, 1, 0, "max", "How far a team sees what each adds to a joint result."),
    Control("celebrate", "share", 0, 1, 0, "max", "Joint results celebrated, the good and the poor."),
    Control("filler", "factor", 0, 2, 1, "product", "On work done only because the scorecard counts it."),
    Control("own_work", "factor", 0.6, 1.3, 1, "product", "On each unit's own work (projects stopped)."),
    Control("reserve", "share", 0, 0.4, 0, "max", "Hours kept from own work, as far as people help."),
    Control("pool", "share", 0, 1, 0, "max", "How far people work in the unit with the most to do."),
    Control("switches", "factor", 0, 3, 1, "product", "On changes of priority."),
    Control("one_at_a_time", "share", 0, 1, 0, "max", "Who finish one task before they begin the next."),
    Control("recall", "share", 0, 0.6, 0, "sum", "More people who work out what the priorities ask of them."),
    Control("announcements", "share", 0, 1, 0, "max", "Leaders tell it again; people feel clear."),
    Control("duplicates", "factor", 0.2, 2, 1, "product", "On own work done twice."),
    Control("issues", "factor", 0.5, 1.5, 1, "product", "On issues that arise."),
    Control("touch", "factor", 0.5, 2, 1, "product", "On the work on an issue."),
    Control("handover", "factor", 0.2, 1.5, 1, "product", "On issues sent back."),
    Control("owners", "share", 0, 1, 0, "max", "Issues with one owner across the units; takes hours."),
    Control("chasing", "factor", 0, 2, 1, "product", "On asking after issues."),
    Control("voice", "share", -0.4, 0.3, 0, "sum", "More issues raised at once; what was hidden comes out."),
    Control("meeting_hours", "hours/person/week", 0, 12, 0, "sum", "Meetings beyond the usual."),
    Control("extra_hours", "share", 0, 0.25, 0, "sum", "Overtime; people leave over it."),
    Control("hires", "people", 0, 60, 0, "sum", "People who start, a third a unit.", True, "hires_coming"),
    Control("hires_coming", "people", 0, 120, 0, "sum", "Hired by the plan, not there yet (automatic)."),
    Control("replacement", "factor", 0, 1.5, 1, "product", "On posts filled again when somebody leaves."),
    Control("attrition", "factor", 0.3, 3, 1, "product", "On people who leave."),
    Control(
        "spending", "USD/week", 0, 1e8, 0, "sum", "Money spent by the plan (automatic: the price).", True
    ),
)

OUTCOMES = (
    Outcome("open_hours", "Time an issue is open", "hours", "down", "Mean of all closed in the year."),
    Outcome("in_time", "Issues closed within four weeks", "share", "up", "Of those closed or given up."),
    Outcome("customers_end", "Customers at the end", "customers", "up", "After week 51."),
    Outcome("own_late", "Own work left lying", "hours", "down", "All units, mean of Sunday nights."),
    Outcome("leavers", "People who left", "people", "down", "Over the year."),
    Outcome("trust_end", "Trust at the end", "share", "up", "That joint work is meant."),
    Outcome("wasted_hours", "Hours wasted", "hours", "down", "On work done twice or only to be counted."),
    Outcome("dashboard", "Mean scorecard", "share", "up", "Mean of units and weeks, as seen upstairs."),
    Outcome("loss", "Cost and margin lost", "USD", "down", "People, bonus, the plan, customers lost."),
)


SIGNALS = (
    signal("arisen", "Issues that arose", "issues/week", "down", "Raised or not."),
    signal("raised", "Issues raised", "issues/week", None, "At once, or after having been hidden."),
    signal("surfaced", "Issues raised late", "issues/week", "down", "Of these, hidden until now."),
    signal("hidden", "Issues nobody has raised", "issues", "down", "On Sunday night; on no list."),
    signal("open", "Open issues", "issues", "down", "On Sunday night."),
    signal("open_1", "Open in the first unit", "issues", "down", "On Sunday night."),
    signal("open_2", "Open in the second unit", "issues", "down", "On Sunday night."),
    signal("open_3", "Open in the third unit", "issues", "down", "On Sunday night."),
    signal("old", "Issues open for four weeks", "issues", "down", "Or longer, on Sunday night."),
    signal("closed", "Issues closed", "issues/week", "up"),
    signal("closed_in_time", "Issues closed within four weeks", "issues/week", "up"),
    signal("given_up", "Issues given up", "issues/week", "down"),
    signal("sent_back", "Issues sent back", "issues/week", "down"),
    signal("in_time", "Closed within four weeks", "share", "up", "Of those closed or given up."),
    signal(
        "in_time_quarter", "Closed within four weeks, of the quarter", "share", "up", "Of the last 13 weeks."
    ),
    signal("open_hours", "Time open", "hours", "down", "Working hours, mean of the issues closed this week."),
    signal("crossing_hours", "Time to cross the units", "hours", "down", "Once, at this week's pace."),
    signal("flow_efficiency", "Work over time to cross", "share", "up", "Hours of work in an hour of it."),
    signal("busy_1", "First unit busy", "share", "down", "Load over hours, of the last weeks."),
    signal("busy_2", "Second unit busy", "share", "down", "Load over hours, of the last weeks."),
    signal("busy_3", "Third unit busy", "share", "down", "Load over hours, of the last weeks."),
    signal("hours_left", "Hours left by switching", "share", "up", "Of all, after changes of priority."),
    signal("switches", "Changes of priority", "1/week", "down"),
    signal(
        "task_days", "Days until a task is finished", "days", "down", "Mean over what a person has in hand."
    ),
    signal("own_new", "Own work that came", "hours/week", None, "All units."),
    signal("own_done", "Own work done", "hours/week", "up", "All units; what is done twice counts once."),
    signal("own_late", "Own work left lying", "hours", "down", "All units, on Sunday night."),
    signal("filler_hours", "Hours on what only counts", "hours/week", "down", "All units."),
    signal("twice_hours", "Hours on work done twice", "hours/week", "down", "All units."),
    signal("card_1", "First unit's scorecard", "share", "up", "Work counted over target."),
    signal("card_2", "Second unit's scorecard", "share", "up", "Work counted over target."),
    signal("card_3", "Third unit's scorecard", "share", "up", "Work counted over target."),
    signal("dashboard", "Mean scorecard", "share", "up", "What is seen upstairs."),
    signal("dashboard_quarter", "Mean scorecard of the quarter", "share", "up", "Of the last 13 weeks."),
    signal("green", "Green scorecards", "units", "up"),
    signal("effort_own", "Effort on own work", "ratio", None, "To what people would do by themselves."),
    signal("effort_help", "Effort on helping", "ratio", "up", "To what people would do by themselves."),
    signal("coasting", "Bonus that comes without one's doing", "share", "down", "Free riding follows."),
    signal(
        "bonus_loss", "What the bonus misses", "money", "down", "Of the best effort's worth; risk counted."
    ),
    signal("named_two", "Who can name two priorities", "share", "up", "Asked without a list."),
    signal("felt_clear", "Who feel clear", "share", None, "In the survey."),
    signal("leaders_sure", "Leaders sure that they are clear", "share", None),
    signal("trust", "Trust", "share", "up", "That joint work is meant; on Sunday night."),
    signal("voice", "Issues raised at once", "share", "up"),
    signal("people", "People", "people", None, "All units, during the week."),
    signal("started", "People who started", "people/week", None),
    signal("left", "People who left", "people/week", "down"),
    signal("on_order", "People to come", "people", None),
    signal("customers", "Customers", "customers", "up", "At the start of the week."),
    signal("customers_new", "New customers", "customers/week", "up"),
    signal("customers_left", "Customers who left", "customers/week", "down"),
    signal("csat", "Satisfaction", "share", "up"),
    signal("csat_quarter", "Satisfaction, mean of the quarter", "share", "up", "Of the last 13 weeks."),
    signal("bonus_paid", "Bonus paid", "USD/week", None),
    signal("cost", "Cost of the units", "USD/week", "down", "People, hires, bonus and what the plan spends."),
    signal("margin_lost", "Margin lost", "USD/week", "down", "With customers lost to slow or missing work."),
)
