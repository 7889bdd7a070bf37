"""Where settings are found: a button for each kind of them, for those who may change it or whom it concerns."""

from bot.conversation.exchange import Exchange
from bot.conversation.routes import Routes
from bot.conversation.screen import Button, Screen, back, go, pairs
from bot.conversation.slots import buttons_of, home_button, lines_of
from bot.links.home import HOME
from bot.links.settings import SETTINGS, SETTINGS_SLOTS
from domain.entities.people import Right
from locales import _, lines

routes = Routes(rank=880)


@routes.command("settings", _("How the agency works"), right=Right.CHANGE_SETTINGS, rank=80)
def settings(exchange: Exchange, _argument: str) -> None:
    exchange.show(SETTINGS)


@home_button(rank=890)
def settings_at_home(_exchange: Exchange) -> Button:
    return go(_("⚙️ Settings"), SETTINGS)


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
    return Screen(text, (*pairs(buttons_of(exchange, SETTINGS_SLOTS.card)), (back(HOME),)))
