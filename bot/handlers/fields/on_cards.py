"""Extra fields on the cards of others: lines with what was filled in, and the button behind which all of them stand."""

from collections.abc import Callable, Iterable
from typing import Any

from bot.conversation.exchange import Exchange
from bot.conversation.screen import Button, go
from bot.conversation.slots import Slots
from bot.links.clients import CLIENT_SLOTS
from bot.links.deals import DEAL_SLOTS, MY_DEAL_SLOTS
from bot.links.fields import FIELDS, MY_FIELDS
from bot.links.inquiries import INQUIRY_SLOTS
from bot.links.travellers import TRAVELLER_SLOTS, OneTraveller
from bot.links.trips import TRIP_SLOTS
from domain.entities.deals import Deal
from domain.entities.fields import CLIENT, DEAL, INQUIRY, TRAVELLER, TRIP
from domain.queries.fields import fields_of_mine, fields_seen
from locales import Sentence, _
from locales.terms.fields import field_lines

RANK = 145
SHOWN = 8
"""Lines on a card; the others stand behind the button."""


def _on(subject: str, slots: Slots[Any], place: Callable[[Any], tuple[int, int, Any]]) -> None:
    """`place` tells of what the card is about the number, the part and the thing itself."""

    @slots.lines(RANK)
    def told(exchange: Exchange, about: Any) -> Iterable[Sentence]:
        _number, _part, thing = place(about)
        return field_lines(fields_seen(exchange.desk, subject, thing), SHOWN)

    @slots.button(RANK)
    def open_fields(exchange: Exchange, about: Any) -> Button | None:
        number, part, thing = place(about)
        seen = fields_seen(exchange.desk, subject, thing)
        return go(_("🧩 Fields"), FIELDS, subject, number, part, 0) if seen else None


def _itself(thing: Any) -> tuple[int, int, Any]:
    return thing.id, 0, thing


def _traveller(about: OneTraveller) -> tuple[int, int, Any]:
    return about.deal.id, about.traveller.id, about.traveller


_on(CLIENT, CLIENT_SLOTS, _itself)
_on(INQUIRY, INQUIRY_SLOTS, _itself)
_on(DEAL, DEAL_SLOTS, _itself)
_on(TRIP, TRIP_SLOTS, _itself)
_on(TRAVELLER, TRAVELLER_SLOTS, _traveller)


@MY_DEAL_SLOTS.button(RANK)
def my_fields(exchange: Exchange, deal: Deal) -> Button | None:
    return go(_("🧩 Details"), MY_FIELDS, deal.id) if fields_of_mine(exchange.desk, deal) else None


@MY_DEAL_SLOTS.lines(RANK)
def mine_told(exchange: Exchange, deal: Deal) -> Iterable[Sentence]:
    return field_lines(fields_seen(exchange.desk, DEAL, deal), SHOWN)
