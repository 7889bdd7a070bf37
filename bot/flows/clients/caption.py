"""What is written under a file that answers a question: it is for a person to read."""

from bot.conversation.exchange import Exchange
from domain.usecases.clients.messages import ask_agency
from locales import _


def pass_on_caption(exchange: Exchange, deal: int) -> None:
    """To whoever looks after this deal; what colleagues write under a client's papers stays where it is."""
    text = exchange.event.text
    if text and not exchange.desk.actor.is_staff:
        ask_agency(exchange.desk, text, deal)
        exchange.say(_("Your message has gone to the agency too."))
