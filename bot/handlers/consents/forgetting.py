"""Forget me: what goes, what stays and why, asked for by the client or by a colleague for them, and taken back within a day."""

from collections.abc import Iterable

from bot.conversation.exchange import Exchange
from bot.conversation.routes import Routes
from bot.conversation.screen import Screen, act, back
from bot.conversation.widgets.confirm import confirm
from bot.links.privacy import (
    ASK_TO_BE_FORGOTTEN,
    CONSENTS,
    FORGET_CLIENT,
    FORGET_ME,
    FORGETS_CLIENT,
    KEEP_MY_DATA,
    KEEPS_CLIENT,
    MY_DATA,
)
from domain.entities.clients import ClientNumber
from domain.entities.notices import Notice
from domain.queries.forgetting import Forgetting, client_forgetting, my_forgetting
from domain.usecases.own_data.forgetting import ask_to_be_forgotten, forget_client, keep_client, keep_my_data
from locales import Sentence, _, lines, n_
from locales.terms.forgetting import goes_and_stays, owed_to_client, owed_to_staff

routes = Routes(rank=354)

OPEN = n_("{count} deal is still open.", "{count} deals are still open.")


@routes.draws(FORGET_ME)
def forget_me(exchange: Exchange) -> Screen:
    found = my_forgetting(exchange.desk)
    if found.asked is not None:
        does = act(_("↩️ Keep my data"), KEEP_MY_DATA)
    else:
        does = act(_("🗑 Yes, forget me"), ASK_TO_BE_FORGOTTEN)
    return confirm(lines(_("<b>🗑 Forget me</b>"), *_told(exchange, found)), does, back(MY_DATA))


def _told(exchange: Exchange, found: Forgetting) -> Iterable[Sentence]:
    yield from goes_and_stays(exchange.desk.agency)
    if found.open_deals:
        yield OPEN(count=len(found.open_deals))
    yield from owed_to_client(found.unsettled)
    yield _when(found)


def _when(found: Forgetting) -> Sentence:
    if found.asked is not None and found.asked.due_at is not None:
        return _("Asked for. It is done {at}.")(at=found.asked.due_at)
    if found.asked is not None and found.unsettled:
        return _("Asked for. It waits until everything is closed and settled, or for a colleague.")
    if found.asked is not None:
        return _("Asked for. It waits for the open deals, or for a colleague.")
    if found.unsettled:
        return _("It waits until everything is closed and settled, or a colleague confirms it.")
    if found.open_deals:
        return _("It waits until they are closed, or a colleague confirms it.")
    return _("It is done a day from now; until then you can take it back.")


@routes.does(ASK_TO_BE_FORGOTTEN)
def asks(exchange: Exchange) -> None:
    ask_to_be_forgotten(exchange.desk)
    exchange.show(FORGET_ME)


@routes.does(KEEP_MY_DATA)
def keeps(exchange: Exchange) -> None:
    keep_my_data(exchange.desk)
    exchange.show(MY_DATA)


@routes.draws(FORGET_CLIENT)
def forget(exchange: Exchange, number: ClientNumber) -> Screen:
    found = client_forgetting(exchange.desk, number)
    waits = found.asked is None or found.asked.due_at is None
    does = (
        act(_("🗑 Yes, forget them"), FORGETS_CLIENT, number)
        if waits
        else act(_("↩️ Keep the data"), KEEPS_CLIENT, number)
    )
    text = lines(_("<b>🗑 Forget {name}</b>")(name=found.client.name), *_told_staff(exchange, found))
    return confirm(text, does, back(CONSENTS, number))


def _told_staff(exchange: Exchange, found: Forgetting) -> Iterable[Sentence]:
    yield from goes_and_stays(exchange.desk.agency)
    if found.open_deals:
        yield OPEN(count=len(found.open_deals))
        yield _("They go on without a name: close first what should not.")
    if found.unsettled:
        yield from owed_to_staff(found.unsettled)
        yield _("Settle it first: afterwards nobody can tell who owes it.")
    if found.asked is not None:
        yield _("They have asked for it.")
    if found.asked is not None and found.asked.due_at is not None:
        yield _("It is done {at}.")(at=found.asked.due_at)
    else:
        yield _("It is done a day from now; until then it can be taken back.")


@routes.does(FORGETS_CLIENT)
def forgets(exchange: Exchange, number: ClientNumber) -> None:
    forget_client(exchange.desk, number)
    exchange.show(FORGET_CLIENT, number)


@routes.does(KEEPS_CLIENT)
def keeps_client(exchange: Exchange, number: ClientNumber) -> None:
    keep_client(exchange.desk, number)
    exchange.show(CONSENTS, number)


@routes.verb("open_consents")
def open_forgetting(exchange: Exchange, notice: Notice) -> None:
    exchange.show(FORGET_CLIENT, notice.facts["client"])
