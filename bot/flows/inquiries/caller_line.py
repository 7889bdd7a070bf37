"""Who is calling; or everything about the call in one line, of which what could be read is shown before it is saved.

Kalina: Ivan Petrov 0888 123 456 Ohrid 29.10 2 people
Bot:    Name: Ivan Petrov
"""

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from bot.conversation.flow.answers import Heard
from bot.conversation.questions.basic import Count, Find
from bot.conversation.questions.person_names import PersonName
from bot.conversation.questions.suggestions import SuggestedMonth, SuggestedPlace
from bot.flows.clients.who import on_file
from domain.entities.inquiries import InquiryKind
from domain.ports.desk import Desk
from domain.queries.trip_lists import trips_to_sell
from domain.values.month import Month
from domain.values.reading.around import Around
from domain.values.reading.inquiry_line import (
    InquiryLine,
    WishLine,
    read_inquiry_line,
    read_time_line,
    read_wish_line,
)
from domain.values.refusals import Refusal
from domain.values.text import name as checked_name
from domain.values.translated import Translated
from locales import _
from locales.phones import read_phone

if TYPE_CHECKING:
    from bot.conversation.exchange import Exchange

_LOOKED_AT = 30
"""Trips among which the one that is meant is looked for."""


@dataclass(frozen=True, kw_only=True)
class CallerLine(PersonName):
    """A name alone, or a line that begins with a name and a phone number."""

    def hear(self, exchange: "Exchange", answers: Any, scratch: dict[str, Any]) -> Any:
        line = read_line(exchange, exchange.event.text or "")
        if line is None or answers.phone is not None:
            return super().hear(exchange, answers, scratch)
        also = {
            "phone": on_file(exchange.desk, _number(exchange, line.phone)),
            **_wished(exchange.desk, line),
        }
        return Heard(checked_name(line.name), also)


@dataclass(frozen=True, kw_only=True)
class TripOrPlace(Find):
    """A trip that is found by its name or day; any other words are where somebody would like to go.

    When and how many are heard along with either: "Istanbul in June, 2 people".
    """

    def hear(self, exchange: "Exchange", answers: Any, scratch: dict[str, Any]) -> Any:
        try:
            return super().hear(exchange, answers, scratch)
        except Refusal as why:
            if why.kind != "nothing_found":
                raise
        said = exchange.event.text or ""
        line = read_wish_line(said, _around(exchange), Count.most) or WishLine(place=said)
        wished = _wished(exchange.desk, line)
        about = wished.pop("about")
        own = not isinstance(about, int)
        return Heard(about, wished, _("No such trip: taken as a tailor-made tour.") if own else None)


@dataclass(frozen=True, kw_only=True)
class PlaceOfWish(SuggestedPlace):
    """Where to; when and how many are heard along with it: "Istanbul in June, 25 people"."""

    def hear(self, exchange: "Exchange", answers: Any, scratch: dict[str, Any]) -> Any:
        line = read_wish_line(exchange.event.text or "", _around(exchange), Count.most)
        if line is None or line.place is None:
            return super().hear(exchange, answers, scratch)
        return Heard(Translated(checked_name(line.place)), {**_when(line), **_how_many(line)})


@dataclass(frozen=True, kw_only=True)
class TimeOfWish(SuggestedMonth):
    """When; how many is heard along with it: "June, 2 people"."""

    def hear(self, exchange: "Exchange", answers: Any, scratch: dict[str, Any]) -> Any:
        line = read_time_line(exchange.event.text or "", _around(exchange), Count.most)
        if line is None or answers.heads is not None:
            return super().hear(exchange, answers, scratch)
        return Heard(_told_time(line.when), {"heads": line.count})


def read_line(exchange: "Exchange", text: str) -> InquiryLine | None:
    return read_inquiry_line(text, _around(exchange), lambda said: _is_phone(exchange, said), Count.most)


def _around(exchange: "Exchange") -> Around:
    today = exchange.desk.today
    return Around(today=today, first=today, language=exchange.voice.language)


def _wished(desk: Desk, line: WishLine) -> dict[str, Any]:
    """Answers to the questions about the journey, as far as they could be read."""
    if line.place is None:
        return _how_many(line)
    trip = _meant(desk, line)
    if trip is not None:
        return {"about": trip, **_how_many(line)}
    place = Translated(checked_name(line.place))
    kind = InquiryKind.for_so_many(line.count or 1)
    return {"about": kind.value, "destination": place, **_when(line), **_how_many(line)}


def _how_many(line: WishLine) -> dict[str, Any]:
    return {} if line.count is None else {"heads": line.count}


def _when(line: WishLine) -> dict[str, Any]:
    return {} if line.when is None else {"when": _told_time(line.when)}


def _told_time(when: date | Month | str) -> Month | str:
    return f"{when:%d.%m.%Y}" if isinstance(when, date) else when


def _meant(desk: Desk, line: WishLine) -> int | None:
    """The only trip of this name, and of that day or month if one is told."""
    assert line.place is not None
    trips = [one.trip for one in trips_to_sell(desk, line.place, _LOOKED_AT)]
    if isinstance(line.when, Month):
        trips = [trip for trip in trips if Month.of(trip.departs.date()) == line.when]
    elif line.when is not None:
        trips = [trip for trip in trips if trip.departs.date() == line.when]
    return trips[0].id if len(trips) == 1 else None


def _number(exchange: "Exchange", written: str) -> str:
    return read_phone(written, exchange.desk.agency.region, exchange.voice.language)


def _is_phone(exchange: "Exchange", written: str) -> bool:
    try:
        _number(exchange, written)
    except Refusal:
        return False
    return True
