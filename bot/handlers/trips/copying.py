"""A trip once more: like last time, on another day."""

from bot.conversation.exchange import Exchange
from bot.conversation.screen import Button, ask
from bot.flows.trips.copy_trip import CopyTrip
from bot.links.trips import TRIP_SLOTS
from domain.entities.people import Right
from domain.entities.trips import Trip
from locales import _


@TRIP_SLOTS.button(56, Right.PLAN_TRIPS)
def copy(_exchange: Exchange, trip: Trip) -> Button:
    return ask(_("🔁 Copy"), CopyTrip, trip=trip.id)
