"""The delivery network's names: controls, outcomes and signals, with units (the parameters stand in ``parameters``)."""

from __future__ import annotations

from ..protocol import Control, Outcome, signal
from .parameters import PARAMETERS

__all__ = ["CONTROLS", "OUTCOMES", "PARAMETERS", "SIGNALS"]

CONTROLS = (
    Control("go_live_delay", "weeks", 0, 26, 0, "max", "Later redraw, if decided before it."),
    Control("phase_weeks", "weeks", 1, 26, 1, "max", "Weeks over which the redraw is spread."),
    Control(
        "keep_old", "share", 0, 1, 0, "max", "Of what is moved, kept at (or given back to) the old depot."
    ),
    Control(
        "training", "share/week", 0, 0.4, 0, "sum", "Of those not ready, trained in a week; takes pickers."
    ),
    Control("extra_doors", "doors", 0, 4, 0, "sum", "Further dock doors, with crews (whole doors count)."),
    Control("dock_hours", "hours/day", 0, 6, 0, "sum", "The same trucks booked over a longer day."),
    Control(
        "appointments", "share", 0, 1, 0, "max", "How far trucks keep booked times (0: chance, 1: even)."
    ),
    Control("unload_time", "factor", 0.5, 1.5, 1, "product", "On the time to unload a truck."),
    Control("inbound_trucks", "factor", 0.6, 1.3, 1, "product", "On the number of trucks."),
    Control("pick_capacity", "factor", 0.7, 1.5, 1, "product", "On what is picked by the cut-off."),
    Control("pick_pace", "factor", 0.8, 1.25, 1, "product", "Faster picking, with more errors beyond 1."),
    Control("pick_errors", "factor", 0.2, 2, 1, "product", "On drops picked wrong."),
    Control("cut_off", "minutes", -60, 120, 0, "sum", "Orders close so much earlier; customers dislike it."),
    Control("hold", "minutes", 0, 60, 0, "max", "Vans wait up to this long for what is not picked."),
    Control(
        "second_wave", "share", 0, 1, 0, "max", "Of what missed the vans, sent the same day by hired ones."
    ),
    Control(
        "slack", "minutes/stop", -10, 20, 0, "sum", "Planned slack; fewer stops fit, more routes are needed."
    ),
    Control("stem", "factor", 0.6, 1.3, 1, "product", "On the time from base to first stop and back."),
    Control("service", "factor", 0.6, 1.4, 1, "product", "On the time at a customer's door."),
    Control("delays", "factor", 0.5, 1.5, 1, "product", "On what goes wrong between stops."),
    Control(
        "recovery", "minutes/stop", 0, 10, 0, "sum", "Made good per stop by dispatch once a van is late."
    ),
    Control("window", "minutes", -10, 45, 0, "sum", "Wider time windows; customers dislike them."),
    Control("hires", "drivers", 0, 60, 0, "sum", "Drivers who start this week.", True, "hires_coming"),
    Control("hires_coming", "drivers", 0, 120, 0, "sum", "Hired by the plan, not there yet (automatic)."),
    Control("attrition", "factor", 0.3, 3, 1, "product", "On drivers who leave."),
    Control("incidents", "factor", 0.3, 2, 1, "product", "On damage and injuries."),
    Control(
        "buffering", "factor", 0, 2, 1, "product", "On what customers order more because service is poor."
    ),
    Control(
        "spending", "USD/week", 0, 1e8, 0, "sum", "Money spent by the plan (automatic: the price).", True
    ),
)

OUTCOMES = (
    Outcome("otif", "On time and in full", "share", "up", "Mean share of drops over the year."),
    Outcome("last_stop", "Last stops on time", "share", "up", "Mean share over the year."),
    Outcome("customers_end", "Customers at the end", "customers", "up", "After week 51."),
    Outcome("driver_overtime", "Drivers' overtime", "hours", "down", "Hours beyond the shift."),
    Outcome("leavers", "Drivers who left", "drivers", "down", "Over the year."),
    Outcome("incidents", "Damage and injuries", "incidents", "down", "Expected over the year."),
    Outcome("detention", "Trucks detained", "hours", "down", "Hours at the dock beyond the free time."),
    Outcome("penalties", "Contract penalties", "USD", "down", "For drops late or short."),
    Outcome("cost", "Cost of the network", "USD", "down", "All of it, penalties and the plan included."),
)


SIGNALS = (
    signal("moved", "Share of the network redrawn", "share", None),
    signal("ready", "People ready for the new site", "share", "up", "At the start of the week."),
    signal("ordered", "Units ordered", "units/week", "up"),
    signal(
        "buffer",
        "Ordered for safety only",
        "share",
        "down",
        "Beyond what is needed, because service is poor.",
    ),
    signal("shipped", "Units shipped on their day", "units/week", "up"),
    signal("shipped_late", "Units shipped a day late", "units/week", "down"),
    signal("left_over", "Units left behind", "units", "down", "On Saturday night."),
    signal("trucks", "Trucks that came", "trucks/week", None),
    signal("dock_wait", "Wait for a door", "minutes", "down", "Mean over all trucks."),
    signal("dock_waiting", "Trucks that had to wait", "share", "down"),
    signal("dock_long", "Trucks that waited long", "share", "down", "Too long for the day's picking."),
    signal("detention", "Trucks detained", "hours/week", "down", "Beyond the free time."),
    signal("dock_work", "Unloading that came in", "door-hours/week", None),
    signal("dock_worked", "Unloading done", "door-hours/week", None),
    signal("dock_left", "Unloading left standing", "door-hours", "down", "On Monday morning."),
    signal("pick_load", "Orders over picking capacity", "ratio", "down"),
    signal("missed_days", "Days with a missed cut-off", "share", "down"),
    signal(
        "missed",
        "Units not picked by the cut-off",
        "units/week",
        "down",
        "Before vans wait or a second wave.",
    ),
    signal("hold_minutes", "Vans held", "minutes", "down", "Mean over the week's days."),
    signal("stops", "Stops on a route", "stops", None, "Planned."),
    signal("slack", "Slack per stop", "minutes", "up", "What the plan leaves."),
    signal("routes", "Routes a day", "routes", None),
    signal("hired_routes", "Routes driven by hired couriers", "routes", "down", "A day."),
    signal("strangers", "Routes of new and hired drivers", "share", "down"),
    signal("first_stop", "First stops on time", "share", "up"),
    signal("last_stop", "Last stops on time", "share", "up"),
    signal("on_time", "Drops on time", "share", "up"),
    signal("delay_last", "Delay at the last stop", "minutes", "down", "Mean."),
    signal("picked_right", "Drops picked right", "share", "up"),
    signal("off_the_truck", "Orders not missing on a waiting truck", "share", "up"),
    signal("on_the_van", "Orders picked by the cut-off or after all", "share", "up"),
    signal("in_full", "Drops in full", "share", "up"),
    signal("otif", "On time and in full", "share", "up"),
    signal(
        "otif_quarter", "On time and in full, mean of the quarter", "share", "up", "Of the last 13 weeks."
    ),
    signal("drivers", "Drivers who know the routes", "drivers", "up", "At the start of the week."),
    signal("new_drivers", "New drivers", "drivers", None, "At the start of the week."),
    signal("started", "Drivers who started", "drivers/week", None),
    signal("left", "Drivers who left", "drivers/week", "down"),
    signal("on_order", "Drivers to come", "drivers", None),
    signal("overtime", "Drivers' overtime", "hours/week", "down"),
    signal("incidents", "Damage and injuries", "incidents/week", "down", "Expected."),
    signal("customers", "Customers", "customers", "up", "At the start of the week."),
    signal("customers_left", "Customers who left", "customers/week", "down"),
    signal("penalty", "Contract penalties", "USD/week", "down"),
    signal(
        "cost_per_drop", "Cost per drop", "USD", "down", "Drivers, vans and sites; no penalty, no detention."
    ),
    signal(
        "cost_per_drop_quarter", "Cost per drop, mean of the quarter", "USD", "down", "Of the last 13 weeks."
    ),
    signal("cost", "Cost of the network", "USD/week", "down"),
)
