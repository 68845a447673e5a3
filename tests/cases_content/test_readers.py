"""A case is proved by fresh readers: either desk misleads, both tell it, and statements alone do not."""

from __future__ import annotations

import pytest

from lineofsight import paths
from lineofsight.desk import shelf
from lineofsight.desk.proof import proof

SLUGS = shelf().slugs()


@pytest.mark.parametrize("slug", SLUGS)
def test_readers_bear_the_case_out(slug: str) -> None:
    """Three readers a packet or more, and every median, chance level and alpha as promised."""
    assert [f"{line.what}: {line.asked}: {line.broken}" for line in proof(slug) if line.broken] == []


def test_every_file_of_readers_belongs_to_a_case() -> None:
    assert {file.stem for file in paths.readers().glob("*.yaml")} <= set(SLUGS)
