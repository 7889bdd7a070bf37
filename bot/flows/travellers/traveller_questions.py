"""What is asked about a traveller: the particulars, as in the passport; who it is stands in `who_travels.py`."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from bot.conversation.exchange import Exchange
from bot.conversation.flow.answers import Heard
from bot.conversation.questions.basic import Words
from bot.conversation.questions.by_year import DayByYear
from bot.conversation.questions.countries import Country
from bot.conversation.questions.suggestions import SuggestedName
from bot.conversation.screen import Button, Row
from bot.flows.travellers.named import born, is_a_birth, is_a_name
from bot.flows.travellers.traveller_answers import (
    TravellerAnswers,
    deal_of,
    is_new,
    line_heard,
    others_of,
    rest_of,
)
from bot.flows.travellers.who_travels import WhoTravels, asks_who, relations
from domain.entities.particulars import (
    GROWN,
    OLD,
    check_expiry,
    check_name,
    check_passport,
    read_births,
    read_passport,
)
from domain.entities.travellers import Relation
from domain.queries.companions import Offered, PassportWanted, passport_known
from domain.values import text
from domain.values.refusals import Refusal
from locales import FullDay, Sentence, _
from locales.phones import country_of


@dataclass(frozen=True, kw_only=True)
class NameOrLine(SuggestedName):
    """A name; or a whole line: "Wang Wei 12.03.1985 E12345678 12.03.2030"."""

    def hear(self, exchange: Exchange, answers: TravellerAnswers, scratch: dict[str, Any]) -> Any:
        line = line_heard(exchange, answers)
        if line is None or not line.tells_more:
            return super().hear(exchange, answers, scratch)
        return Heard(text.name(line.name), also=rest_of(line))


def _names(exchange: Exchange, answers: TravellerAnswers) -> Sequence[str]:
    """The client's own name, where it may be meant and may stand in a passport."""
    name = deal_of(exchange, answers).client.name
    try:
        check_name(name)
    except Refusal:
        return []
    return [name] if answers.who is Relation.SELF else []


def likely_country(exchange: Exchange, answers: TravellerAnswers) -> str:
    """Of the others in the party, else where the client has a phone, else the agency's: shown before it is saved."""
    deal = deal_of(exchange, answers)
    told = next((one.citizenship for one in deal.party if one.citizenship), None)
    phone = deal.client.phone
    return told or (country_of(phone) if phone else None) or exchange.desk.agency.region


def _likely_decades(exchange: Exchange, answers: TravellerAnswers) -> range:
    """A child is under age, a client or a spouse is not; nobody is likely to be eighty."""
    year = exchange.desk.today.year
    youngest = year if answers.who in {Relation.CHILD, Relation.OTHER} else year - GROWN
    oldest = year - GROWN if answers.who is Relation.CHILD else year - OLD
    return range(oldest - oldest % 10, youngest + 1, 10)


def _check_passport(exchange: Exchange, passport: str, answers: TravellerAnswers) -> None:
    check_passport(passport, others_of(exchange, answers))


def _check_expires(exchange: Exchange, expires: date, answers: TravellerAnswers) -> None:
    check_expiry(expires, deal_of(exchange, answers), exchange.desk.today)


SAME = "same"
"""The answer that keeps a passport which is valid, though not for long."""


def _asks_passport(exchange: Exchange, answers: TravellerAnswers) -> Sentence:
    ours = _ours(exchange, answers)
    expires = ours.companion.passport_expires if ours else None
    if expires is None:
        return _("Passport number?")
    return _("The passport of {name} that we know expires on {day}. What is the number of the new one?")(
        name=answers.name, day=FullDay(expires)
    )


def _ours(exchange: Exchange, answers: TravellerAnswers) -> Offered | None:
    """Who was taken along without a passport, because ours will not do."""
    return passport_known(exchange.desk, answers.deal, answers.traveller) if answers.traveller else None


@dataclass(frozen=True, kw_only=True)
class PassportNumber(Words):
    """The number of a passport; one that is valid for less than six months after the trip may be kept with one tap."""

    def rows(self, exchange: Exchange, answers: TravellerAnswers, scratch: dict[str, Any]) -> tuple[Row, ...]:  # noqa: ARG002
        ours = _ours(exchange, answers)
        expires = ours.companion.passport_expires if ours else None
        if ours is None or expires is None or ours.wanted is not PassportWanted.SOON:
            return ()
        keep = _("↩️ The same passport, until {day}")(day=FullDay(expires))
        return ((Button(keep, "answer", (SAME,)),),)

    def tapped(
        self, exchange: Exchange, answers: TravellerAnswers, scratch: dict[str, Any], kept: Any
    ) -> Any:
        ours = _ours(exchange, answers)
        if kept != SAME or ours is None:
            return super().tapped(exchange, answers, scratch, kept)
        one = ours.companion
        return Heard(one.passport, also={"passport_expires": one.passport_expires})


QUESTIONS = (
    WhoTravels(name="who", asks=asks_who, label=_("Who"), options=relations, columns=1),
    NameOrLine(
        name="name",
        asks=_("Name in Latin letters, as in the passport?"),
        label=_("Name"),
        offers=_names,
        when=is_new,
        check=is_a_name,
    ),
    DayByYear(
        name="born_on",
        asks=born,
        label=_("Born"),
        when=is_new,
        years=lambda exchange: (exchange.desk.today.year - 99, exchange.desk.today.year),
        last=lambda exchange, _answers: exchange.desk.today,
        likely=_likely_decades,
        reads=read_births,
        check=is_a_birth,
    ),
    PassportNumber(
        name="passport",
        asks=_asks_passport,
        label=_("Passport"),
        secret=True,
        when=is_new,
        most=60,
        reads=read_passport,
        check=_check_passport,
    ),
    DayByYear(
        name="passport_expires",
        asks=_("When does the passport expire? Write it like 17.05.2031, or choose."),
        label=_("Expires"),
        when=is_new,
        years=lambda exchange: (exchange.desk.today.year, exchange.desk.today.year + 10),
        check=_check_expires,
    ),
    Country(
        name="citizenship",
        asks=_("Which country's passport is it? Tap it, or type the country."),
        label=_("Citizenship"),
        likely=likely_country,
        when=is_new,
        optional=True,
    ),
)
