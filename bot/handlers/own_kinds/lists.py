"""The agency's own lists, for all colleagues: which there are, what stands on one, and one item with its fields."""

from collections.abc import Iterable

from bot.conversation.exchange import Exchange
from bot.conversation.routes import Routes
from bot.conversation.screen import Button, Screen, act, ask, back, column, go, pairs
from bot.conversation.slots import home_button
from bot.conversation.widgets.card import card
from bot.conversation.widgets.listing import listing
from bot.flows.own_kinds.add_item import AddItem, ChangeItem
from bot.links.fields import FIELDS
from bot.links.home import HOME
from bot.links.own_kinds import OWN_ITEM, OWN_ITEM_SLOTS, OWN_LIST, OWN_LISTS, RETIRE_ITEM
from bot.links.trips import TRIP
from domain.entities.own_kinds import ItemNumber, OwnItem, subject_of
from domain.entities.people import Right
from domain.queries.own_kinds import (
    ItemCard,
    has_lists,
    item_card,
    items_listed,
    kind_of,
    lists_shown,
    may_change_items,
)
from domain.queries.staff import branch_name
from domain.usecases.own_kinds.items import retire_item
from domain.values.labels import said
from locales import Sentence, _
from locales.terms.fields import field_lines

routes = Routes()

SIZE = 6
SHOWN = 20
"""Values on the card of an item."""


@home_button(rank=870, right=Right.SEE_TRIPS)
def lists_at_home(exchange: Exchange) -> Button | None:
    return go(_("🗃 Lists"), OWN_LISTS) if has_lists(exchange.desk) else None


@routes.draws(OWN_LISTS)
def lists_there_are(exchange: Exchange) -> Screen:
    buttons = [
        go(_("{icon} {label}")(icon=one.icon, label=said(one.many)), OWN_LIST, key, 0)
        for key, one in lists_shown(exchange.desk).items()
    ]
    return Screen(_("<b>🗃 Lists</b>\nWhat we keep and link to cards."), (*pairs(buttons), (back(HOME),)))


@routes.draws(OWN_LIST)
def one_list(exchange: Exchange, own_kind: str, page: int) -> Screen:
    found = items_listed(exchange.desk, own_kind, SIZE + 1, page * SIZE)
    kind = kind_of(exchange.desk, own_kind)
    puts = may_change_items(exchange.desk) and not kind.retired
    add = ask(_("➕ {label}")(label=said(kind.one)), AddItem, own_kind=own_kind)
    return listing(
        _("<b>{icon} {label}</b>")(icon=kind.icon, label=said(kind.many)),
        found,
        page,
        opens=lambda one: go(_name(kind.icon, one), OWN_ITEM, one.id),
        turns=lambda label, other: go(label, OWN_LIST, own_kind, other),
        empty=_("Nothing yet."),
        below=column([add if puts else None, back(OWN_LISTS)]),
        size=SIZE,
    )


def _name(icon: str, one: OwnItem) -> Sentence:
    return _("{icon} {label}")(icon="🗄" if one.is_retired else icon, label=one.name)


@routes.draws(OWN_ITEM)
def one_item(exchange: Exchange, number: ItemNumber) -> Screen:
    found = item_card(exchange.desk, number)
    item = found.item
    trips = [go(_("🚌 {trip}")(trip=trip.title), TRIP, trip.id) for trip in found.trips]
    return card(
        exchange,
        item,
        _told(exchange, found),
        OWN_ITEM_SLOTS,
        first=column(trips),
        buttons=_buttons(found),
        away=(back(OWN_LIST, item.kind, 0),),
    )


def _told(exchange: Exchange, found: ItemCard) -> Iterable[Sentence]:
    item = found.item
    yield _("<b>{icon} {label}</b> · {list}")(
        icon=found.kind.icon, label=item.name, list=said(found.kind.many)
    )
    yield from field_lines(found.fields, SHOWN)
    if item.notes:
        yield _("💬 {wishes}")(wishes=item.notes)
    if item.branch is not None and exchange.desk.actor.reach is None:
        yield _("🏢 {branch}")(branch=branch_name(exchange.desk, item.branch))
    if item.is_retired:
        yield _("🗄 Retired: no longer offered, but it stays where it is linked.")


def _buttons(found: ItemCard) -> list[tuple[int, Button | None]]:
    item = found.item
    if not found.changeable:
        return []
    if item.is_retired:
        return [(10, act(_("♻️ Bring it back"), RETIRE_ITEM, item.id, False))]
    fields = go(_("🧩 Fields"), FIELDS, subject_of(item.kind), item.id, 0, 0) if found.fields else None
    return [
        (10, ask(_("✏️ Change"), ChangeItem, item=item.id)),
        (20, fields),
        (30, act(_("🗄 Retire"), RETIRE_ITEM, item.id, True)),
    ]


@routes.does(RETIRE_ITEM)
def retire(exchange: Exchange, number: ItemNumber, retired: bool) -> None:  # noqa: FBT001
    retire_item(exchange.desk, number, retired=retired)
    exchange.show(OWN_ITEM, number)
