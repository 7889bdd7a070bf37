"""Consents on a client's card: whether they know how their data are kept, and whether they want mailings."""

from collections.abc import Iterable

from bot.conversation.exchange import Exchange
from bot.conversation.routes import Routes
from bot.conversation.screen import Button, Screen, act, back, go, pairs
from bot.conversation.slots import Lines
from bot.links.clients import CLIENT, CLIENT_SLOTS
from bot.links.privacy import (
    CONSENTS,
    COPY_FOR_CLIENT,
    FORGET_CLIENT,
    NOTE_MAILINGS,
    NOTE_NO_MAILINGS,
    NOTE_PRIVACY,
)
from domain.entities.clients import Client, ClientNumber
from domain.entities.consents import Consent, ConsentKind, Given
from domain.entities.people import Right
from domain.queries.consents import ClientConsents, client_consents, consents_beside
from domain.usecases.consents.mailings import note_mailings, note_no_mailings
from domain.usecases.consents.privacy import note_privacy
from domain.usecases.own_data.copies import copy_for_client
from domain.values.refusals import NotFound
from locales import Sentence, _, lines
from locales.terms.privacy import HOW

routes = Routes(rank=353)


@CLIENT_SLOTS.lines(70, Right.SEE_DEALS)
def on_card(exchange: Exchange, client: Client) -> Lines:
    """Only what a colleague has to see to: that nobody told them yet, and that they may be mailed."""
    if client.forgotten_at is not None:
        yield _("🗑 Forgotten on {day}, as they wished")(
            day=client.forgotten_at.astimezone(exchange.desk.agency.zone).date()
        )
        return
    found = consents_beside(exchange.desk, client)
    if found.pending:
        yield _("🔏 Not told yet how we keep data")
    if found.mailings:
        yield _("📣 Wants offers by message")


@CLIENT_SLOTS.button(25, Right.SEE_DEALS)
def opens(_exchange: Exchange, client: Client) -> Button | None:
    """At hand for whom the bot cannot tell how data are kept; for the others it stands with all details."""
    if client.person is not None or client.forgotten_at is not None:
        return None
    return go(_("🔏 Data, consents"), CONSENTS, client.id)


@routes.draws(CONSENTS)
def consents(exchange: Exchange, number: ClientNumber) -> Screen:
    found = client_consents(exchange.desk, number)
    text = lines(
        _("<b>🔏 {name}: data and consents</b>")(name=found.client.name),
        "",
        *_privacy(exchange, found),
        "",
        *_mailings(exchange, found),
    )
    may = exchange.desk.actor.may
    buttons = [*_buttons(found)] if may(Right.KEEP_CONSENTS) else []
    if may(Right.GIVE_OUT_DATA) and not found.client.reachable:
        buttons.append(act(_("📦 Copy of the data"), COPY_FOR_CLIENT, number))
    if may(Right.GIVE_OUT_DATA) and found.client.forgotten_at is None:
        buttons.append(go(_("🗑 Forget"), FORGET_CLIENT, number))
    return Screen(text, (*pairs(buttons), (back(CLIENT, number),)))


@routes.does(COPY_FOR_CLIENT)
def copies(exchange: Exchange, number: ClientNumber) -> None:
    """For a client who has no chat."""
    copy_for_client(exchange.desk, number)
    exchange.head(_("📦 The data will come here as a file in a moment, for you to hand over."))
    exchange.show(CONSENTS, number)


def _privacy(exchange: Exchange, found: ClientConsents) -> Iterable[Sentence]:
    one = found.privacy
    if one is None:
        yield (
            _("Privacy notice: not told yet") if found.pending else _("Privacy notice: shown, no answer yet")
        )
        return
    told = _("Privacy notice: agreed {day}, {how}")
    if one.version != found.asked:
        told = _("Privacy notice: agreed {day}, {how}, to an earlier version")
    yield told(day=_day(exchange, one), how=_how(one))


def _mailings(exchange: Exchange, found: ClientConsents) -> Iterable[Sentence]:
    """The newest first; every word is kept."""
    if found.mailing is None:
        yield _("Offers by message: never agreed")
    for one in found.all:
        if one.kind is ConsentKind.MAILING:
            yield _("Offers by message: agreed {day}, {how}")(day=_day(exchange, one), how=_how(one))
            if one.withdrawn_at is not None:
                yield _("— withdrawn {day}")(
                    day=one.withdrawn_at.astimezone(exchange.desk.agency.zone).date()
                )


def _day(exchange: Exchange, one: Consent) -> object:
    return one.given_at.astimezone(exchange.desk.agency.zone).date()


def _how(one: Consent) -> Sentence:
    if one.by is None:
        return HOW[one.how]
    return _("{how} ({colleague})")(how=HOW[one.how], colleague=one.by.name)


def _buttons(found: ClientConsents) -> Iterable[Button]:
    number = found.client.id
    if found.pending:
        yield act(_("☎️ Told by phone"), NOTE_PRIVACY, number, Given.PHONE.value)
        yield act(_("✅ Told in writing"), NOTE_PRIVACY, number, Given.PAPER.value)
    if found.mailings:
        yield act(_("🔕 No more offers"), NOTE_NO_MAILINGS, number)
    else:
        yield act(_("📣 Offers: by phone"), NOTE_MAILINGS, number, Given.PHONE.value)
        yield act(_("📣 Offers: signed"), NOTE_MAILINGS, number, Given.PAPER.value)


@routes.does(NOTE_PRIVACY)
def notes_privacy(exchange: Exchange, number: ClientNumber, how: str) -> None:
    note_privacy(exchange.desk, number, _given(how))
    exchange.show(CONSENTS, number)


@routes.does(NOTE_MAILINGS)
def notes_mailings(exchange: Exchange, number: ClientNumber, how: str) -> None:
    note_mailings(exchange.desk, number, _given(how))
    exchange.show(CONSENTS, number)


@routes.does(NOTE_NO_MAILINGS)
def notes_no_mailings(exchange: Exchange, number: ClientNumber) -> None:
    note_no_mailings(exchange.desk, number)
    exchange.show(CONSENTS, number)


def _given(how: str) -> Given:
    if how not in set(Given):
        raise NotFound("out_of_date")
    return Given(how)
