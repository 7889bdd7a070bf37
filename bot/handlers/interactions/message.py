"""One interaction with all that is known of it: who, when, its words and what they were before; what can be done with it."""

from collections.abc import Iterable

from bot.conversation.exchange import Exchange
from bot.conversation.routes import Routes
from bot.conversation.screen import Button, Row, Screen, act, ask, back, column, go
from bot.conversation.widgets.listing import chips
from bot.flows.observations.note import NoteObservation
from bot.handlers.clients.words import said_line, short
from bot.links.clients import CLIENT
from bot.links.deals import DEAL
from bot.links.inquiries import INQUIRY
from bot.links.interactions import CALL_IT, MESSAGE, SHOW_AGAIN, TAKE_BACK_ANSWER
from bot.links.noting import TAKE_BACK_NOTE
from domain.entities.interactions import Interaction, Said
from domain.entities.notes import NoteKind, kind_of
from domain.queries.interactions import InteractionCard, interaction_card
from domain.usecases.clients.messages import show_again
from domain.usecases.interactions.editing import take_back_answer
from domain.usecases.interactions.noting import take_back_note
from locales import Sentence, _, lines
from locales.terms.interactions import NOTE_KINDS

routes = Routes()
MOST = 3000
"""Characters of what was said that stand on the card."""


@routes.draws(MESSAGE)
def message(exchange: Exchange, number: int) -> Screen:
    found = interaction_card(exchange.desk, number)
    said = found.said
    text = lines(
        _("<b>{name}</b>")(name=said.client.name),
        said_line(said, MOST),
        *_earlier(found),
        _("ℹ️ It is too large to be kept by us: it is in Telegram only.") if _too_large(said) else None,
    )
    offered = column(
        [_shows_again(said), _for_all(exchange, found), _takes_back(exchange, found), _about(said)]
    )
    return Screen(text, (*_kinds(found), *offered, (back(CLIENT, said.client.id),)))


def _earlier(found: InteractionCard) -> Iterable[Sentence]:
    """What it read before it was edited, the first words first."""
    if found.edits:
        yield _("First: “{text}”")(text=short(found.said.text, 600))
        for one in found.edits[:-1]:
            yield _("{at}: “{text}”")(at=one.at, text=short(one.text, 600))


def _too_large(said: Interaction) -> bool:
    return said.file is not None and said.file.refused == "content_too_big"


def _shows_again(said: Interaction) -> Button | None:
    """A voice is heard, a photo is seen."""
    if said.original is None or said.taken_back_at is not None:
        return None
    return act(_("🔁 Show it again"), SHOW_AGAIN, said.id)


@routes.does(SHOW_AGAIN)
def show_it_again(exchange: Exchange, number: int) -> None:
    """It comes as a message of its own."""
    show_again(exchange.desk, number)
    exchange.note(_("Here it comes."))


def _takes_back(exchange: Exchange, found: InteractionCard) -> Button | None:
    said = found.said
    if not found.mine or said.how is Said.QUESTION or not said.can_be_deleted(exchange.desk.now):
        return None
    return act(_("↩️ Take back"), TAKE_BACK_ANSWER if said.how is Said.ANSWER else TAKE_BACK_NOTE, said.id)


def _for_all(exchange: Exchange, found: InteractionCard) -> Button | None:
    """A note on a client that is none: of words alone."""
    said = found.said
    mine = found.mine and said.how is Said.NOTE and said.original is None
    if not mine or not said.can_be_deleted(exchange.desk.now):
        return None
    label = _("🔭 It is about the market")
    return ask(label, NoteObservation, note=said.id, text=said.words, file=None)


@routes.does(TAKE_BACK_NOTE)
def take_back_noted(exchange: Exchange, number: int) -> None:
    take_back_note(exchange.desk, number)
    exchange.show(MESSAGE, number)


@routes.does(TAKE_BACK_ANSWER)
def take_back(exchange: Exchange, number: int) -> None:
    take_back_answer(exchange.desk, number)
    exchange.show(MESSAGE, number)


def _kinds(found: InteractionCard) -> Iterable[Row]:
    """Of a note, what it was of: two in a row."""
    kind = kind_of(found.said)
    if kind is None:
        return
    offered = list(NOTE_KINDS.items())
    for start in range(0, len(offered), 2):
        yield chips(
            offered[start : start + 2], kind, lambda label, other: _calls_it(label, found.said, other)
        )


def _calls_it(label: Sentence, said: Interaction, kind: NoteKind) -> Button:
    return act(label, CALL_IT, said.id, kind.value)


def _about(said: Interaction) -> Button | None:
    if said.deal is not None:
        return go(_("🗂 #{number} · {title}")(number=said.deal.id, title=said.deal.called), DEAL, said.deal.id)
    if said.inquiry is not None:
        return go(_("📥 Inquiry #{number}")(number=said.inquiry.id), INQUIRY, said.inquiry.id)
    return None
