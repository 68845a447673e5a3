"""The factory's names: controls, outcomes and signals, with units (the parameters stand in ``parameters``)."""

from __future__ import annotations

from ..protocol import Control, Outcome, signal
from .parameters import PARAMETERS

__all__ = ["CONTROLS", "OUTCOMES", "PARAMETERS", "SIGNALS"]

CONTROLS = (
    Control(
        "planning_hours", "hours/week", 0, 160, 0, "sum", "Supervisors' time in planning, off the floor."
    ),
    Control(
        "cover_hours", "hours/week", 0, 160, 0, "sum", "Stand-ins who do supervisors' work on the floor."
    ),
    Control("follow_up", "warnings/week", 0, 5, 0, "sum", "More warnings that somebody closes."),
    Control("hold", "share", 0, 1, 0, "max", "Changes under an open warning that have to wait."),
    Control("trial_runs", "share", 0, 1, 0, "max", "Changes tried first, on station 2's time."),
    Control("planner_checks", "share", 0, 0.3, 0, "sum", "More problems that planners find themselves."),
    Control("latent", "factor", 0.4, 1.5, 1, "product", "On problems in planned changes."),
    Control("setup_sheet", "share", 0, 1, 0, "max", "Set-ups that planners have on their sheet each week."),
    Control("changes", "factor", 0, 1.5, 1, "product", "On other planned changes; improvement needs some."),
    Control("new_variants", "factor", 0, 1.5, 1, "product", "On the variants that are planned from now on."),
    Control("launch_delay", "weeks", 0, 26, 0, "max", "Later launch, if decided before planning begins."),
    Control("launch_spread", "factor", 1, 4, 1, "max", "Fewer launches a week for as much longer."),
    Control("run_length", "factor", 1, 6, 1, "max", "Fewer, longer runs: fewer set-ups, more stock."),
    Control("setup_time", "factor", 0.3, 1.5, 1, "product", "On the time for a set-up."),
    Control("lot", "factor", 0.2, 2, 1, "product", "On the units moved together; small lots move often."),
    Control("bottleneck_hours", "hours/week", 0, 60, 0, "sum", "More hours at station 2."),
    Control("other_hours", "hours/week", 0, 60, 0, "sum", "More hours at each of the other stations."),
    Control("speed", "factor", 0.8, 1.25, 1, "product", "On speed; failures and stoppages go with it."),
    Control("defects", "factor", 0.3, 2, 1, "product", "On units that fail."),
    Control("mtbf", "factor", 0.5, 3, 1, "product", "On the time between stoppages."),
    Control("mttr", "factor", 0.4, 2, 1, "product", "On the time to repair."),
    Control("improvement", "share", -0.2, 0.3, 0, "sum", "On the time for maintenance and improvement."),
    Control("protect", "share", 0, 1, 0, "max", "How far nobody may take that time when it is late."),
    Control("overtime_limit", "share", -0.1, 0.2, 0, "sum", "On the most overtime that is worked."),
    Control("push", "factor", 0, 1.25, 1, "product", "On work released to keep machines busy."),
    Control("wip_limit", "factor", 0.1, 2, 1, "product", "On the work in process there may be."),
    Control("demand", "factor", 0.6, 1.4, 1, "product", "On what customers would order."),
    Control("promise", "weeks", -1, 4, 0, "sum", "On the delivery time promised; long ones lose orders."),
    Control("attrition", "factor", 0.3, 3, 1, "product", "On operators who leave."),
    Control(
        "spending", "USD/week", 0, 1e8, 0, "sum", "Money spent by the plan (automatic: the price).", True
    ),
)

OUTCOMES = (
    Outcome("on_time", "Orders delivered on time", "share", "up", "Mean of the weeks."),
    Outcome("lost_orders", "Orders lost", "units", "down", "Cancelled, or not placed after bad service."),
    Outcome("problems_hit", "Problems that came out on the line", "problems", "down", "Of planned changes."),
    Outcome("overtime_hours", "Overtime", "hours", "down", "Operators' hours beyond their week."),
    Outcome("leavers", "Operators who left", "people", "down", "Over the year."),
    Outcome(
        "thin_weeks", "Weeks with a thin floor", "weeks", "down", "A tenth of supervisors' time missing."
    ),
    Outcome("capability_end", "Capability at the end", "ratio", "up", "Output per hour; 1 at the start."),
    Outcome("tied_up", "Units tied up", "units", "down", "In process and in stock, mean of the weeks."),
    Outcome("loss", "Cost and margin lost", "USD", "down", "Running it, the plan, and what was not sold."),
)


SIGNALS = (
    signal("market", "Wanted by customers", "units/week", "up", "If nobody had been let down."),
    signal("orders", "New orders", "units/week", "up"),
    signal("order_book", "Orders open", "units", "down", "On Sunday night."),
    signal("shipped", "Shipped", "units/week", "up"),
    signal("cancelled", "Cancelled", "units/week", "down"),
    signal(
        "lead_weeks", "Delivery time", "weeks", "down", "Order book over the week's shipments, and the rest."
    ),
    signal("on_time", "On time", "share", "up"),
    signal("on_time_quarter", "On time, mean of the quarter", "share", "up", "Of the last 13 weeks."),
    signal("loyalty", "Orders that customers still place", "share", "up", "Of what they would."),
    signal("released", "Released to the line", "units/week", None),
    signal("released_busy", "Released to keep machines busy", "units/week", "down", "Of these, not ordered."),
    signal("finished", "Finished", "units/week", "up"),
    signal("scrapped", "Scrapped", "units/week", "down"),
    signal("wip", "Work in process", "units", "down", "On Sunday night."),
    signal("queue", "Waiting at station 2", "units", "down", "Of these; the one at work is among them."),
    signal("flow_weeks", "Time in the line", "weeks", "down", "Work in process over what was finished."),
    signal("stock", "Finished stock", "units", None, "On Sunday night."),
    signal(
        "stock_unordered",
        "Stock that nobody ordered",
        "units",
        "down",
        "Of this, made to keep machines busy.",
    ),
    signal("variants", "Variants made", "variants", None),
    signal("variants_planned", "New variants planned", "variants/week", None),
    signal("launched", "New variants on the line", "variants/week", None),
    signal("variants_coming", "New variants on their way", "variants", None, "Planned, not made yet."),
    signal("changes", "Changes planned", "changes/week", None, "New variants among them."),
    signal("problems", "Problems in the week's planning", "problems/week", "down", "Seen or not."),
    signal("found_upstairs", "Found by planners", "problems/week", "up"),
    signal("warnings", "Warnings by supervisors", "warnings/week", None),
    signal("warnings_closed", "Warnings closed", "warnings/week", "up"),
    signal(
        "warnings_ignored",
        "Warnings overtaken by the line",
        "warnings/week",
        "down",
        "Open when it went live.",
    ),
    signal("warnings_open", "Warnings open", "warnings", "down", "On Sunday night."),
    signal("unseen", "Problems on their way, unseen", "problems", "down", "Known to nobody."),
    signal("found_in_trial", "Found in trial runs", "problems/week", "up"),
    signal("problems_hit", "Problems that came out on the line", "problems/week", "down"),
    signal("problems_solved", "Problems solved on the line", "problems/week", "up"),
    signal("problems_live", "Problems on the line", "problems", "down", "On Sunday night."),
    signal("trust", "What supervisors see and say", "share", "up", "Of what they see."),
    signal("set_ups", "Set-ups", "set-ups/week", None, "At each station."),
    signal("set_up_hours", "Set-up hours at station 2", "hours/week", "down"),
    signal("set_ups_planned", "Set-ups on the plan", "set-ups/week", None, "On the planners' sheet."),
    signal("capacity", "Capacity of station 2", "units/week", "up", "What it could have made this week."),
    signal("capacity_planned", "Capacity on the plan", "units/week", None, "What planners reckon with."),
    signal("plan_kept", "Plan kept", "ratio", "up", "Finished over released."),
    signal("stop_hours", "Stoppages at station 2", "hours/week", "down"),
    signal(
        "utilisation", "Utilisation", "share", None, "Station 2; set-ups, trials, problems count as busy."
    ),
    signal("utilisation_all", "Utilisation, all machines", "share", None, "Mean of the stations."),
    signal(
        "oee_reported", "OEE as reported", "share", "up", "Station 2; set-ups and trials are planned time."
    ),
    signal("oee", "OEE", "share", "up", "Station 2; every lost hour counts."),
    signal("first_pass", "Right the first time", "share", "up", "Through all stations."),
    signal("improvement", "Time for improvement", "share", "up", "What was left of it."),
    signal("capability", "Capability", "ratio", "up", "Output per hour; 1 at the start."),
    signal("overtime", "Overtime", "share", "down"),
    signal("planning_hours", "Supervisors' time in planning", "hours/week", None),
    signal("fire_hours", "Supervisors' time for problems", "hours/week", "down", "On the line."),
    signal("floor_short", "Supervisors' time missing on the floor", "share", "down"),
    signal("crew", "Operators", "people", "up", "When the week begins."),
    signal("new_crew", "New operators", "people", None, "Of these, not up to speed yet."),
    signal("joined", "Operators who joined", "people/week", None),
    signal("left", "Operators who left", "people/week", "down"),
    signal("absence", "Absence", "share", "down"),
    signal("cost", "Cost", "USD/week", "down", "Running it, and the plan; no margin lost."),
    signal("cost_per_unit", "Cost per unit shipped", "USD", "down"),
)
