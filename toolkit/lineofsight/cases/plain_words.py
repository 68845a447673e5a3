"""Rules on plain words: what people have to read under the clock stays as easy as a novel.

The measure is LIX (Björnsson 1968, *Läsbarhet*), words a sentence plus long words in a hundred, counted
by the library textstat. Björnsson's marks: up to 40 fiction, up to 50 newspapers, above 60 officialese.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from ..model.runsheet import Live
from .findings import Finding
from .reading import Reading
from .standards import CASE, words

CEILING = 40
# In a shorter text three long names more or less move LIX by five.
FEWEST_WORDS = 60
FIRST_WORDS = 6
TABLE_ROW = re.compile(r"^[ \t]*\|.*$", re.M)
# A new paragraph, point of a list, heading or message of a chat: the sentence before it has ended.
PIECE = re.compile(r"\n\s*\n|\n(?=\s*(?:[-*+>]|#+|\d+[.)]|\d{1,2}:\d{2})\s)")
OPENING = re.compile(r"^\s*(?:(?:[-*+>]|#+|\d+[.)])\s+)*(?:\d{1,2}:\d{2}\s+[^:\n]{1,40}:\s)?")
SIGNS = re.compile(r"\]\([^)]{0,300}\)|[*_`\[\]]|(?<=\d)[.,:](?=\d)")
SENTENCE = re.compile(r"\b[^.!?]+")


def prose(text: str) -> str:
    """Return Markdown as sentences: no tables, signs or clock times; every piece ends with a full stop."""
    pieces = (OPENING.sub("", piece) for piece in PIECE.split(TABLE_ROW.sub("", text)))
    plain = (" ".join(SIGNS.sub("", piece).split()) for piece in pieces)
    return " ".join(f"{piece}." for piece in plain if piece)


def easy_papers(reading: Reading) -> Iterator[Finding]:
    """Every paper reads easily; those too short to be judged alone are judged together."""
    short = []
    for paper in reading.exhibits:
        if words(prose(paper.body)) < FEWEST_WORDS:
            short.append(paper)
        else:
            yield from _easy(reading.papers[paper.id].file, 1, f"the paper {paper.id!r} reads", [paper.body])
    names = ", ".join(paper.id for paper in short)
    yield from _easy(CASE, 1, f"the short papers together ({names}) read", [paper.body for paper in short])


def easy_case(reading: Reading) -> Iterator[Finding]:
    """The story reads easily, and so do the statements, taken together."""
    if reading.file is None:
        return
    line = reading.documents[CASE].line
    yield from _easy(CASE, line(("story",), key=True), "the story reads", [reading.file.story])
    statements = [item.text for item in reading.file.statements]
    yield from _easy(CASE, line(("statements",), key=True), "the statements together read", statements)


def easy_sheets(reading: Reading) -> Iterator[Finding]:
    """What the learner alone, the room and the facilitator are told reads easily."""
    document = reading.documents.get("run-sheet.yaml")
    if document is None:
        return
    if "solo" in reading.sheets:
        leads = [step.lead for step in reading.sheets["solo"].steps]
        yield from _easy(document.file, document.line(("solo",)), "the leads of the solo sheet read", leads)
    if reading.live is not None:
        line = document.line(("live",))
        leads = [step.lead for step in reading.live.steps]
        yield from _easy(document.file, line, "the leads of the live sheet read", leads)
        yield from _easy(document.file, line, "the facilitator's words read", _spoken(reading.live))


def easy_twins(reading: Reading) -> Iterator[Finding]:
    """A twin's one page, its papers and its statements read easily."""
    for letter, twin in reading.twins.items():
        texts = [twin.story, *(paper.body for paper in twin.papers)]
        file = f"twins/{letter}.yaml"
        yield from _easy(file, 1, "the twin's story and papers read", texts)
        yield from _easy(file, 1, "the twin's statements read", [item.text for item in twin.statements])


def _spoken(live: Live) -> Iterator[str]:
    page = live.first_page
    yield from (page.idea, *page.prepare, *page.protect, *page.goes_wrong)
    yield from (page.key_is_wrong, page.lived_this, page.frame)
    for step in live.steps:
        yield from (step.say, step.watch_for, *step.ask, *step.after_year, step.cut)


def _easy(file: str, line: int, what: str, texts: Iterable[str]) -> Iterator[Finding]:
    text = prose("\n\n".join(texts))
    if words(text) < FEWEST_WORDS:
        return
    from textstat import lix

    found = round(lix(text))
    if found > CEILING:
        longest = max(SENTENCE.findall(text), key=words)
        begins = " ".join(longest.split()[:FIRST_WORDS])
        remedy = f"shorten sentences, choose shorter words (the longest sentence begins {begins!r})"
        yield Finding(file, line, f"{what} at LIX {found}", f"allowed: {CEILING}", remedy)


RULES = (easy_papers, easy_case, easy_sheets, easy_twins)
