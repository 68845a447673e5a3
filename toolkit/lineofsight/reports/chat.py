"""A chat as it looked: bubbles with names, times and initials, one person's run of words together."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import groupby

from ..model.case import Case
from .escape import clean, escape

_MESSAGE = re.compile(r"^(\d{1,2}:\d{2})\s+([^:]{1,60}):\s*(.*)$")


@dataclass(frozen=True)
class Message:
    """One message: when, who, what."""

    time: str
    name: str
    words: str


def messages(body: str) -> tuple[Message, ...]:
    """Return the messages of a chat's text; a line without time and name goes on the one before it."""
    found: list[Message] = []
    for line in clean(body).split("\n"):
        match = _MESSAGE.match(line.strip())
        if match:
            found.append(Message(*match.groups()))
        elif line.strip() and found:
            last = found.pop()
            found.append(Message(last.time, last.name, f"{last.words}\n{line.strip()}"))
        elif line.strip():
            found.append(Message("", "", line.strip()))
    return tuple(found)


def chat(body: str, case: Case) -> str:
    """Return a chat as a list of people, each with what they said in one go."""
    runs = groupby(messages(body), key=lambda message: message.name)
    return '<ol class="los-chat">' + "".join(_run(name, list(run), case) for name, run in runs) + "</ol>"


def face_of(name: str, case: Case) -> str:
    """Return a round mark with a person's initials, in the colour of that person's side."""
    side = next((person.side for person in case.cast if person.name in name), "both")
    return f'<span class="los-initials {side}" aria-hidden="true">{escape(initials(name))}</span>'


def initials(name: str) -> str:
    """Return the first letters of the first and the last word of a name."""
    words = re.findall(r"\w+", name.split(",")[0])
    return "".join(word[0] for word in (words[:1] + words[1:][-1:])).upper()


def _run(name: str, run: list[Message], case: Case) -> str:
    bubbles = "".join(
        f'<p class="los-bubble">{_lines(message.words)} <time>{escape(message.time)}</time></p>'
        for message in run
    )
    return f'<li>{face_of(name, case)}<div><b class="los-who">{escape(name)}</b>{bubbles}</div></li>'


def _lines(words: str) -> str:
    return escape(words).replace("\n", "<br>")
