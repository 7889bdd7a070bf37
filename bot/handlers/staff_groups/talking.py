"""What colleagues write in the topic of a client: it goes to the client, or stays as a note.

Anna: May I bring my dog?
Bot:  (in her topic) 💬 Anna: May I bring my dog?
Boris: (there) Yes, of course.
Bot:  (to Anna) 💬 Boris, Tourdesk: Yes, of course.
Boris: (there) // She has two dogs.
"""

from bot.conversation.contents import enclosed_of, words_of
from bot.conversation.exchange import Exchange
from bot.conversation.routes import Routes
from domain.entities.interactions import Source
from domain.entities.taking_back import wants_back
from domain.usecases.interactions.taking_back import take_back_said
from domain.usecases.staff_groups.answering import Written
from domain.usecases.staff_groups.talking import (
    NOTE,
    edited_in_topic,
    refused_in_topic,
    topic_at,
    write_in_topic,
)
from locales import Sentence

routes = Routes(rank=892)


@routes.takes_in_groups
def said_in_topic(exchange: Exchange) -> bool:
    """Commands go their own way; what Telegram tells of the topic itself is nobody's word."""
    written = _written(exchange)
    if written is None or _is_command(exchange):
        return False
    if topic_at(exchange.desk, written.chat, written.thread) is None:
        return False
    if exchange.event.edited:
        edited_in_topic(exchange.desk, written)
    elif _taken_back(exchange):
        pass
    elif written.text or written.enclosed is not None:
        write_in_topic(exchange.desk, written)
    return True


@routes.refuses_in_groups
def refused(exchange: Exchange, words: Sentence) -> bool:
    written = _written(exchange)
    if written is None or _is_command(exchange):
        return False
    return refused_in_topic(exchange.desk, written, exchange.voice.html(words))


def _taken_back(exchange: Exchange) -> bool:
    """By a reply to what they wrote here; the topic says so."""
    event = exchange.event
    if event.reply_to_own is None or not wants_back(event.text):
        return False
    return take_back_said(exchange.desk, Source(event.chat_id, event.reply_to_own)) is not None


def _written(exchange: Exchange) -> Written | None:
    event = exchange.event
    if event.thread is None or event.message_id is None or event.tap is not None:
        return None
    return Written(event.chat_id, event.thread, event.message_id, words_of(event), enclosed_of(event))


def _is_command(exchange: Exchange) -> bool:
    event = exchange.event
    return event.command is not None and not (event.text or "").startswith(NOTE)
