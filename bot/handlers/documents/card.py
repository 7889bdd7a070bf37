"""The papers of a deal for staff: who travels with which data, which passports are here, and the yes or no to each."""

from bot.conversation.exchange import Exchange
from bot.conversation.routes import Routes
from bot.conversation.screen import Button, Row, Screen, ask, column, go, pages, pairs
from bot.conversation.slots import button_on
from bot.flows.documents.checking import go_on, look_at, whose
from bot.handlers.documents.party import paper_line, seats_to_enter
from domain.entities.deals import Deal, DealNumber
from domain.entities.documents import Document, DocumentNumber, DocumentState
from domain.entities.notices import Notice
from domain.entities.particulars import ends_soon
from domain.entities.people import Right
from domain.entities.travellers import Traveller
from domain.ports.desk import Desk
from domain.queries.deals import serves
from domain.queries.documents import document_to_see
from domain.usecases.documents import documents
from domain.usecases.travellers import travellers
from locales import Sentence, _, lines, n_
from locales.terms.documents import DOCUMENT_STATES, paper_reason_words
from locales.terms.travellers import RELATIONS

routes = Routes()

PAGE = 6
MOST_FILES = 10
"""Files of one traveller that have a button; nobody needs more pages than that."""

_NOBODYS = n_(
    "📎 {count} file waits to be said whose it is", "📎 {count} files wait to be said whose they are"
)


@routes.view("papers")
def papers(exchange: Exchange, number: DealNumber, page: int = 0) -> Screen:
    desk = exchange.desk
    desk.must(Right.SEE_DEALS)
    deal = desk.repositories.deals.get(number)
    shown = deal.party[page * PAGE : (page + 1) * PAGE]
    nobodys = sum(document.awaits_owner for document in deal.documents)
    text = lines(
        _("<b>Papers · № {number} · {title}</b>")(number=deal.id, title=deal.title),
        _("{client}")(client=deal.client.name),
        "",
        *(line for one in shown for line in _traveller(desk, deal, one)),
        seats_to_enter(deal),
        _NOBODYS(count=nobodys) if nobodys else None,
    )
    people = [go(_("👤 {name}")(name=one.name), "traveller_card", number, one.id) for one in shown]
    turns = pages("papers", (number,), page, len(deal.party) > (page + 1) * PAGE)
    ways = (go(_("◀ № {number}")(number=number), "deal", number),)
    return Screen(text, (*column(_next_steps(desk, deal)), *pairs(people), *turns, ways))


def _next_steps(desk: Desk, deal: Deal) -> list[Button | None]:
    waiting = deal.to_check if deal.is_open and desk.actor.may(Right.CHECK_DOCUMENTS) else []
    check = _("👁 Check papers · {count}")(count=len(waiting))
    bring = deal.is_open and serves(desk)
    passports = bring and deal.without_passport
    return [
        Button(check, "look_at", (waiting[0].id,)) if waiting else None,
        ask(
            _("✍️ Traveller {number} of {seats}")(number=len(deal.party) + 1, seats=deal.seats),
            "traveller",
            deal=deal.id,
        )
        if bring and deal.seats_to_enter
        else None,
        ask(_("📷 Send a passport"), "passport", deal=deal.id) if passports else None,
    ]


def _traveller(desk: Desk, deal: Deal, one: Traveller) -> list[Sentence]:
    """How the papers stand, and the data: the passport's number only for those who check papers."""
    told = [paper_line(deal, one)]
    if one.born_on:
        told.append(_("    born {day} · {relation}")(day=one.born_on, relation=RELATIONS[one.relation]))
    if one.passport_expires and desk.actor.may(Right.CHECK_DOCUMENTS):
        valid = _("    {number}, valid until {day}")(number=one.passport, day=one.passport_expires)
        soon = ends_soon(one.passport_expires, deal, desk.today)
        told.append(_("{line} ⚠️ ends soon")(line=valid) if soon else valid)
    return told


@routes.view("traveller_card")
def traveller_card(exchange: Exchange, number: DealNumber, traveller: int) -> Screen:
    desk = exchange.desk
    desk.must(Right.SEE_DEALS)
    deal = desk.repositories.deals.get(number)
    one = deal.going(traveller)
    files = [document for document in deal.documents if document.traveller is one]
    sees, brings = desk.actor.may(Right.CHECK_DOCUMENTS), deal.is_open and serves(desk)
    known = {"deal": number, "traveller": traveller}
    cancels = deal.is_open and desk.actor.may(Right.MOVE_DEALS)
    acts = [
        *(_file_button(place, document) for place, document in enumerate(files[-MOST_FILES:], 1) if sees),
        ask(_("✏️ Change the data"), "traveller", **known) if brings else None,
        ask(_("📷 Send the passport"), "passport", **known) if brings else None,
        go(_("✖ Does not travel"), "cancelling", number, traveller) if cancels else None,
        go(_("◀ Papers"), "papers", number),
    ]
    return Screen(lines(*_traveller(desk, deal, one)), column(acts))


def _file_button(place: int, document: Document) -> Button:
    label = _("👁 File {number} · {state}")(number=place, state=DOCUMENT_STATES[document.state])
    return Button(label, "look_at", (document.id,))


@routes.action("look_at")
def look(exchange: Exchange, number: DocumentNumber) -> None:
    look_at(exchange, number)


@routes.view("document")
def document_card(exchange: Exchange, number: DocumentNumber) -> Screen:
    """What to compare the file with, and the yes or no to it."""
    document = document_to_see(exchange.desk, number)
    deal, one = document.deal, document.traveller
    text = lines(
        whose(document),
        *(_traveller(exchange.desk, deal, one)[1:] if one else ()),
        *_checked(document),
        _waits(deal) if document.state is DocumentState.SENT else None,
    )
    waits = deal.is_open and document.state is DocumentState.SENT
    rows = _decide(document) if waits else ()
    return Screen(text, (*rows, (go(_("◀ Papers"), "papers", deal.id),)))


def _waits(deal: Deal) -> Sentence:
    return _("№ {number} · {title}, to check: {count}")(
        number=deal.id, title=deal.title, count=len(deal.to_check)
    )


def _checked(document: Document) -> list[Sentence]:
    if document.state is DocumentState.SENT:
        return []
    by = document.checked_by.name if document.checked_by else None
    told = [_("{state}: {by}, {at}")(state=DOCUMENT_STATES[document.state], by=by, at=document.checked_at)]
    if document.reason:
        told.append(_("Reason: {reason}")(reason=paper_reason_words(document.reason)))
    return told


def _decide(document: Document) -> tuple[Row, ...]:
    reject = ask(_("❌ Reject"), "reject_document", document=document.id)
    if not document.awaits_owner:
        return ((Button(_("✅ Accept"), "accept_document", (document.id,)), reject),)
    deal = document.deal
    people = [
        Button(_("👤 {name}")(name=one.name), "give_file", (document.id, deal.id, one.id))
        for one in deal.without_passport or deal.party
    ]
    other = Button(_("📄 Not a passport"), "give_file", (document.id, deal.id, None))
    return (*pairs(people[: PAGE * 4]), (other, reject))


@routes.action("give_file")
def give(exchange: Exchange, number: DocumentNumber, deal: int, traveller: int | None) -> None:
    exchange.desk.must(Right.CHECK_DOCUMENTS)
    documents.assign(exchange.desk, [number], deal, traveller)
    exchange.show("document", number)


@routes.action("accept_document")
def accept(exchange: Exchange, number: DocumentNumber) -> None:
    document = documents.accept_document(exchange.desk, number)
    name = document.traveller.name if document.traveller else document.name
    said = _("✅ {name}: accepted")(name=name)
    exchange.note(said)
    exchange.draw(Screen(said), ["papers", document.deal.id])
    go_on(exchange, document.deal)


@routes.view("cancelling")
def cancelling(exchange: Exchange, number: DealNumber, traveller: int) -> Screen:
    """What it means for seats and price, before it is done."""
    desk = exchange.desk
    desk.must(Right.MOVE_DEALS)
    deal = desk.repositories.deals.get(number)
    one = deal.going(traveller)
    rest = deal.without_one()
    back = deal.paid - rest.price
    text = lines(
        _("<b>{name} does not travel with № {number}?</b>")(name=one.name, number=number),
        _("Seats: {seats} → {left}")(seats=deal.seats, left=rest.seats),
        _("Price: {price} → {rest}")(price=deal.price, rest=rest.price),
        _("Deposit: {deposit} → {rest}")(deposit=deal.deposit, rest=rest.deposit),
        _("⚠️ {paid} is paid: {back} is to be given back.")(paid=deal.paid, back=back)
        if back.minor > 0
        else None,
        _("The seat is free at once.")
        if deal.trip
        else _("The price was agreed for all together: it stays."),
    )
    yes = Button(_("Yes, does not travel"), "cancel_traveller", (number, traveller))
    return Screen(text, ((yes, go(_("◀ Back"), "traveller_card", number, traveller)),))


@routes.action("cancel_traveller")
def cancel(exchange: Exchange, number: DealNumber, traveller: int) -> None:
    deal = travellers.cancel_traveller(exchange.desk, number, traveller)
    exchange.note(_("{name} does not travel any more.")(name=deal.traveller(traveller).name))
    exchange.show("papers", number)


@routes.verb("check_papers")
def check_papers(exchange: Exchange, notice: Notice) -> None:
    exchange.show("papers", notice.facts["deal"])


@button_on("deal", rank=40, right=Right.CHECK_DOCUMENTS)
def papers_of_deal(_exchange: Exchange, deal: Deal) -> Button:
    return go(_("📄 Papers"), "papers", deal.id)
