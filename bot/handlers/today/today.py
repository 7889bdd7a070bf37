"""Today: the first screen of each colleague, with what waits for them."""

from bot.conversation.exchange import Exchange
from bot.conversation.flow.open_flows import drafts
from bot.conversation.keyboard import keyboard_key
from bot.conversation.routes import Routes
from bot.conversation.screen import Button, Screen, column, go
from bot.conversation.today import OPENS
from bot.links.home import HOME, MENU
from domain.queries import today as days
from locales import _, lines
from locales.sentence import Weekday
from locales.terms.staff import ROLES
from locales.terms.today import NOTHING, TODAY

routes = Routes(rank=110)

keyboard_key(10, _("☀️ Today"), "today")


@routes.command("today", _("What needs you today"), rank=10)
def today_command(exchange: Exchange, _argument: str) -> None:
    exchange.show(HOME)


def today(exchange: Exchange) -> Screen:
    desk, staff = exchange.desk, exchange.desk.actor.staff
    assert staff is not None
    found = days.today(desk)
    text = lines(
        _("<b>{agency}</b> · {role}")(agency=desk.agency.name, role=ROLES[staff.role]),
        _("☀️ {day}")(day=Weekday(desk.today)),
        _("Hello, {name}.")(name=desk.actor.first_name),
        "" if not found else None,
        NOTHING if not found else None,
    )
    return Screen(
        text,
        (
            *drafts(exchange),
            *column(line_button(exchange, line) for line in found),
            (go(_("⋯ More"), MENU),),
        ),
    )


def line_button(exchange: Exchange, line: days.TodayLine) -> Button:
    words = TODAY[line.key](line.found.count, exchange.desk.now, line.found.facts)
    return OPENS[line.key](words, line)
