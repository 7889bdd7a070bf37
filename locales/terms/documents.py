"""States of documents and reasons for rejecting them, as people see them."""

from domain.entities.documents import Document, DocumentState, RejectReason
from locales.sentence import Sentence, _, verbatim

DOCUMENT_STATES: dict[DocumentState, Sentence] = {
    DocumentState.SENT: _("To check"),
    DocumentState.ACCEPTED: _("Accepted"),
    DocumentState.REJECTED: _("Rejected"),
}
REJECT_REASONS: dict[str, Sentence] = {
    RejectReason.BLURRED: _("Blurred"),
    RejectReason.CUT_OFF: _("Cut off"),
    RejectReason.WRONG_PAGE: _("Wrong page"),
    RejectReason.EXPIRED: _("Expired"),
    RejectReason.NOT_A_PASSPORT: _("Not a passport"),
}
"""Why papers are rejected most often, as a button says it."""
PAPER_REASONS: dict[str, Sentence] = {
    RejectReason.BLURRED: _("the photo is blurred."),
    RejectReason.CUT_OFF: _("part of it is cut off."),
    RejectReason.WRONG_PAGE: _("we need the page with the photo."),
    RejectReason.EXPIRED: _("the passport has expired."),
    RejectReason.NOT_A_PASSPORT: _("it is not a passport."),
    "content_not_a_paper": _("it is not a photo or a PDF."),
    "content_too_big": _("it is too big: 20 MB at most. A photo is enough."),
    "content_gone": _("it can no longer be opened."),
}


def paper_reason_words(reason: str) -> Sentence:
    """Why a paper was rejected: for a usual reason in the reader's language, any other as it was written."""
    return PAPER_REASONS.get(reason) or verbatim(reason)


def whose(document: Document) -> Sentence:
    """ "Anna · passport", or the file's name while nobody said whose it is."""
    if document.traveller is not None:
        return _("📄 {name} · passport")(name=document.traveller.name)
    return _("📎 {file} of {client}")(file=document.file.name, client=document.deal.client.name)
