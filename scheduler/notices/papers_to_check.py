"""Papers that came, for those who check them: the photo itself, with the yes and no to it."""

from dataclasses import replace

from domain.entities.deals import Deal
from domain.entities.documents import Document
from domain.entities.notices import Notice
from domain.entities.people import Right
from domain.notices.documents import DOCUMENTS_ARRIVED, DOCUMENTS_RENEWED
from domain.ports.desk import Desk
from locales import Sentence, _, lines, n_
from locales.terms.documents import whose
from locales.terms.travellers import particulars_lines
from scheduler.notices.declared import words_of
from scheduler.notices.message_content import Attached, MessageContent, NothingToSay
from scheduler.notices.recipients import for_staff, staff_deal

_WAITING = n_("{count} document to check.", "{count} documents to check.")
_LOOK = (_("👁 Check documents"), "check_papers")


@words_of(DOCUMENTS_ARRIVED)
def arrived(desk: Desk, notice: Notice) -> MessageContent:
    deal = staff_deal(desk, notice)
    if not for_staff(desk, notice).may(Right.CHECK_DOCUMENTS):
        raise NothingToSay("checks no papers any more")
    if not deal.to_check:
        raise NothingToSay("all papers are checked")
    in_words = MessageContent(_in_words(deal), (_LOOK,))
    shown = next((one for one in deal.to_check if one.id == notice.facts.get("document")), None)
    return _with_photo(desk, shown, in_words) if shown else in_words


@words_of(DOCUMENTS_RENEWED)
def renewed(desk: Desk, notice: Notice) -> MessageContent:
    """What was told before says how things are now. Raises NothingToSay when it waits to be said, or is answered."""
    told = desk.repositories.notices.get(notice.facts["told"])
    if told.sent_as is None:
        raise NothingToSay("it will say so itself")
    content = arrived(desk, notice)
    if content.attached is None:
        raise NothingToSay("checked by now")
    return replace(content, attached=None, edits=told.sent_as)


def _with_photo(desk: Desk, shown: Document, in_words: MessageContent) -> MessageContent:
    deal, file = shown.deal, shown.file
    data = particulars_lines(deal, shown.traveller, desk.today, with_passport=True) if shown.traveller else ()
    text = lines(_from(deal), _of(deal), whose(shown), *data)
    yes_no = (_("✅ Accept"), "accept_paper"), (_("❌ Reject"), "reject_paper")
    return MessageContent(
        text,
        (_LOOK,) if shown.awaits_owner else yes_no,
        attached=Attached(file.source, file.content_hash, file.name, file.is_photo, in_words),
    )


def _in_words(deal: Deal) -> Sentence:
    of = _("#{number} · {title}")(number=deal.id, title=deal.called)
    return lines(_from(deal), of, _WAITING(count=len(deal.to_check)))


def _from(deal: Deal) -> Sentence:
    return _("📎 <b>{client} has sent documents</b>")(client=deal.client.name)


def _of(deal: Deal) -> Sentence:
    """With how many there are, when there are more than this one."""
    count = len(deal.to_check)
    if count == 1:
        return _("#{number} · {title}")(number=deal.id, title=deal.called)
    return _("#{number} · {title}, to check: {count}")(number=deal.id, title=deal.called, count=count)
