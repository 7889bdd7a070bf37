"""The kinds of a client's timeline that are there from the beginning, and what their entries open."""

from bot.conversation.exchange import Exchange
from bot.conversation.screen import Button, go
from bot.handlers.timeline.declared import shown_as
from bot.links.deals import DEAL
from bot.links.documents import DOCUMENT
from bot.links.inquiries import INQUIRY
from bot.links.payments import PAYMENTS as PAYMENTS_OF
from domain.entities.history import HistoryEntry
from domain.entities.people import Right
from domain.entities.timeline import CALLS, DEALS, DOCUMENTS, INQUIRIES, NOTES, PAYMENTS, TALKS, TRIPS
from locales import Sentence, _


@shown_as(TALKS, _("💬 Messages"))
def talk(_exchange: Exchange, _label: Sentence, _entry: HistoryEntry) -> Button | None:
    """All of it stands in the entry."""
    return None


@shown_as(CALLS, _("☎️ Talks"))
def call(_exchange: Exchange, _label: Sentence, _entry: HistoryEntry) -> Button | None:
    """Likewise."""
    return None


@shown_as(NOTES, _("📝 Notes"))
def note(_exchange: Exchange, _label: Sentence, _entry: HistoryEntry) -> Button | None:
    """Likewise."""
    return None


@shown_as(INQUIRIES, _("📥 Inquiries"))
def inquiry(_exchange: Exchange, label: Sentence, entry: HistoryEntry) -> Button | None:
    return go(label, INQUIRY, entry.subject_id)


@shown_as(DEALS, _("🗂 Deals"))
def deal(_exchange: Exchange, label: Sentence, entry: HistoryEntry) -> Button | None:
    return go(label, DEAL, entry.subject_id)


@shown_as(TRIPS, _("🚌 Trips"))
def trip(_exchange: Exchange, label: Sentence, entry: HistoryEntry) -> Button | None:
    return go(label, DEAL, entry.subject_id) if entry.subject == "deal" else None


@shown_as(PAYMENTS, _("💶 Payments"))
def payment(_exchange: Exchange, label: Sentence, entry: HistoryEntry) -> Button | None:
    return go(label, PAYMENTS_OF, entry.subject_id)


@shown_as(DOCUMENTS, _("📄 Documents"))
def document(exchange: Exchange, label: Sentence, entry: HistoryEntry) -> Button | None:
    """Whoever does not check documents sees the deal."""
    number = entry.facts.get("document")
    if number is None or not exchange.desk.actor.may(Right.CHECK_DOCUMENTS):
        return go(label, DEAL, entry.subject_id)
    return go(label, DOCUMENT, number)
