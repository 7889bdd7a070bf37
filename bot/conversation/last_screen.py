"""What a person saw last in a chat: a text or a file that nobody asked for may go on from there."""

from bot.conversation.exchange import Exchange
from storage import StoredScreen


def last_screen(exchange: Exchange) -> StoredScreen | None:
    """None when it shows no view: a question of a flow, or nothing yet."""
    person = exchange.desk.actor.person
    assert person is not None
    screen = exchange.unit.screens.current(person.id, exchange.event.chat_id)
    return screen if screen is not None and screen.view else None
