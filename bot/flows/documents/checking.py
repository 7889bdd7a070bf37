"""Checking documents one after another: the file itself comes into the chat, and below it what to say about it."""

from bot.conversation.exchange import Exchange
from bot.conversation.outgoing import File
from bot.links.deals import DEAL
from bot.links.documents import DOCUMENT, DOCUMENTS
from domain.entities.deals import Deal
from domain.queries.documents import document_to_see
from locales import _
from locales.terms.documents import whose


def look_at(exchange: Exchange, number: int) -> None:
    """The file, and its card in a new message below. Raises Forbidden, NotFound."""
    document = document_to_see(exchange.desk, number)
    caption = exchange.voice.html(whose(document))
    file = document.file
    exchange.send_file(File(caption, file.source, file.content_hash, file.is_photo, file.name))
    if exchange.screen is not None and not exchange.screen.actions:
        exchange.leave_tapped()
    exchange.screen = None
    exchange.show(DOCUMENT, number)


def go_on(exchange: Exchange, deal: Deal) -> None:
    """The next document to check; after the last one the deal, ready to move, or what is still missing."""
    waiting = deal.to_check
    if waiting:
        look_at(exchange, waiting[0].id)
    elif deal.all_accepted:
        exchange.say(_("✅ All passports of #{number} are accepted.")(number=deal.id))
        exchange.show(DEAL, deal.id)
    else:
        exchange.show(DOCUMENTS, deal.id, 0)
