"""What becomes of what was said: edits, what is taken back, what did not arrive."""

from dataclasses import replace

from domain.entities.interactions import Interaction, Undelivered
from domain.entities.notices import Notice
from domain.notices.clients import ANSWER
from domain.notices.interactions import (
    ANSWER_EDITED,
    ANSWER_MORE,
    ANSWER_TAKEN_BACK,
    DELIVERED_LATER,
    QUESTION_EDITED,
    QUESTION_MORE,
    UNDELIVERED,
)
from domain.ports.desk import Desk
from domain.queries.messages import told_of
from domain.usecases.interactions.delivering import arrived, not_delivered
from locales import Sentence, _, lines, verbatim
from locales.terms.clients import MEDIA
from locales.terms.phones import pretty_phone
from scheduler.notices.clients import answer_content, gone_again
from scheduler.notices.declared import follows_besides, words_of
from scheduler.notices.message_content import Copied, Ending, MessageContent, NothingToSay, excerpt
from scheduler.notices.recipients import for_client, for_staff

_BLOCKED = _("📵 {name} has blocked us on Telegram and did not get this:")
_DELETED = _("📵 {name} has deleted their Telegram account and did not get this:")
_REFUSED = _("📵 Telegram did not take this for {name}:")
WHY = {
    Undelivered.BLOCKED: _BLOCKED,
    Undelivered.ACCOUNT_DELETED: _DELETED,
    Undelivered.NOT_TAKEN: _REFUSED,
}


@words_of(QUESTION_EDITED)
def question_edited(desk: Desk, notice: Notice) -> MessageContent:
    """Unless what was told first says it already."""
    said = desk.repositories.interactions.get(notice.facts["interaction"])
    for_staff(desk, notice, said.branch)
    told = [one for one in told_of(desk, said) if one.person is notice.person and one.sent_at is not None]
    news = said.edited_at is not None and any(
        one.sent_at is not None and one.sent_at <= said.edited_at for one in told
    )
    if said.taken_back_at is not None or not news:
        raise NothingToSay("nothing new")
    text = lines(
        _("✏️ <b>{client}</b> has changed what they wrote:")(client=said.client.name),
        _("<blockquote>{text}</blockquote>")(text=excerpt(said.words)),
        _("Before: “{text}”")(text=excerpt(said.text, 300)),
    )
    return MessageContent(text, ((_("✉️ Answer"), "answer_client"),))


@words_of(ANSWER_EDITED)
def answer_edited(desk: Desk, notice: Notice) -> MessageContent:
    said = desk.repositories.interactions.get(notice.facts["interaction"])
    for_client(said.client, notice)
    told = desk.repositories.notices.get(notice.facts["notice"])
    if told.sent_as is None or said.taken_back_at is not None:
        raise NothingToSay("it is not there")
    whole = answer_content(desk, notice, said)
    plain = replace(whole, edits=told.sent_as, copied=None, copy_of=None, own_words=False)
    return replace(plain, edits_words=whole.copied is None)


@words_of(QUESTION_MORE)
def question_more(desk: Desk, notice: Notice) -> MessageContent:
    said = desk.repositories.interactions.get(notice.facts["interaction"])
    for_staff(desk, notice, said.branch)
    return _picture(said, notice)


@words_of(ANSWER_MORE)
def answer_more(desk: Desk, notice: Notice) -> MessageContent:
    said = desk.repositories.interactions.get(notice.facts["interaction"])
    for_client(said.client, notice)
    return _picture(said, notice)


def _picture(said: Interaction, notice: Notice) -> MessageContent:
    """With the words that stand under it, if any do."""
    if said.original is None or said.taken_back_at is not None:
        raise NothingToSay("taken back")
    place = said.original.chat, notice.facts["message"]
    return MessageContent(
        verbatim(""), own_words=False, copy_of=place, copied=Copied(MEDIA[said.original.medium])
    )


@words_of(ANSWER_TAKEN_BACK)
def answer_taken_back(desk: Desk, notice: Notice) -> MessageContent:
    return gone_again(desk, notice)


@words_of(UNDELIVERED)
def undelivered(desk: Desk, notice: Notice) -> MessageContent:
    said = desk.repositories.interactions.get(notice.facts["interaction"])
    for_staff(desk, notice, said.branch)
    if said.undelivered_why is None:
        raise NothingToSay("it has arrived")
    phone = said.client.phone
    text = lines(
        WHY[said.undelivered_why](name=said.client.name),
        _quoted(said),
        _("Please call: {phone}")(phone=pretty_phone(phone))
        if phone
        else _("We have no phone number. It is sent again if they come back."),
    )
    return MessageContent(text, ((_("👤 Client"), "open_client"),))


@words_of(DELIVERED_LATER)
def delivered_later(desk: Desk, notice: Notice) -> MessageContent:
    said = desk.repositories.interactions.get(notice.facts["interaction"])
    for_staff(desk, notice, said.branch)
    text = lines(_("✅ {name} is back and has got this:")(name=said.client.name), _quoted(said))
    return MessageContent(text, ((_("👤 Client"), "open_client"),))


def _quoted(said: Interaction) -> Sentence:
    return _("<blockquote>{text}</blockquote>")(text=excerpt(said.in_short, 300))


@follows_besides(ANSWER)
def answer_ended(desk: Desk, notice: Notice, ending: Ending) -> None:
    number = notice.facts["interaction"]
    if ending.sent_as is not None:
        arrived(desk, number)
    elif ending.refused:
        not_delivered(desk, number, Undelivered.NOT_TAKEN)
    else:
        why = Undelivered.ACCOUNT_DELETED if ending.account_deleted else Undelivered.BLOCKED
        not_delivered(desk, number, why)
