"""Travellers: families and friends, entered some days after the deal was opened; a couple is taken along again."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from zlib import crc32

from domain.entities.particulars import Particulars
from domain.entities.travellers import Relation
from domain.ports.desk import Desk
from domain.queries.companions import companions_for
from domain.usecases.travellers.travellers import enter_companions, enter_traveller
from tourdesk.season.acts import Act, Season

SELF, SPOUSE, CHILD, OTHER = Relation.SELF, Relation.SPOUSE, Relation.CHILD, Relation.OTHER

EXPIRES = date(2034, 3, 12)


@dataclass(frozen=True)
class Party:
    """Who goes with a deal, as the client or a colleague entered them."""

    deal: str
    day: int
    by: str
    people: tuple[tuple[Relation, str, str], ...]
    """Relation, name as in the passport, day of birth."""
    citizenship: str = "BG"


PARTIES = (
    Party(
        "plovdiv",
        -26,
        "kalina",
        ((SELF, "Maria Georgieva", "1971-02-11"), (SPOUSE, "Petar Georgiev", "1969-08-30")),
    ),
    Party("plovdiv_dineva", -25, "kalina", ((SELF, "Rositsa Dineva", "1975-04-19"),)),
    Party(
        "ohrid_petrovi",
        -24,
        "kalina",
        (
            (SELF, "Stefan Petrov", "1980-06-14"),
            (SPOUSE, "Ralitsa Petrova", "1982-11-03"),
            (CHILD, "Martin Petrov", "2014-04-22"),
            (CHILD, "Lili Petrova", "2018-09-09"),
        ),
    ),
    Party(
        "ohrid_anna",
        -24,
        "anna",
        (
            (SELF, "Anna Petrova", "1986-05-17"),
            (SPOUSE, "Igor Petrov", "1984-01-29"),
            (CHILD, "Mikhail Petrov", "2016-07-02"),
        ),
        "RU",
    ),
    Party(
        "ohrid_georgi",
        -23,
        "georgi",
        ((SELF, "Georgi Dimitrov", "1990-12-01"), (OTHER, "Vasil Angelov", "1991-03-18")),
    ),
    Party(
        "ohrid_elena",
        -22,
        "kalina",
        ((SELF, "Elena Ilieva", "1977-10-05"), (OTHER, "Iva Ilieva", "2003-05-21")),
    ),
    Party(
        "ohrid_kolevi",
        -17,
        "kalina",
        (
            (SELF, "Hristo Kolev", "1988-08-08"),
            (SPOUSE, "Diana Koleva", "1989-02-27"),
            (CHILD, "Boyan Kolev", "2015-12-12"),
        ),
    ),
    Party(
        "istanbul_weber",
        -17,
        "kalina",
        (
            (SELF, "Hans Weber", "1962-04-04"),
            (SPOUSE, "Ute Weber", "1964-09-16"),
            (OTHER, "Jonas Weber", "1996-11-30"),
        ),
        "DE",
    ),
    Party(
        "istanbul_mei",
        -11,
        "mei",
        ((SELF, "LI MEI", "1992-05-17"), (SPOUSE, "ZHANG WEI", "1990-10-01")),
        "CN",
    ),
    Party(
        "istanbul_nikolovi",
        -11,
        "kalina",
        (
            (SELF, "Ivan Nikolov", "1975-03-25"),
            (SPOUSE, "Svetla Nikolova", "1978-06-06"),
            (CHILD, "Alex Nikolov", "2010-01-15"),
            (CHILD, "Nia Nikolova", "2012-08-19"),
        ),
    ),
    Party("istanbul_todorova", -5, "kalina", ((SELF, "Neli Todorova", "1968-12-24"),)),
    Party(
        "lisbon_petkova",
        -5,
        "kalina",
        ((SELF, "Sofia Petkova", "1994-07-07"), (OTHER, "Emil Donev", "1993-02-02")),
    ),
    Party(
        "lisbon_wang",
        -3,
        "jing",
        ((SELF, "WANG FANG", "1987-02-14"), (CHILD, "LIU YIFAN", "2015-06-01")),
        "CN",
    ),
)


COME_BACK = "lisbon_georgievi"
"""The couple that was in Plovdiv travels again: nothing is asked of them."""


def acts() -> Iterator[Act]:
    for one in PARTIES:
        yield Act(one.day, "12:20", one.by, _entering(one))
    yield Act(-4, "12:25", "kalina", _taking_along)


def _taking_along(desk: Desk, season: Season) -> None:
    number = season.deals[COME_BACK]
    enter_companions(desk, number, [one.companion.id for one in companions_for(desk, number)])


def _entering(one: Party) -> Callable[[Desk, Season], None]:
    def does(desk: Desk, season: Season) -> None:
        for relation, name, born in one.people:
            passport = f"{one.citizenship}{crc32(name.encode()) % 10**7:07d}"
            told = Particulars(relation, name, date.fromisoformat(born), passport, EXPIRES, one.citizenship)
            enter_traveller(desk, season.deals[one.deal], told)

    return does
