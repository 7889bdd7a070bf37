"""A reply of "take back" or 🗑 to what one has sent: it disappears, wherever it went; to anything of ours it shows what can.

Boris: Only in may.
Boris: (in reply to it) 🗑
Bot:   ↩️ Taken back.
"""

from bot.conversation.exchange import Exchange
from bot.conversation.routes import Routes
from bot.links.interactions import MESSAGE
from domain.entities.interactions import Source
from domain.entities.taking_back import wants_back
from domain.queries.messages import newest_of_mine, told_as
from domain.usecases.interactions.taking_back import take_back_said
from domain.values.refusals import Refusal
from locales import _

routes = Routes(rank=102)


@routes.takes_unasked
@routes.takes_beside
def by_reply(exchange: Exchange) -> bool:
    event, desk = exchange.event, exchange.desk
    if not wants_back(event.text) or event.command:
        return False
    if event.reply_to_own is not None:
        if take_back_said(desk, Source(event.chat_id, event.reply_to_own)) is None:
            return False
        exchange.say(_("↩️ Taken back."))
        return True
    if event.reply_to is None or not desk.actor.is_staff:
        return False
    about = told_as(desk, event.reply_to)
    newest = newest_of_mine(desk, about.client if about else None)
    if newest is None:
        raise Refusal("nothing_to_take_back")
    exchange.show(MESSAGE, newest.id)
    return True
