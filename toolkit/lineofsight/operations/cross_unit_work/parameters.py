"""The parameters of work across units: units, defaults, ranges and where each one comes from."""

from __future__ import annotations

from ..protocol import Parameter

A = "assumption"
HM = "Holmstrom & Milgrom (1991)"

_p = Parameter  # a line a parameter


_ISSUES = (
    _p("issues", "issues/customer/week", 0.02, 0.002, 0.05, A, "Issues that need all three units."),
    _p("touch", "hours", 1, 0.25, 3, A, "Work on an issue in each unit."),
    _p("week_hours", "hours/week", 40, 35, 45, A, "Working hours by which an issue's clock runs."),
    _p("busy_1", "share", 0.95, 0.5, 0.98, A, "How busy the first unit is at the start."),
    _p("busy_2", "share", 0.95, 0.5, 0.98, A, "How busy the second unit is at the start."),
    _p("busy_3", "share", 0.95, 0.5, 0.98, A, "How busy the third unit is at the start."),
    _p("busy_weight", "1/week", 0.3, 0.05, 1, A, "How fast a week's load shows in the waiting."),
    _p("sent_back", "share", 0.08, 0, 0.3, A, "Issues sent back to the first unit, if people help."),
    _p("sent_back_more", "share", 0.3, 0, 0.6, A, "More of them where nobody would help at all."),
    _p("give_up", "1/week", 0.05, 0, 0.3, A, "Of issues four weeks old, given up in a week."),
    _p("chase", "hours/open issue/week", 0.05, 0, 0.15, A, "Asking after it, in each unit."),
    _p("owner_hours", "hours/issue", 0.3, 0, 1, A, "What it takes to own an issue across units."),
    _p("owner_sent_back", "share", 0.6, 0, 1, A, "Of issues sent back, those that an owner prevents."),
    _p("owner_chase", "share", 0.5, 0, 1, A, "Of asking after issues, what an owner saves."),
    _p("voice", "share", 0.7, 0.3, 1, A, "Issues that are raised at once."),
    _p("surface", "1/week", 0.1, 0.02, 0.5, A, "Of the others, found by customers in a week."),
    _p("speak_up", "1/week", 0.5, 0, 1, A, "More of them raised, by what voice has gained."),
)

_UNITS = (
    _p("people", "people", 20, 4, 200, A, "In each of the three units at the start."),
    _p("hours", "hours/person/week", 32, 25, 38, A, "Productive hours, usual meetings taken off."),
    _p("attrition", "1/week", 0.003, 0.001, 0.01, A, "People who leave at the start."),
    _p("hire_weeks", "weeks", 10, 2, 26, A, "Until somebody who left is replaced."),
    _p("strain", "per share", 4, 0, 10, A, "More leave by what a unit is busier than at the start."),
    _p("distrust", "per share", 1.5, 0, 4, A, "More leave by what trust has lost."),
    _p("pay_cut", "per strength", 3, 0, 6, A, "More leave by what the bonus has lost."),
    _p("overtime_strain", "per share", 5, 0, 10, A, "More leave by overtime."),
    _p("switches", "1/week", 1.5, 0, 10, A, "Changes of priority."),
    _p("switch_loss", "share", 0.05, 0, 0.2, A, "Hours of a week that one change costs."),
    _p("one_relief", "share", 0.4, 0, 0.8, A, "Of this, saved by finishing one task before the next."),
    _p("tasks", "tasks", 4, 1, 10, A, "Tasks that a person has in hand."),
    _p("task_days", "days", 5, 1, 20, A, "Work in one of them."),
    _p("catch_up", "1/week", 0.25, 0, 1, A, "Part of late own work to be caught up in a week."),
    _p("card", "share", 1.08, 0.9, 1.2, A, "Each unit's scorecard at the start: counted over target."),
    _p("green", "share", 0.95, 0.8, 1.1, A, "From where on a scorecard is green."),
    _p("wage", "USD/person/week", 1_600, 500, 5_000, A, "What a person costs."),
    _p("hire_fee", "USD/hire", 8_000, 0, 50_000, A, "What it costs to fill a post."),
)

_BONUS = (
    _p("bonus", "share", 0.5, 0, 1, A, "Strength of the bonus."),
    _p("joint_share", "share", 0.1, 0, 1, A, "Of this, paid on joint results."),
    _p("substitution", "share", 0.5, 0, 0.9, HM + ", size assumed", "How far own work crowds out help."),
    _p("bonus_people", "people", 60, 1, 1_000, A, "Who share the bonus on joint results."),
    _p("peer", "share", 0.5, 0, 1, A, "How far being seen makes up for a small share."),
    _p("recognition", "share", 0.3, 0, 0.6, A, "What it means to be celebrated, if people trust it."),
    _p("pace", "share", 0.08, 0, 0.2, A, "Own work done faster, per unit of effort."),
    _p("filler", "share", 0.14, 0, 0.3, A, "Hours on what only counts, per unit of effort."),
    _p("coasting", "share", 0.2, 0, 0.4, A, "Slower where a joint bonus comes without one's doing."),
    _p("worth_own", "money", 1, 0, 3, A, "Worth of effort on own work, for the comparison of bonuses."),
    _p("worth_help", "money", 1, 0, 3, A, "Worth of effort on helping, likewise."),
    _p("risk", "1/money", 1, 0, 3, A, "How much people dislike a bonus that hangs on luck."),
    _p("measure_noise", "variance", 1, 0, 3, A, "Luck in what the scorecard measures."),
    _p("bonus_pay", "USD/person/week", 300, 0, 2_000, A, "Paid at full strength."),
)

_MINDS = (
    _p("named_two", "share", 0.3, 0.05, 0.9, "Sull, Homkes & Sull (2015): under a third", "Name two aims."),
    _p("clarity_weeks", "weeks", 6, 1, 26, A, "How long it takes people to learn or forget them."),
    _p("forget", "weeks", 0.1, 0, 0.5, A, "How far each change of priority wipes them out."),
    _p("felt_clear", "share", 0.84, 0.3, 1, "Sull, Homkes & Sull (2015)", "Who feel clear in the survey."),
    _p("leaders_sure", "share", 0.97, 0.5, 1, A, "Leaders who are sure that they are clear."),
    _p("twice", "share", 0.15, 0, 0.4, A, "Own work done twice if nobody knew the priorities."),
    _p("trust", "share", 0.4, 0.1, 0.9, A, "Trust at the start that joint work is meant."),
    _p("trust_weeks", "weeks", 8, 2, 26, A, "How long trust takes to follow."),
    _p("trust_results", "share", 0.5, 0, 1, A, "Trust won by better results."),
    _p("trust_voice", "share", 0.5, 0, 1, A, "Issues raised by more trust."),
    _p("praise", "share", 0.35, 0, 0.6, A, "Trust won by celebrating good results, or lost by poor ones."),
    _p("result_bar", "share", 0.9, 0.5, 0.98, A, "Issues closed in time that people call a result."),
    _p("unfair", "share", 0.15, 0, 0.5, A, "Trust lost where some coast on a joint bonus."),
)

_CUSTOMERS = (
    _p("customers", "customers", 3_000, 100, 1e6, A, "At the start; as many come as leave then."),
    _p("growth", "customers/week", 0, 0, 1_000, A, "Further customers who come."),
    _p("churn_base", "1/week", 0.003, 0.001, 0.01, A, "Customers who leave in any week."),
    _p("churn_slow", "1/week", 0.005, 0.001, 0.02, A, "More who leave at .30 below what satisfies them."),
    _p("csat_floor", "share", 0.5, 0.2, 0.7, A, "Satisfaction when the wait is endless."),
    _p("csat_span", "share", 0.45, 0.1, 0.5, A, "What prompt work adds."),
    _p("csat_weeks", "weeks", 4, 1, 12, A, "Wait for an issue after which little of it is left."),
    _p("csat_own_weeks", "weeks", 2, 0.5, 12, A, "The same for a unit's own late work."),
    _p("csat_ok", "share", 0.85, 0.7, 0.95, A, "Satisfaction below which people begin to leave."),
    _p("let_down", "customers/issue", 0.1, 0, 0.5, A, "Lost over an issue given up or found late."),
    _p("margin", "USD/customer/week", 40, 1, 1_000, A, "Margin lost with a customer."),
)

_LUCK = (
    _p("noise_issues", "sd of log", 0.13, 0, 0.5, "Poisson at 60 a week", "Luck in the week's issues."),
    _p("noise_own", "sd of log", 0.05, 0, 0.3, A, "Luck in a unit's own work, each unit its own."),
    _p("noise_switches", "sd of log", 0.3, 0, 1, A, "Luck in how often priorities change."),
    _p("noise", "factor", 1, 0, 3, A, "All luck at once (0: none)."),
)

PARAMETERS = (*_ISSUES, *_UNITS, *_BONUS, *_MINDS, *_CUSTOMERS, *_LUCK)
