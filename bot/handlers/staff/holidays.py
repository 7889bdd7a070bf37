"""The holidays of a colleague: who stands in, how one is planned, changed and taken back."""

from datetime import date

from bot.conversation.exchange import Exchange
from bot.conversation.routes import Routes
from bot.conversation.screen import Button, Screen, act, ask, back, column, go
from bot.flows.settings.hours import OwnHours
from bot.flows.staff.holiday import PlanHoliday
from bot.handlers.history.declared import act as acted
from bot.handlers.history.declared import reads
from bot.handlers.settings.kinds import named
from bot.links.settings import MINE
from bot.links.staff import COLLEAGUE_SLOTS, HOLIDAY, HOLIDAYS_OF, TAKE_BACK_HOLIDAY
from domain.entities.holidays import HOLIDAYS
from domain.entities.notices import Notice
from domain.entities.people import StaffMember, StaffNumber
from domain.queries.holidays import HolidayLine, holiday_card, standing_in
from domain.queries.settings import hours_of_colleague
from domain.usecases.staff.holidays import take_back_holiday
from domain.values.refusals import NotFound
from locales import Sentence, _, lines
from locales.terms.holidays import span_of_days
from locales.terms.profile import week_words

routes = Routes()

named(HOLIDAYS, _("Holidays"))
acted("staff", "holiday_planned", _("Holiday: {first_day} – {last_day}, stands in: {stands_in}"))
acted("staff", "holiday_changed", _("Holiday changed: {first_day} – {last_day}, stands in: {stands_in}"))
acted("staff", "holiday_taken_back", _("Holiday taken back: {first_day} – {last_day}"))
reads(date.fromisoformat, "first_day", "last_day")


@routes.draws(HOLIDAYS_OF)
def holidays(exchange: Exchange, number: StaffNumber) -> Screen:
    found = holiday_card(exchange.desk, number)
    text = lines(
        _("🏖 <b>{name}: holidays</b>")(name=found.member.name),
        *([_line(one) for one in found.lines] or [_("None planned.")]),
    )
    planned = [
        go(
            _("🏖 {days}")(days=span_of_days(one.holiday.first, one.holiday.last)),
            HOLIDAY,
            number,
            one.holiday.first.isoformat(),
        )
        for one in found.lines
    ]
    plan = ask(_("➕ Plan a holiday"), PlanHoliday, colleague=number, seen=found.seen)
    return Screen(text, column([*planned, plan, back(MINE)]))


@routes.draws(HOLIDAY)
def holiday(exchange: Exchange, number: StaffNumber, first: str) -> Screen:
    found = holiday_card(exchange.desk, number)
    line = next((one for one in found.lines if one.holiday.first.isoformat() == first), None)
    if line is None:
        raise NotFound("no_such_holiday")
    begun = line.holiday.first <= exchange.desk.today
    text = lines(_("🏖 <b>{name}: a holiday</b>")(name=found.member.name), _line(line))
    change = ask(_("✏️ Change"), PlanHoliday, colleague=number, seen=found.seen, instead=first)
    taken_back = act(
        _("🙋 Back already") if begun else _("✖ Take it back"), TAKE_BACK_HOLIDAY, number, found.seen, first
    )
    return Screen(text, column([change, taken_back, back(HOLIDAYS_OF, number)]))


def _line(line: HolidayLine) -> Sentence:
    days = span_of_days(line.holiday.first, line.holiday.last)
    if line.deputy is None:
        return _("{days} · nobody by name: the supervisor, or who can")(days=days)
    return _("{days} · stands in: {name}")(days=days, name=line.deputy.name)


@routes.does(TAKE_BACK_HOLIDAY)
def take_back(exchange: Exchange, number: StaffNumber, seen: int, first: str) -> None:
    take_back_holiday(exchange.desk, number, seen, _day(first))
    exchange.show(HOLIDAYS_OF, number)


def _day(written: str) -> date:
    """Raises NotFound: no_such_holiday."""
    try:
        return date.fromisoformat(written)
    except ValueError as error:
        raise NotFound("no_such_holiday") from error


@routes.verb("my_holidays")
def my_holidays(exchange: Exchange, _notice: Notice) -> None:
    staff = exchange.desk.actor.staff
    if staff is not None:
        exchange.show(HOLIDAYS_OF, staff.id)


@COLLEAGUE_SLOTS.lines(40)
def time_on_card(exchange: Exchange, member: StaffMember) -> list[Sentence]:
    """When they work, and whether they are away just now."""
    if not member.active:
        return []
    now = exchange.desk.agency.presence.holiday(member, exchange.desk.now)
    deputy = standing_in(exchange.desk, member)
    away = _("🏖 On holiday until {day}")(day=now.last) if now else None
    instead = _("🤝 Stands in: {name}")(name=deputy.name) if now and deputy else None
    week = hours_of_colleague(exchange.desk, member).value.week
    return [one for one in (*week_words(week), away, instead) if one is not None]


@COLLEAGUE_SLOTS.button(40)
def holidays_on_card(_exchange: Exchange, member: StaffMember) -> Button | None:
    return go(_("🏖 Holidays"), HOLIDAYS_OF, member.id) if member.active else None


@COLLEAGUE_SLOTS.button(50)
def hours_on_card(exchange: Exchange, member: StaffMember) -> Button | None:
    if not member.active:
        return None
    seen = hours_of_colleague(exchange.desk, member).seen
    return ask(_("🕒 Hours"), OwnHours, seen=seen, colleague=member.id)
