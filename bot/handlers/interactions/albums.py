"""The further pictures of an album follow the first, wherever that went."""

from bot.conversation.contents import original_of, words_of
from bot.conversation.exchange import Exchange
from bot.conversation.routes import Routes
from domain.entities.interactions import Source
from domain.usecases.interactions.albums import add_picture

routes = Routes(rank=105)


@routes.takes_unasked
def one_more_picture(exchange: Exchange) -> bool:
    """Nothing is said: it was, of the first."""
    event = exchange.event
    if event.album is None or event.message_id is None or original_of(event) is None:
        return False
    source = Source(event.chat_id, event.message_id)
    return add_picture(exchange.desk, event.album, source, words_of(event)) is not None
