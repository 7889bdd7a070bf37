"""A message that was to be sent later, and what stood in its way."""

from domain.entities.later_messages import Held
from domain.entities.notices import Notice
from domain.notices.later import LATER_HELD
from domain.ports.desk import Desk
from locales import _, lines
from locales.terms.later import HELD
from scheduler.notices.declared import words_of
from scheduler.notices.message_content import MessageContent, NothingToSay, excerpt
from scheduler.notices.recipients import for_staff


@words_of(LATER_HELD)
def held(desk: Desk, notice: Notice) -> MessageContent:
    one = desk.archive.later_messages.get(notice.facts["later"])
    for_staff(desk, notice, one.branch)
    if not one.waits or one.held is None:
        raise NothingToSay("sent or taken back since")
    text = lines(
        _("✉️ <b>Your message to {name} was not sent</b>")(name=one.client.name),
        _("<blockquote>{text}</blockquote>")(text=excerpt(one.text, 500)),
        HELD[one.held],
    )
    opens = (_("📂 To the message"), "open_later")
    if one.held is Held.OVER:
        return MessageContent(text, ((_("✉️ Send anyway"), "send_later_now"), opens))
    return MessageContent(text, (opens,))
