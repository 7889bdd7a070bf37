"""The morning message: what waits for a colleague today, as it is when it is said."""

from dataclasses import replace

from domain.entities.notices import Notice
from domain.notices.today import MORNING
from domain.ports.desk import Actor, Desk
from domain.queries.settings import morning_of
from domain.queries.today import today
from domain.queries.today.declared import verb_of
from domain.values.text import first_name
from locales import _, lines
from locales.sentence import Weekday
from locales.terms.today import NOTHING, TODAY
from scheduler.notices.declared import words_of
from scheduler.notices.message_content import MessageContent, NothingToSay
from scheduler.notices.recipients import for_staff


@words_of(MORNING)
def morning(desk: Desk, notice: Notice) -> MessageContent:
    member = for_staff(desk, notice)
    found = today(replace(desk, actor=Actor(notice.person, member)))
    if not found and not morning_of(desk, member).when_empty:
        raise NothingToSay("nothing waits")
    text = lines(
        _("<b>☀️ {day}</b>")(day=Weekday(desk.today)),
        _("Good morning, {name}.")(name=first_name(member.name)),
        None if found else NOTHING,
    )
    buttons = [
        (TODAY[line.key](line.found.count, desk.now, line.found.facts), verb_of(line.key)) for line in found
    ]
    return MessageContent(text, (*buttons, (_("☀️ Today"), "today")))
