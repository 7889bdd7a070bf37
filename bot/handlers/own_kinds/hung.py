"""What of the agency's own lists hangs on a client, an inquiry, a deal or a trip: lines on its card, and the list of it."""

from collections.abc import Iterable
from typing import Any

from bot.conversation.exchange import Exchange
from bot.conversation.routes import Routes
from bot.conversation.screen import Button, Screen, act, ask, back, go
from bot.conversation.slots import Slots
from bot.flows.own_kinds.add_item import HangItem
from bot.links.clients import CLIENT, CLIENT_SLOTS
from bot.links.deals import DEAL, DEAL_SLOTS
from bot.links.inquiries import INQUIRY, INQUIRY_SLOTS
from bot.links.own_kinds import HUNG_ON, OWN_ITEM, TAKE_OFF
from bot.links.trips import TRIP, TRIP_SLOTS
from domain.entities import fields as subjects
from domain.entities.own_kinds import OwnItem, subject_of
from domain.entities.people import Right
from domain.queries.fields import fields_seen
from domain.queries.own_kinds import all_kinds, has_lists, hung_on, items_on
from domain.usecases.own_kinds.items import take_item_off
from locales import Joined, Sentence, _, lines, verbatim
from locales.terms.fields import read_words

routes = Routes()

RANK = 146
MOST_VALUES = 2
"""So many of an item's values stand beside its name on a card."""

CARDS = {subjects.CLIENT: CLIENT, subjects.INQUIRY: INQUIRY, subjects.DEAL: DEAL, subjects.TRIP: TRIP}


def _on(subject: str, slots: Slots[Any]) -> None:
    @slots.lines(RANK, Right.SEE_TRIPS)
    def told(exchange: Exchange, thing: Any) -> Iterable[Sentence]:
        return [_line(exchange, item) for item in items_on(exchange.desk, subject, thing.id)]

    @slots.button(RANK, Right.SEE_TRIPS)
    def open_hung(exchange: Exchange, thing: Any) -> Button | None:
        return go(_("🗃 Lists"), HUNG_ON, subject, thing.id) if has_lists(exchange.desk) else None


_on(subjects.CLIENT, CLIENT_SLOTS)
_on(subjects.INQUIRY, INQUIRY_SLOTS)
_on(subjects.DEAL, DEAL_SLOTS)
_on(subjects.TRIP, TRIP_SLOTS)


def _line(exchange: Exchange, item: OwnItem) -> Sentence:
    """ "🚍 Setra 517 · CB 1234 AB"."""
    kind = all_kinds(exchange.desk).get(item.kind)
    seen = fields_seen(exchange.desk, subject_of(item.kind), item)
    values = [read_words(one.read) for one in seen if one.kept is not None][:MOST_VALUES]
    icon = kind.icon if kind else "🗃"
    return _("{icon} {label}")(icon=icon, label=Joined([item.name, *values], by=" · "))


@routes.draws(HUNG_ON)
def hung(exchange: Exchange, subject: str, number: int) -> Screen:
    found = hung_on(exchange.desk, subject, number)
    items = [link.item for link in found.links]
    rows = [
        (
            go(verbatim(item.name), OWN_ITEM, item.id),
            *((act(_("✖ Unlink"), TAKE_OFF, subject, number, item.id),) if found.changeable else ()),
        )
        for item in items[:MOST]
    ]
    hang = ask(_("➕ Link"), HangItem, subject=subject, number=number)
    nothing = None if items else _("Nothing is linked here yet.")
    text = lines(
        _("<b>🗃 {called}</b>")(called=found.called), *(_line(exchange, item) for item in items), nothing
    )
    add = ((hang,),) if found.changeable else ()
    return Screen(text, (*rows, *add, (back(CARDS[subject], number),)))


MOST = 10
"""Rows of items; more than that on one card is a list of its own."""


@routes.does(TAKE_OFF)
def take_off(exchange: Exchange, subject: str, number: int, item: int) -> None:
    take_item_off(exchange.desk, subject, number, item)
    exchange.show(HUNG_ON, subject, number)
