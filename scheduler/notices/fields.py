"""Extra fields: a file that was sent for one cannot be used, and why."""

from domain.entities.notices import Notice
from domain.notices.fields import FIELD_FILE_REFUSED
from domain.ports.desk import Desk
from domain.values.translated import Translated
from locales import _, lines
from locales.terms.documents import paper_reason_words
from scheduler.notices.declared import words_of
from scheduler.notices.message_content import MessageContent

SEND_AGAIN = ((_("📷 Send again"), "send_field_file"),)


@words_of(FIELD_FILE_REFUSED)
def refused(_desk: Desk, notice: Notice) -> MessageContent:
    label = Translated.of_kept(notice.facts["label"])
    file, reason = notice.facts["file"], paper_reason_words(str(notice.facts["reason"]))
    return MessageContent(
        lines(
            _("📎 We cannot use {file} for “{label}”: {reason}")(file=file, label=label, reason=reason),
            _("Please send a new one."),
        ),
        SEND_AGAIN if "subject" in notice.facts else (),
    )
