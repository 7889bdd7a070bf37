"""One interaction with all that is known of it: who, when, its words and what they were before; what can be done with it."""

from collections.abc import Iterable

from bot.conversation.exchange import Exchange
from bot.conversation.routes import Routes
from bot.conversation.screen import Button, Row, Screen, act, back, column, go
from bot.conversation.widgets.listing import chips
from bot.handlers.clients.words import said_line
from bot.links.clients import CLIENT
from bot.links.deals import DEAL
from bot.links.inquiries import INQUIRY
from bot.links.interactions import CALL_IT, MESSAGE
from domain.entities.interactions import Interaction
from domain.entities.notes import NoteKind, kind_of
from domain.queries.interactions import InteractionCard, interaction_card
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
    )
    return Screen(text, (*_kinds(found), *column([_about(said)]), (back(CLIENT, said.client.id),)))


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
