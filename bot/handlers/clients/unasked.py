"""What clients simply write or send reaches a colleague at once; of what staff send it is said what works instead."""

from bot.conversation.contents import original_of
from bot.conversation.exchange import Exchange
from bot.conversation.routes import Routes
from bot.handlers.clients.passing_on import send_to_agency
from bot.links.home import HOME
from locales import _

routes = Routes(rank=360)


@routes.takes_unasked
def from_a_client(exchange: Exchange) -> bool:
    """Words, a voice message, a sticker, a contact, a place, a file that belongs nowhere."""
    event = exchange.event
    if exchange.desk.actor.is_staff or event.command or not (event.text or original_of(event)):
        return False
    send_to_agency(exchange)
    return True


@routes.takes_unasked
def what_cannot_be_read(exchange: Exchange) -> bool:
    """Stickers, voices and the like of colleagues: said kindly, with what works instead."""
    event = exchange.event
    if not (event.other or event.contact or event.location):
        return False
    exchange.say(_("Thank you! I can only read words, photos and PDFs, so please write it to us in words."))
    exchange.show(HOME)
    return True
