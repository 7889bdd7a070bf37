"""Documents: papers come in from the chat, are said to be somebody's, and are accepted or rejected by staff."""

from collections.abc import Sequence

from domain.entities.deals import Deal
from domain.entities.documents import DOCUMENT_FILE, GOOD, Document, DocumentKind, DocumentState
from domain.entities.files import SentFile
from domain.entities.notices import Notice
from domain.entities.people import Right
from domain.entities.travellers import Traveller
from domain.notices.documents import DOCUMENT_REJECTED, DOCUMENTS_ARRIVED, DOCUMENTS_RENEWED
from domain.ports.desk import Desk
from domain.queries.children import asked_for_documents
from domain.queries.documents import document_of, document_to_see
from domain.queries.my_deals import within_reach
from domain.usecases.deals.passing import pass_on
from domain.usecases.travellers.travellers import who_hears
from domain.values.refusals import Refusal

MOST_TO_CHECK = 150
"""Papers of one deal that may wait for a look: three for everybody in a full coach."""


def send_document(
    desk: Desk, number: int, file: SentFile, traveller: int | None, album: str | None = None
) -> Document:
    """A passport photo or PDF for a deal, and whose it is if that is known. The same file counts once.

    Raises NotFound, Forbidden, Refusal: deal_closed, traveller_cancelled, file_too_big, file_type_not_taken,
    same_file_rejected, too_many_papers.
    """
    file.must_be_acceptable(DOCUMENT_FILE)
    deal = desk.repositories.deals.locked(within_reach(desk, number).id)
    deal.must_be_open()
    whose = deal.going(traveller) if traveller else None
    if same := _same(deal, file, whose):
        if same.state in GOOD:
            return same
        raise Refusal("same_file_rejected")
    if sum(one.state is DocumentState.SENT for one in deal.documents) >= MOST_TO_CHECK:
        raise Refusal("too_many_papers", most=MOST_TO_CHECK)
    document = Document(
        deal=deal,
        kind=DocumentKind.PASSPORT,
        file=file.wanted(DOCUMENT_FILE, desk.now),
        traveller=whose,
    )
    deal.documents.append(document)
    desk.repositories.flush()
    desk.note("deal", deal.id, "document_sent", document=document.id, name=whose.name if whose else None)
    pass_on(desk, deal)
    _tell_arrived(desk, document, album)
    return document


def assign(desk: Desk, numbers: Sequence[int], deal: int, traveller: int | None) -> Sequence[Document]:
    """Says whose these papers are; without a traveller they are no passports but something else.

    Raises NotFound, Forbidden, Refusal: deal_closed, document_checked, traveller_cancelled.
    """
    held = desk.repositories.deals.locked(within_reach(desk, deal).id)
    held.must_be_open()
    whose = held.going(traveller) if traveller else None
    found = [_unchecked(desk, number) for number in numbers]
    for document in found:
        if document.deal is not held:
            document.deal.documents.remove(document)
            held.documents.append(document)
            document.deal = held
        document.traveller = whose
        document.kind = DocumentKind.PASSPORT if whose else DocumentKind.OTHER
        desk.note(
            "deal", held.id, "document_assigned", document=document.id, name=whose.name if whose else None
        )
    pass_on(desk, held)
    _renew(desk, held, found)
    return found


def accept_document(desk: Desk, number: int) -> Document:
    """Raises Forbidden, NotFound, Refusal: document_checked, document_of_nobody, deal_closed."""
    document = _to_check(desk, number)
    if document.kind is DocumentKind.PASSPORT and document.traveller is None:
        raise Refusal("document_of_nobody")
    document.accept(desk.actor.staff, desk.now)
    desk.note("deal", document.deal.id, "document_accepted", document=document.id, name=_name(document))
    pass_on(desk, document.deal)
    return document


def reject_document(desk: Desk, number: int, reason: str) -> Document:
    """`reason` is one of RejectReason's or own words; the client is told, and asked for another.

    Raises Forbidden, NotFound, Refusal: document_checked, deal_closed.
    """
    document = _to_check(desk, number)
    document.reject(reason, desk.actor.staff, desk.now)
    desk.note(
        "deal",
        document.deal.id,
        "document_rejected",
        document=document.id,
        name=_name(document),
        reason=reason,
    )
    desk.notify(
        asked_for_documents(desk, document.deal),
        DOCUMENT_REJECTED,
        str(document.id),
        deal=document.deal.id,
        document=document.id,
        traveller=document.traveller.id if document.traveller else None,
        name=_name(document) or document.file.name,
        reason=reason,
    )
    return document


def _to_check(desk: Desk, number: int) -> Document:
    document = document_to_see(desk, number)
    deal = desk.repositories.deals.locked(document.deal.id)
    deal.must_be_open()
    return next(held for held in deal.documents if held.id == number)


def _unchecked(desk: Desk, number: int) -> Document:
    document = document_of(desk, number)
    document.must_wait()
    return document


def _same(deal: Deal, file: SentFile, whose: Traveller | None) -> Document | None:
    """This file, sent before for the same traveller; for nobody yet, it is whosever it was."""
    for document in deal.documents:
        if document.file.source_key == file.source_key and whose in (None, document.traveller):
            return document
    return None


def _name(document: Document) -> str | None:
    return document.traveller.name if document.traveller else None


def _tell_arrived(desk: Desk, document: Document, album: str | None) -> None:
    """Once for an album, and once a minute for what comes singly: then what was told is renewed."""
    deal = document.deal
    burst = f"{deal.id}:{album or f'{desk.now:%Y%m%dT%H%M}'}"
    for member in who_hears(desk, deal, Right.CHECK_DOCUMENTS):
        if desk.notify(member.person, DOCUMENTS_ARRIVED, burst, deal=deal.id, document=document.id):
            continue
        told = desk.notice_of(member.person, DOCUMENTS_ARRIVED, burst, deal=deal.id)
        if told is not None and _shows_what_waits(told, deal):
            _say_anew(desk, told, document)
        else:  # what was shown then is checked by now
            key = f"{burst}:{document.id}"
            desk.notify(member.person, DOCUMENTS_ARRIVED, key, deal=deal.id, document=document.id)


def _shows_what_waits(told: Notice, deal: Deal) -> bool:
    return any(one.id == told.facts.get("document") for one in deal.to_check)


def _renew(desk: Desk, deal: Deal, documents: Sequence[Document]) -> None:
    """Whose it is, is said by now: so do those notices that show one of these."""
    by_number = {document.id: document for document in documents}
    for told in desk.repositories.notices.about([deal], {DOCUMENTS_ARRIVED}):
        if (shown := by_number.get(told.facts.get("document", 0))) is not None:
            _say_anew(desk, told, shown)


def _say_anew(desk: Desk, told: Notice, because: Document) -> None:
    key = f"{told.id}:{because.id}:{desk.now.isoformat()}"
    desk.notify(told.person, DOCUMENTS_RENEWED, key, **told.facts, told=told.id)
