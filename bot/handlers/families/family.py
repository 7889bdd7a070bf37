"""The family of a client: who else is of it, who may be, and the list of proposals."""

from collections.abc import Iterable

from bot.conversation.exchange import Exchange
from bot.conversation.routes import Routes
from bot.conversation.screen import Button, Screen, act, ask, back, column, go, turn
from bot.conversation.slots import home_button
from bot.conversation.widgets.listing import listing
from bot.flows.families.join import JoinFamily
from bot.links.clients import CLIENT, CLIENT_SLOTS
from bot.links.companions import COMPANIONS
from bot.links.families import (
    FAMILY,
    FAMILY_PROPOSALS,
    JOIN_FAMILY,
    LEAVE_FAMILY,
    MAYBE_FAMILY,
    NO_FAMILY,
)
from bot.links.home import HOME
from domain.entities.clients import Client, ClientNumber
from domain.entities.merging import OneFile, OtherFile
from domain.entities.people import Right
from domain.queries.clients import stands_beside
from domain.queries.families import FamilyOf, TwoOfFamily, family_of, proposals_open, two_of_family
from domain.usecases.families.joining import join_family, leave_family, no_family
from locales import Joined, Sentence, _, lines
from locales.terms.clients import named_with_phone
from locales.terms.families import WHY_KIN

routes = Routes()

SIZE = 6
MEMBERS = 5
"""Of a family that have a button each."""
PROPOSED = 1


@CLIENT_SLOTS.lines(4, Right.SEE_DEALS)
def family_on_card(exchange: Exchange, client: Client) -> Iterable[Sentence]:
    if not stands_beside(exchange.desk, client).family:
        return
    found = family_of(exchange.desk, client.id)
    if found.others:
        yield _("👪 Family: {names}")(names=Joined([one.name for one in found.others]))
    for one in found.proposed[:PROPOSED]:
        yield _("👪 A family? {other}")(other=named_with_phone(one.other(client)))


@routes.draws(FAMILY)
def family(exchange: Exchange, number: ClientNumber) -> Screen:
    found = family_of(exchange.desk, number)
    told = lines(
        _("<b>👪 {name}: family</b>")(name=found.client.name),
        *(named_with_phone(one) for one in found.others),
        None if found.others else _("No other client is in this family yet."),
        *(_proposed(found.client, one) for one in found.proposed[:PROPOSED]),
    )
    return Screen(told, (*column(_buttons(exchange, found)), (back(COMPANIONS, found.client.id, 0),)))


def _proposed(client: Client, found: TwoOfFamily) -> Sentence:
    return _("👪 A family? {other}")(other=named_with_phone(found.other(client)))


def _buttons(exchange: Exchange, found: FamilyOf) -> Iterable[Button]:
    client = found.client
    for other in found.others[:MEMBERS]:
        yield go(_("👤 {name}")(name=other.name), CLIENT, other.id)
    if not exchange.desk.actor.may(Right.CHANGE_CLIENTS):
        return
    for one in found.proposed[:PROPOSED]:
        yield _opens(one)
    yield ask(_("➕ Another client"), JoinFamily, client=client.id)
    if found.others:
        yield act(_("✖ Not in this family"), LEAVE_FAMILY, client.id)


@routes.draws(MAYBE_FAMILY)
def maybe_family(exchange: Exchange, one: OneFile, other: OtherFile) -> Screen:
    found = two_of_family(exchange.desk, one, other)
    first, second = found.first, found.second
    why = found.proposal.why if found.proposal else None
    told = lines(
        _("<b>👪 One family?</b>"),
        WHY_KIN[why] if why else None,
        "",
        named_with_phone(first),
        named_with_phone(second),
        "",
        _("They are in one family already.") if found.together else _TOLD,
    )
    join = act(_("👪 Join as a family"), JOIN_FAMILY, first.id, second.id)
    differ = act(_("✖ Not a family"), NO_FAMILY, first.id, second.id)
    cards = (go(_("👤 {name}")(name=each.name), CLIENT, each.id) for each in (first, second))
    asked = () if found.together else (join, differ)
    return Screen(told, (*column([*asked, *cards]), (back(FAMILY, first.id),)))


_TOLD = _(
    "As a family, each card shows the others. The files stay apart, and clients see nothing of each other."
)


@routes.does(JOIN_FAMILY)
def joins(exchange: Exchange, one: OneFile, other: OtherFile) -> None:
    join_family(exchange.desk, one, other)
    exchange.note(_("Joined as a family."))
    exchange.show(FAMILY, *(exchange.came_from(FAMILY) or [one]))


@routes.does(NO_FAMILY)
def differ(exchange: Exchange, one: OneFile, other: OtherFile) -> None:
    no_family(exchange.desk, one, other)
    exchange.note(_("Noted: not a family."))
    listed = exchange.came_from(FAMILY_PROPOSALS)
    if listed is None:
        exchange.show(FAMILY, *(exchange.came_from(FAMILY) or [one]))
    else:
        exchange.show(FAMILY_PROPOSALS, *listed)


@routes.does(LEAVE_FAMILY)
def leaves(exchange: Exchange, number: ClientNumber) -> None:
    leave_family(exchange.desk, number)
    exchange.note(_("No longer in that family."))
    exchange.show(FAMILY, number)


@routes.draws(FAMILY_PROPOSALS)
def family_proposals(exchange: Exchange, page: int) -> Screen:
    return listing(
        _("<b>👪 One family?</b>"),
        proposals_open(exchange.desk, SIZE + 1, page * SIZE),
        page,
        opens=_opens,
        line=_line,
        turns=lambda label, number: turn(label, FAMILY_PROPOSALS, number),
        empty=_("No families to propose."),
        below=((back(HOME),),),
        size=SIZE,
    )


def _line(found: TwoOfFamily) -> Sentence:
    both = {"one": named_with_phone(found.first), "other": named_with_phone(found.second)}
    why = found.proposal.why if found.proposal else None
    return _("{one} — {other}\n{why}")(**both, why=WHY_KIN[why]) if why else _("{one} — {other}")(**both)


def _opens(found: TwoOfFamily) -> Button:
    label = _("👪 {one} — {other}")(one=found.first.name, other=found.second.name)
    return go(label, MAYBE_FAMILY, found.first.id, found.second.id)


@home_button(rank=862, right=Right.CHANGE_CLIENTS)
def proposals_at_home(exchange: Exchange) -> Button | None:
    """Only when there are some."""
    return go(_("👪 One family?"), FAMILY_PROPOSALS, 0) if proposals_open(exchange.desk, 1) else None
