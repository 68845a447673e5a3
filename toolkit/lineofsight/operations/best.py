"""The best plan found, kept as ``best-plan.json`` beside the case with the hash of what it came from."""

from __future__ import annotations

import json
from hashlib import sha256
from pathlib import Path

from ..model.answers import PlannedAction
from ..model.case import CaseFile
from .registry import model
from .search import BestPlan, search

CACHE = "best-plan.json"


def best_plan(case: CaseFile, folder: Path | None = None) -> BestPlan:
    """Return the best plan found; from the case folder's cache while that is still true.

    With a folder, a search is written there for the next time (where the folder can be written to).
    """
    if folder is not None and not stale(case, folder):
        kept = json.loads((folder / CACHE).read_text(encoding="utf-8"))
        actions = tuple(PlannedAction.model_validate(item) for item in kept["actions"])
        return BestPlan(actions, float(kept["gain"]))
    found = search(case)
    if folder is not None:
        _keep(found, case, folder)
    return found


def stale(case: CaseFile, folder: Path) -> bool:
    """Return whether the cached plan is missing, unreadable, or was found for another case or model."""
    try:
        kept = json.loads((folder / CACHE).read_text(encoding="utf-8"))
        for item in kept["actions"]:
            PlannedAction.model_validate(item)
        return bool(kept["of"] != origin(case) or float(kept["gain"]) < 0)
    except (OSError, ValueError, KeyError, TypeError):
        return True


def origin(case: CaseFile) -> str:
    """Return the hash of all that a best plan depends on."""
    parts = {
        "operations": case.operations.model_dump(
            mode="json", exclude={"thinks", "chains", "doubts", "dashboard", "shown"}
        ),
        "actions": [
            action.model_dump(mode="json", exclude={"title", "about"}) for action in case.planning.actions
        ],
        "frame": [case.planning.replay_from, case.planning.budget, list(case.planning.starts)],
        "model": [case.operations.model, model(case.operations.model).version],
    }
    return sha256(json.dumps(parts, sort_keys=True).encode()).hexdigest()[:16]


def _keep(found: BestPlan, case: CaseFile, folder: Path) -> None:
    kept = {
        "of": origin(case),
        "gain": round(found.gain, 6),
        "actions": [item.model_dump(include={"action", "owner", "start"}) for item in found.actions],
    }
    try:
        (folder / CACHE).write_text(json.dumps(kept, indent=1) + "\n", encoding="utf-8")
    except OSError:
        return  # a case on a disk that cannot be written to is searched again next time
