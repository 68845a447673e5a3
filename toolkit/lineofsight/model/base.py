"""The common ground of all models: frozen, strict about keys, and the few shared types."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, StringConstraints


class Model(BaseModel):
    """A frozen value; an unknown key is an error, never silently dropped."""

    model_config = ConfigDict(frozen=True, extra="forbid", str_strip_whitespace=True, defer_build=True)


SLUG = r"^[a-z0-9]+(-[a-z0-9]+)*$"
LONGEST_SLUG = 64
Slug = Annotated[str, StringConstraints(pattern=SLUG, max_length=LONGEST_SLUG)]
Name = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_]*$", max_length=64)]
Text = Annotated[str, StringConstraints(min_length=1)]
Week = Annotated[int, Field(ge=-104, le=208)]
Share = Annotated[float, Field(ge=0, le=1, allow_inf_nan=False)]
Number = Annotated[float, Field(allow_inf_nan=False)]
Range = tuple[Number, Number]

Side = Literal["leadership", "operations"]
Reader = Literal["leadership", "operations", "both"]
SIDES: tuple[Side, Side] = ("leadership", "operations")


def other(side: Side) -> Side:
    """Return the opposite side."""
    return "operations" if side == "leadership" else "leadership"
