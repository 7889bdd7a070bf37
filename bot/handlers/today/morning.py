"""The buttons of the morning message: each line opens its thing as it is now, or Today when it is done."""

from collections.abc import Callable

from bot.conversation.exchange import Exchange
from bot.conversation.routes import Routes
from bot.conversation.today import OPENS
from bot.links.home import HOME
from domain.entities.notices import Notice
from domain.queries.today import LINES, line_of
from domain.queries.today.declared import verb_of
from locales import _
from locales.sentence import verbatim

routes = Routes()

DONE = _("That is already done.")


@routes.verb("today")
def open_today(exchange: Exchange, _notice: Notice) -> None:
    exchange.show(HOME)


def _opening(key: str) -> Callable[[Exchange, Notice], None]:
    def opens(exchange: Exchange, _notice: Notice) -> None:
        line = line_of(exchange.desk, key)
        if line is None:
            exchange.note(DONE)
            exchange.show(HOME)
            return
        button = OPENS[key](verbatim(""), line)
        if button.action == "go":
            exchange.show_step([*button.args])
        else:
            exchange.routes.actions[button.action](exchange, *button.args)

    return opens


for _key in LINES:
    routes.verb(verb_of(_key))(_opening(_key))
