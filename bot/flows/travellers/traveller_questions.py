"""What is asked about a traveller: who it is, and the particulars, as in the passport."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from bot.conversation.exchange import Exchange
from bot.conversation.flow.answers import Heard, Instead, asked
from bot.conversation.questions.basic import Choice, Words
from bot.conversation.questions.by_year import DayByYear
from bot.conversation.questions.countries import Country
from bot.conversation.questions.suggestions import SuggestedName
from domain.entities.deals import Deal
from domain.entities.particulars import (
    GROWN,
    OLD,
    check_birth,
    check_expiry,
    check_name,
    check_passport,
    read_births,
    read_passport,
)
from domain.entities.pasted_lines import Line, lines_of, read_line
from domain.entities.travellers import Relation, Traveller
from domain.queries.my_deals import within_reach
from domain.queries.travellers import known_travellers
from domain.values import text
from domain.values.refusals import Refusal
from locales import Sentence, _
from locales.phones import country_of
from locales.terms.countries import country_named
from locales.terms.travellers import RELATIONS

MOST_KNOWN = 6
"""Travellers of earlier deals that are offered: more than that is slower than typing."""

OWN_WORDS = {
    Relation.SELF: _("🙋 Myself"),
    Relation.SPOUSE: _("💍 Husband or wife"),
    Relation.CHILD: _("🧒 Child"),
    Relation.OTHER: _("👤 Someone else"),
}


@dataclass(kw_only=True)
class TravellerAnswers:
    deal: int
    traveller: int | None = None
    """Who is changed; None for one who is entered."""
    who: Relation | int = asked()
    """Somebody new; or the number of one who went before."""
    name: str = asked()
    born_on: date = asked()
    passport: str = asked()
    passport_expires: date = asked()
    citizenship: str | None = asked()


def _line_heard(exchange: Exchange, answers: TravellerAnswers) -> Line | None:
    """One line that tells of a traveller; several are heard as a list. None for a name alone, or anything else.

    Raises Refusal: whatever is in doubt of a line that tells more than a name.
    """
    written = lines_of(exchange.event.text or "")
    if len(written) > 1 and not answers.traveller:
        raise Instead("traveller_list", deal=answers.deal)
    if len(written) != 1 or not any(c.isdigit() for c in written[0]):
        return None
    line = read_line(written[0], exchange.desk.today, exchange.voice.language, country=country_named)
    if line.doubt:
        raise line.doubt
    return line


def _rest_of(line: Line) -> dict[str, Any]:
    told = {name: getattr(line, name) for name in ("born_on", "passport", "passport_expires", "citizenship")}
    return {name: value for name, value in told.items() if value is not None}


@dataclass(frozen=True, kw_only=True)
class NameOrLine(SuggestedName):
    """A name; or a whole line: "Wang Wei 12.03.1985 E12345678 12.03.2030"."""

    def hear(self, exchange: Exchange, answers: TravellerAnswers, scratch: dict[str, Any]) -> Any:
        line = _line_heard(exchange, answers)
        if line is None or not line.tells_more:
            return super().hear(exchange, answers, scratch)
        return Heard(text.name(line.name), also=_rest_of(line))


@dataclass(frozen=True, kw_only=True)
class WhoTravels(Choice):
    """What the traveller is to the client, or which of those who went before. A whole line says who it is by its name."""

    def hear(self, exchange: Exchange, answers: TravellerAnswers, scratch: dict[str, Any]) -> Any:
        line = _line_heard(exchange, answers)
        if line is None or not line.tells_more:
            return super().hear(exchange, answers, scratch)
        own = line.name.casefold() == deal_of(exchange, answers).client.name.casefold()
        relations = [one for one, _words in self.choices(exchange, answers)]
        relation = Relation.SELF if own and Relation.SELF in relations else Relation.OTHER
        return Heard(relation, also={"name": text.name(line.name), **_rest_of(line)})

    def load(self, kept: Any) -> Relation | int:
        return kept if isinstance(kept, int) else Relation(kept)


def deal_of(exchange: Exchange, answers: TravellerAnswers) -> Deal:
    return within_reach(exchange.desk, answers.deal)


def is_new(answers: TravellerAnswers) -> bool:
    """Not somebody whose particulars we have from an earlier trip."""
    return isinstance(answers.who, Relation)


def _asks_who(exchange: Exchange, answers: TravellerAnswers) -> Sentence:
    if answers.traveller:
        return _("Who is it?")
    deal = deal_of(exchange, answers)
    return _("Traveller {number} of {seats}: who is it?")(number=len(deal.party) + 1, seats=deal.seats)


def _others(exchange: Exchange, answers: TravellerAnswers) -> list[Traveller]:
    """The party without the one it is about."""
    return [one for one in deal_of(exchange, answers).party if one.id != answers.traveller]


def _who(exchange: Exchange, answers: TravellerAnswers) -> Sequence[tuple[Relation | int, Sentence]]:
    """The relations, above them who came along before; there is one client only."""
    deal, others = deal_of(exchange, answers), _others(exchange, answers)
    taken = any(one.relation is Relation.SELF for one in others)
    relations = [one for one in Relation if not (taken and one is Relation.SELF)]
    words = RELATIONS if exchange.desk.actor.is_staff else OWN_WORDS
    known = [] if answers.traveller else known_travellers(exchange.desk, deal)[:MOST_KNOWN]
    return [
        *((one.id, _("↩️ {name}, as last time")(name=one.name)) for one in known),
        *((one, words[one]) for one in relations),
    ]


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


def _check_name(_exchange: Exchange, name: str, _answers: TravellerAnswers) -> None:
    check_name(name)


def _born(_exchange: Exchange, answers: TravellerAnswers) -> Sentence:
    return _("When was {name} born? Write it like 17.05.1985, or choose.")(name=answers.name)


def _likely_decades(exchange: Exchange, answers: TravellerAnswers) -> range:
    """A child is under age, a client or a spouse is not; nobody is likely to be eighty."""
    year = exchange.desk.today.year
    youngest = year if answers.who in {Relation.CHILD, Relation.OTHER} else year - GROWN
    oldest = year - GROWN if answers.who is Relation.CHILD else year - OLD
    return range(oldest - oldest % 10, youngest + 1, 10)


def _check_born(exchange: Exchange, born_on: date, _answers: TravellerAnswers) -> None:
    check_birth(born_on, exchange.desk.today)


def _check_passport(exchange: Exchange, passport: str, answers: TravellerAnswers) -> None:
    check_passport(passport, _others(exchange, answers))


def _check_expires(exchange: Exchange, expires: date, answers: TravellerAnswers) -> None:
    check_expiry(expires, deal_of(exchange, answers), exchange.desk.today)


QUESTIONS = (
    WhoTravels(name="who", asks=_asks_who, label=_("Who"), options=_who, columns=1),
    NameOrLine(
        name="name",
        asks=_("Name in Latin letters, as in the passport?"),
        label=_("Name"),
        offers=_names,
        when=is_new,
        check=_check_name,
    ),
    DayByYear(
        name="born_on",
        asks=_born,
        label=_("Born"),
        when=is_new,
        years=lambda exchange: (exchange.desk.today.year - 99, exchange.desk.today.year),
        last=lambda exchange, _answers: exchange.desk.today,
        likely=_likely_decades,
        reads=read_births,
        check=_check_born,
    ),
    Words(
        name="passport",
        asks=_("Passport number?"),
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
