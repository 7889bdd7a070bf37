"""A message to us that was edited in Telegram: what was made of it reads otherwise, for everybody who has it."""

from bot.conversation.contents import words_of
from bot.conversation.exchange import Exchange
from bot.conversation.routes import Routes
from domain.entities.interactions import Said, Source
from domain.entities.note_lines import NoteLine
from domain.usecases.interactions.editing import edit_said
from locales import _

routes = Routes()


@routes.takes_edits
def edited(exchange: Exchange) -> bool:
    event = exchange.event
    words = NoteLine.of(event.argument).words if event.command == "note" else words_of(event)
    if event.message_id is None or not words:
        return False
    said = edit_said(exchange.desk, Source(event.chat_id, event.message_id), words)
    if said is None:
        return False
    if said.how is Said.ANSWER:
        exchange.say(_("✏️ Changed for {name} too.")(name=said.client.name))
    elif said.staff is None:
        exchange.say(_("✏️ Changed. We see what you wrote before, too."))
    else:
        exchange.say(_("✏️ The note is changed."))
    return True
