"""Any year of a model, for the tests that must hold whatever the plan, the parameters and the luck."""

from __future__ import annotations

from typing import Any

import numpy as np
from hypothesis import strategies as st

from lineofsight.operations import model
from lineofsight.operations.protocol import Control, Parameter

World = tuple[dict[str, np.ndarray], dict[str, float]]


class AnyYear:
    """A model with years of ``weeks`` weeks. ``whole``: parameters that are whole numbers to it."""

    def __init__(
        self, id: str, weeks: int = 52, replications: int = 3, whole: frozenset[str] = frozenset()
    ) -> None:
        self.model = model(id)
        self.defaults = {item.id: float(item.default) for item in self.model.parameters}
        self.weeks, self.replications, self._whole = weeks, replications, whole
        self.signals = [signal.id for signal in self.model.signals]

    def worlds(self, *fixed: str) -> st.SearchStrategy[World]:
        """Controls and parameters anywhere within their ranges, but for the fixed ones."""
        return self._worlds(frozenset(fixed))

    @property
    def _worlds(self) -> Any:
        @st.composite
        def worlds(draw: st.DrawFn, fixed: frozenset[str]) -> World:
            controls = {
                control.id: self._once_changed(draw, control)
                for control in self.model.controls
                if control.id not in fixed and draw(st.booleans())
            }
            moved = {
                parameter.id: self._anywhere(draw, parameter)
                for parameter in self.model.parameters
                if parameter.id not in fixed and draw(st.integers(0, 3)) == 0
            }
            return controls, self.defaults | moved

        return worlds

    def _once_changed(self, draw: st.DrawFn, control: Control) -> np.ndarray:
        values = np.full(self.weeks, float(control.default))
        first = draw(st.integers(0, self.weeks - 1))
        last = first + 1 if control.once else draw(st.integers(first, self.weeks))
        values[first:last] = draw(st.floats(control.low, control.high))
        return values

    def _anywhere(self, draw: st.DrawFn, parameter: Parameter) -> float:
        value = draw(st.floats(parameter.low, parameter.high))
        return float(round(value)) if parameter.id in self._whole else value

    def run(
        self, controls: dict[str, Any], parameters: dict[str, float], seed: int = 3, weeks: int | None = None
    ) -> Any:
        """Run the model with all its signals kept."""
        noise = self.model.noise(seed, self.replications, weeks or self.weeks, parameters)
        return self.model.run(controls, parameters, noise, self.signals)


def before(series: np.ndarray, at_first: float | np.ndarray = 0.0) -> np.ndarray:
    """Return the weeks' values one week earlier."""
    first = np.broadcast_to(at_first, (*series.shape[:2], 1))
    return np.concatenate([first, series[..., :-1]], axis=-1)


def close(found: np.ndarray, expected: np.ndarray, within: float = 1e-9) -> None:
    """Fail unless two series agree to the last digits of the largest number in them."""
    scale = max(1.0, float(np.abs(expected).max()), float(np.abs(found).max()))
    np.testing.assert_allclose(found, expected, rtol=0, atol=within * scale)
