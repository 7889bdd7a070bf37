"""A trip in words: the same lines in its card and in the review before it is put up."""

from domain.entities.trip_plans import Point, TripPlan
from domain.entities.trips import Trip
from domain.values.local_time import exists, resolve
from locales.sentence import Link, Sentence, Weekday, _
from locales.terms.cities import clock
from locales.terms.trips import TRANSPORTS
from locales.voice import Voice


def about_trip(trip: Trip | TripPlan, voice: Voice) -> list[Sentence]:
    """What is sold, when and where it leaves, when it is back."""
    told = [
        _("<b>{trip}</b> · {transport}")(trip=trip.title, transport=TRANSPORTS[trip.transport]),
        departure_words(trip, voice),
        twice_words(trip),
        place_words(trip.words("place"), trip.point),
        _("↩️ Back on {day}")(day=trip.returns),
        _("🎒 {bring}")(bring=trip.words("bring")) if trip.bring else None,
    ]
    return [sentence for sentence in told if sentence is not None]


def departure_words(trip: Trip | TripPlan, voice: Voice) -> Sentence:
    """Day and time where the trip departs, and whose clock that is."""
    return _("🗓 {day}, {time} ({clock})")(
        day=Weekday(trip.departs.date()),
        time=trip.departs.time(),
        clock=clock(trip.zone, trip.departs, voice.locale),
    )


def twice_words(trip: Trip | TripPlan) -> Sentence | None:
    """Which of the two is meant when clocks go back over the time of departure; None on any other night."""
    where = trip.where
    if not exists(trip.departs, where) or not resolve(trip.departs, where).twice:
        return None
    return _("⚠️ The clocks go back that night, so {time} comes twice: the first one is meant.")(
        time=trip.departs.time()
    )


def place_words(place: str, point: Point | None) -> Sentence:
    if point is None:
        return _("📍 {place}")(place=place)
    return _("📍 {place} · {map}")(place=place, map=Link(map_address(point), _("map")))


def map_address(point: Point) -> str:
    latitude, longitude = f"{point.latitude:.6f}", f"{point.longitude:.6f}"
    return f"https://www.openstreetmap.org/?mlat={latitude}&mlon={longitude}#map=17/{latitude}/{longitude}"


PRICED = _("💶 {price} per seat, deposit {deposit}")
PRICED_WITHOUT_DEPOSIT = _("💶 {price} per seat, no deposit")


def money_words(trip: Trip | TripPlan) -> Sentence:
    if not trip.deposit:
        return PRICED_WITHOUT_DEPOSIT(price=trip.price)
    return PRICED(price=trip.price, deposit=trip.deposit)


def deadline_words(trip: Trip | TripPlan) -> Sentence:
    if not trip.deposit:
        return _("⏳ Documents by {documents}, balance by {balance}")(
            documents=trip.documents_due, balance=trip.balance_due
        )
    return _("⏳ Documents by {documents}, deposit by {deposit}, balance by {balance}")(
        deposit=trip.deposit_due, documents=trip.documents_due, balance=trip.balance_due
    )
