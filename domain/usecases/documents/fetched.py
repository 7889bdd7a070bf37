"""The contents of papers: fetched into our own store, or refused because they are not what was said."""

from domain.entities.documents import Document, DocumentState
from domain.notices.documents import DOCUMENT_REJECTED
from domain.ports.desk import Desk


def content_arrived(_desk: Desk, document: Document, content_hash: str, mime: str) -> None:
    """It is in our store under this name, and is of this type. Twice is fine."""
    if document.content_hash is None:
        document.content_hash, document.mime = content_hash, mime


def content_refused(desk: Desk, document: Document, reason: str) -> None:
    """It cannot be had or is no paper: the agency rejects it, and the client is told.

    `reason` is a key with words in every language: content_not_a_paper, content_too_big, content_gone.
    """
    if document.state is not DocumentState.SENT:
        return
    document.reject(reason, None, desk.now)
    deal, traveller = document.deal, document.traveller
    name = traveller.name if traveller else document.name
    desk.note("deal", deal.id, "document_rejected", document=document.id, name=name, reason=reason)
    desk.notify(
        deal.client.person,
        DOCUMENT_REJECTED,
        str(document.id),
        deal=deal.id,
        document=document.id,
        traveller=traveller.id if traveller else None,
        name=name,
        reason=reason,
    )
