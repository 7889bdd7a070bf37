"""A supplier's card: how it is reached, on what terms it works, and what was noticed of it."""

from collections.abc import Iterable

from bot.conversation.exchange import Exchange
from bot.conversation.routes import Routes
from bot.conversation.screen import Button, Screen, act, ask, back, go, turn
from bot.conversation.widgets.card import card
from bot.conversation.widgets.listing import listing
from bot.flows.observations.note import NoteObservation
from bot.links.observations import OBSERVATION
from bot.links.suppliers import (
    CHANGING_SUPPLIER,
    OBSERVATIONS_OF_SUPPLIER,
    RETIRE_SUPPLIER,
    SUPPLIER,
    SUPPLIER_SLOTS,
    SUPPLIERS,
)
from domain.entities.observations import Watched
from domain.entities.people import Right
from domain.entities.suppliers import Supplier, SupplierNumber
from domain.queries.suppliers import SupplierCard, observations_of_supplier, supplier_card
from domain.usecases.suppliers.keeping import bring_back_supplier, retire_supplier
from domain.values.language import Language
from domain.values.text import first_name
from domain.values.translated import Translated
from locales import COMMA, Joined, Sentence, _
from locales.terms.languages import LANGUAGES
from locales.terms.observations import observation_line, short_observation
from locales.terms.phones import pretty_phone
from locales.terms.suppliers import SUPPLIER_KINDS

routes = Routes()

SIZE = 6


@routes.draws(SUPPLIER)
def supplier(exchange: Exchange, number: SupplierNumber) -> Screen:
    found = supplier_card(exchange.desk, number)
    return card(
        exchange,
        found.supplier,
        _told(found),
        SUPPLIER_SLOTS,
        buttons=_buttons(exchange, found),
        away=(back(SUPPLIERS, "", 0),),
    )


def _told(found: SupplierCard) -> Iterable[Sentence]:
    one = found.supplier
    yield _("<b>🏨 {name}</b> · {kind}")(name=one.name, kind=SUPPLIER_KINDS[one.kind])
    if one.contact:
        yield _("👤 {name}")(name=one.contact)
    if one.phone:
        yield _("📱 {phone}")(phone=pretty_phone(one.phone))
    if one.email:
        yield _("✉️ E-mail: {email}")(email=one.email)
    if one.languages:
        spoken = Joined([LANGUAGES[Language(code)] for code in one.languages], by=COMMA)
        yield _("🌐 Languages: {languages}")(languages=spoken)
    if one.terms:
        yield _("💶 Terms: {terms}")(terms=one.terms)
    if found.branch:
        yield _("🏢 Only {branch}")(branch=found.branch)
    if one.is_retired:
        yield _("🗄 Retired: no longer offered; it stays where it was chosen.")
    if found.noticed is not None:
        yield observation_line(found.noticed)


def _buttons(exchange: Exchange, found: SupplierCard) -> list[tuple[int, Button | None]]:
    one = found.supplier
    all_noticed = go(_("🔭 Observations · {count}")(count=found.count), OBSERVATIONS_OF_SUPPLIER, one.id, 0)
    return [
        (20, all_noticed if found.count else None),
        (30, None if one.is_retired else _notes(one)),
        *(_changes(one) if exchange.desk.actor.may(Right.KEEP_SUPPLIERS) else ()),
    ]


def _notes(one: Supplier) -> Button:
    return ask(_("➕ Note something"), NoteObservation, about=Watched.SUPPLIER, place=Translated(one.name))


def _changes(one: Supplier) -> list[tuple[int, Button | None]]:
    if one.is_retired:
        return [(10, act(_("♻️ Bring it back"), RETIRE_SUPPLIER, one.id, False))]
    return [
        (10, go(_("✏️ Change"), CHANGING_SUPPLIER, one.id)),
        (810, act(_("🗄 Retire"), RETIRE_SUPPLIER, one.id, True)),
    ]


@routes.does(RETIRE_SUPPLIER)
def retires(exchange: Exchange, number: SupplierNumber, retired: bool) -> None:  # noqa: FBT001 (as a button keeps it)
    does = retire_supplier if retired else bring_back_supplier
    does(exchange.desk, number)
    exchange.show(SUPPLIER, number)


@routes.draws(OBSERVATIONS_OF_SUPPLIER)
def noticed_of_supplier(exchange: Exchange, number: SupplierNumber, page: int) -> Screen:
    one = supplier_card(exchange.desk, number).supplier
    return listing(
        _("<b>🔭 {place}</b>")(place=one.name),
        observations_of_supplier(exchange.desk, number, SIZE + 1, page * SIZE),
        page,
        opens=lambda each: go(_("🔭 {text}")(text=short_observation(each, 40)), OBSERVATION, each.id),
        line=lambda each: _("{name}, {day}: {text}")(
            name=first_name(each.author.name), day=each.noted_at.date(), text=short_observation(each, 200)
        ),
        turns=lambda label, other: turn(label, OBSERVATIONS_OF_SUPPLIER, number, other),
        empty=_("Nothing yet."),
        below=((_notes(one),), (back(SUPPLIER, number),)),
        size=SIZE,
    )
