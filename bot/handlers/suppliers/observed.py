"""An observation of a supplier leads to its card."""

from bot.conversation.exchange import Exchange
from bot.conversation.screen import Button, go
from bot.links.observations import OBSERVATION_SLOTS
from bot.links.suppliers import SUPPLIER
from domain.entities.observations import Observation, Watched
from domain.entities.people import Right
from domain.queries.suppliers import supplier_called
from locales import _


@OBSERVATION_SLOTS.button(45, Right.SEE_SUPPLIERS)
def supplier_of(exchange: Exchange, observation: Observation) -> Button | None:
    if observation.about is not Watched.SUPPLIER:
        return None
    one = supplier_called(exchange.desk, observation.name)
    return go(_("🏨 {name}")(name=one.name), SUPPLIER, one.id) if one is not None else None
