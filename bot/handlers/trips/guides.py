"""The guides of a trip: assigned and relieved by whoever plans it, one tap each."""

from bot.conversation.exchange import Exchange
from bot.conversation.routes import Routes
from bot.conversation.screen import Button, Screen, act, back, go
from bot.conversation.widgets.picker import picker
from bot.links.trips import ASSIGN_GUIDE, GUIDES, RELIEVE_GUIDE, TRIP, TRIP_SLOTS
from domain.entities.people import Right, StaffNumber
from domain.entities.trips import Trip, TripNumber
from domain.queries.trip_guides import guide_choice, guides_of
from domain.queries.trips import may_change
from domain.usecases.trips.guides import assign_guide, relieve_guide
from locales import COMMA, Joined, Sentence, _, lines

routes = Routes(rank=620)


@routes.draws(GUIDES)
def guides(exchange: Exchange, number: TripNumber) -> Screen:
    found = guide_choice(exchange.desk, number)
    told = _("Tap a guide to assign or remove them. They will be told.")
    if not (found.along or found.others):
        told = _("No guides yet. The owner can invite one: /staff")
    buttons = [
        *(act(_("✓ {name}")(name=one.name), RELIEVE_GUIDE, number, one.id) for one in found.along),
        *(act(_("{name}")(name=one.name), ASSIGN_GUIDE, number, one.id) for one in found.others),
    ]
    text = lines(_("🧭 <b>Guides: {trip}</b>")(trip=found.trip.title), told)
    return picker(text, buttons, lambda button: button, back(TRIP, number))


@routes.does(ASSIGN_GUIDE)
def assign(exchange: Exchange, number: TripNumber, member: StaffNumber) -> None:
    assign_guide(exchange.desk, number, member)
    exchange.show(GUIDES, number)


@routes.does(RELIEVE_GUIDE)
def relieve(exchange: Exchange, number: TripNumber, member: StaffNumber) -> None:
    relieve_guide(exchange.desk, number, member)
    exchange.show(GUIDES, number)


@TRIP_SLOTS.button(58, Right.PLAN_TRIPS)
def guides_of_trip(exchange: Exchange, trip: Trip) -> Button | None:
    goes = trip.cancelled_at is None and may_change(exchange.desk, trip)
    return go(_("🧭 Guides"), GUIDES, trip.id) if goes else None


@TRIP_SLOTS.lines(20, Right.SEE_TRIPS)
def who_goes_along(exchange: Exchange, trip: Trip) -> list[Sentence]:
    names = guides_of(exchange.desk, trip)
    return [_("🧭 Guides: {names}")(names=Joined(names, by=COMMA))] if names else []
