"""Who travels on a trip: asked for by a button, a command or in plain words; in the chat, as a sheet or on paper."""

from collections import Counter
from collections.abc import Iterator

from bot.conversation.exchange import Exchange
from bot.conversation.outgoing import File
from bot.conversation.routes import Routes
from bot.conversation.screen import Button, Screen, column, go, pages, pairs
from bot.conversation.slots import button_on
from bot.handlers.home.free_words import Asked, asked_for_participants
from domain.entities.participants import Participant, ParticipantDeal, ParticipantList
from domain.entities.people import Right
from domain.entities.trips import Trip, TripNumber
from domain.queries.participants import participants, trips_of_participants
from domain.values.refusals import Refusal
from domain.values.text import file_name
from locales import Fact, Joined, Sentence, _, lines, verbatim
from locales.terms.clients import people
from locales.terms.deals import stage_words
from locales.terms.phones import pretty_phone
from locales.terms.trips import trip_line
from papers.lists import participants_pdf, participants_xlsx

routes = Routes(rank=700)

PAGE = 15
"""Seats of one page: with the deals' own lines a phone's screen and a half."""
CHOICES = 8
KINDS = {"xlsx": participants_xlsx, "pdf": participants_pdf}


@routes.command(
    "participants", _("Who travels: /participants Ohrid 29.10.2027"), right=Right.SEE_PARTICIPANTS
)
def participants_command(exchange: Exchange, argument: str) -> None:
    _show_list_of(exchange, Asked.of(argument))


@routes.takes_unasked
def asked_in_words(exchange: Exchange) -> bool:
    """ "participants of Ohrid 29.10.2027" """
    event = exchange.event
    if not exchange.desk.actor.may(Right.SEE_PARTICIPANTS) or event.forwarded or event.file or not event.text:
        return False
    asked = asked_for_participants(event.text)
    if asked is None:
        return False
    _show_list_of(exchange, asked)
    return True


def _show_list_of(exchange: Exchange, asked: Asked) -> None:
    found = trips_of_participants(exchange.desk, asked.text, asked.day, limit=2)
    if asked.text and not found:
        raise Refusal("nothing_found", text=asked.text)
    if len(found) == 1 and asked.text:
        exchange.show("participants", found[0].trip.id, None, 0)
    else:
        exchange.show("participants_of", asked.text, 0)


@routes.view("participants_of")
def which_trip(exchange: Exchange, text: str, page: int) -> Screen:
    asked = Asked.of(text)
    found = trips_of_participants(exchange.desk, asked.text, asked.day, CHOICES + 1, page * CHOICES)
    buttons = [
        go(trip_line(one.trip, one.taken), "participants", one.trip.id, None, 0) for one in found[:CHOICES]
    ]
    turning = pages("participants_of", (text,), page, len(found) > CHOICES)
    asks = _("The participants of which trip?") if buttons else _("No trip is ahead.")
    return Screen(asks, (*column(buttons), *turning, (go(_("◀ Home"), "home"),)))


@routes.view("participants")
def participant_list(exchange: Exchange, number: TripNumber, stage: str | None, page: int) -> Screen:
    everybody = participants(exchange.desk, number)
    shown = participants(exchange.desk, number, stage) if stage else everybody
    last = max(0, shown.heads - 1) // PAGE
    page = min(page, last)
    seats = list(_numbered(shown))[page * PAGE : (page + 1) * PAGE]
    text = lines(*_heading(everybody, shown), "", *_seats(shown, seats), *_nobody(shown))
    return Screen(
        text,
        (
            *pages("participants", (number, stage), page, page < last),
            *pairs(_filters(exchange, everybody, number, stage)),
            (_file("📊 XLSX", number, stage, "xlsx"), _file("📄 PDF", number, stage, "pdf")),
            (go(_("◀ Trip"), "trip", number),),
        ),
    )


def _heading(everybody: ParticipantList, shown: ParticipantList) -> list[Sentence]:
    taken = _("👥 {people} on {seats} seats")(people=people(everybody.heads), seats=everybody.seats)
    told = [_("<b>{trip}</b>: participants")(trip=shown.trip), taken]
    if shown.stage:
        told.append(
            _("At the stage “{stage}”: {people}")(stage=stage_words(shown.stage), people=people(shown.heads))
        )
    if shown.money:
        told.append(
            _("💶 {paid} paid of {price}, {owed} owed")(paid=shown.paid, price=shown.price, owed=shown.owed)
        )
        told += [_("↩️ {sum} to give back")(sum=shown.to_return)] if shown.to_return else []
    return told


def _nobody(shown: ParticipantList) -> list[Sentence]:
    return [] if shown.participants else [_("Nobody yet.")]


def _numbered(shown: ParticipantList) -> Iterator[tuple[int, Participant]]:
    return enumerate(shown.participants, start=1)


def _seats(shown: ParticipantList, seats: list[tuple[int, Participant]]) -> list[Fact]:
    """Each deal's line above its seats, once more at the top of a page."""
    money = {deal.deal: deal for deal in shown.deals}
    told: list[Fact] = []
    before = None
    for place, seat in seats:
        if seat.deal != before:
            told.append(_deal(seat, money.get(seat.deal)))
        told.append(_seat(place, seat))
        before = seat.deal
    return told


def _deal(seat: Participant, money: ParticipantDeal | None) -> Sentence:
    parts: list[Fact] = [
        _("<b>№ {number}</b>")(number=seat.deal),
        seat.client,
        *([pretty_phone(seat.phone)] if seat.phone else []),
        stage_words(seat.stage, seat.substage),
        *(_money(money) if money else []),
    ]
    return _("{deal}")(deal=Joined(parts, by=" · "))


def _money(deal: ParticipantDeal) -> list[Sentence]:
    told = _("{paid} paid, {owed} owed")(paid=deal.paid, owed=deal.owed)
    return [told, *([_("{sum} to give back")(sum=deal.to_return)] if deal.to_return else [])]


def _seat(place: int, seat: Participant) -> Sentence:
    name: Fact = seat.traveller or _("<i>name to come</i>")
    if seat.confirmed:
        return _("   {place}. {traveller} ✓")(place=place, traveller=name)
    return _("   {place}. {traveller}")(place=place, traveller=name)


def _filters(exchange: Exchange, everybody: ParticipantList, number: int, stage: str | None) -> list[Button]:
    """A button for everybody and for each stage where somebody is; none when there is nothing to choose."""
    heads = Counter(seat.stage for seat in everybody.participants)
    stages = [name for name in exchange.desk.agency.pipeline.stages if heads[name] or name == stage]
    if len(stages) < 2 and stage is None:
        return []
    offered = [
        (None, _("All"), everybody.heads),
        *((name, stage_words(name), heads[name]) for name in stages),
    ]
    return [
        go(_chosen(words, count, chosen=name == stage), "participants", number, name, 0)
        for name, words, count in offered
    ]


def _chosen(words: Sentence, count: int, *, chosen: bool) -> Sentence:
    label = _("✓ {stage} · {heads}") if chosen else _("{stage} · {heads}")
    return label(stage=words, heads=count)


def _file(label: str, number: int, stage: str | None, kind: str) -> Button:
    return Button(verbatim(label), "participants_file", (number, stage, kind))


@routes.action("participants_file")
def send_list(exchange: Exchange, number: TripNumber, stage: str | None, kind: str) -> None:
    shown = participants(exchange.desk, number, stage)
    caption = _("{trip}: {people}")(trip=shown.trip, people=people(shown.heads))
    exchange.send_file(
        File(
            caption=exchange.voice.html(caption),
            name=file_name(shown.trip, kind),
            paper=(KINDS[kind], (shown, exchange.voice, exchange.desk.now)),
        )
    )


@button_on("trip", rank=20, right=Right.SEE_PARTICIPANTS)
def participants_of_trip(_exchange: Exchange, trip: Trip) -> Button:
    return go(_("👥 Participants"), "participants", trip.id, None, 0)
