"""Reference cases for the operations' tests: a small catalogue for each model, in ``reference/``."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from reference_cases import reference_case

from lineofsight.model.case import CaseFile


@pytest.fixture(scope="session")
def reference() -> Callable[[str], CaseFile]:
    """Return a model's reference case by the model's id."""
    return reference_case


@pytest.fixture(scope="session")
def toy() -> CaseFile:
    """The support desk's reference case."""
    return reference_case("support_desk")
