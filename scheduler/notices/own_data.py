"""Clients' own data: a ZIP of a copy, for them or for the colleague who hands it over."""

from domain.entities.data_copies import DataCopy
from domain.entities.notices import Notice
from domain.notices.own_data import DATA_COPY, DATA_COPY_FOR
from domain.ports.desk import Desk
from locales import Sentence, _
from scheduler.notices.declared import words_of
from scheduler.notices.message_content import Attached, MessageContent, NothingToSay
from scheduler.notices.recipients import for_staff


@words_of(DATA_COPY)
def copy_of_data(desk: Desk, notice: Notice) -> MessageContent:
    copy, part = _part(desk, notice)
    if notice.person is not copy.client.person:
        raise NothingToSay("not theirs")
    text = _("📦 Your data with {agency}.")(agency=desk.agency.name)
    if copy.parts[1:]:
        text = _("📦 Your data with {agency}, part {part} of {parts}.")(
            agency=desk.agency.name, part=part + 1, parts=len(copy.parts)
        )
    return _with_file(copy, part, text)


@words_of(DATA_COPY_FOR)
def copy_to_hand_over(desk: Desk, notice: Notice) -> MessageContent:
    for_staff(desk, notice)
    copy, part = _part(desk, notice)
    text = _("📦 Data of {name}, file {part} of {parts}. Hand it to nobody but them, then delete it here.")(
        name=copy.client.name, part=part + 1, parts=len(copy.parts)
    )
    return _with_file(copy, part, text)


def _part(desk: Desk, notice: Notice) -> tuple[DataCopy, int]:
    copy, part = desk.repositories.data_copies.get(notice.facts["copy"]), notice.facts["part"]
    if part >= len(copy.parts):
        raise NothingToSay("cleared away")
    return copy, part


def _with_file(copy: DataCopy, part: int, text: Sentence) -> MessageContent:
    gone = MessageContent(_("📦 The file with the data is gone. Please ask for it once more: /mydata"))
    name = f"data-{copy.asked_at:%Y-%m-%d}-{part + 1}.zip"
    return MessageContent(text, attached=Attached("", copy.parts[part], name, is_photo=False, otherwise=gone))
