"""Where the house stands: the folders of cases and notebooks, and the user's own data folder."""

from __future__ import annotations

import os
from pathlib import Path

PACKAGE = Path(__file__).resolve().parent


def project() -> Path:
    """Return the clone's top folder, found from the package (never from the current folder)."""
    return PACKAGE.parent.parent


def case_folders() -> tuple[Path, ...]:
    """Return the folders that hold cases: the project's own, then those of ``LINEOFSIGHT_CASES``."""
    more = os.environ.get("LINEOFSIGHT_CASES", "").split(os.pathsep)
    return (project() / "datasets", *(Path(item).expanduser() for item in more if item))


def workshops() -> Path:
    """Return the folder of participants' notebooks."""
    return project() / "workshops"


def readers() -> Path:
    """Return the folder that holds what fresh readers made of each case."""
    return project() / "docs" / "decisions" / "readers"


def user_data() -> Path:
    """Return the user's data folder (not made here: whoever writes makes it)."""
    from platformdirs import user_data_path

    return user_data_path("lineofsight", appauthor=False)


def default_store() -> str:
    """Return the store's URL: ``LINEOFSIGHT_STORE``, else SQLite in the user's data folder."""
    return os.environ.get("LINEOFSIGHT_STORE") or f"sqlite:///{user_data() / 'journal.sqlite'}"


def strict() -> bool:
    """Return whether faces raise instead of showing a calm card (nbval, papermill, tests)."""
    return os.environ.get("LINEOFSIGHT_STRICT", "") not in ("", "0", "false", "no")
