"""The support desk's names: parameters, controls, outcomes and signals, with units and sources."""

from __future__ import annotations

from ..protocol import Control, Outcome, Parameter, signal

A = "assumption"
_p = Parameter  # a line a parameter


PARAMETERS = (
    _p("users", "users", 100_000, 1_000, 1e7, A, "Customers at the start."),
    _p("new_users", "users/week", 1_000, 0, 1e6, A, "Sign-ups in an ordinary week."),
    _p("campaign_users", "users/week", 7_000, 0, 1e6, A, "Further sign-ups in a week of the campaign."),
    _p("campaign_week", "week", 12, 0, 51, A, "Week in which the campaign starts."),
    _p("campaign_weeks", "weeks", 12, 1, 52, A, "How long the campaign lasts."),
    _p("contact_base", "tickets/user/week", 0.02, 0.005, 0.04, A, "How often a customer writes."),
    _p("contact_new", "tickets/new user", 0.25, 0.1, 0.5, A, "How often a newcomer writes at first."),
    _p("seniors", "agents", 34, 1, 1_000, A, "Trained agents at the start."),
    _p("backlog", "tickets", 300, 0, 1e6, A, "Open tickets at the start; more than this is too many."),
    _p("reopened", "tickets", 180, 0, 1e6, A, "Reopened tickets at the start."),
    _p(
        "tickets_per_senior",
        "tickets/agent/week",
        75,
        20,
        200,
        "28 productive hours at 22 minutes",
        "Output.",
    ),
    _p("rookie_share", "share", 0.5, 0.3, 0.6, A, "What a new agent does of a trained one's work."),
    _p("order_weeks", "weeks", 8, 1, 26, "GORA services model (Albany): two months", "From order to seat."),
    _p("ramp_weeks", "weeks", 8, 4, 26, A, "Mean time from seat to full speed."),
    _p("overtime_most", "share", 0.1, 0, 0.5, A, "Most overtime anybody works."),
    _p("abandonment", "1/week", 0.15, 0, 0.5, A, "Share given up of what waits over a week."),
    _p("reopen_base", "share", 0.08, 0.05, 0.1, A, "Share of answers that come back, unhurried."),
    _p("reopen_pressure", "share", 0.12, 0.05, 0.2, "Oliva & Sterman (2001), size assumed", "More, hurried."),
    _p("csat_floor", "share", 0.55, 0.3, 0.7, A, "Satisfaction when the wait is endless."),
    _p("csat_span", "share", 0.37, 0.1, 0.5, A, "What a prompt answer adds."),
    _p("csat_days", "days", 4, 1, 14, A, "Wait after which little satisfaction is left."),
    _p("csat_ok", "share", 0.85, 0.7, 0.95, A, "Satisfaction below which people begin to leave."),
    _p("churn_base", "1/week", 0.005, 0.003, 0.01, A, "Customers who leave in any week."),
    _p("churn_per_csat", "1/week", 0.02, 0.005, 0.04, A, "More who leave at .30 below that."),
    _p("attrition", "1/week", 0.006, 0.002, 0.012, "31 % a year (Metrigy, 2024)", "Agents who leave."),
    _p("wage", "USD/agent/week", 1_100, 500, 3_000, A, "What an agent costs."),
    _p("hire_fee", "USD/hire", 6_000, 0, 20_000, A, "What a hire outside the plan costs."),
    _p("rule_most", "agents/week", 10, 0, 100, A, "Most agents support orders in a week by itself."),
    _p("rule_trigger", "ratio", 1.1, 1, 3, A, "Work over capacity at which it begins to."),
    _p("rule_every", "weeks", 4, 0, 52, A, "One order every so often in quiet times (0: none)."),
    _p("rule_from", "week", 0, 0, 51, A, "From when that quiet ordering runs."),
    _p("rule_ahead", "share", 0.75, 0, 1, A, "How far it counts agents that are on order."),
    _p("rule_rookie", "share", 0.5, 0, 1, A, "How far it counts new agents."),
    _p("rule_backlog", "share", 1, 0, 1, A, "How far its need counts the backlog to be caught up."),
    _p("catch_up", "1/week", 0.25, 0, 1, A, "Part of the backlog to be caught up within a week."),
    _p("list_release", "1/week", 0.15, 0, 1, A, "Share of the waiting list admitted in a week."),
    _p("list_dropout", "1/week", 0.05, 0, 1, A, "Share of the others on it who give up in a week."),
    _p("noise_new_users", "sd of log", 0.10, 0, 0.5, A, "Luck in the week's sign-ups."),
    _p("noise_contact", "sd of log", 0.06, 0, 0.5, A, "Luck in how often people write that week."),
    _p("noise_campaign", "sd of log", 0.15, 0, 0.5, A, "Luck in how the campaign takes, all year."),
    _p("noise", "factor", 1, 0, 3, A, "All luck at once (0: none)."),
)

CONTROLS = (
    Control("hires", "agents", 0, 200, 0, "sum", "Who sits down this week.", True, "hires_coming"),
    Control("hires_coming", "agents", 0, 400, 0, "sum", "Ordered by the plan, not there yet (automatic)."),
    Control("extra_agents", "trained agents", 0, 100, 0, "sum", "Borrowed hands, in trained agents."),
    Control("teaching", "agents", 0, 30, 0, "sum", "Trained agents who teach instead of answering."),
    Control("new_contact", "factor", 0.2, 2, 1, "product", "On how often newcomers write."),
    Control("base_contact", "factor", 0.5, 2, 1, "product", "On how often other customers write."),
    Control("handling", "factor", 0.5, 1.5, 1, "product", "On tickets solved per agent."),
    Control("rework", "factor", 0.3, 3, 1, "product", "On the share of answers that come back."),
    Control("ramp_weeks", "factor", 0.4, 2, 1, "product", "On the time from seat to full speed."),
    Control("overtime_limit", "share", 0, 0.25, 0, "sum", "Overtime beyond the usual limit."),
    Control("attrition", "factor", 0.3, 3, 1, "product", "On agents who leave."),
    Control("campaign_start", "weeks", 0, 26, 0, "max", "Later start, if decided before it begins."),
    Control("campaign_spread", "factor", 1, 4, 1, "max", "Fewer sign-ups a week for as much longer."),
    Control("campaign_size", "factor", 0.2, 2, 1, "product", "On the campaign's sign-ups."),
    Control("campaign_hold", "0 or 1", 0, 1, 0, "max", "Second half held while the wait is over 3 days."),
    Control("waiting_list", "share", 0, 1, 0, "max", "Of the campaign's sign-ups, put on a waiting list."),
    Control("order_limit", "factor", 0, 3, 1, "product", "On the most agents support orders by itself."),
    Control("foresight", "weeks", 0, 12, 0, "max", "How far ahead ordering sees the campaign."),
    Control(
        "spending", "USD/week", 0, 1e8, 0, "sum", "Money spent by the plan (automatic: the price).", True
    ),
)

OUTCOMES = (
    Outcome("users_end", "Customers at the end of the year", "users", "up", "Users after week 51."),
    Outcome("weeks_waiting", "Weeks with a wait over three days", "weeks", "down", "Slow weeks."),
    Outcome("peak_wait", "Longest wait", "days", "down", "The wait in the worst week."),
    Outcome("excess_churn", "Customers lost to slow answers", "users", "down", "Beyond the usual loss."),
    Outcome("strained_weeks", "Weeks of overload", "weeks", "down", "Work over capacity by 10 % or more."),
    Outcome("leavers", "Agents who left", "agents", "down", "Over the year."),
    Outcome("staff_end", "Agents at the end", "agents", "down", "Trained and new, on the payroll."),
    Outcome("cost", "Cost of support", "USD", "down", "Payroll, hires and what the plan spends."),
)


SIGNALS = (
    signal("users", "Customers", "users", "up", "At the start of the week."),
    signal("new_users", "Sign-ups", "users/week", "up"),
    signal("wanted", "People who wanted to join", "users/week", "up"),
    signal("waiting_list", "People on the waiting list", "users", "down", "On Sunday night."),
    signal("list_left", "People who gave up on the waiting list", "users/week", "down"),
    signal("churned", "Customers who left", "users/week", "down"),
    signal("tickets", "New tickets", "tickets/week", "down"),
    signal("reopened", "Reopened tickets", "tickets/week", "down", "That came back this week."),
    signal("solved", "Tickets solved", "tickets/week", "up"),
    signal("abandoned", "Tickets given up", "tickets/week", "down"),
    signal("backlog", "Open tickets", "tickets", "down", "On Sunday night."),
    signal("wait_days", "Wait for an answer", "days", "down", "Backlog over the week's throughput."),
    signal("csat", "Satisfaction", "share", "up"),
    signal("csat_quarter", "Satisfaction, mean of the quarter", "share", "up", "Of the last 13 weeks."),
    signal("seniors", "Trained agents", "agents", "up", "At the start of the week."),
    signal("rookies", "New agents", "agents", None, "At the start of the week."),
    signal("ordered", "Agents ordered", "agents/week", None),
    signal("arrived", "Agents who sat down", "agents/week", None),
    signal("on_order", "Agents on order", "agents", None),
    signal("pressure", "Work over capacity", "ratio", "down"),
    signal("overtime", "Overtime", "share", "down"),
    signal("reopen_share", "Share of answers that come back", "share", "down"),
    signal("left", "Agents who left", "agents/week", "down"),
    signal("cost", "Cost of support", "USD/week", "down"),
    signal("cost_per_ticket", "Cost per ticket solved", "USD", "down"),
)
