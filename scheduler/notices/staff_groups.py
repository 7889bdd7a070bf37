"""The staff's group: it can be used now, or what is missing."""

from domain.entities.notices import Notice
from domain.entities.staff_groups import GroupState
from domain.notices.staff_groups import GROUP_NOT_TIED, GROUP_TIED
from domain.ports.desk import Desk
from locales import _, lines
from locales.terms.staff_groups import MISSING
from scheduler.notices.declared import words_of
from scheduler.notices.message_content import MessageContent
from scheduler.notices.recipients import for_staff

_OPEN = ((_("💬 Staff group"), "open_staff_group"),)


@words_of(GROUP_TIED)
def tied(desk: Desk, notice: Notice) -> MessageContent:
    for_staff(desk, notice)
    text = lines(
        _("✅ “{title}” is tied.")(title=notice.facts["title"]),
        _("Each client gets a topic there with their next message."),
    )
    return MessageContent(text, _OPEN)


@words_of(GROUP_NOT_TIED)
def not_tied(desk: Desk, notice: Notice) -> MessageContent:
    for_staff(desk, notice)
    cannot = _("⚠️ “{title}” cannot be used yet.")(title=notice.facts["title"])
    return MessageContent(lines(cannot, MISSING[GroupState(notice.facts["state"])]), _OPEN)
