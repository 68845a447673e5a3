"""The factory's parameters, with units, ranges and sources. Station 2 is the one the line waits for."""

from __future__ import annotations

from ..protocol import Parameter

A = "assumption"
TRAP = "Repenning & Sterman (2001), California Management Review 43"
LOOP = "Repenning & Sterman (2001), size assumed"
FACTORY = "after Hopp & Spearman, Factory Physics; size assumed"

# Of each station in turn: hours a unit, hours a set-up, units right the first time.
_STATIONS = (
    (0.040, 0.5, 0.98),
    (0.050, 2.0, 0.95),
    (0.038, 0.5, 0.99),
    (0.044, 1.0, 0.97),
    (0.036, 0.25, 0.96),
)

_p = Parameter  # a line a parameter


def _station(at: int, cycle: float, setup: float, good: float) -> tuple[Parameter, ...]:
    return (
        _p(f"cycle_{at}", "hours/unit", cycle, 0.005, 0.2, A, f"Time for a unit at station {at}."),
        _p(f"setup_{at}", "hours/set-up", setup, 0, 4, A, f"Time for a set-up at station {at}."),
        _p(f"yield_{at}", "share", good, 0.7, 1, A, f"Units right the first time at station {at}."),
    )


PARAMETERS = (
    _p("hours", "hours/week", 80, 20, 160, A, "Each station's week beside the usual time for improvement."),
    *(parameter for at, station in enumerate(_STATIONS, 1) for parameter in _station(at, *station)),
    _p("repair", "share", 0.8, 0, 1, A, "Of what fails, made good at the station; the rest is scrap."),
    _p("mtbf", "hours", 38, 5, 1_000, A, "Mean time from a repair to the next stoppage."),
    _p("mttr", "hours", 2, 0, 12, A, "Mean time to repair."),
    _p("lot", "units", 40, 1, 200, A, "Units moved from station to station together."),
    _p("lot_cv2", "ratio", 0.25, 0, 4, FACTORY, "Variance over mean squared of the time for a lot."),
    _p("release_cv2", "ratio", 1, 0, 4, FACTORY, "The same of the gaps between releases."),
    _p("variability", "factor", 1, 0, 2, A, "On the queues that chance makes (0: none)."),
    _p("demand", "units/week", 970, 0, 5_000, A, "Orders in an ordinary week of the first variants."),
    _p("variants", "variants", 4, 1, 40, A, "Variants at the start."),
    _p("run_weeks", "weeks", 1, 0.25, 8, A, "From one run of a variant to its next; a run is a set-up."),
    _p("new_variants", "variants", 8, 0, 16, A, "Variants that the market plan adds."),
    _p("launch_week", "week", 8, 0, 51, A, "Week in which the first of them is to be made."),
    _p("launch_weeks", "weeks", 8, 2, 52, A, "Over how many weeks they come."),
    _p("variant_demand", "share", 0.012, 0, 0.05, A, "More orders for each new variant."),
    _p("changes", "changes/week", 2, 0, 6, A, "Other planned changes: tools, fixtures, drawings."),
    _p("plan_weeks", "weeks", 4, 1, 12, A, "From planning a change to the line."),
    _p("latent", "share", 0.2, 0.1, 0.3, A, "Planned changes with a problem that nobody has seen yet."),
    _p("planner_find", "share", 0.2, 0.1, 0.3, A, "Of these, found and mended by planners."),
    _p("supervisor_find", "share", 0.65, 0.5, 0.8, A, "Of the others, seen by a supervisor who looks."),
    _p("review_hours", "hours/change", 10, 1, 60, A, "Supervisors' time to look at a change."),
    _p("planning_hours", "hours/week", 6, 0, 100, A, "What they are asked in passing, anyway."),
    _p("follow_up", "warnings/week", 0.05, 0, 5, A, "Warnings that somebody closes."),
    _p("trust", "share", 0.5, 0, 1, A, "Of what they see, said aloud by supervisors at the start."),
    _p(
        "trust_warnings",
        "warnings",
        4,
        0.5,
        50,
        A,
        "After how many warnings trust follows what became of them.",
    ),
    _p("trial_hours", "hours/change", 1, 0, 10, A, "Station 2's time for a trial run of a change."),
    _p("trial_find", "share", 0.5, 0, 1, A, "Of the problems still there, found in a trial run."),
    _p("problem_hours", "hours/week", 4, 0, 12, A, "What a problem on the line takes from station 2."),
    _p("problem_defects", "share", 0.02, 0, 0.1, A, "What it adds to the failures there."),
    _p("solve_weeks", "weeks", 4, 1, 26, A, "Mean time to solve it there."),
    _p("fire_hours", "hours/week", 10, 0, 40, A, "What it takes of supervisors' time."),
    _p("supervisors", "people", 8, 1, 100, A, "Floor supervisors."),
    _p("supervisor_hours", "hours/week", 40, 20, 50, A, "Each one's week."),
    _p("floor_hours", "hours/week", 300, 1, 5_000, A, "Supervisors' time that the floor needs."),
    _p("thin_repair", "factor", 2, 0, 5, A, "Longer repairs if there were no supervisor on the floor."),
    _p("thin_defects", "factor", 1.5, 0, 5, A, "More failures if there were none."),
    _p("wip_defects", "1/week", 0.1, 0, 0.5, FACTORY, "More failures per week in the line beyond one."),
    _p("speed_harm", "factor", 4, 0, 4.5, A, "More failures and stoppages per whole speed beyond the usual."),
    _p("learn_weeks", "weeks", 26, 1, 200, A, "In which planners come to see the set-ups there are."),
    _p("overtime_most", "share", 0.1, 0, 0.3, A, "Most overtime that is worked."),
    _p("catch_up", "1/week", 0.25, 0, 1, A, "Part of too long an order book to be made in a week."),
    _p("wip", "units", 400, 0, 10_000, A, "Work in process at the start; so much is usual."),
    _p("wip_most", "units", 2_000, 1, 20_000, A, "Work in process there is room for."),
    _p("target", "share", 0.95, 0.5, 1, A, "Utilisation that upstairs asks of every machine."),
    _p("push", "share", 0.8, 0, 1, A, "How far work is released for that alone."),
    _p("busy_weeks", "weeks", 1, 0, 6, A, "Most of such work, in weeks of orders, on the line and in store."),
    _p("busy_sold", "1/week", 0.05, 0, 1, A, "Of such stock, ordered after all in a week."),
    _p("improvement", "share", 0.2, 0.02, 0.5, TRAP, "Time kept for maintenance and improvement."),
    _p("capability_weeks", "weeks", 52, 10, 260, TRAP, "In which capability decays without it."),
    _p("change_part", "share", 0.2, 0, 1, A, "Of improvement, what comes by way of planned changes."),
    _p("target_squeeze", "share", 0.15, 0, 1, LOOP, "Of that time, given up as it looks idle, at full push."),
    _p("squeeze", "share", 0.5, 0, 1, LOOP, "Of that time, given up when everything is late."),
    _p("orders", "units", 970, 0, 50_000, A, "Orders open at the start; more are too many."),
    _p("stock", "units", 485, 0, 50_000, A, "Finished stock at the start, of what is ordered."),
    _p("stock_unordered", "units", 900, 0, 50_000, A, "The same, made to keep machines busy."),
    _p("promise", "weeks", 3, 1.5, 12, A, "Delivery time promised."),
    _p("stock_right", "share", 0.6, 0, 1, A, "Of orders, those for what stock is kept of."),
    _p("lead_base", "weeks", 0.5, 0, 1, A, "Paper and transport."),
    _p("lead_spread", "factor", 7, 2, 20, A, "How sharply lateness sets in around the promise."),
    _p("cancel", "1/week", 0.08, 0, 0.3, A, "Late orders cancelled in a week."),
    _p("on_time_ok", "share", 0.9, 0.5, 1, A, "On-time delivery below which customers order less."),
    _p("loyalty_loss", "share", 0.4, 0, 1, A, "How much less if nothing came on time."),
    _p("loyalty_weeks", "weeks", 16, 2, 104, A, "In which they change their ways."),
    _p("promise_loss", "share/week", 0.06, 0, 0.15, A, "Orders lost by a promise a week longer."),
    _p("crew", "people", 60, 1, 2_000, A, "Operators at the start, and posts."),
    _p("absence", "share", 0.05, 0, 0.2, A, "Usually away."),
    _p("attrition", "1/week", 0.004, 0, 0.02, A, "Operators who leave in any week."),
    _p("attrition_overtime", "factor", 8, 0, 20, A, "More, relative, per whole week of overtime."),
    _p("attrition_thin", "factor", 2, 0, 10, A, "More if there were no supervisor on the floor."),
    _p("attrition_problem", "factor", 0.1, 0, 1, A, "More for each problem on the line."),
    _p("hire_weeks", "weeks", 6, 1, 26, A, "From leaving to a filled post."),
    _p("ramp_weeks", "weeks", 8, 1, 52, A, "Mean time from a new operator's first day to full speed."),
    _p("new_speed", "share", 0.3, 0, 0.8, A, "What new operators lack of speed."),
    _p("new_defects", "factor", 1, 0, 5, A, "More failures if all operators were new."),
    _p(
        "wage", "USD/operator/week", 1_100, 200, 5_000, A, "What an operator costs; overtime, one and a half."
    ),
    _p("supervisor_wage", "USD/person/week", 1_700, 200, 8_000, A, "What a supervisor costs."),
    _p("cover_wage", "USD/hour", 45, 0, 300, A, "What a stand-in on the floor costs."),
    _p("fix_early", "USD/problem", 2_000, 0, 50_000, A, "To mend a problem while it is on paper."),
    _p("fix_late", "USD/problem", 15_000, 0, 500_000, A, "To mend it on the line, beside hours and scrap."),
    _p(
        "change_saving", "USD/week", 150, 0, 2_000, A, "Budgeted of each other change; missed until it comes."
    ),
    _p("material", "USD/unit", 60, 0, 1_000, A, "Lost with a unit of scrap."),
    _p("holding", "USD/unit/week", 1, 0, 10, A, "Work in process and stock: money, room, ageing."),
    _p("move_cost", "USD/lot", 6, 0, 100, A, "To move a lot from one station to the next."),
    _p("late_fee", "USD/unit", 6, 0, 200, A, "Paid to customers for a unit that comes late."),
    _p("margin", "USD/unit", 110, 0, 2_000, A, "Lost with a unit that could have been sold and was not."),
    _p("noise_orders", "sd of log", 0.08, 0, 0.4, A, "Luck in the week's orders."),
    _p("noise_take", "sd of log", 0.25, 0, 0.6, A, "Luck in how new variants sell, all year."),
    _p("noise_stops", "sd of log", 0.5, 0, 1, A, "Luck in the hours lost to stoppages, station by station."),
    _p("noise_absence", "sd of log", 0.3, 0, 0.6, A, "Luck in absence."),
    _p("noise", "factor", 1, 0, 1, A, "All luck at once (0: everything on average)."),
)
