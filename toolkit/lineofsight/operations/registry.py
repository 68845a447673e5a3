"""The registry of operations models: one line each; the model itself is loaded on first use."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from typing import TYPE_CHECKING

from ..errors import OperationsError, listing, suggestion
from .protocol import Control, Outcome, Parameter, Signal

if TYPE_CHECKING:
    from .protocol import OperationsModel


@dataclass(frozen=True)
class Names:
    """What a model names, readable without numpy."""

    id: str
    parameters: tuple[Parameter, ...]
    controls: tuple[Control, ...]
    outcomes: tuple[Outcome, ...]
    signals: tuple[Signal, ...]


_MODELS = {
    "campaign_supply": "CampaignSupply",
    "cross_unit_work": "CrossUnitWork",
    "delivery_network": "DeliveryNetwork",
    "factory_flow": "FactoryFlow",
    "hospital_flow": "HospitalFlow",
    "store_inventory": "StoreInventory",
    "support_desk": "SupportDesk",
}


@cache
def models() -> Mapping[str, Names]:
    """Return every model's names by its id."""
    return {id: _names(id) for id in _MODELS}


@cache
def model(id: str) -> OperationsModel:
    """Return a model that can run; ``OperationsError`` names the ones there are."""
    if id not in _MODELS:
        raise OperationsError(
            f"there is no operations model {id!r}{suggestion(id, _MODELS)}; {listing(_MODELS)}"
        )
    made: OperationsModel = getattr(import_module(f".{id}.model", __package__), _MODELS[id])()
    return made


def _names(id: str) -> Names:
    module = import_module(f".{id}.names", __package__)
    return Names(id, module.PARAMETERS, module.CONTROLS, module.OUTCOMES, module.SIGNALS)
