"""Holidays: whom one stands in for, what waits when it begins, and what was done meanwhile."""

from datetime import date

from domain.entities.notices import Notice
from domain.notices.holidays import HANDED_OVER, HOLIDAY_ENTERED, STANDS_IN, WELCOME_BACK
from domain.ports.desk import Desk
from domain.queries.holidays import holidays_of
from domain.queries.holidays_over import done_meanwhile
from domain.queries.workload import workload_of
from locales import Sentence, _, lines
from locales.terms.holidays import span_of_days
from locales.terms.workload import work_lines
from scheduler.notices.declared import words_of
from scheduler.notices.message_content import MessageContent, NothingToSay
from scheduler.notices.recipients import for_staff

TODAY = (_("☀️ Today"), "today")


@words_of(STANDS_IN)
def stands_in(desk: Desk, notice: Notice) -> MessageContent:
    """As it is by now: what was changed back is not told."""
    deputy, facts = for_staff(desk, notice), notice.facts
    member = desk.archive.staff.get(facts["member"])
    holiday = holidays_of(desk, member).beginning(date.fromisoformat(facts["first"]))
    if facts["stands"]:
        if holiday is None or holiday.deputy != deputy.id:
            raise NothingToSay("it is another deputy's by now")
        text = lines(
            _("🏖 <b>You stand in for {name}: {days}</b>")(
                name=member.name, days=span_of_days(holiday.first, holiday.last)
            ),
            _("What needs {name} then comes to you, under their name.")(name=member.name),
        )
        return MessageContent(text)
    if holiday is not None and holiday.deputy == deputy.id and holiday.last >= desk.today:
        raise NothingToSay("they stand in all the same")
    days = span_of_days(date.fromisoformat(facts["first"]), date.fromisoformat(facts["last"]))
    return MessageContent(
        _("🏖 You do not stand in for {name} after all: {days}.")(name=member.name, days=days)
    )


@words_of(HOLIDAY_ENTERED)
def entered(desk: Desk, notice: Notice) -> MessageContent:
    for_staff(desk, notice)
    facts = notice.facts
    days = span_of_days(date.fromisoformat(facts["first"]), date.fromisoformat(facts["last"]))
    planned = _("🏖 {by} has entered your holiday: {days}.")
    taken_back = _("🏖 {by} has taken back your holiday: {days}.")
    words = planned if facts["planned"] else taken_back
    return MessageContent(words(by=facts["by"], days=days), ((_("🏖 My holidays"), "my_holidays"),))


@words_of(HANDED_OVER)
def handed_over(desk: Desk, notice: Notice) -> MessageContent:
    """What waits with whoever is away: as much as their card shows, and all of it stands in Today."""
    for_staff(desk, notice)
    member = desk.archive.staff.get(notice.facts["member"])
    holiday = desk.agency.presence.holiday(member, desk.now)
    if holiday is None:
        raise NothingToSay("they are there")
    work: list[Sentence] = work_lines(workload_of(desk, member))
    text = lines(
        _("🏖 <b>{name} is on holiday until {day}: you stand in</b>")(name=member.name, day=holiday.last),
        *(work or [_("Nothing of theirs is open.")]),
        _("It stands among your own work from now on.") if work else None,
    )
    return MessageContent(text, (TODAY,))


@words_of(WELCOME_BACK)
def welcome_back(desk: Desk, notice: Notice) -> MessageContent:
    """What others did for them meanwhile."""
    member, facts = for_staff(desk, notice), notice.facts
    first, last = (date.fromisoformat(facts[name]) for name in ("first", "last"))
    done = done_meanwhile(desk, member, first, last)
    of_deal = _("🗂 #{number} · {client}: {names}")
    text = lines(
        _("🏖 <b>Welcome back, {name}.</b>")(name=member.first_name),
        _("Meanwhile others worked on these deals of yours:") if done.deals else None,
        *(
            of_deal(number=one.deal.id, client=one.deal.client.name, names=", ".join(one.names))
            for one in done.deals
        ),
        _("… and more: each deal's history tells.") if done.more else None,
        None if done.deals else _("Nobody changed anything about your deals."),
        *work_lines(workload_of(desk, member)),
    )
    return MessageContent(text, (TODAY,))
