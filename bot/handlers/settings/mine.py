"""What each colleague settles for themselves: language, hours, and the morning message."""

from bot.conversation.exchange import Exchange
from bot.conversation.routes import Routes
from bot.conversation.screen import Button, Screen, act, ask, back, go, pairs
from bot.conversation.slots import buttons_of, home_button
from bot.flows.settings.hours import OwnHours
from bot.flows.settings.morning import MorningHour
from bot.handlers.history.declared import act as acted
from bot.handlers.settings.kinds import named
from bot.links.home import LANGUAGE, MENU
from bot.links.settings import EMPTY_MORNING, MINE, MINE_SLOTS, NO_MORNING
from bot.links.staff import HOLIDAYS_OF
from domain.entities.morning import MORNING, Morning
from domain.entities.people import Right
from domain.queries.settings import own_hours, own_morning
from domain.usecases.settings.morning import change_empty_morning, change_morning
from locales import Sentence, _, lines
from locales.terms.languages import LANGUAGES
from locales.terms.profile import week_words

routes = Routes(rank=881)

named(MORNING, _("Morning message"))
acted("staff", "morning_changed", _("Morning message at: {time}"))


@home_button(rank=900)
def mine_at_home(exchange: Exchange) -> Button | None:
    """For whoever has the agency's settings too; the others have theirs behind "⚙️ Settings"."""
    return go(_("🙋 My settings"), MINE) if exchange.desk.actor.may(Right.CHANGE_SETTINGS) else None


@routes.draws(MINE)
def mine(exchange: Exchange) -> Screen:
    hours, morning = own_hours(exchange.desk), own_morning(exchange.desk)
    at, told = morning.value.at, morning.value.when_empty
    text = lines(
        _("<b>🙋 My settings</b>"),
        _("🌐 {language}")(language=LANGUAGES[exchange.voice.language]),
        "",
        _("You work:"),
        *week_words(hours.value.week),
        "",
        _morning(morning.value),
    )
    staff = exchange.desk.actor.staff
    assert staff is not None  # `own_hours` has asked
    empty = _("🔕 Only if needed") if told else _("🔔 Every day")
    buttons = [
        go(_("🌐 Language"), LANGUAGE),
        ask(_("✏️ My hours"), OwnHours, seen=hours.seen),
        go(_("🏖 My holidays"), HOLIDAYS_OF, staff.id),
        ask(_("☀️ Another hour") if at else _("☀️ Morning message"), MorningHour, seen=morning.seen),
        *(
            (
                act(empty, EMPTY_MORNING, morning.seen, not told),
                act(_("🔕 Turn off"), NO_MORNING, morning.seen),
            )
            if at
            else ()
        ),
        *buttons_of(exchange, MINE_SLOTS.card),
    ]
    return Screen(text, (*pairs(buttons), (back(MENU),)))


def _morning(morning: Morning) -> Sentence:
    if morning.at is None:
        return _("☀️ No message in the morning.")
    every = _("☀️ Every working day at {time} I tell you what needs you.")(time=morning.at)
    if morning.when_empty:
        return _("{every} Even when nothing does.")(every=every)
    return every


@routes.does(NO_MORNING)
def no_morning(exchange: Exchange, seen: int) -> None:
    change_morning(exchange.desk, seen, None)
    exchange.show(MINE)


@routes.does(EMPTY_MORNING)
def empty_morning(exchange: Exchange, seen: int, told: bool) -> None:  # noqa: FBT001 (as a button keeps it)
    change_empty_morning(exchange.desk, seen, told=told)
    exchange.show(MINE)
