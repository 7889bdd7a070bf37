"""The language bridge: whether it answers, what was said in another language, an answer to be confirmed."""

from domain.entities.notices import Notice
from domain.entities.translations import Translation
from domain.notices.bridge import BRIDGE_TESTED, NOT_TRANSLATED, TRANSLATED, TRANSLATION_READY
from domain.ports.desk import Desk
from locales import _, lines
from scheduler.notices.declared import words_of
from scheduler.notices.message_content import MessageContent, NothingToSay, excerpt
from scheduler.notices.recipients import for_staff

MOST = 1400
"""Of each of two texts that stand together."""
_QUOTE = _("<blockquote>{text}</blockquote>")


@words_of(BRIDGE_TESTED)
def tested(desk: Desk, notice: Notice) -> MessageContent:
    for_staff(desk, notice)
    if notice.facts["answers"]:
        return MessageContent(
            _(
                "🌐 The translation service answers. Messages between people with different languages are "
                "translated now."
            )
        )
    return MessageContent(
        _(
            "⚠️ The translation service did not answer the test, so nothing is translated. Check the "
            "address and the key: /settings → 🏢 Agency → 🌐 Languages."
        )
    )


@words_of(TRANSLATED)
def translated(desk: Desk, notice: Notice) -> MessageContent:
    found = _of_client(desk, notice)
    text = lines(
        _("🌐 <b>{client}</b>, translated:")(client=found.client.name),
        excerpt(found.translated or "", MOST),
        _QUOTE(text=excerpt(found.text, MOST)),
    )
    return MessageContent(text, ((_("🌐 Answer translated"), "answer_translated"),))


@words_of(NOT_TRANSLATED)
def not_translated(desk: Desk, notice: Notice) -> MessageContent:
    found = _of_client(desk, notice)
    words = _("🌐 This message of {client} could not be translated:")(client=found.client.name)
    return MessageContent(lines(words, _QUOTE(text=excerpt(found.text, MOST))))


@words_of(TRANSLATION_READY)
def ready(desk: Desk, notice: Notice) -> MessageContent:
    for_staff(desk, notice)
    draft = desk.archive.translations.get(notice.facts["translation"])
    if draft.sent_at is not None:
        raise NothingToSay("sent by now")
    written = (_("✉️ Send as written"), "send_as_written")
    if draft.translated is None:
        words = _("🌐 Your answer to {client} could not be translated:")(client=draft.client.name)
        return MessageContent(lines(words, _QUOTE(text=excerpt(draft.text, MOST))), (written,))
    text = lines(
        _("🌐 Your answer to {client}, translated. Shall it go like this? Your own words stand below it.")(
            client=draft.client.name
        ),
        excerpt(draft.translated, MOST),
        _QUOTE(text=excerpt(draft.text, MOST)),
    )
    return MessageContent(text, ((_("✅ Send both"), "send_translation"), written))


def _of_client(desk: Desk, notice: Notice) -> Translation:
    found = desk.archive.translations.get(notice.facts["translation"])
    said = found.interaction
    if said is None or said.taken_back_at is not None:
        raise NothingToSay("taken back")
    for_staff(desk, notice, said.branch)
    return found
