"""A first draft of a case: the template in ``first_draft/``, filled in for a model, in a folder of its own."""

from __future__ import annotations

import re
from pathlib import Path
from string import Template
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from ..errors import CaseError, UnknownName
from ..model.base import LONGEST_SLUG, SLUG
from ..operations import models
from .draft_parts import Parts, yaml
from .yaml_text import read_yaml

if TYPE_CHECKING:
    from ..model.answers import PlannedAction
    from ..model.case import CaseFile

TEMPLATE = Path(__file__).parent / "first_draft"
YEARS = 12


def write_case(name: str, model: str, folder: Path) -> Path:
    """Write a small complete case for a model into ``folder`` and return its own folder.

    All of it or nothing: it is written beside, then moved. ``CaseError`` if the slug is none or taken, or the
    folder is missing or cannot be written to; ``UnknownName`` if there is no such model.
    """
    if not re.fullmatch(SLUG, name) or len(name) > LONGEST_SLUG:
        allowed = f"small letters, digits and single hyphens between them, at most {LONGEST_SLUG}"
        raise CaseError(f"{name!r} cannot be the name of a case; allowed: {allowed}, as in night-shift-rota")
    if model not in models():
        raise UnknownName("operations model", model, models())
    if not folder.is_dir():
        raise CaseError(f"there is no folder {folder}; make it first, or name another one with --in")
    place = folder / name
    if place.exists():
        raise CaseError(f"{place} is there already; choose another slug, or move it away first")
    files = draft(name, model)
    try:
        with TemporaryDirectory(prefix=".new-", dir=folder) as beside:
            made = Path(beside) / name
            for path, text in files.items():
                (made / path).parent.mkdir(parents=True, exist_ok=True)
                (made / path).write_text(text, encoding="utf-8")
            made.rename(place)
    except OSError as error:
        words = f"{folder} cannot be written to ({error.strerror}); name another folder with --in"
        raise CaseError(words) from error
    return place


def draft(name: str, model: str) -> dict[str, str]:
    """Return the text of every file of a new case, by its path in the case's folder."""
    parts = Parts(model)
    title = name.replace("-", " ").capitalize()
    known = {"slug": name, "title": title}
    known |= parts.case() | parts.key() | parts.papers()
    files = {"tables/weeks.csv": parts.table()}
    case = _filled("case.yaml", known)
    known |= {"model_plan": yaml([parts.planned(item.action) for item in _plan(case)], 4)}
    for path in sorted(TEMPLATE.rglob("*")):
        if path.is_file():
            inside = path.relative_to(TEMPLATE).as_posix()
            files[inside] = _filled(inside, known)
    return files


def _filled(path: str, known: dict[str, str]) -> str:
    return Template((TEMPLATE / path).read_text(encoding="utf-8")).substitute(known)


def _plan(text: str) -> tuple[PlannedAction, ...]:
    """Return a good plan for the draft: again and again what helps most, as long as it can be paid for."""
    from ..model.case import CaseFile
    from ..operations import plan_errors, run, value

    case = CaseFile.model_validate(read_yaml(text, "case.yaml").data)
    plan: tuple[PlannedAction, ...] = ()
    worth = float(value(case, run(case, [plan], replications=YEARS)).mean())
    while True:
        wider = [more for more in _wider(case, plan) if not plan_errors(case, more)]
        if not wider:
            return plan
        means = value(case, run(case, wider, replications=YEARS)).mean(axis=1)
        if float(means.max()) <= worth:
            return plan
        plan, worth = wider[int(means.argmax())], float(means.max())


def _wider(case: CaseFile, plan: tuple[PlannedAction, ...]) -> list[tuple[PlannedAction, ...]]:
    """Return the plans with one action more, and with what it needs."""
    from ..model.answers import PlannedAction

    inside = {item.action for item in plan}
    found = []
    for action in case.planning.actions:
        more = [id for id in (*action.needs, action.id) if id not in inside]
        added = [PlannedAction(action=id, owner=case.cast[0].id, start=0) for id in more]
        if action.id not in inside and action.effects:
            found.append((*plan, *added))
    return found
