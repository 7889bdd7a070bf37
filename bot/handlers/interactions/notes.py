"""The button for a note, on every card that is about a client; and what the note was of."""

from bot.conversation.exchange import Exchange
from bot.conversation.routes import Routes
from bot.conversation.screen import Button, ask
from bot.flows.interactions.note import NoteDown
from bot.links.clients import CLIENT_SLOTS
from bot.links.deals import DEAL_SLOTS
from bot.links.inquiries import INQUIRY_SLOTS
from bot.links.interactions import CALL_IT, MESSAGE
from domain.entities.clients import Client
from domain.entities.deals import Deal
from domain.entities.inquiries import Inquiry
from domain.entities.notes import NoteKind
from domain.entities.people import Right
from domain.usecases.interactions.noting import call_it
from domain.values.refusals import NotFound
from locales import _

routes = Routes()
NOTE = _("✍️ Note")


@CLIENT_SLOTS.button(31, Right.ANSWER_CLIENTS)
def note_on_client(_exchange: Exchange, client: Client) -> Button:
    return ask(NOTE, NoteDown, client=client.id)


@INQUIRY_SLOTS.button(75, Right.ANSWER_CLIENTS)
def note_on_inquiry(_exchange: Exchange, inquiry: Inquiry) -> Button:
    return ask(NOTE, NoteDown, client=inquiry.client.id, inquiry=inquiry.id)


@DEAL_SLOTS.button(75, Right.ANSWER_CLIENTS)
def note_on_deal(_exchange: Exchange, deal: Deal) -> Button:
    return ask(NOTE, NoteDown, client=deal.client.id, deal=deal.id)


@routes.does(CALL_IT)
def was_of(exchange: Exchange, number: int, kind: str) -> None:
    if kind not in set(NoteKind):
        raise NotFound("no_such_interaction")
    call_it(exchange.desk, number, NoteKind(kind))
    exchange.show(MESSAGE, number)
