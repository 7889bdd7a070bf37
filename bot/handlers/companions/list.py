"""Who travels with a client, on the client's file: the list, and one of them."""

from bot.conversation.exchange import Exchange
from bot.conversation.routes import Routes
from bot.conversation.screen import Button, Row, Screen, act, apart, ask, back, column, go, pairs
from bot.conversation.widgets.confirm import confirm
from bot.conversation.widgets.listing import listing
from bot.flows.companions.companion import CompanionFlow
from bot.links.clients import CLIENT, CLIENT_SLOTS
from bot.links.companions import (
    COMPANION,
    COMPANIONS,
    REMOVE_COMPANION,
    REMOVING_COMPANION,
    SET_RELATION,
)
from bot.links.families import FAMILY
from domain.entities.clients import Client, ClientNumber
from domain.entities.companions import CompanionNumber
from domain.entities.people import Right
from domain.entities.travellers import Relation
from domain.queries.clients import stands_beside
from domain.queries.companions import (
    CompanionSeen,
    companion_card,
    companion_to_change,
    companions_of,
)
from domain.usecases.companions.keeping import remove_companion, set_relation
from locales import _, lines
from locales.terms.companions import companion_line, companion_lines, named
from locales.terms.travellers import RELATIONS

routes = Routes()

SIZE = 5
_TRAVELLERS = _("👪 Family · {count}")


@CLIENT_SLOTS.button(38, Right.SEE_DEALS)
def open_companions(exchange: Exchange, client: Client) -> Button | None:
    count = stands_beside(exchange.desk, client).companions
    if not count and not exchange.desk.actor.may(Right.CHANGE_CLIENTS):
        return None
    return go(_TRAVELLERS(count=count) if count else _("👪 Family"), COMPANIONS, client.id, 0)


@routes.draws(COMPANIONS)
def companions(exchange: Exchange, number: ClientNumber, page: int) -> Screen:
    found = companions_of(exchange.desk, number, SIZE + 1, page * SIZE)
    client = found.client
    adds = exchange.desk.actor.may(Right.CHANGE_CLIENTS)
    return listing(
        _("<b>👪 {name}: family and companions</b>")(name=client.name),
        found.companions,
        page,
        opens=_opens,
        line=companion_line,
        turns=lambda label, other: go(label, COMPANIONS, client.id, other),
        empty=_("Nobody has travelled with them yet."),
        below=column(
            [
                go(_("👪 Other clients of the family"), FAMILY, client.id),
                ask(_("➕ Add a companion"), CompanionFlow, client=client.id) if adds else None,
                back(CLIENT, client.id),
            ]
        ),
        size=SIZE,
    )


def _opens(seen: CompanionSeen) -> Button:
    one = seen.companion
    return go(named(one.relation, one.name, own=False), COMPANION, one.id)


@routes.draws(COMPANION)
def companion(exchange: Exchange, number: CompanionNumber) -> Screen:
    seen = companion_card(exchange.desk, number)
    one = seen.companion
    told = lines(*companion_lines(seen, exchange.desk.today))
    if not exchange.desk.actor.may(Right.CHANGE_CLIENTS):
        return Screen(told, ((back(COMPANIONS, one.client.id, 0),),))
    return Screen(
        told,
        (
            *_relations(seen),
            (
                ask(_("✏️ Change"), CompanionFlow, companion=one.id),
                go(_("🗑 Remove"), REMOVING_COMPANION, one.id),
            ),
            (back(COMPANIONS, one.client.id, 0),),
        ),
    )


def _relations(seen: CompanionSeen) -> tuple[Row, ...]:
    """What they are to the client, changed with one tap."""
    one = seen.companion
    return pairs(
        [
            apart(
                act(
                    _("✓ {choice}")(choice=RELATIONS[relation])
                    if relation is one.relation
                    else RELATIONS[relation],
                    SET_RELATION,
                    one.id,
                    relation.value,
                )
            )
            for relation in Relation
        ]
    )


@routes.does(SET_RELATION)
def relates(exchange: Exchange, number: CompanionNumber, relation: str) -> None:
    set_relation(exchange.desk, number, Relation(relation))
    exchange.show(COMPANION, number)


@routes.draws(REMOVING_COMPANION)
def removing(exchange: Exchange, number: CompanionNumber) -> Screen:
    one = companion_to_change(exchange.desk, number).companion
    return confirm(
        _("Remove <b>{name}</b> from {client}'s file? Deals keep their travellers.")(
            name=one.name, client=one.client.name
        ),
        act(_("🗑 Yes, remove"), REMOVE_COMPANION, number),
        back(COMPANION, number),
    )


@routes.does(REMOVE_COMPANION)
def removes(exchange: Exchange, number: CompanionNumber) -> None:
    one = remove_companion(exchange.desk, number)
    exchange.note(_("{name}: removed.")(name=one.name))
    exchange.show(COMPANIONS, one.client.id, 0)
