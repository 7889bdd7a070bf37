"""Whether inline mode is switched on: only BotFather can do that, and here the owner reads how."""

from collections.abc import Iterator

from bot.conversation.exchange import Exchange
from bot.links.settings import SETTINGS_SLOTS
from domain.entities.people import Right
from locales import Sentence, _


@SETTINGS_SLOTS.lines(30, Right.CHANGE_SETTINGS)
def how_to_switch_it_on(exchange: Exchange, _nothing: None) -> Iterator[Sentence]:
    if not exchange.asked_inline:
        yield _(
            "⚠️ Colleagues cannot find trips and clients from other chats yet. Send /setinline to @BotFather, choose "
            "@{bot}, and write a hint such as “name or trip”."
        )(bot=exchange.bot_name)
