"""The extra fields of one thing: all that the reader sees, and a button for each that they may fill in."""

from bot.conversation.exchange import Exchange
from bot.conversation.outgoing import File
from bot.conversation.routes import Routes
from bot.conversation.screen import Button, Row, Screen, act, ask, back, column, go, pairs
from bot.conversation.widgets.listing import turning
from bot.flows.fields.fill import FillFields
from bot.links.clients import CLIENT
from bot.links.deals import DEAL, MY_DEAL, MY_TRAVELLERS
from bot.links.fields import FIELD_FILE, FIELDS, MY_FIELDS
from bot.links.inquiries import INQUIRY, MY_INQUIRY
from bot.links.own_kinds import OWN_ITEM
from bot.links.travellers import TRAVELLER_CARD
from bot.links.trips import TRIP
from domain.entities import fields as subjects
from domain.entities.deals import DealNumber
from domain.entities.field_values import Filled
from domain.entities.fields import FieldType
from domain.entities.own_kinds import OWN
from domain.queries.fields import FieldsOf, file_of_field, thing_with_fields
from domain.queries.my_deals import mine
from domain.values.labels import said
from domain.values.refusals import NotFound, Refusal
from locales import Sentence, _, lines
from locales.terms.fields import field_line

routes = Routes()

SIZE = 4
"""Beside them stand up to four other buttons."""


@routes.draws(FIELDS)
def fields_of_thing(exchange: Exchange, subject: str, number: int, part: int, page: int) -> Screen:
    found = thing_with_fields(exchange.desk, subject, number, part)
    shown = found.fields[page * SIZE :][:SIZE]
    turns = turning(
        lambda label, other: go(label, FIELDS, subject, number, part, other),
        page,
        more=len(found.fields) > (page + 1) * SIZE,
    )
    fill = ask(_("✍️ Fill in"), FillFields, subject=subject, number=number, part=part)
    buttons = [button for one in shown for button in _buttons(found, one, (subject, number, part))]
    return Screen(
        lines(
            _("<b>🧩 {called}</b>")(called=found.called),
            *(field_line(one, 500) for one in shown),
            _nothing(found),
        ),
        (
            *(((fill,),) if found.empty else ()),
            *pairs(buttons),
            *turns,
            (_away(exchange, subject, number, part),),
        ),
    )


def _nothing(found: FieldsOf) -> Sentence | None:
    return None if found.fields else _("There is nothing to fill in here.")


def _buttons(found: FieldsOf, one: Filled, place: tuple[str, int, int]) -> list[Button]:
    """To look at a file; to fill in, or to change."""
    subject, number, part = place
    label = said(one.field.labels)
    buttons = []
    if one.field.type is FieldType.FILE and one.kept is not None:
        buttons.append(act(_("👁 {label}")(label=label), FIELD_FILE, subject, number, part, one.key))
    if one.key in found.fillable:
        asks = _("✏️ {label}")(label=label)
        buttons.append(ask(asks, FillFields, subject=subject, number=number, part=part, only=one.key))
    return buttons


def _away(exchange: Exchange, subject: str, number: int, part: int) -> Button:
    staff = exchange.desk.actor.is_staff
    match subject:
        case subjects.CLIENT:
            return back(CLIENT, number)
        case subjects.INQUIRY:
            return back(INQUIRY, number) if staff else back(MY_INQUIRY, number)
        case subjects.TRIP:
            return back(TRIP, number)
        case subjects.TRAVELLER:
            return back(TRAVELLER_CARD, number, part) if staff else back(MY_TRAVELLERS, number, 0)
    if subject.startswith(OWN):
        return back(OWN_ITEM, number)
    return back(DEAL, number) if staff else back(MY_DEAL, number)


@routes.does(FIELD_FILE)
def show_file(exchange: Exchange, subject: str, number: int, part: int, key: str) -> None:
    """In a message of its own."""
    file = file_of_field(exchange.desk, subject, number, part, key)
    if file.refused is not None:
        raise Refusal("field_file_gone", name=file.name)
    caption = exchange.voice.html(_("📎 {file}")(file=file.name))
    exchange.send_file(File(caption, file.source, file.content_hash, file.is_photo, file.name))


@routes.draws(MY_FIELDS)
def my_fields(exchange: Exchange, number: DealNumber) -> Screen:
    """The client's: of themselves, of the deal, and of each who travels."""
    deal = mine(exchange.desk, number)
    places = [(subjects.CLIENT, deal.client.id, 0), (subjects.DEAL, deal.id, 0)]
    places += [(subjects.TRAVELLER, deal.id, one.id) for one in deal.party]
    told = [(place, thing_with_fields(exchange.desk, *place)) for place in places]
    shown = [(place, found) for place, found in told if found.fields]
    rows: list[Row] = list(column(go(_name(found), FIELDS, *place, 0) for place, found in shown[: SIZE + 3]))
    if not shown:
        raise NotFound("not_found")
    return Screen(
        lines(_("<b>🧩 What we would like to know</b>"), *(_line(found) for _place, found in shown)),
        (*rows, (back(MY_DEAL, number),)),
    )


def _name(found: FieldsOf) -> Sentence:
    return _("✍️ {name}")(name=found.called) if found.empty else _("✅ {name}")(name=found.called)


def _line(found: FieldsOf) -> Sentence:
    done = sum(one.kept is not None for one in found.fields)
    return _("{name}: {done} of {count}")(name=found.called, done=done, count=len(found.fields))
