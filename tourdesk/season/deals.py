"""Deals: a dozen and more, over all stages. Each came as somebody's inquiry, as in life."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from domain.entities.inquiries import Channel, Inquiry, InquiryKind, Wish
from domain.ports.desk import Desk
from domain.usecases.deals.booking import Booking, TailorMade, open_deal
from domain.usecases.deals.stages import advance, lose
from domain.usecases.deals.waiting_line import wait
from domain.usecases.inquiries.intake import (
    Caller,
    Introduction,
    ask_to_join,
    take_charge,
    take_inquiry,
    wish_for_trip,
)
from domain.usecases.trips.departures import told_by_phone
from domain.values.language import Language
from domain.values.translated import Translated
from tourdesk.cast import character
from tourdesk.season.acts import Act, Season, euros, member


@dataclass(frozen=True)
class Sale:
    """Seats on a trip for a client: one of the cast, who joins by the link, or a caller with a name and a phone."""

    key: str
    trip: str
    seats: int
    day: int
    client: str
    phone: str | None = None
    taken_up: bool = True
    by: str = "boris"
    """Who leads it."""


SALES = (
    Sale("plovdiv", "plovdiv", 2, -27, "Мария Георгиева", "+359887310001"),
    Sale("plovdiv_lost", "plovdiv", 1, -26, "Tom Baker", "+447700900310"),
    Sale("plovdiv_dineva", "plovdiv", 1, -26, "Росица Динева", "+359887310012", taken_up=False, by="kalina"),
    Sale("ohrid_petrovi", "ohrid", 4, -26, "Стефан Петров", "+359887310002"),
    Sale("ohrid_anna", "ohrid", 3, -25, "anna"),
    Sale("ohrid_georgi", "ohrid", 2, -24, "georgi"),
    Sale("ohrid_elena", "ohrid", 2, -23, "Елена Илиева", "+359887310003"),
    Sale("ohrid_kolevi", "ohrid", 5, -20, "Христо Колев", "+359887310004"),
    Sale("istanbul_weber", "istanbul", 3, -19, "Hans Weber", "+491701234567"),
    Sale("istanbul_mei", "istanbul", 2, -14, "mei"),
    Sale("istanbul_nikolovi", "istanbul", 4, -12, "Иван Николов", "+359887310005"),
    Sale("istanbul_todorova", "istanbul", 3, -7, "Нели Тодорова", "+359887310006"),
    Sale("lisbon_petkova", "lisbon", 2, -6, "София Петкова", "+359887310007"),
    Sale("lisbon_wang", "lisbon", 2, -4, "王芳", "+8613900200111", taken_up=False, by="jing"),
    Sale("lisbon_georgievi", "lisbon", 2, -4, "Мария Георгиева", "+359887310001"),
    Sale("lisbon_morozov", "lisbon", 4, -1, "Дмитрий Морозов", "+79161230008", taken_up=False),
)
"""The twelve seats of Istanbul are sold."""

WAITING = (("emily", 1, -5), ("Надя Костова", 2, -3))
"""Who waits for seats on it, and since when."""

JOURNEY = Wish(InquiryKind.INDIVIDUAL, "Виена", "пролетта", 2, wishes="Сватбено пътешествие, хотел в центъра")


def acts() -> Iterator[Act]:
    for one in SALES:
        taker = "kalina" if one.by == "boris" else one.by
        yield Act(one.day, "11:10", one.client if one.phone is None else taker, _asking(one))
        yield Act(one.day, "11:40", taker, _opening(one))
        if one.taken_up:
            yield Act(one.day, "11:55", one.by, _taking_up(one))
    yield Act(-22, "17:05", "boris", _lost)
    yield Act(-11, "17:00", "boris", _told)
    yield Act(-6, "15:20", "boris", _journey)
    for client, seats, day in WAITING:
        yield Act(day, "14:30", "emily" if client == "emily" else "kalina", _waiting(client, seats))
        yield Act(day, "14:50", "kalina", _in_charge(client))


def _asking(one: Sale) -> Callable[[Desk, Season], None]:
    def does(desk: Desk, season: Season) -> None:
        number = season.trips[one.trip]
        if one.phone is None:
            who = character(one.client)
            asked = ask_to_join(desk, number, one.seats, Introduction(who.name, who.phone, vouched=True))
        else:
            wish = wish_for_trip(desk.repositories.trips.get(number), one.seats)
            known = desk.repositories.clients.by_phone(one.phone)
            caller = Caller(one.client, one.phone, client=known.id if known else None)
            asked = take_inquiry(desk, caller, wish, Channel.PHONE, number)
        season.inquiries[one.key] = asked.id

    return does


def _opening(one: Sale) -> Callable[[Desk, Season], None]:
    def does(desk: Desk, season: Season) -> None:
        inquiry = desk.repositories.inquiries.get(season.inquiries[one.key])
        season.deals[one.key] = _open(desk, season, inquiry, one)

    return does


def _taking_up(one: Sale) -> Callable[[Desk, Season], None]:
    def does(desk: Desk, season: Season) -> None:
        number = season.deals[one.key]
        advance(desk, number, desk.repositories.deals.get(number).step_key)

    return does


def _open(desk: Desk, season: Season, inquiry: Inquiry, one: Sale) -> int:
    caller = Caller(inquiry.client.name, client=inquiry.client.id)
    booking = Booking(caller, season.trips[one.trip], one.seats, member(desk, one.by), inquiry.id)
    return open_deal(desk, booking).id


def _journey(desk: Desk, season: Season) -> None:
    """A honeymoon that has no price yet."""
    caller = Caller("Николай Василев", "+359887310009")
    asked = take_inquiry(desk, caller, JOURNEY, Channel.PHONE)
    title = Translated(
        "Виена за двама",
        {
            Language.ENGLISH: "Vienna for two",
            Language.RUSSIAN: "Вена на двоих",
            Language.CHINESE: "维也纳双人游",
        },
    )
    starts = season.opening.on(80)
    journey = TailorMade(title, euros(0), euros(0), starts, season.opening.on(84))
    booking = Booking(
        Caller(asked.client.name, client=asked.client.id), journey, 2, member(desk, "boris"), asked.id
    )
    season.deals["vienna"] = open_deal(desk, booking).id


def _lost(desk: Desk, season: Season) -> None:
    lose(desk, season.deals["plovdiv_lost"], "Found a cheaper one elsewhere")


def _told(desk: Desk, season: Season) -> None:
    """By phone: these clients have no Telegram."""
    for deal in ("plovdiv", "plovdiv_dineva"):
        told_by_phone(desk, season.deals[deal])


def _waiting(client: str, seats: int) -> Callable[[Desk, Season], None]:
    def does(desk: Desk, season: Season) -> None:
        trip = season.trips["istanbul"]
        if desk.actor.staff is None:
            who = character(client)
            asked = ask_to_join(desk, trip, seats, Introduction(who.name, who.phone, vouched=True))
            wait(desk, trip, seats)
        else:
            wish = wish_for_trip(desk.repositories.trips.get(trip), seats)
            asked = take_inquiry(desk, Caller(client, "+359887310010"), wish, Channel.PHONE, trip)
            wait(desk, trip, seats, asked.client.id)
        season.inquiries[client] = asked.id

    return does


def _in_charge(client: str) -> Callable[[Desk, Season], None]:
    return lambda desk, season: _taken(desk, season.inquiries[client])


def _taken(desk: Desk, inquiry: int) -> None:
    take_charge(desk, inquiry)
