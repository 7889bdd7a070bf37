"""Hours: the office's, the quiet ones and one's own; and how long before and after things are told and due."""

from bot.conversation.exchange import Exchange
from bot.conversation.routes import Routes
from bot.conversation.screen import Button, Screen, act, ask, back, go, pairs
from bot.flows.settings.hours import OfficeHours, OwnHours, QuietHours
from bot.flows.settings.timing import ChangeTiming, DepartureTime
from bot.links.agency import AGENCY_HOURS, NO_QUIET_HOURS, TIMING
from bot.links.conversations import ANSWER_TIME
from bot.links.reminders import REMINDING
from bot.links.settings import SETTINGS, SETTINGS_SLOTS
from domain.entities.people import Right
from domain.queries.settings import agency_hours, agency_timing, own_hours
from domain.usecases.settings.hours import change_quiet_hours
from locales import _, lines
from locales.terms.profile import span_words, week_words
from locales.terms.timing import TIMINGS

routes = Routes(rank=882)


@SETTINGS_SLOTS.button(20)
def hours_button(exchange: Exchange, _nothing: None) -> Button | None:
    return go(_("🕒 Hours"), AGENCY_HOURS) if exchange.desk.actor.is_staff else None


@routes.draws(AGENCY_HOURS)
def hours(exchange: Exchange) -> Screen:
    office, own = agency_hours(exchange.desk), own_hours(exchange.desk)
    may, quiet = exchange.desk.actor.may(Right.CHANGE_SETTINGS), office.value.quiet
    text = lines(
        _("<b>🕒 Hours</b>"),
        _("Office:"),
        *week_words(office.value.office),
        "",
        _("🤫 No messages to clients: {hours}")(hours=span_words(quiet))
        if quiet
        else _("🤫 No quiet hours: clients get messages at any time."),
        _("What cannot wait about a departure is told at once.") if quiet else None,
        "",
        _("You work:"),
        *week_words(own.value.week),
    )
    owners = [
        ask(_("✏️ Office hours"), OfficeHours, seen=office.seen),
        ask(_("🤫 Quiet hours"), QuietHours, seen=office.seen),
        act(_("🤫 No quiet hours"), NO_QUIET_HOURS, office.seen) if quiet else None,
        go(_("⏳ Deadlines"), TIMING),
        go(_("⏰ Reminders"), REMINDING),
        go(_("💬 Time to answer"), ANSWER_TIME),
    ]
    mine = ask(_("✏️ My hours"), OwnHours, seen=own.seen)
    offered = [one for one in (*(owners if may else ()), mine) if one is not None]
    return Screen(text, (*pairs(offered), (back(SETTINGS),)))


@routes.does(NO_QUIET_HOURS)
def no_quiet_hours(exchange: Exchange, seen: int) -> None:
    change_quiet_hours(exchange.desk, seen, None)
    exchange.show(AGENCY_HOURS)


@routes.draws(TIMING)
def timing(exchange: Exchange) -> Screen:
    found = agency_timing(exchange.desk)
    at = found.value.departure_at
    told = [
        _("{what}: {when}")(what=called, when=number(count=getattr(found.value, name)))
        for name, (called, number) in TIMINGS.items()
    ]
    text = lines(
        _("<b>⏳ Deadlines and reminders</b>"),
        _("A change applies to what is planned, offered or asked from now on."),
        "",
        *told,
        _("Told at: {time}")(time=at) if at else _("Told at: the hour of departure"),
    )
    edits = [
        ask(_("✏️ {label}")(label=called), ChangeTiming, seen=found.seen, what=name)
        for name, (called, _number) in TIMINGS.items()
    ]
    clock = ask(_("✏️ Told at"), DepartureTime, seen=found.seen)
    return Screen(text, (*pairs([*edits, clock, back(AGENCY_HOURS)]),))
