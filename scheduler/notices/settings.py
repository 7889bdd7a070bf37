"""Settings: a file of definitions was read, or cannot be had."""

from domain.entities.notices import Notice
from domain.notices.settings import DEFINITIONS_READ, DEFINITIONS_REFUSED
from domain.ports.desk import Desk
from locales import _
from scheduler.notices.declared import words_of
from scheduler.notices.message_content import MessageContent, NothingToSay
from scheduler.notices.recipients import for_staff


@words_of(DEFINITIONS_READ)
def read(desk: Desk, notice: Notice) -> MessageContent:
    for_staff(desk, notice)
    found = desk.repositories.definition_imports.get(notice.facts["imported"])
    if found.applied_at is not None:
        raise NothingToSay("taken over already")
    text = _("📦 {file} received. See what it would change; nothing has changed yet.")(file=found.file.name)
    return MessageContent(text, ((_("👁 What would change"), "see_import"),))


@words_of(DEFINITIONS_REFUSED)
def refused(desk: Desk, notice: Notice) -> MessageContent:
    for_staff(desk, notice)
    found = desk.repositories.definition_imports.get(notice.facts["imported"])
    return MessageContent(
        _("📦 {file} could not be read. Please send the file as it was exported: agency.toml.")(
            file=found.file.name
        )
    )
