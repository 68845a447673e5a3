"""A budget as a bar that says in words how much is spent."""

from __future__ import annotations

from .escape import escape


def budget_meter(spent: float, budget: float, currency: str) -> str:
    """Return the bar: ``spent`` and ``budget`` (above 0) in ``currency``; over budget it turns red."""
    over = spent > budget
    left = f"{spent - budget:,.0f} too much" if over else f"{budget - spent:,.0f} left"
    width = min(100.0, 100 * spent / budget)
    said = f"{spent:,.0f} of {budget:,.0f} {escape(currency)} spent, {left}"
    return (
        f'<div class="los-budget"><div class="los-budget-line"><b>Budget</b>'
        f'<span class="num"><b>{spent:,.0f}</b> of {budget:,.0f} {escape(currency)} · {left}</span></div>'
        f'<div class="los-meter{" is-over" if over else ""}" role="meter" aria-label="Budget" '
        f'aria-valuemin="0" aria-valuemax="{budget:.0f}" aria-valuenow="{min(spent, budget):.0f}" '
        f'aria-valuetext="{said}"><i style="width:{width:.4g}%"></i></div></div>'
    )
