"""Nothing of the key, and nothing of the other desk, goes over the wire before it is revealed."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Iterator
from typing import Any

from ipywidgets import Button

LONG_ENOUGH = 24


def pieces(texts: Iterable[str]) -> Iterator[str]:
    """Yield the longest run of plain words of each text: no markup or escaping can disguise it."""
    for text in texts:
        longest = max(re.split(r"[^\w ,]+", " ".join(text.split())), key=len).strip()
        if len(longest) >= LONG_ENOUGH:
            yield longest


def told(wire: Any, pieces: Iterable[str]) -> set[str]:
    """Return which of the pieces were in anything that was sent so far."""
    text = html.unescape(wire.text).replace("\\n", " ")
    plain = re.sub(r"(?:<[^>]*>|\s)+", " ", text)
    return {piece for piece in pieces if piece in plain}


def told_at_the_end(person: Any) -> set[str]:
    """Words of the key that only the score may show, and that the open case does not hold."""
    key = person.key
    causes = [text for cause in key.causes for text in (cause.why, cause.title)]
    herrings = [text for herring in key.herrings for text in (herring.tempting, herring.breaks)]
    traps = [text for trap in key.traps for text in (trap.what, trap.lesson)]
    texts = [*key.expert.split("\n\n"), *key.plan.model_plan_why.split("\n\n"), *key.unseen.values()]
    texts += [*causes, *herrings, *traps, *key.second_order, *(item.facts for item in key.kin)]
    public = " ".join(person.case.model_dump_json().replace("\\n", " ").split())
    return {piece for piece in pieces(texts) if piece not in public}


def test_the_key_is_in_no_message_before_the_score(person: Any, wire: Any) -> None:
    secret = told_at_the_end(person)
    assert len(secret) > 25
    theirs, mine = (set(pieces([person.key.typical[side].story])) for side in ("leadership", "operations"))
    assert theirs
    assert mine
    person.brief()
    for entry in person.all(Button, name="los-entry"):
        entry.click()
    person.evidence()
    person.claim(person.case.statements[3].id)
    assert told(wire, secret | theirs | mine) == set()
    person.diagnose()
    assert told(wire, theirs) == theirs
    person.compare()
    person.plan()
    person.go_on()
    assert told(wire, secret | mine) == set()
    person.go_on()
    assert told(wire, secret) == secret


def test_the_other_desk_is_in_no_message_before_the_first_diagnosis(person: Any, wire: Any) -> None:
    hidden = [paper for paper in person.case.exhibits if paper.side == "leadership"]
    bodies = set(pieces(paper.body for paper in hidden))
    assert len(bodies) == len(hidden)
    person.to("exhibits")
    for entry in person.all(Button, name="los-entry"):
        entry.click()
    person.evidence()
    person.claim(person.case.statements[0].id)
    assert told(wire, bodies) == set()
    assert {paper.title for paper in hidden if f'"{paper.title}' in wire.text} == set()
    person.go_on()
    for entry in person.all(Button, name="los-entry"):
        entry.click()
    assert told(wire, bodies) == bodies


def test_the_key_stays_hidden_when_somebody_only_comes_back(person: Any, wire: Any) -> None:
    secret = told_at_the_end(person)
    person.to("simulate")
    person.come_back()
    for label in ("Brief", "Evidence", "Diagnose", "Other side", "Plan", "Run"):
        person.press(label)
    person.forge_click(person.one(Button, "Score"))
    assert told(wire, secret) == set()
