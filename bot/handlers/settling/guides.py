"""A guide's record of a trip: one for all who went, and a word on single clients where there is something to say."""

from bot.conversation.exchange import Exchange
from bot.conversation.routes import Routes
from bot.conversation.screen import Button, Screen, ask, back, column, go
from bot.conversation.today import today_opens
from bot.flows.settling.guides_card import FillGuidesCard
from bot.flows.settling.record import RecordOneClient, WriteRecord
from bot.links.deals import DEAL_LIST
from bot.links.home import HOME
from bot.links.settling import RECORDS_WANTED, TRIP_RECORD
from bot.links.trips import TRIP, TRIP_SLOTS
from domain.entities.people import Right
from domain.entities.trips import Trip, TripNumber
from domain.queries.deal_lists import DealList
from domain.queries.settling import record_of_trip, trips_to_record, writes_record_of
from domain.queries.today import TodayLine
from locales import Sentence, _, lines
from locales.terms.settling import record_lines

routes = Routes()


@TRIP_SLOTS.button(72, Right.WRITE_CARDS)
def record_on_trip(exchange: Exchange, trip: Trip) -> Button | None:
    """Once it has left, for whoever goes along or plans."""
    if not writes_record_of(exchange.desk, trip):
        return None
    return go(_("📝 Contact record"), TRIP_RECORD, trip.id)


@routes.draws(TRIP_RECORD)
def trip_record(exchange: Exchange, number: TripNumber) -> Screen:
    about = record_of_trip(exchange.desk, number)
    assert about.trip is not None
    told = lines(
        _("<b>📝 {trip}</b>")(trip=about.trip.title),
        *(record_lines(about.before) if about.before else [_("Nothing is written yet.")]),
    )
    label = _("✏️ Change") if about.before else _("📝 Write the record")
    guides = not exchange.desk.actor.may(Right.MOVE_DEALS)
    buttons = [
        ask(label, WriteRecord, trip=number),
        ask(_("👤 About one client"), RecordOneClient, trip=number) if guides else None,
        ask(_("🪪 Data card"), FillGuidesCard, trip=number) if guides else None,
        back(TRIP, number),
    ]
    return Screen(told, column(buttons))


@routes.draws(RECORDS_WANTED)
def records_wanted(exchange: Exchange) -> Screen:
    trips = trips_to_record(exchange.desk)
    buttons = [go(_("📝 {trip}")(trip=one.title), TRIP_RECORD, one.id) for one in trips]
    text = _("<b>📝 Trips that want your record</b>") if trips else _("No trip wants a record of yours.")
    return Screen(text, (*column(buttons[:7]), (back(HOME),)))


@today_opens("records")
def records_line(label: Sentence, line: TodayLine) -> Button:
    return go(label, TRIP_RECORD, line.found.only) if line.found.only else go(label, RECORDS_WANTED)


@today_opens("to_settle")
def to_settle_line(label: Sentence, _line: TodayLine) -> Button:
    return go(label, DEAL_LIST, DealList.SETTLE.value, 0)
