"""Clients from a file: what the dry run found, what it asks, how it ended."""

from domain.entities.client_imports import DONE_WITH, ClientImport, ImportState, RowState
from domain.entities.notices import Notice
from domain.notices.client_imports import IMPORT_TOLD
from domain.ports.desk import Desk
from locales import Sentence, _, lines, n_
from scheduler.notices.declared import words_of
from scheduler.notices.message_content import MessageContent, NothingToSay
from scheduler.notices.recipients import for_staff


@words_of(IMPORT_TOLD)
def told(desk: Desk, notice: Notice) -> MessageContent:
    one = desk.repositories.client_imports.get(notice.facts["client_import"])
    for_staff(desk, notice, one.branch)
    if one.state != notice.facts["state"]:
        raise NothingToSay("it has gone on meanwhile")
    return MessageContent(_words(one), ((_("👁 Show"), "see_client_import"),))


def _words(one: ClientImport) -> Sentence:
    name = one.file.name
    match one.state:
        case ImportState.ASKS:
            return _("📇 {file} is here. Please say what its columns hold.")(file=name)
        case ImportState.READY:
            new = n_("{count} new client", "{count} new clients")(count=one.count(RowState.NEW))
            known = n_("{count} on file", "{count} on file")(count=one.count(RowState.MATCH))
            text = _("📇 {file} is read: {new}, {known}. Nothing has changed yet.")
            return text(file=name, new=new, known=known)
        case ImportState.DONE:
            added = n_("{count} client added", "{count} clients added")(count=one.count(RowState.MADE))
            return _("✅ {file} is imported: {added}.")(file=name, added=added)
        case ImportState.UNDONE:
            return lines(
                _("↩️ The import of {file} is taken back.")(file=name),
                _stayed(one.count(RowState.STAYED, *DONE_WITH)),
            )
    return _("⚠️ {file} could not be read. Nothing was changed.")(file=name)


def _stayed(count: int) -> Sentence | None:
    stayed = n_("{count} client stayed: more has come since.", "{count} clients stayed: more has come since.")
    return stayed(count=count) if count else None
