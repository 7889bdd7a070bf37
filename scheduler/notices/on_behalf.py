"""What is said to whoever stands in for a colleague begins with whom it is for, and why they do not hear it themselves."""

from dataclasses import replace

from domain.entities.notices import Notice
from domain.ports.desk import Desk
from domain.ports.routing import STANDS_FOR
from locales import _, lines
from scheduler.notices.message_content import MessageContent


def on_behalf(desk: Desk, notice: Notice, content: MessageContent) -> MessageContent:
    """The same, with a line above; unchanged when it is their own."""
    number = notice.facts.get(STANDS_FOR)
    if number is None:
        return content
    member = desk.archive.staff.get(number)
    holiday = desk.agency.presence.holiday(member, desk.now)
    if holiday is not None:
        above = _("🏖 For {name}, on holiday until {day}")(name=member.name, day=holiday.last)
    else:
        above = _("🕒 For {name}, who is off duty now")(name=member.name)
    return replace(content, text=lines(above, content.text))
