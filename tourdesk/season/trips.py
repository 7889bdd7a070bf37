"""Trips: one that leaves in two days, one that is sold out, one in spring, and one that is over."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta

from domain.entities.trip_plans import Point, Transport, TripPlan
from domain.ports.desk import Desk
from domain.usecases.trips.guides import assign_guide
from domain.usecases.trips.planning import plan_trip, translate
from domain.values.language import Language
from tourdesk.season.acts import Act, Opening, Season, euros, member


@dataclass(frozen=True)
class Planned:
    """What Boris puts up; what is due stands in days before the departure."""

    key: str
    planned: int
    name: str
    departs: Callable[[Opening], date]
    clock: str
    nights: int
    transport: Transport
    place: str
    point: Point
    seats: int
    price: int
    deposit: int
    due: tuple[int, int, int]
    """Deposit, documents, balance."""
    bring: str
    others: Mapping[Language, dict[str, str | None]] = field(default_factory=dict)


NDK = "София, паркинг НДК"
NDK_POINT = Point(42.6847, 23.3189)
AIRPORT = "Летище София, Терминал 2"
AIRPORT_POINT = Point(42.6886, 23.4114)


def _said(name: str, place: str, bring: str) -> dict[str, str | None]:
    return {"name": name, "place": place, "bring": bring}


NDK_SAID = {
    Language.ENGLISH: "Sofia, NDK car park",
    Language.RUSSIAN: "София, парковка НДК",
    Language.CHINESE: "索非亚，NDK 停车场",
}
AIRPORT_SAID = {
    Language.ENGLISH: "Sofia Airport, Terminal 2",
    Language.RUSSIAN: "Аэропорт София, Терминал 2",
    Language.CHINESE: "索非亚机场 2 号航站楼",
}

TRIPS = (
    Planned(
        "plovdiv",
        -28,
        "Пловдив",
        lambda opening: opening.on(-10),
        "08:00",
        2,
        Transport.COACH,
        NDK,
        NDK_POINT,
        18,
        120,
        40,
        (10, 9, 8),
        "Удобни обувки",
        {
            Language.ENGLISH: _said("Plovdiv", NDK_SAID[Language.ENGLISH], "Comfortable shoes"),
            Language.RUSSIAN: _said("Пловдив", NDK_SAID[Language.RUSSIAN], "Удобная обувь"),
            Language.CHINESE: _said("普罗夫迪夫", NDK_SAID[Language.CHINESE], "舒适的鞋子"),
        },
    ),
    Planned(
        "ohrid",
        -27,
        "Охрид",
        lambda opening: opening.on(2),
        "06:30",
        3,
        Transport.COACH,
        NDK,
        NDK_POINT,
        45,
        300,
        90,
        (18, 12, 6),
        "Паспорт, топло яке",
        {
            Language.ENGLISH: _said("Ohrid", NDK_SAID[Language.ENGLISH], "Passport, warm jacket"),
            Language.RUSSIAN: _said("Охрид", NDK_SAID[Language.RUSSIAN], "Загранпаспорт, тёплая куртка"),
            Language.CHINESE: _said("奥赫里德", NDK_SAID[Language.CHINESE], "护照、保暖外套"),
        },
    ),
    Planned(
        "istanbul",
        -26,
        "Истанбул",
        lambda opening: opening.on(24),
        "07:20",
        4,
        Transport.PLANE,
        AIRPORT,
        AIRPORT_POINT,
        12,
        420,
        150,
        (28, 21, 14),
        "Паспорт, адаптер",
        {
            Language.ENGLISH: _said("Istanbul", AIRPORT_SAID[Language.ENGLISH], "Passport, plug adapter"),
            Language.RUSSIAN: _said("Стамбул", AIRPORT_SAID[Language.RUSSIAN], "Загранпаспорт, переходник"),
            Language.CHINESE: _said("伊斯坦布尔", AIRPORT_SAID[Language.CHINESE], "护照、转换插头"),
        },
    ),
    Planned(
        "lisbon",
        -13,
        "Лисабон",
        lambda opening: opening.next_day(4, 18, not_before=75),
        "09:45",
        6,
        Transport.PLANE,
        AIRPORT,
        AIRPORT_POINT,
        24,
        890,
        250,
        (60, 45, 30),
        "Паспорт, слънцезащитен крем",
        {
            Language.ENGLISH: _said("Lisbon", AIRPORT_SAID[Language.ENGLISH], "Passport, sun cream"),
            Language.RUSSIAN: _said(
                "Лиссабон", AIRPORT_SAID[Language.RUSSIAN], "Загранпаспорт, крем от солнца"
            ),
            Language.CHINESE: _said("里斯本", AIRPORT_SAID[Language.CHINESE], "护照、防晒霜"),
        },
    ),
)


GUIDED = (("plovdiv", -20), ("ohrid", -10))
"""Trips that Vera goes along with, and since when that is settled."""


def acts() -> Iterator[Act]:
    for number, one in enumerate(TRIPS):
        yield Act(one.planned, f"10:{number}0", "boris", _planning(one))
    for trip, day in GUIDED:
        yield Act(day, "10:50", "boris", _guided(trip))


def _planning(one: Planned) -> Callable[[Desk, Season], None]:
    def does(desk: Desk, season: Season) -> None:
        trip = plan_trip(desk, _plan(one, season.opening))
        for language, texts in one.others.items():
            translate(desk, trip.id, language, texts)
        season.trips[one.key] = trip.id

    return does


def _guided(trip: str) -> Callable[[Desk, Season], None]:
    def does(desk: Desk, season: Season) -> None:
        assign_guide(desk, season.trips[trip], member(desk, "vera"))

    return does


def _plan(one: Planned, opening: Opening) -> TripPlan:
    day = one.departs(opening)
    deposit, documents, balance = (day - timedelta(days=before) for before in one.due)
    return TripPlan(
        name=one.name,
        transport=one.transport,
        departs=datetime.combine(day, time.fromisoformat(one.clock)),
        zone=opening.zone.key,
        place=one.place,
        returns=day + timedelta(days=one.nights),
        seats=one.seats,
        price=euros(one.price),
        deposit=euros(one.deposit),
        documents_due=documents,
        deposit_due=deposit,
        balance_due=balance,
        point=one.point,
        bring=one.bring,
    )
