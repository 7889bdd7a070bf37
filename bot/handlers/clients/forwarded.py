"""What staff pass on to the bot: a forwarded message or a contact is an inquiry in the making."""

from typing import Any

from bot.conversation.exchange import Exchange
from bot.conversation.flow.open_flows import begin
from bot.conversation.routes import Routes
from bot.conversation.screen import Button, Screen, ask, column, go
from bot.flows.clients.who import on_file
from bot.flows.inquiries.phone_inquiry import PhoneInquiry
from bot.handlers.clients.words import short
from bot.links.clients import CLIENT, FORWARDED
from bot.links.home import HOME
from domain.entities.clients import Client
from domain.entities.inquiries import Channel
from domain.entities.people import Right
from domain.queries.clients import file_of_sender, sender_outside
from domain.queries.inquiries import must_take
from domain.usecases.clients.noticing import notice_contact
from domain.values.refusals import Refusal
from domain.values.text import one_line
from locales import _, lines
from locales.phones import read_phone

routes = Routes(rank=340)

_KEPT = 1000
"""Characters of a forwarded message that become the wishes of an inquiry."""


@routes.takes_unasked
def forwarded_to_staff(exchange: Exchange) -> bool:
    """A person's message that staff forward; a colleague who passes somebody's words on is not meant."""
    origin = exchange.event.forwarded
    if origin is None or not exchange.desk.actor.may(Right.TAKE_INQUIRIES):
        return False
    if not origin.is_person:
        raise Refusal("not_from_a_person", name=origin.name)
    person = sender_outside(exchange.desk, origin.telegram_id) if origin.telegram_id else None
    name = one_line(origin.name)[:80] or "—"
    text = (exchange.event.text or "")[:_KEPT]
    exchange.show(FORWARDED, name, person.id if person else None, text)
    return True


@routes.draws(FORWARDED)
def forwarded(exchange: Exchange, name: str, person_id: int | None, text: str) -> Screen:
    must_take(exchange.desk)
    client = file_of_sender(exchange.desk, person_id) if person_id else None
    told = _("A message from <b>{name}</b>:")(name=name)
    if client is not None:
        told = _("A message from our client <b>{name}</b>:")(name=client.name)
    return Screen(
        lines(told, short(text, 300) if text else None),
        column(
            [
                _take(name, person_id, client, text),
                go(_("👤 {name}")(name=client.name), CLIENT, client.id) if client else None,
                go(_("◀ Home"), HOME),
            ]
        ),
    )


def _take(name: str, person: int | None, client: Client | None, text: str) -> Button:
    """Words go along as wishes."""
    wishes: dict[str, Any] = {"wishes": text} if text else {}
    return ask(
        _("📥 Take an inquiry from {name}")(name=client.name if client else name),
        PhoneInquiry,
        name=name,
        channel=Channel.FORWARDED.value,
        person=person or None,
        client=client.id if client else None,
        **wishes,
    )


@routes.takes_unasked
def contact_to_staff(exchange: Exchange) -> bool:
    """A contact that staff share is whom they have on the phone."""
    contact, desk = exchange.event.contact, exchange.desk
    if contact is None or not desk.actor.may(Right.TAKE_INQUIRIES):
        return False
    phone = on_file(desk, read_phone(contact.phone, desk.agency.region, exchange.voice.language))
    known = notice_contact(desk, contact.account, phone.number) if contact.account else None
    if known is not None:
        begin(exchange, PhoneInquiry, name=known.name, phone=phone, client=known.id)
        return True
    name = contact.name if phone.chats else phone.name or contact.name
    begin(exchange, PhoneInquiry, name=name or "—", phone=phone)
    return True
