"""The registry of faces: one line per activity, its module loaded when its step opens."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ..model.runsheet import Step
    from .face import Face
    from .page import Page

FACES = {
    "brief": "BriefFace",
    "exhibits": "ExhibitsFace",
    "diagnose": "DiagnoseFace",
    "compare": "CompareFace",
    "plan": "PlanFace",
    "simulate": "SimulateFace",
    "score": "ScoreFace",
    "commit": "CommitFace",
}


def face_of(page: Page, step: Step) -> Face:
    """Return a new face for a step."""
    module = import_module(f".{step.activity}", __package__)
    made: Face = getattr(module, FACES[step.activity])(page, step)
    return made
