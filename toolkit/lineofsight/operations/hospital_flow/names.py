"""The hospital's names: parameters, controls, outcomes and signals, with units and sources."""

from __future__ import annotations

from ..protocol import Control, Outcome, Parameter, signal

A = "assumption"
AIKEN = "Aiken et al. (2002), JAMA 288; cross-sectional, an association"
SINGER = "Singer et al. (2011): one site, observational; size assumed"
BUNDLE = "Starmer et al. (2014), before and after, no controls"
POTHIER = "Pothier et al. (2005), simulated patients"
HAYNES = "Haynes et al. (2009) 11 to 7 %; Urbach et al. (2014) found no change"

_p = Parameter  # a line a parameter


PARAMETERS = (
    _p("admissions", "patients/week", 49.875, 20, 90, "30 beds at .95 and 4 days", "Bed requests, all told."),
    _p("planned_share", "share", 0.2, 0, 0.6, A, "Of these, planned operations."),
    _p("urgent_share", "share", 0.35, 0, 1, A, "Of the others, those who are served first."),
    _p("los", "days", 4, 3.5, 10, A, "Mean time in a bed."),
    _p("occupancy_target", "share", 0.95, 0.7, 1, A, "Patients expected over beds kept open."),
    _p("beds_most", "beds", 40, 10, 56, A, "Beds there is room for."),
    _p("boarding", "patients", 6, 0, 60, A, "Patients waiting for a bed at the start."),
    _p("rhythm", "factor", 1, 0, 1, A, "How far hours and weekdays differ (0: not at all)."),
    _p("los_boarding", "factor", 0.12, 0, 0.55, SINGER, "Longer stay if all had waited twelve hours."),
    _p("surge_trigger", "patients", 4, 0, 60, A, "Boarders beyond whom surge beds and diversion begin."),
    _p("season_week", "week", 30, 0, 51, A, "First week of influenza."),
    _p("season_weeks", "weeks", 3, 0, 20, A, "How long it lasts."),
    _p("season_factor", "factor", 1.1, 1, 1.3, A, "On everybody who comes unplanned in those weeks."),
    _p("walk_ins", "patients/week", 150, 0, 400, A, "Emergency patients who go home again."),
    _p("bays", "bays", 12, 4, 60, A, "Places in the emergency department."),
    _p("bays_kept", "bays", 3, 1, 10, A, "Places that boarders never take."),
    _p("treatment", "hours", 2.5, 0.5, 6, A, "Mean time in a bay of a patient who goes home."),
    _p("leave", "1/hour", 0.06, 0, 0.5, A, "Share of a full waiting room that gives up in an hour."),
    _p("early_hours", "hours", 4, 0, 6, A, "Sooner, who goes home in the morning of the same day."),
    _p("nurses", "nurses", 30, 5, 300, A, "Nurses on the wards' payroll (full time)."),
    _p("nurse_hours", "hours/week", 36, 20, 40, A, "Hours that a nurse works a week."),
    _p("absence", "share", 0.12, 0, 0.4, A, "Away: leave, training, illness."),
    _p("night_share", "share", 0.4, 0.25, 0.5, A, "Share of nursing hours that falls in the night."),
    _p("ratio_ok", "patients/nurse", 4, 2, 10, AIKEN, "From here patients per nurse are extra."),
    _p("ratio_most", "beds/nurse", 7, 3, 20, A, "Most beds per nurse by night; others are closed."),
    _p("ratio_strain", "patients/nurse", 6.5, 3, 20, A, "A night with more is a night of strain."),
    _p("attrition", "1/week", 0.003, 0, 0.02, A, "Nurses who leave in any week."),
    _p("attrition_ratio", "factor", 0.2, 0, 0.5, "Aiken et al. (2002), burnout", "More, per extra patient."),
    _p("replaced", "share", 0.7, 0, 1, A, "Of those who leave, posts that are filled again."),
    _p("hire_weeks", "weeks", 10, 1, 26, A, "From leaving to a filled post."),
    _p("errors", "errors/100 admissions", 24.5, 1, 60, BUNDLE, "With no handover heard complete."),
    _p("fidelity_ratio", "factor", 0.767, 0.5, 1, BUNDLE, "On errors if all handovers are complete."),
    _p("fidelity", "share", 0.2, 0, 1, "Starmer et al. (2022), verbal", "Handovers with all five elements."),
    _p("fidelity_agency", "share", 0.5, 0, 1, A, "How far agency nurses miss the wards' way of it."),
    _p("harm_share", "harms/error", 0.192, 0, 1, BUNDLE, "Preventable harm per error."),
    _p("failure_ratio", "factor/patient", 1.07, 1, 1.12, AIKEN, "On risk, per extra patient per nurse."),
    _p("load_ratio", "factor", 0.05, 0, 0.3, A, "More errors per extra patient per nurse."),
    _p("load_boarding", "factor", 0.3, 0, 1, A, "More errors if all had waited twelve hours."),
    _p("load_information", "factor", 0.6, 0, 2, A, "More errors if all information were lost."),
    _p("handovers", "1/day", 2, 2, 3, "two shifts of twelve hours", "Handovers a day."),
    _p("retained", "share", 0.7912, 0.1, 1, POTHIER, "Information kept in a handover, from notes."),
    _p("retained_sheet", "share", 0.98, 0.8, 1, POTHIER, "The same with a typed sheet."),
    _p("boarding_ratio", "factor", 0.8, 0, 1.5, SINGER, "Higher risk if all had waited twelve hours."),
    _p("checklist_effect", "share", 0.36, 0, 0.5, HAYNES, "Harm avoided where it is done aloud."),
    _p("checklist", "share", 0.4, 0, 1, A, "Checklists done aloud."),
    _p("checklist_signed", "share", 0.98, 0, 1, A, "Checklists signed."),
    _p("near_misses", "1/error", 3, 0, 10, A, "Near misses per error."),
    _p("voice", "share", 0.12, 0, 0.8, A, "Errors and near misses that are reported."),
    _p("voice_weeks", "weeks", 6, 1, 26, A, "Time in which people come to trust, or cease to."),
    _p("voice_alone", "share", 0.4, 0, 1, A, "What an invitation does if nothing follows."),
    _p("acted_on", "share", 0.2, 0, 1, A, "Reports after which something is changed."),
    _p("learning", "1/report", 0.0012, 0, 0.01, A, "Hazard removed by a change."),
    _p("drift_weeks", "weeks", 60, 8, 500, A, "Time in which removed hazards come back."),
    _p("wage", "USD/nurse/week", 1_900, 500, 5_000, A, "What a nurse costs."),
    _p("agency_wage", "USD/nurse/week", 3_800, 500, 9_000, A, "What an agency nurse costs."),
    _p("bed_cost", "USD/bed/week", 2_400, 0, 20_000, A, "An open bed, without nurses."),
    _p("planned_income", "USD/patient", 5_000, 0, 30_000, A, "Lost with a planned operation not done."),
    _p("visit_income", "USD/patient", 400, 0, 5_000, A, "Lost with a patient who leaves or is sent on."),
    _p(
        "noise_season", "sd of log", 0.05, 0, 0.15, A, "Luck in the week's unplanned patients, beyond chance."
    ),
    _p("noise_absence", "sd of log", 0.2, 0, 0.5, A, "Luck in absence."),
    _p("noise_errors", "sd of log", 0.15, 0, 0.5, A, "Luck in errors."),
    _p("noise", "factor", 1, 0, 1, A, "All luck at once (0: everything on average, as a budget counts)."),
)

CONTROLS = (
    Control("demand", "factor", 0.6, 1.3, 1, "product", "On everybody who comes unplanned."),
    Control("avoided", "share", 0, 0.5, 0, "sum", "Admissions, not urgent, cared for elsewhere."),
    Control("diversion", "share", 0, 0.8, 0, "max", "Not urgent, sent on while many board."),
    Control("planned_volume", "factor", 0.3, 1.3, 1, "product", "On planned operations."),
    Control("planned_smoothing", "share", 0, 1, 0, "max", "Planned operations spread over five days."),
    Control("target_change", "share", -0.2, 0.05, 0, "sum", "On the occupancy target."),
    Control("surge_beds", "beds", 0, 8, 0, "sum", "More beds on the wards while many board."),
    Control("ratio_most", "beds/nurse", -3, 3, 0, "sum", "On the most beds per nurse by night."),
    Control("los", "factor", 0.7, 1.3, 1, "product", "On the time in a bed."),
    Control("early_discharge", "share", 0, 1, 0, "max", "Discharges moved to the morning."),
    Control("weekend_discharge", "share", 0, 1, 0, "max", "Weekends like weekdays for discharge."),
    Control("extra_bays", "bays", 0, 20, 0, "sum", "More places in the emergency department."),
    Control("treatment", "factor", 0.6, 1.4, 1, "product", "On the time in a bay."),
    Control("hires", "nurses", 0, 60, 0, "sum", "Nurses who start this week.", True),
    Control("agency_nurses", "nurses", 0, 40, 0, "sum", "Agency nurses (full time)."),
    Control("night_shift", "share", 0, 0.15, 0, "sum", "Nursing hours moved from day to night."),
    Control("other_duties", "share", 0, 0.4, 0, "sum", "Nurses' time away from patients."),
    Control("attrition", "factor", 0.3, 3, 1, "product", "On nurses who leave."),
    Control("fidelity", "share", -0.2, 0.8, 0, "sum", "On handovers with all elements."),
    Control("handover_sheet", "share", 0, 1, 0, "max", "Handovers with a typed sheet."),
    Control("extra_handovers", "1/day", 0, 2, 0, "sum", "More handovers a day (shorter shifts)."),
    Control("checklist", "share", -0.4, 0.6, 0, "sum", "On checklists done aloud."),
    Control("checklist_signed", "share", -0.5, 0.5, 0, "sum", "On checklists signed (paper only)."),
    Control("speaking_up", "share", -0.2, 0.6, 0, "sum", "On what is reported, once trusted."),
    Control("follow_up", "share", -0.2, 0.8, 0, "sum", "On reports that lead to a change."),
    Control("clock_stops", "share", 0, 1, 0, "max", "Late patients taken off the clock on paper."),
    Control(
        "spending", "USD/week", 0, 1e8, 0, "sum", "Money spent by the plan (automatic: the price).", True
    ),
)

OUTCOMES = (
    Outcome("boarding_hours", "Hours spent waiting for a bed", "hours", "down", "Of all patients."),
    Outcome("long_boarders", "Patients who boarded twelve hours", "patients", "down", "Or more."),
    Outcome("left_unseen", "Patients who left unseen", "patients", "down", "From the waiting room."),
    Outcome("turned_away", "Patients sent on", "patients", "down", "While the department was on divert."),
    Outcome("harms", "Preventable harm", "harms", "down", "As published rates would have it expected."),
    Outcome("cancelled", "Operations cancelled on the day", "patients", "down", "For want of a bed."),
    Outcome("strained_weeks", "Weeks of strained nights", "weeks", "down", "Too many patients per nurse."),
    Outcome("nurses_left", "Nurses who left", "nurses", "down", "Over the year."),
    Outcome("cost", "Cost and income lost", "USD", "down", "Nurses, beds, the plan; what was not done."),
)


SIGNALS = (
    signal("bed_requests", "Bed requests", "patients/week", None, "Unplanned, without those sent on."),
    signal("turned_away", "Patients sent on", "patients/week", "down"),
    signal("admitted", "Admitted from the emergency department", "patients/week", None),
    signal("boarders", "Boarders", "patients", "down", "Waiting for a bed on Sunday night."),
    signal("boarding_hours", "Boarding hours", "hours/week", "down", "Patients times hours."),
    signal("boarding_quarter", "Boarding hours, mean of the quarter", "hours/week", "down", "Last 13 weeks."),
    signal(
        "urgent_wait", "Wait of the most urgent for a bed", "hours", "down", "Boarding hours per request."
    ),
    signal(
        "waited_share",
        "Share who waited for a bed",
        "share",
        "down",
        "Beyond the hour in which they needed it.",
    ),
    signal(
        "long_boarders", "Boarded twelve hours", "patients/week", "down", "Who passed that mark this week."
    ),
    signal("planned_booked", "Operations booked", "patients/week", "up"),
    signal("planned_done", "Operations done", "patients/week", "up"),
    signal("cancelled", "Operations cancelled on the day", "patients/week", "down"),
    signal("discharged", "Discharged", "patients/week", "up"),
    signal("before_noon", "Left before noon", "share", "up", "Of the week's discharges."),
    signal("in_beds", "Patients in beds", "patients", None, "On Sunday night."),
    signal("beds_open", "Beds open", "beds", None, "Surge beds not counted."),
    signal("occupancy", "Occupancy", "share", None, "Mean of the week; beds only, nobody downstairs."),
    signal("los_days", "Length of stay", "days", "down", "From bed to door; the wait before is not in it."),
    signal("walk_ins", "Emergency patients who go home", "patients/week", None, "Without those sent on."),
    signal("walk_ins_seen", "Of these, seen", "patients/week", "up"),
    signal("left_unseen", "Left unseen", "patients/week", "down"),
    signal("waiting_room", "In the waiting room", "patients", "down", "On Sunday night."),
    signal("four_hours", "Out within four hours", "share", "up", "Of all emergency patients."),
    signal("four_hours_reported", "Out within four hours, reported", "share", "up", "With clocks stopped."),
    signal("nurses", "Nurses", "nurses", "up", "On the payroll when the week begins."),
    signal("started", "Nurses who started", "nurses/week", "up"),
    signal("nurses_left", "Nurses who left", "nurses/week", "down"),
    signal("ratio_day", "Patients per nurse, day", "patients/nurse", "down"),
    signal("ratio_night", "Patients per nurse, night", "patients/nurse", "down"),
    signal(
        "staffing_risk",
        "Risk going with staffing",
        "ratio",
        "down",
        "Published association; 1: four a nurse.",
    ),
    signal(
        "boarding_risk", "Risk going with boarding", "ratio", "down", "Published association; 1: no waits."
    ),
    signal("fidelity", "Handovers with all elements", "share", "up", "Heard, not filled in."),
    signal("retained", "Information kept over a day", "share", "up", "After all handovers."),
    signal("checklist", "Checklists done aloud", "share", "up", "Watched."),
    signal("checklist_signed", "Checklists signed", "share", "up", "As filed."),
    signal("errors", "Errors", "errors/week", "down", "Whether or not anybody reports them."),
    signal("errors_per_100", "Errors per 100 admissions", "errors", "down"),
    signal("harms", "Preventable harm", "harms/week", "down", "Expected."),
    signal("reported", "Incidents reported", "reports/week", None, "More may mean that people speak up."),
    signal("acted_on", "Reports acted on", "reports/week", "up"),
    signal("voice", "Share reported", "share", "up", "Of errors and near misses; seen by nobody."),
    signal("hazard", "Hazards standing", "ratio", "down", "1 at the start; seen by nobody."),
    signal("agency_cost", "Agency spending", "USD/week", "down"),
    signal("cost", "Cost and income lost", "USD/week", "down"),
)
