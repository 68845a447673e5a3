"""The campaign and its supply by name: parameters, controls, outcomes and signals, with units and sources."""

from __future__ import annotations

from ..protocol import Control, Outcome, Parameter, signal

A = "assumption"
ADS = "mean of 751 estimates, Sethuraman, Tellis & Briesch (2011)"
GAMING = "Lee, Padmanabhan & Whang (1997), size assumed"

_p = Parameter  # a line a parameter


PARAMETERS = (
    # Demand
    _p("base", "units/week", 1_000, 100, 100_000, A, "What customers order in an ordinary week."),
    _p("campaign_week", "week", 6, 0, 40, A, "Week in which the campaign starts."),
    _p("lift_1", "share", 0.9, 0, 5, A, "What the campaign adds to base demand in its first week."),
    _p("lift_2", "share", 0.9, 0, 5, A, "In its second week."),
    _p("lift_3", "share", 0.7, 0, 5, A, "In its third week."),
    _p("lift_4", "share", 0.5, 0, 5, A, "In its fourth week."),
    _p("lift_5", "share", 0.3, 0, 5, A, "In its fifth week."),
    _p("lift_6", "share", 0.15, 0, 5, A, "In its sixth and last week."),
    _p("stage_share", "share", 0.5, 0, 1, A, "Part of the market in the second wave of a staged launch."),
    _p("season_fade", "1/week", 0.02, 0, 0.1, A, "Part of the lift lost with each week of delay."),
    _p("hold_weeks", "weeks", 0.5, 0, 4, A, "Weeks of demand that wait before a campaign on hold pauses."),
    _p("offer_share", "share", 0.8, 0, 1, A, "Part of the lift that the price offer makes, not the media."),
    _p("discount", "share", 0.15, 0.02, 0.4, A, "Price cut for all who order while the campaign runs."),
    _p("media_base", "USD/week", 4_000, 100, 1e6, A, "Media spending in an ordinary week."),
    _p("media_campaign", "USD/week", 8_000, 0, 1e6, A, "Media spending on top while the campaign runs."),
    _p("adstock", "share", 0.5, 0.3, 0.8, A, "Part of last week's media pressure still felt."),
    _p("media_elasticity", "ratio", 0.12, 0, 0.3, ADS, "Percent more demand for a percent more media."),
    _p("variety", "share", 0.1, 0, 0.3, A, "Demand that would go with all variants but one."),
    _p("bulk_share", "share", 0.25, 0, 0.6, A, "Part of the lift that is several units for one customer."),
    _p("bulk_return", "share", 0.5, 0, 1, A, "Part of the capped units that is ordered later."),
    _p("bulk_weeks", "weeks", 6, 1, 26, A, "Mean time until then."),
    _p("pull_forward", "share", 0, 0, 0.6, A, "Part of the lift that is missing from later weeks."),
    _p("pull_weeks", "weeks", 8, 1, 26, A, "Mean time until it is missing."),
    _p("repeat_weeks", "weeks", 26, 8, 52, A, "When a customer of the campaign would buy again."),
    _p("repeat_gain", "units/unit", 0.25, 0, 1, A, "What a unit of lift brings then."),
    _p("repeat_loss", "units/unit", 0.6, 0, 2, A, "What a customer who gave up waiting takes away then."),
    # Customers who wait
    _p("cancellation", "1/week", 0.1, 0.05, 0.15, A, "Part of the waiting orders cancelled in a week."),
    _p("gaming", "units/unit", 0.3, 0, 1, GAMING, "Second orders that retailers place per unit awaited."),
    _p("honest_calm", "share", 0.5, 0, 0.8, A, "Cancellations saved where the promised date is true."),
    _p("honest_balk", "1/week", 0.15, 0, 0.5, A, "Customers lost per week of wait that they are told."),
    _p("allocation_balk", "share", 0.06, 0, 0.3, A, "Orders lost while goods are rationed by past sales."),
    _p("desk_calm", "share", 0.5, 0, 0.9, A, "Cancellations saved where all who call get an answer more."),
    # Supply
    _p("stock", "units", 1_500, 0, 1e6, A, "Finished goods at the start."),
    _p("pipeline", "units/week", 1_000, 0, 100_000, A, "On order at the start, for each week of lead time."),
    _p("lead_weeks", "weeks", 4, 3, 12, A, "From order to stock: components all but the last week."),
    _p("capacity", "units/week", 1_250, 100, 100_000, A, "What the plant makes in regular hours."),
    _p("order_ceiling", "units/week", 1_250, 100, 100_000, A, "Components that suppliers deliver at most."),
    _p("changeover", "share", 0.08, 0.02, 0.3, A, "Part of the plant's time that changing variants takes."),
    _p("fatigue_weeks", "weeks", 4, 1, 12, A, "How long overtime stays in the bones."),
    _p("fatigue_loss", "share", 0.4, 0, 1, A, "Output lost per share of overtime worked for long."),
    _p("fatigue_defects", "share", 0.2, 0, 1, A, "Units coming back per share of overtime worked for long."),
    _p("agency_defects", "share", 0.06, 0, 0.3, A, "More units coming back, of agency shifts."),
    _p("slip", "probability", 0.03, 0, 0.2, A, "A week's components come a week late."),
    # How the planner orders
    _p("rule_stock", "units", 1_500, 0, 1e6, A, "Stock that the order rule aims at."),
    _p("rule_cover", "weeks", 3, 0, 12, A, "Weeks of smoothed demand that it wants on order."),
    _p("rule_gap", "weeks", 3, 1, 12, A, "In how many weeks it closes a gap."),
    _p("rule_smoothing", "share", 0.3, 0.05, 1, A, "Weight of the newest week in its smoothed demand."),
    # Warehouse, returns, service desk, people
    _p("packing", "units/week", 2_000, 100, 200_000, A, "What the warehouse packs and sends at most."),
    _p("space", "units", 3_500, 0, 1e6, A, "What the warehouse holds before more must be rented."),
    _p("returns", "share", 0.03, 0, 0.2, A, "Units sent that come back in ordinary weeks."),
    _p("returns_offer", "share", 0.08, 0, 0.3, A, "More, of units that the offer sold."),
    _p("return_weeks", "weeks", 3, 1, 8, A, "From sending to coming back."),
    _p("desk", "contacts/week", 350, 50, 50_000, A, "Calls and mails that the service desk answers."),
    _p("contact_order", "contacts/unit", 0.08, 0, 1, A, "Contacts per order."),
    _p("contact_late", "contacts/unit/week", 0.4, 0, 2, A, "Contacts per order that waits."),
    _p("contact_return", "contacts/unit", 0.8, 0, 3, A, "Contacts per unit that comes back."),
    _p("plant_people", "people", 60, 1, 5_000, A, "People in the plant."),
    _p("warehouse_people", "people", 24, 1, 5_000, A, "People in the warehouse."),
    _p("desk_people", "people", 10, 1, 5_000, A, "People at the service desk."),
    _p("attrition", "1/week", 0.005, 0.001, 0.012, A, "People who leave in an ordinary week."),
    _p("fatigue_leavers", "factor", 10, 0, 30, A, "More who leave the plant per share of overtime for long."),
    _p("fill_weeks", "weeks", 8, 1, 26, A, "Until somebody who left the plant so is replaced."),
    # Money
    _p("price", "USD/unit", 90, 1, 10_000, A, "List price to the trade."),
    _p("unit_cost", "USD/unit", 45, 0, 10_000, A, "Material and regular work."),
    _p("overtime_premium", "USD/unit", 10, 0, 1_000, A, "More for a unit made in overtime."),
    _p("agency_cost", "USD/unit", 14, 0, 1_000, A, "For a unit's worth of agency shift, used or not."),
    _p("bought_premium", "USD/unit", 22, 0, 1_000, A, "More for a finished unit bought from another maker."),
    _p("component_premium", "USD/unit", 6, 0, 1_000, A, "More for components beyond the usual ceiling."),
    _p("express_premium", "USD/unit", 12, 0, 1_000, A, "More for a unit's components by air."),
    _p("holding", "USD/unit/week", 0.4, 0, 50, A, "Keeping a unit, or its components."),
    _p("storage", "USD/unit/week", 1.2, 0, 50, A, "More where room must be rented."),
    _p("packing_cost", "USD/unit", 3, 0, 100, A, "For a unit's worth of more packing, used or not."),
    _p("cancel_cost", "USD/unit", 8, 0, 1_000, A, "Refund and paperwork of a cancelled order."),
    _p("return_cost", "USD/unit", 60, 0, 10_000, A, "Refund and handling of a unit that came back."),
    _p("refurbish_cost", "USD/unit", 12, 0, 1_000, A, "Making it fit for sale again."),
    _p("desk_cost", "USD/contact", 5, 0, 100, A, "For a contact's worth of more service desk, used or not."),
    _p("hire_cost", "USD/person", 5_000, 0, 50_000, A, "Replacing somebody who left."),
    # Luck
    _p("noise_demand", "sd of log", 0.06, 0, 0.5, A, "Luck in the week's demand."),
    _p("noise_campaign", "sd of log", 0.15, 0, 0.5, A, "Luck in how the campaign takes, all year."),
    _p("noise_capacity", "sd of log", 0.04, 0, 0.3, A, "Luck in the plant's week."),
    _p("noise_cancellation", "sd of log", 0.1, 0, 0.5, A, "Luck in how patient the waiting are."),
    _p("noise", "factor", 1, 0, 3, A, "All luck at once (0: none)."),
)  # fmt: skip

CONTROLS = (
    # Marketing
    Control("campaign_start", "weeks", 0, 26, 0, "max", "Later start, if decided before it begins."),
    Control("stage_gap", "weeks", 0, 16, 0, "max", "How much later a second wave starts, if still ahead."),
    Control("hold", "0 or 1", 0, 1, 0, "max", "The campaign pauses while many orders wait."),
    Control("reach", "factor", 0.2, 2, 1, "product", "On the part of the market that the campaign is for."),
    Control("offer", "factor", 0, 2, 1, "product", "On the price cut, and so on most of the lift."),
    Control("media", "factor", 0.25, 3, 1, "product", "On media spending."),
    Control("variants", "factor", 0.4, 1.5, 1, "product", "On the variants on sale: set-ups and appeal."),
    # Orders and customers
    Control("order_cap", "share", 0, 1, 0, "max", "How strictly units per customer are capped."),
    Control("allocation", "share", 0, 1, 0, "max", "How far goods are rationed by past sales."),
    Control("honest_dates", "share", 0, 1, 0, "max", "How far customers are told the true date first."),
    Control("cancellation", "factor", 0.3, 2, 1, "product", "On the part of the waiting who give up."),
    Control("service_desk", "contacts/week", 0, 2_000, 0, "sum", "More calls and mails answered."),
    # Planning
    Control("forecast", "share", 0, 1.5, 0.3, "max", "Part of the true lift in the forecast that is shared."),
    Control("foresight", "weeks", 0, 16, 0, "max", "How far ahead the order rule counts that forecast."),
    Control("target_stock", "units", -1_500, 6_000, 0, "sum", "On the stock that the order rule aims at."),
    Control("planned_order", "units/week", 0, 4_000, 0, "max", "A fixed order; 0: the rule orders."),
    Control("smoothing", "factor", 0.2, 3, 1, "product", "On the newest week's weight in the rule."),
    # Supply
    Control("components", "units/week", 0, 2_000, 0, "sum", "Components beyond the usual ceiling."),
    Control("overtime", "share", 0, 0.3, 0, "sum", "Overtime that the plant may work."),
    Control("agency", "units/week", 0, 1_500, 0, "sum", "Agency shifts, in units they can make."),
    Control("bought_in", "units/week", 0, 1_500, 0, "sum", "Finished goods from a second maker."),
    Control("expedite", "units/week", 0, 1_000, 0, "sum", "Components by air while goods are short."),
    Control("packing", "units/week", 0, 2_000, 0, "sum", "More that the warehouse can pack and send."),
    Control("refurbish", "units/week", 0, 500, 0, "sum", "Returns made fit for sale again."),
    Control("attrition", "factor", 0.3, 3, 1, "product", "On people who leave."),
    Control(
        "spending", "USD/week", 0, 1e8, 0, "sum", "Money spent by the plan (automatic: the price).", True
    ),
)

OUTCOMES = (
    Outcome("delivered", "Units delivered", "units", "up", "Sent to customers in the year."),
    Outcome("on_time", "Orders sent in their week", "share", "up", "Of all orders of the year."),
    Outcome("let_down", "Orders given up after waiting", "units", "down", "Cancelled by those who waited."),
    Outcome("weeks_short", "Weeks with waiting orders", "weeks", "down", "More than 1 % of base demand."),
    Outcome("leavers", "People who left", "people", "down", "Plant, warehouse and service desk."),
    Outcome("strained_weeks", "Weeks of strain", "weeks", "down", "Fatigue, packing or calls too much."),
    Outcome("stock_end", "Stock at the end", "units", "down", "Finished goods left after the last week."),
    Outcome("revenue", "Revenue", "USD", "up", "Of what was delivered, after the price cut."),
    Outcome("cost", "Cost", "USD", "down", "Goods, media, haste, storage, returns, the plan."),
)


SIGNALS = (
    # What leadership looks at
    signal("booked", "Orders booked", "units/week", "up", "As the dashboard counts them: second orders too."),
    signal(
        "booked_total", "Orders booked since the start", "units", "up", "Cancellations are not taken off."
    ),
    signal("media_reach", "Media reach", "index", "up", "Media pressure; 1 in an ordinary week."),
    signal("revenue", "Revenue", "USD/week", "up"),
    signal("cost", "Cost", "USD/week", "down"),
    # Demand
    signal("demand", "True demand", "units/week", "up", "What customers want that week."),
    signal("lift", "Campaign demand", "units/week", "up", "The part of it that the campaign brings."),
    signal("running", "Part of the campaign that runs", "share", None),
    signal("came_back", "Put-off orders that come", "units/week", "up", "Of units capped in earlier weeks."),
    signal(
        "turned_away", "Orders not placed", "units/week", "down", "Capped, or lost to a date or a ration."
    ),
    signal("orders", "Orders placed", "units/week", "up", "Real ones: without second orders."),
    # Customers
    signal("shipped", "Units sent", "units/week", "up"),
    signal("backorders", "Orders that wait", "units", "down", "On Sunday night, without second orders."),
    signal("duplicates", "Second orders for the same unit", "units", "down", "In the books on Sunday night."),
    signal("cancelled", "Orders cancelled", "units/week", "down", "By customers who waited."),
    signal("cancelled_quarter", "Cancellations, mean of the quarter", "units/week", "down", "Last 13 weeks."),
    signal("on_time", "Orders sent in their week", "share", "up"),
    signal("on_time_quarter", "Sent in their week, mean of the quarter", "share", "up", "Last 13 weeks."),
    signal("wait_weeks", "Work owed to waiting orders", "weeks", "down", "They over a week's capacity."),
    # Planning
    signal(
        "forecast", "Shared forecast for next week", "units/week", None, "Base and the lift that was told."
    ),
    signal("shortfall_ahead", "Shortfall ahead", "units", "down", "The lead time's forecast not covered."),
    signal("ordered", "Units ordered", "units/week", None, "By the planner, for the plant."),
    signal(
        "order_swing", "Swing of orders", "units/week", "down", "Standard deviation over the last 13 weeks."
    ),
    signal("on_order", "Units on order", "units", None, "Not yet in stock, on Sunday night."),
    signal("express", "Units by air", "units/week", "down", "Of the week's order."),
    signal("cover_weeks", "Weeks of cover", "weeks", None, "Stock over smoothed demand."),
    # Plant
    signal("capacity", "Capacity of the plant", "units/week", "up", "With overtime and agency, that week."),
    signal("queue", "Components that wait for the plant", "units", "down", "On Sunday night."),
    signal("made", "Units made", "units/week", "up", "In stock on Monday."),
    signal("overtime", "Overtime worked", "share", "down"),
    signal("fatigue", "Overtime in the bones", "share", "down", "Smoothed over about a month."),
    # Warehouse, returns, service desk, people
    signal("arrived", "Units that came into stock", "units/week", "up", "Made, bought and refurbished."),
    signal("stock", "Stock", "units", None, "Finished goods on Sunday night."),
    signal("packing_load", "Packing in use", "share", "down", "Units sent over what can be packed."),
    signal("returned", "Units that came back", "units/week", "down"),
    signal("refurbished", "Returns made fit for sale", "units/week", "up"),
    signal("returns_pile", "Returns that lie about", "units", "down", "On Sunday night."),
    signal("desk_pressure", "Contacts over what the desk can answer", "ratio", "down"),
    signal("left", "People who left", "people/week", "down"),
)
