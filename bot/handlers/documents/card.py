"""One document to be checked: what to compare the file with, and the yes or no to it."""

from bot.conversation.exchange import Exchange
from bot.conversation.flow.open_flows import begin
from bot.conversation.routes import Routes
from bot.conversation.screen import Row, Screen, act, ask, back, pairs
from bot.flows.documents.checking import go_on, look_at
from bot.flows.documents.reject import RejectDocumentFlow
from bot.handlers.documents.party import data_lines
from bot.links.documents import ACCEPT_DOCUMENT, DOCUMENT, DOCUMENTS, GIVE_FILE, LOOK_AT
from domain.entities.deals import Deal
from domain.entities.documents import Document, DocumentNumber, DocumentState
from domain.entities.notices import Notice
from domain.queries.documents import document_to_see
from domain.usecases.documents.documents import accept_document, assign
from locales import Sentence, _, lines
from locales.terms.documents import DOCUMENT_STATES, paper_reason_words, whose

routes = Routes()

MOST_PEOPLE = 24
"""Travellers that are offered as buttons."""


@routes.does(LOOK_AT)
def look(exchange: Exchange, number: DocumentNumber) -> None:
    look_at(exchange, number)


@routes.draws(DOCUMENT)
def document_card(exchange: Exchange, number: DocumentNumber) -> Screen:
    document = document_to_see(exchange.desk, number)
    deal, one = document.deal, document.traveller
    unchecked = document.state is DocumentState.SENT
    text = lines(
        whose(document),
        *(data_lines(exchange.desk, deal, one) if one else ()),
        *_checked(document),
        _to_check(deal) if unchecked else None,
    )
    rows = _decide(document) if unchecked and deal.is_open else ()
    return Screen(text, (*rows, (back(DOCUMENTS, deal.id, 0),)))


def _to_check(deal: Deal) -> Sentence:
    return _("#{number} · {title}, to check: {count}")(
        number=deal.id, title=deal.called, count=len(deal.to_check)
    )


def _checked(document: Document) -> list[Sentence]:
    if document.state is DocumentState.SENT:
        return []
    by = document.checked_by.name if document.checked_by else None
    shown_lines = [
        _("{state}: {by}, {at}")(state=DOCUMENT_STATES[document.state], by=by, at=document.checked_at)
    ]
    if document.reason:
        shown_lines.append(_("Reason: {reason}")(reason=paper_reason_words(document.reason)))
    return shown_lines


def _decide(document: Document) -> tuple[Row, ...]:
    reject = ask(_("❌ Reject"), RejectDocumentFlow, document=document.id)
    if not document.awaits_owner:
        return ((act(_("✅ Accept"), ACCEPT_DOCUMENT, document.id), reject),)
    deal = document.deal
    people = [
        act(_("👤 {name}")(name=one.name), GIVE_FILE, document.id, deal.id, one.id)
        for one in deal.without_passport or deal.party
    ]
    other = act(_("📄 Not a passport"), GIVE_FILE, document.id, deal.id, None)
    return (*pairs(people[:MOST_PEOPLE]), (other, reject))


@routes.does(GIVE_FILE)
def give(exchange: Exchange, number: DocumentNumber, deal: int, traveller: int | None) -> None:
    """By whoever checks documents; a client says it by another button."""
    document = document_to_see(exchange.desk, number)
    assign(exchange.desk, [document.id], deal, traveller)
    exchange.show(DOCUMENT, number)


@routes.verb("accept_paper")
def accept_from_notice(exchange: Exchange, notice: Notice) -> None:
    number = notice.facts["document"]
    if not _checked_meanwhile(exchange, number):
        accept(exchange, number)
        exchange.strip_tapped()


@routes.verb("reject_paper")
def reject_from_notice(exchange: Exchange, notice: Notice) -> None:
    number = notice.facts["document"]
    if not _checked_meanwhile(exchange, number):
        begin(exchange, RejectDocumentFlow, document=number)


def _checked_meanwhile(exchange: Exchange, number: DocumentNumber) -> bool:
    """Then the notice loses its buttons, and what still waits is shown."""
    document = document_to_see(exchange.desk, number)
    if document.state is DocumentState.SENT:
        return False
    by = document.checked_by.name if document.checked_by else None
    exchange.strip_tapped()
    exchange.note(_("{by} has already checked this document.")(by=by), alert=True)
    exchange.show(DOCUMENTS, document.deal.id, 0)
    return True


@routes.does(ACCEPT_DOCUMENT)
def accept(exchange: Exchange, number: DocumentNumber) -> None:
    document = accept_document(exchange.desk, number)
    name = document.traveller.name if document.traveller else document.file.name
    said = _("✅ {name}: accepted")(name=name)
    exchange.note(said)
    exchange.draw(Screen(said), [DOCUMENTS.key, document.deal.id])
    go_on(exchange, document.deal)
