"""What fresh readers made of a case: kept raw in one file a case, an answer at a time."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from .. import paths
from ..errors import AnswerError, UnknownName
from ..model.readers import (
    FreshReader,
    FreshReaders,
    NumberedAnswer,
    Packet,
    numbered_actions,
    numbered_statements,
)
from .library import open_case

if TYPE_CHECKING:
    from ..cases.findings import Finding
    from ..model.case import Case

HEAD = "readers:\n"


def readers_file(slug: str) -> Path:
    """Return where a case's readers are kept (the file need not be there)."""
    return paths.readers() / f"{slug}.yaml"


def readers_of(slug: str) -> FreshReaders:
    """Return all readers of a case; ``CaseError`` says what is wrong with their file, line by line."""
    from ..cases.fresh_readers import read_file

    return read_file(readers_file(slug), open_case(slug))


def add_reader(slug: str, packet: Packet, answer: str, who: str, on: date) -> FreshReader:
    """Add one reader's answer (JSON, as the packet asks for it) to the case's file and return it.

    Numbers become ids. ``AnswerError`` or ``UnknownName`` says why an answer cannot be taken, ``CaseError``
    what was wrong with the file before; then the file is as it was.
    """
    from ..cases.fresh_readers import judged

    case = open_case(slug)
    file = readers_file(slug)
    before = file.read_text(encoding="utf-8") if readers_of(slug).readers else HEAD
    item = _with_ids(_parsed(answer), packet, case)
    after = before.rstrip("\n") + "\n" + _written({"packet": packet, "who": who, "date": on, **item})
    kept, found = judged(after.encode(), str(file), case)
    if found:
        raise _refused(found)
    file.parent.mkdir(parents=True, exist_ok=True)
    fresh = file.with_suffix(".new")
    fresh.write_text(after, encoding="utf-8")
    fresh.replace(file)
    return kept.readers[-1]


def _parsed(answer: str) -> NumberedAnswer:
    from ..cases.shapes import shaped
    from ..cases.yaml_text import Document

    # Readers like to say a word before and after, and to fence what was asked for.
    inside = answer[answer.find("{") : answer.rfind("}") + 1]
    try:
        data = json.loads(inside)
    except ValueError as error:
        raise AnswerError(
            f"the answer is not JSON ({error}); ask the reader again for JSON and nothing else"
        ) from error
    found: list[Finding] = []
    parsed = shaped(NumberedAnswer, Document("answer", data), found)
    if parsed is None:
        raise _refused(found)
    return parsed


def _refused(found: Sequence[Finding]) -> AnswerError:
    # The lines of a file that was never written would only lead astray.
    return AnswerError("\n".join(["the answer cannot be taken:", *(item.words for item in found)]))


def _with_ids(answer: NumberedAnswer, packet: Packet, case: Case) -> dict[str, Any]:
    if not (answer.plan if packet == "actions" else answer.claims):
        wanted = "plan" if packet == "actions" else "claims"
        raise AnswerError(f"the answer has no {wanted}; a reader of {packet} gives some")
    statements, actions = numbered_statements(case), numbered_actions(case)
    claims = [
        {
            "statement": _id("statement", claim.statement, statements),
            "confidence": claim.confidence,
            "exhibits": [paper.strip("[] ") for paper in claim.papers],
        }
        for claim in answer.claims
    ]
    codes = {_id("statement", number, statements): code for number, code in answer.codes.items()}
    plan = [{"action": _id("action", item.action, actions), "start": item.start} for item in answer.plan]
    parts = {"claims": claims, "codes": codes, "plan": plan}
    return {name: part for name, part in parts.items() if part}


def _id(what: str, number: str, ids: Mapping[str, str]) -> str:
    if number not in ids:
        raise UnknownName(what, number, ids)
    return ids[number]


def _written(item: Mapping[str, Any]) -> str:
    """Return one item of a YAML list: short things on one line each, as one would write them."""
    import yaml

    plain = {**item, "date": item["date"].isoformat()}
    text = yaml.safe_dump(plain, sort_keys=False, allow_unicode=True, default_flow_style=None, width=110)
    return "".join(f"{'  - ' if at == 0 else '    '}{line}\n" for at, line in enumerate(text.splitlines()))
