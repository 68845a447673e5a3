"""The twelve disconnects in words: what each is called, looks like, and is not to be confused with."""

from __future__ import annotations

from .base import Model, Text
from .key import Disconnect


class DisconnectWords(Model):
    """One kind of disconnect for those who teach.

    ``marker`` is what one would see from outside, in one line; ``apart`` is what to look at so as not
    to take it for its neighbour.
    """

    name: Text
    marker: Text
    apart: Text


def _words(name: str, marker: str, apart: str) -> DisconnectWords:
    return DisconnectWords(name=name, marker=marker, apart=apart)


DISCONNECTS: dict[Disconnect, DisconnectWords] = {
    "assumed-clarity": _words(
        "Assumed clarity",
        "Those who decide are sure that everybody knows the goal; asked one by one, people name different ones.",
        "The message has stayed the same and was never put to the test. If it kept changing, it is priority churn.",
    ),
    "priority-churn": _words(
        "Priority churn",
        "What comes first is changed again before the last change could take effect.",
        "Lay the changes on a calendar: three or more fall within the time that one piece of work takes. "
        "Today's order is known to all, which assumed clarity cannot say.",
    ),
    "goal-without-operational-input": _words(
        "Goal without operational input",
        "A target or a date is settled with nobody at the table who will have to deliver it.",
        "Read the record of the decision: no name from operations is on it. Whether the dates could have "
        "worked is another question, that of lead-time blindness.",
    ),
    "lead-time-blindness": _words(
        "Lead-time blindness",
        "Something is due sooner than the people or the parts for it can possibly be there.",
        "Dates alone show it: count the lead time back from the day it is due. It is there even when "
        "operations was asked.",
    ),
    "signal-not-raised": _words(
        "Signal not raised",
        "The floor saw it coming, and those above could not have known.",
        "A warning was noted, filed or talked over, and stopped on its way up. Had it arrived, it would be "
        "a signal not acted on.",
    ),
    "signal-not-acted-on": _words(
        "Signal not acted on",
        "The warning arrived, was even written down, and then belonged to nobody.",
        "Minutes or a reply prove that it was read upstairs; no owner, no date and no act follow. Had it "
        "never arrived, it would be a signal not raised.",
    ),
    "cross-unit-contradiction": _words(
        "Cross-unit contradiction",
        "Two units follow plans that are sound one by one and cannot both be kept.",
        "Each plan is right on its own desk, and nobody owns the place where they meet. Nobody is rewarded "
        "for the clash; if somebody is, it is a metric conflict.",
    ),
    "metric-conflict": _words(
        "Metric conflict",
        "A figure by which people are judged gets better while what it stands for gets worse.",
        "A scorecard or a bonus pays for the harmful act, and the figure itself is correct. If it is not, "
        "look for measurement blindness.",
    ),
    "measurement-blindness": _words(
        "Measurement blindness",
        "The report and the floor disagree about the same thing on the same day.",
        "Count what is really there and hold it against the record. Nobody need gain from the difference; "
        "where somebody does, ask about metric conflict too.",
    ),
    "readiness-gap": _words(
        "Readiness gap",
        "It goes live before people can do it, and there is no way back.",
        "Lists of training, trials or sign-offs have gaps on the day of the start. The people are there but "
        "not prepared; if they could not even be there yet, it is lead-time blindness.",
    ),
    "firefighting-trap": _words(
        "Firefighting trap",
        "Every hour goes into today's fires and none into what lights them, so the same faults return.",
        "Count the repeats, and the times that upkeep was put off. Everybody acts, all the time, which is the "
        "opposite of a signal not acted on.",
    ),
    "diffuse-accountability": _words(
        "Diffuse accountability",
        "Nobody is named to decide, and bad news costs whoever brings it.",
        "No decision of any sort carries a name, and people say in confidence that they keep quiet. If it is "
        "one warning that lacks an owner, it is a signal not acted on.",
    ),
}
