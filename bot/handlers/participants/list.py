"""Who travels on a trip: asked for by a button, a command or in plain words; in the chat, as a sheet or on paper."""

from collections import Counter

from bot.conversation.exchange import Exchange
from bot.conversation.links import HOME
from bot.conversation.outgoing import File
from bot.conversation.routes import Routes
from bot.conversation.screen import Button, Row, Screen, act, apart, back, go, pairs
from bot.conversation.widgets.listing import SIZE, listing, turning
from bot.handlers.home.free_words import SearchWords, asked_for_participants
from bot.handlers.participants.border import border_row
from bot.handlers.participants.list_copies import change_rows, copies, copy_lines
from bot.handlers.participants.words import AMONG, CONFIRMED, heading, seat_lines
from bot.handlers.staff.reach import money_words
from bot.links.clients import CLIENTS_OF_TRIP
from bot.links.trips import PARTICIPANTS, PARTICIPANTS_FILE, PARTICIPANTS_OF, TRIP, TRIP_SLOTS
from domain.entities.list_copies import ListKind
from domain.entities.participants import Among, ParticipantList
from domain.entities.people import Right
from domain.entities.trips import Trip, TripNumber
from domain.queries.participants import participants, trips_of_participants
from domain.usecases.trips.lists import list_sent
from domain.values.refusals import NotFound, Refusal
from domain.values.text import file_name
from locales import Sentence, _, lines, verbatim
from locales.terms.clients import people
from locales.terms.deals import stage_words
from locales.terms.trips import trip_line
from papers.lists import participants_pdf, participants_xlsx

routes = Routes(rank=700)

PAGE = 15
"""Seats of one page: with the deals' own lines a phone's screen and a half."""
KINDS = {"xlsx": participants_xlsx, "pdf": participants_pdf}


@routes.command(
    "participants", _("Who travels: /participants Ohrid 29.10.2027"), right=Right.SEE_PARTICIPANTS, rank=45
)
def participants_command(exchange: Exchange, argument: str) -> None:
    _show_list_of(exchange, SearchWords.of(argument))


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


def _show_list_of(exchange: Exchange, asked: SearchWords) -> None:
    found = trips_of_participants(exchange.desk, asked.text, asked.day, limit=2)
    if asked.text and not found:
        raise Refusal("nothing_found", text=asked.text)
    if len(found) == 1 and asked.text:
        exchange.show(PARTICIPANTS, found[0].trip.id, None, 0)
    else:
        exchange.show(PARTICIPANTS_OF, asked.text, 0)


@routes.draws(PARTICIPANTS_OF)
def which_trip(exchange: Exchange, text: str, page: int) -> Screen:
    asked = SearchWords.of(text)
    found = trips_of_participants(exchange.desk, asked.text, asked.day, SIZE + 1, page * SIZE)
    return listing(
        _("Participants of which trip?") if found else _("No upcoming trips."),
        found,
        page,
        opens=lambda one: go(trip_line(one.trip, one.taken), PARTICIPANTS, one.trip.id, None, 0),
        turns=lambda label, other: go(label, PARTICIPANTS_OF, text, other),
        below=[(go(_("◀ Home"), HOME),)],
    )


@routes.draws(PARTICIPANTS)
def participant_list(exchange: Exchange, number: TripNumber, stage: str | None, page: int) -> Screen:
    everybody = participants(exchange.desk, number)
    shown = participants(exchange.desk, number, stage) if stage else everybody
    since = copies(exchange.desk, number)
    last = max(0, shown.heads - 1) // PAGE
    page = min(page, last)
    seats = [*enumerate(shown.participants, start=1)][page * PAGE : (page + 1) * PAGE]
    nobody = None if seats else _("Nobody yet.")
    return Screen(
        lines(
            *heading(everybody, shown),
            *copy_lines(since),
            *(money_words(exchange.desk.actor) if shown.money else ()),
            "",
            *seat_lines(shown, seats),
            nobody,
            CONFIRMED if any(seat.confirmed for _place, seat in seats) else None,
        ),
        (
            *turning(
                lambda label, other: go(label, PARTICIPANTS, number, stage, other), page, more=page < last
            ),
            *pairs(_filters(exchange, everybody, number, stage)),
            *_clients(exchange, number),
            (_file("📊 XLSX", number, stage, "xlsx"), _file("📄 PDF", number, stage, "pdf")),
            *border_row(exchange.desk, number),
            *change_rows(since, number),
            (back(TRIP, number),),
        ),
    )


def _filters(exchange: Exchange, everybody: ParticipantList, number: int, stage: str | None) -> list[Button]:
    """A button for everybody, for those who owe or lack papers, and for each stage where somebody is."""
    heads = Counter(seat.stage for seat in everybody.participants)
    pipelines = exchange.desk.agency.pipelines
    order = [part.key for one in pipelines.all.values() for part in one.parts]
    stages = [name for name in [*order, *(heads.keys() - order)] if heads[name] or name == stage]
    among = [
        (which.value, AMONG[which], everybody.among(which).heads)
        for which in Among
        if which is not Among.OWING or everybody.money
    ]
    among = [one for one in among if one[2] or one[0] == stage]
    if len(stages) < 2 and not among and stage is None:
        return []
    stages = stages if len(stages) > 1 or stage in stages else []
    offered = [
        (None, _("All"), everybody.heads),
        *among,
        *((name, stage_words(name, pipelines.names), heads[name]) for name in stages),
    ]
    return [
        apart(go(_chosen(words, count, chosen=name == stage), PARTICIPANTS, number, name, 0))
        for name, words, count in offered
    ]


def _chosen(words: Sentence, count: int, *, chosen: bool) -> Sentence:
    label = _("✓ {stage} · {heads}") if chosen else _("{stage} · {heads}")
    return label(stage=words, heads=count)


def _clients(exchange: Exchange, number: int) -> tuple[Row, ...]:
    """Who has booked, each with their card."""
    if not exchange.desk.actor.may(Right.SEE_DEALS):
        return ()
    return ((go(_("👥 Clients"), CLIENTS_OF_TRIP, number, 0),),)


def _file(label: str, number: int, stage: str | None, kind: str) -> Button:
    return act(verbatim(label), PARTICIPANTS_FILE, number, stage, kind)


@routes.does(PARTICIPANTS_FILE)
def send_list(exchange: Exchange, number: TripNumber, stage: str | None, kind: str) -> None:
    if kind not in KINDS:
        raise NotFound("out_of_date")
    shown = participants(exchange.desk, number, stage)
    if stage is None:
        list_sent(exchange.desk, number, ListKind.PARTICIPANTS)
    caption = _("{trip}: {people}")(trip=shown.trip, people=people(shown.heads))
    exchange.send_file(
        File(
            caption=exchange.voice.html(caption),
            name=file_name(shown.trip.said(exchange.voice.language), kind),
            paper=(KINDS[kind], (shown, exchange.voice, exchange.desk.now)),
        )
    )


@TRIP_SLOTS.button(20, Right.SEE_PARTICIPANTS)
def participants_of_trip(_exchange: Exchange, trip: Trip) -> Button:
    return go(_("👥 Participants"), PARTICIPANTS, trip.id, None, 0)
