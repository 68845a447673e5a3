"""The store inventory's names: parameters, controls, outcomes and signals, with units and sources."""

from __future__ import annotations

from ..protocol import Control, Outcome, Parameter, signal

A = "assumption"
LAID = "Raman, DeHoratius & Ton (2001), size assumed"
RECORDS = "both signs about as often (Rekik et al., 2019), size assumed"

_p = Parameter  # a line a parameter


PARAMETERS = (
    _p("skus", "SKUs", 4_000, 10, 100_000, A, "Articles of the store; a few typical ones stand for all."),
    _p("demand", "units/SKU/day", 3, 0.1, 20, A, "What customers want of an article, on average."),
    _p("order_up_to", "units/SKU", 18, 1, 200, A, "Record and orders under way are filled up to this."),
    _p("lead_days", "days", 3, 1, 14, A, "From the evening of an order to the morning it is received."),
    _p("loss", "share of demand", 0.01, 0, 0.1, A, "Goods that go without the record knowing."),
    _p("theft_share", "share", 0.1, 0, 0.5, A, "Part of that loss that is theft."),
    _p("receiving_share", "share", 0.5, 0, 0.5, A, "Part of it that begins at the back door."),
    _p("uncounted_weeks", "weeks", 0, 0, 52, A, "How long losses had gone on uncounted before the year."),
    _p("misplaced", "share of demand", 0, 0, 0.1, LAID, "Goods that come to lie where nobody finds them."),
    _p("found", "1/day", 0.1, 0, 1, A, "Chance that an article's misplaced goods turn up by themselves."),
    _p("misscans", "share of demand", 0, 0, 0.1, RECORDS, "Bookings a unit too high or, as often, too low."),
    _p("missed_lines", "share", 0, 0, 0.3, A, "Orders of an article that the supplier does not deliver."),
    _p("count_miss", "share", 0, 0, 0.2, A, "Counts by the trained that leave the record as it was."),
    _p("untrained_miss", "share", 0, 0, 0.7, A, "More such counts where nobody is trained."),
    _p("count_stagger", "0 to 1", 1, 0, 1, A, "1: counts spread over the weeks; 0: all articles at once."),
    _p("tolerance", "units", 0, 0, 5, A, "Difference up to which a record counts as right."),
    _p("least_level", "units/SKU", 3, 1, 50, A, "Lowest order level that the system learns."),
    _p("own_overrides", "share of SKUs/week", 0, 0, 0.5, A, "Overrides unasked at full frustration."),
    _p("override_units", "units", 6, 0, 20, A, "By how much a wrong override moves the record."),
    _p("hoarding", "share", 0.5, 0, 1, A, "Wrong overrides that lower it (to be sent more), not raise it."),
    _p("trained", "share", 0.46, 0, 1, A, "Staff who can work with the system at the start."),
    _p("trained_care", "share", 0.8, 0, 0.95, A, "Mistakes that a trained person does not make."),
    _p("hours_to_train", "hours/person", 8, 1, 80, A, "Training that a person needs."),
    _p("coach_hours", "hours/person", 10, 0, 40, A, "Time to bring on one colleague at work."),
    _p("staff", "people", 60, 2, 2_000, A, "People on the payroll; those who leave are replaced."),
    _p("turnover", "1/week", 0.008, 0.002, 0.03, A, "People who leave in a week without trouble."),
    _p("turnover_strain", "factor", 1.5, 0, 5, A, "How much more of them at full frustration."),
    _p("skill_lost", "share", 0, 0, 1, A, "Leavers' knowledge that newcomers lack."),
    _p("hours", "hours/week", 2_000, 50, 50_000, A, "Roster before the cut."),
    _p("hours_cut", "share", 0.08, 0, 0.3, A, "Cut of the roster that the system was to pay for."),
    _p("rule_step", "1/week", 0, 0, 0.02, A, "More cut each week while the dashboard is green, else less."),
    _p("rule_green", "share", 0.98, 0.5, 1, A, "From where the dashboard is green."),
    _p("rule_most", "share", 0.2, 0, 0.3, A, "Deepest cut that this rule makes."),
    _p("other_hours", "hours/week", 950, 10, 25_000, A, "Tills, cleaning and all else that must be done."),
    _p("handling_seconds", "s/unit", 25, 0, 120, A, "To receive, shelve and sell a unit."),
    _p("count_minutes", "min/count", 3, 0.5, 15, A, "To count an article and mend its record."),
    _p("look_minutes", "min", 1.5, 0.1, 15, A, "To look behind one empty place on the shelf."),
    _p("walk_seconds", "s/SKU", 1, 0, 10, A, "To pass an article on a walk for gaps."),
    _p("tidy_seconds", "s/SKU", 10, 0, 60, A, "To tidy an article's place and find what is lost near it."),
    _p("eye_seconds", "s/SKU", 20, 0, 120, A, "To order an article by eye."),
    _p("audit_hours", "hours/week", 40, 0, 400, A, "To audit the shelf for the whole dashboard."),
    _p("ask_share", "share", 0.25, 0, 1, A, "Customers who ask when they do not find a unit."),
    _p("ask_minutes", "min", 2.5, 0, 15, A, "To answer one who asks."),
    _p("overtime_most", "share", 0.1, 0, 0.3, A, "Most overtime worked unplanned."),
    _p("hurry_mistakes", "factor", 2, 0, 5, A, "More mistakes per share of the roster that is lacking."),
    _p("regulars", "households", 12_000, 100, 1e6, A, "Households that shop here at the start."),
    _p("churn_base", "1/week", 0.003, 0, 0.02, A, "Regulars lost and won in any week."),
    _p("churn_fill", "1/week", 0.004, 0, 0.02, A, "More of them lost at .10 below what they put up with."),
    _p("fill_ok", "share", 0.98, 0.8, 1, A, "Share of what they want that regulars expect to get."),
    _p("margin", "USD/unit", 1.2, 0, 100, A, "Margin on a unit sold."),
    _p("unit_cost", "USD/unit", 2.5, 0.1, 500, A, "What a unit costs the store."),
    _p("holding", "USD/unit/week", 0.03, 0, 5, A, "Capital, space and waste of a unit in stock."),
    _p("wage", "USD/hour", 18, 5, 100, A, "Pay; half as much again in overtime."),
    _p("replacement", "USD/leaver", 2_000, 0, 20_000, A, "To find and fit in a new person."),
    _p("noise_demand", "sd of log", 0, 0, 0.25, A, "Luck in a week's demand, all articles alike."),
    _p("noise_loss", "sd of log", 0, 0, 0.5, A, "Luck in the loss, all year."),
    _p("noise", "0 to 1", 1, 0, 1, A, "All luck at once (0: the same even year each time)."),
)

CONTROLS = (
    Control("counts", "share of SKUs/week", 0, 1, 0, "sum", "Counted, and the record set to what is there."),
    Control("gap_checks", "share/day", 0, 1, 0, "sum", "Of empty places the record denies: looked into."),
    Control("training", "hours/week", 0, 400, 0, "sum", "Staff hours in training (shown once and tried)."),
    Control("coaching", "1/week", 0, 0.3, 0, "sum", "Colleagues brought on by each trained one at work."),
    Control("receiving", "factor", 0.1, 3, 1, "product", "On mistakes at the back door."),
    Control("handling", "factor", 0.1, 3, 1, "product", "On mistakes and breakage on floor and tills."),
    Control("theft", "factor", 0.1, 3, 1, "product", "On theft."),
    Control("misscans", "share of demand", -0.1, 0.1, 0, "sum", "Bookings a unit out, beyond the usual."),
    Control("misplacing", "share of demand", -0.1, 0.1, 0, "sum", "Goods misplaced, beyond the usual."),
    Control("tidying", "share/day", 0, 1, 0, "sum", "Of places tidied, what was misplaced found."),
    Control("safety_stock", "units/SKU", 0, 40, 0, "sum", "Added to every order level."),
    Control("learning", "share", 0, 1, 0, "max", "How far order levels follow what was sold."),
    Control("by_eye", "share of SKUs", 0, 1, 0, "max", "Ordered by what is seen on the shelf."),
    Control(
        "overrides",
        "share of SKUs/week",
        0,
        0.5,
        0,
        "sum",
        "Records changed by hand, rightly by the trained.",
    ),
    Control("missed_lines", "share", -0.3, 0.3, 0, "sum", "Undelivered orders, beyond the usual."),
    Control("demand", "factor", 0.5, 1.5, 1, "product", "On what customers want."),
    Control("extra_hours", "hours/week", -400, 1_000, 0, "sum", "Roster beyond (or below) the cut one."),
    Control("overtime", "share", 0, 0.2, 0, "sum", "Overtime planned and worked in any case."),
    Control("audit", "share", 0, 1, 0, "max", "How far the dashboard shows the shelf, not the record."),
    Control("turnover", "factor", 0.3, 3, 1, "product", "On people who leave."),
    Control(
        "spending", "USD/week", 0, 1e8, 0, "sum", "Money spent by the plan (automatic: the price).", True
    ),
)

OUTCOMES = (
    Outcome("fill", "What customers got of what they wanted", "share", "up", "Sold over wanted, all year."),
    Outcome("on_shelf", "On the shelf", "share", "up", "Articles with goods to be found, mean of evenings."),
    Outcome("reported", "In stock by the dashboard", "share", "up", "What leadership was shown, all year."),
    Outcome("accuracy", "Records that are right", "share", "up", "Within the tolerance, mean of evenings."),
    Outcome("regulars_lost", "Regulars lost to empty shelves", "households", "down", "Beyond the usual."),
    Outcome("leavers", "Staff who left", "people", "down", "Over the year."),
    Outcome("overtime_hours", "Overtime", "hours", "down", "Over the year."),
    Outcome("lost_margin", "Margin lost", "USD", "down", "On what was wanted and not sold."),
    Outcome("cost", "Cost of the store", "USD", "down", "Wages, stock, losses, leavers, the plan's money."),
)


SIGNALS = (
    signal(
        "dashboard", "In stock by the dashboard", "share", "up", "By the record, as far as nobody audits."
    ),
    signal("dashboard_quarter", "The same, mean of the quarter", "share", "up", "Of the last 13 weeks."),
    signal(
        "record_in_stock", "In stock by the record", "share", "up", "Articles with a record above nothing."
    ),
    signal("on_shelf", "On the shelf", "share", "up", "Articles with goods to be found, in the evening."),
    signal("on_shelf_quarter", "The same, mean of the quarter", "share", "up", "Of the last 13 weeks."),
    signal("fill", "What customers got of what they wanted", "share", "up"),
    signal("accuracy", "Records that are right", "share", "up", "Within the tolerance, in the evening."),
    signal(
        "frozen", "Frozen articles", "share", "down", "Empty, none coming, none ordered; on Sunday night."
    ),
    signal("demand", "Units wanted", "units/week", None),
    signal("sold", "Units sold", "units/week", "up"),
    signal("not_found", "Units wanted and not found", "units/week", "down"),
    signal("received", "Units received", "units/week", None),
    signal("ordered", "Units ordered", "units/week", None),
    signal("coming", "Units on order", "units", None, "On Sunday night."),
    signal("stock", "Units in the store", "units", None, "On Sunday night, misplaced ones too."),
    signal("misplaced", "Units misplaced", "units", "down", "In the store and not to be found."),
    signal("record", "Units by the record", "units", None, "On Sunday night."),
    signal("phantom", "Phantom stock", "units", "down", "On record and not there."),
    signal("hidden", "Hidden stock", "units", "down", "There and not on record."),
    signal("loss", "Units lost unseen", "units/week", "down"),
    signal("written_up", "Records raised", "units/week", None, "By counts, overrides, slips; sales at zero."),
    signal("written_down", "Records lowered", "units/week", None, "By counts, overrides and slips."),
    signal(
        "shrink_booked", "Shrink in the books", "USD/week", "down", "Written down beyond what was written up."
    ),
    signal("counted", "Articles counted", "SKUs/week", None),
    signal("looked_into", "Empty places looked into", "SKUs/week", None, "With the record set right."),
    signal("questions", "Customers who asked", "questions/week", "down"),
    signal("hours", "Hours on the roster", "hours/week", None),
    signal("cut", "Cut of the roster", "share", None),
    signal("pressure", "Work over hours", "ratio", "down"),
    signal("overtime", "Overtime", "share", "down"),
    signal("dropped", "Checks and training dropped", "share", "down", "For want of hours."),
    signal("check_hours", "Hours for counts and checks", "hours/week", None),
    signal("training_hours", "Hours for training and coaching", "hours/week", None),
    signal("trained", "Staff who can work with the system", "share", "up"),
    signal("frustration", "Frustration", "0 to 1", "down", "Of staff, who see it every day."),
    signal("left", "Staff who left", "people/week", "down"),
    signal("regulars", "Regulars", "households", "up", "On Sunday night."),
    signal("regulars_left", "Regulars lost to empty shelves", "households/week", "down"),
    signal("lost_margin", "Margin lost", "USD/week", "down"),
    signal("cost", "Cost of the store", "USD/week", "down"),
)
