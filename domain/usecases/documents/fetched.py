"""The contents of papers: fetched into our own store, or refused because they are not what was said."""

from domain.entities.documents import DOCUMENT_FILE, Document, DocumentState
from domain.entities.files import StoredFile
from domain.notices.documents import DOCUMENT_REJECTED
from domain.ports.desk import Desk
from domain.queries.children import asked_for_documents
from domain.usecases.files.fetched import on_fetched


def document_with(desk: Desk, file: StoredFile) -> Document | None:
    """The paper this file belongs to."""
    return desk.repositories.documents.with_file(file)


def content_arrived(_desk: Desk, _document: Document) -> None:
    """Staff look at papers whether they are here already or not."""


def content_refused(desk: Desk, document: Document, reason: str) -> None:
    """It cannot be had or is no paper: the agency rejects it, and the client is told. Unless somebody has decided."""
    if document.state is not DocumentState.SENT:
        return
    document.reject(reason, None, desk.now)
    deal, traveller = document.deal, document.traveller
    name = traveller.name if traveller else document.file.name
    desk.note("deal", deal.id, "document_rejected", document=document.id, name=name, reason=reason)
    desk.notify(
        asked_for_documents(desk, deal),
        DOCUMENT_REJECTED,
        str(document.id),
        deal=deal.id,
        document=document.id,
        traveller=traveller.id if traveller else None,
        name=name,
        reason=reason,
    )


on_fetched(DOCUMENT_FILE, owner=document_with, arrived=content_arrived, refused=content_refused)
