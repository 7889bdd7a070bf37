"""Documents, for clients: passports that are wanted, and papers that cannot be used."""

from domain.entities.lateness import Expected, due_by
from domain.entities.notices import Notice
from domain.notices.documents import DOCUMENT_REJECTED, PASSPORTS_WANTED
from domain.ports.desk import Desk
from locales import Joined, _, lines
from locales.terms.documents import paper_reason_words
from locales.terms.dues import still_ahead
from scheduler.notices.declared import words_of
from scheduler.notices.message_content import MessageContent, NothingToSay, excerpt
from scheduler.notices.recipients import client_deal


@words_of(PASSPORTS_WANTED)
def wanted(desk: Desk, notice: Notice) -> MessageContent:
    deal = client_deal(desk, notice)
    names = [traveller.name for traveller in deal.without_passport]
    if not names:
        raise NothingToSay("all passports are here")
    by = still_ahead(due_by(deal, Expected.DOCUMENTS), desk.today)
    text = lines(
        _("📷 <b>{title}</b>")(title=deal.called),
        _("Now we need the passport photos of: {names}")(names=Joined(names)),
        _("By {day}, please: the photo page, as a photo or a PDF.")(day=by)
        if by
        else _("The photo page, as a photo or a PDF."),
    )
    return MessageContent(text, ((_("📷 Send the passports"), "send_passport"),), found={"due": by})


@words_of(DOCUMENT_REJECTED)
def rejected(desk: Desk, notice: Notice) -> MessageContent:
    deal = client_deal(desk, notice)
    reason = str(notice.facts["reason"])
    text = lines(
        _("📷 <b>{title}</b>")(title=deal.called),
        _("{name}'s passport photo: {reason}")(
            name=notice.facts["name"], reason=paper_reason_words(excerpt(reason))
        ),
        _("Please send a new one."),
    )
    return MessageContent(text, ((_("📷 Send again"), "send_passport"),))
