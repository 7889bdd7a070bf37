"""Where settings are found: a button for each kind of them, for those who may change it or whom it concerns."""

from bot.conversation.exchange import Exchange
from bot.conversation.links import View
from bot.conversation.routes import Routes
from bot.conversation.screen import MOST, Button, Screen, back, column, go, pairs
from bot.conversation.slots import buttons_of, home_button, lines_of
from bot.links.home import MENU
from bot.links.settings import MINE, SETTINGS, SETTINGS_MORE, SETTINGS_SLOTS
from domain.entities.people import Right
from locales import _, lines

routes = Routes(rank=880)

_SHOWN = MOST - 1
"""Beside the button that leads to the others."""


@routes.command("settings", _("Language, hours, morning message, and how the agency works"), rank=80)
def settings(exchange: Exchange, _argument: str) -> None:
    exchange.show(_settings(exchange))


@home_button(rank=890)
def settings_at_home(exchange: Exchange) -> Button:
    return go(_("⚙️ Settings"), _settings(exchange))


def _settings(exchange: Exchange) -> View[[]]:
    """The agency's, for whoever may change them; else one's own."""
    return SETTINGS if exchange.desk.actor.may(Right.CHANGE_SETTINGS) else MINE


@routes.draws(SETTINGS)
def overview(exchange: Exchange) -> Screen:
    text = lines(
        _("<b>⚙️ Settings</b>"),
        _("{agency} · {zone} · {currency}")(
            agency=exchange.desk.agency.name,
            zone=exchange.desk.agency.profile.zone,
            currency=exchange.desk.agency.currency,
        ),
        *lines_of(exchange, SETTINGS_SLOTS.card),
    )
    buttons = buttons_of(exchange, SETTINGS_SLOTS.card)
    if len(buttons) > MOST:
        buttons = [*buttons[:_SHOWN], go(_("⋯ More"), SETTINGS_MORE)]
    return Screen(text, (*pairs(buttons), (back(MENU),)))


@routes.draws(SETTINGS_MORE)
def seldom(exchange: Exchange) -> Screen:
    rest = buttons_of(exchange, SETTINGS_SLOTS.card)[_SHOWN:]
    return Screen(_("<b>⋯ More</b>"), (*column(rest), (back(SETTINGS),)))
