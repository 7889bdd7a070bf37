"""Who travels: one traveller's particulars, as in the passport. The client enters them, or staff for the client.

Anna: /mytrips
Anna: [✍️ Traveller 1 of 2]
Bot:  Traveller 1 of 2: who is it?
Anna: [🙋 Myself]
Bot:  Name, as in the passport?
Anna: [Anna]
Bot:  When was Anna born?
Anna: 17.05.1985
Bot:  Number of the passport?
Anna: AB 123 4567
Bot:  Until when is the passport valid?
Anna: 17.05.2031
Bot:  Anna · 🙋 Myself
      Born 17 May 1985
      Passport AB1234567, valid until 17 May 2031
Anna: [✅ Save]
Bot:  ✅ Anna is in.
"""

from collections.abc import Sequence
from datetime import date
from typing import Any

from bot.conversation.exchange import Exchange
from bot.conversation.flow.answers import Answers
from bot.conversation.flow.flow import Flow
from bot.conversation.questions.basic import Choice, Words
from bot.conversation.questions.by_year import DayByYear
from bot.conversation.questions.suggestions import SuggestedName
from bot.conversation.routes import Routes
from domain.entities.deals import Deal
from domain.entities.particulars import (
    Particulars,
    check_birth,
    check_expiry,
    check_name,
    check_passport,
    ends_soon,
    is_latin,
    odd_age,
    particulars_of,
    read_birth,
    read_passport,
)
from domain.entities.travellers import Relation, Traveller
from domain.queries.deals import within_reach
from domain.queries.travellers import known_travellers, must_be_changeable
from domain.usecases.travellers.travellers import change_traveller, enter_traveller
from domain.values.refusals import Refusal
from locales import Sentence, _, lines, n_
from locales.days import in_figures
from locales.terms.travellers import RELATIONS

routes = Routes()

MOST_KNOWN = 6
"""Travellers of earlier deals that are offered: more than that is slower than typing."""

_OWN_WORDS = {
    Relation.SELF: _("🙋 Myself"),
    Relation.SPOUSE: _("💍 Husband or wife"),
    Relation.CHILD: _("🧒 Child"),
    Relation.OTHER: _("👤 Someone else"),
}


def _deal(exchange: Exchange, answers: Answers) -> Deal:
    return within_reach(exchange.desk, answers["deal"])


def _is_new(answers: Answers) -> bool:
    """Not somebody whose particulars we have from an earlier trip."""
    return not isinstance(answers["who"], int)


def _asks_who(exchange: Exchange, answers: Answers) -> Sentence:
    if answers["traveller"]:
        return _("Who is it?")
    deal = _deal(exchange, answers)
    return _("Traveller {number} of {seats}: who is it?")(number=len(deal.party) + 1, seats=deal.seats)


def _others(exchange: Exchange, answers: Answers) -> list[Traveller]:
    """The party without the one it is about."""
    return [one for one in _deal(exchange, answers).party if one.id != answers["traveller"]]


def _who(exchange: Exchange, answers: Answers) -> Sequence[tuple[str | int, Sentence]]:
    """The relations, above them who came along before; there is one client only."""
    deal, others = _deal(exchange, answers), _others(exchange, answers)
    taken = any(one.relation is Relation.SELF for one in others)
    relations = [one for one in Relation if not (taken and one is Relation.SELF)]
    words = RELATIONS if exchange.desk.actor.is_staff else _OWN_WORDS
    known = [] if answers["traveller"] else known_travellers(exchange.desk, deal)[:MOST_KNOWN]
    return [
        *((one.id, _("↩️ {name}, as last time")(name=one.name)) for one in known),
        *((one.value, words[one]) for one in relations),
    ]


def _names(exchange: Exchange, answers: Answers) -> Sequence[str]:
    """The client's own name, where it may be meant and may stand in a passport."""
    name = _deal(exchange, answers).client.name
    try:
        check_name(name)
    except Refusal:
        return []
    return [name] if answers["who"] == Relation.SELF else []


def _check_name(_talk: Exchange, name: str, _answers: Answers) -> None:
    check_name(name)


def _born(_talk: Exchange, answers: Answers) -> Sentence:
    return _("When was {name} born? Write it like 17.05.1985, or choose.")(name=answers["name"])


def _check_born(exchange: Exchange, born_on: date, _answers: Answers) -> None:
    check_birth(born_on, exchange.desk.today)


def _check_passport(exchange: Exchange, passport: str, answers: Answers) -> None:
    check_passport(passport, _others(exchange, answers))


def _check_expires(exchange: Exchange, expires: date, answers: Answers) -> None:
    check_expiry(expires, _deal(exchange, answers), exchange.desk.today)


@routes.flow
class TravellerFlow(Flow):
    """Opened with `deal`; with `traveller` to change one who is entered."""

    name = "traveller"
    send = _("✅ Save")
    questions = (
        Choice(name="who", asks=_asks_who, label=_("Who"), options=_who, columns=1),
        SuggestedName(
            name="name",
            asks=_("Name, as in the passport? In Latin letters, if it has them."),
            label=_("Name"),
            offers=_names,
            when=_is_new,
            check=_check_name,
        ),
        DayByYear(
            name="born_on",
            asks=_born,
            label=_("Born"),
            when=_is_new,
            years=lambda exchange: (exchange.desk.today.year - 99, exchange.desk.today.year),
            reads=lambda exchange, text: read_birth(text, exchange.desk.today),
            check=_check_born,
        ),
        Words(
            name="passport",
            asks=_("Number of the passport?"),
            label=_("Passport"),
            secret=True,
            when=_is_new,
            most=60,
            reads=lambda text: read_passport(in_figures(text)),
            check=_check_passport,
        ),
        DayByYear(
            name="passport_expires",
            asks=_("Until when is the passport valid? Write it like 17.05.2031, or choose."),
            label=_("Valid until"),
            when=_is_new,
            years=lambda exchange: (exchange.desk.today.year, exchange.desk.today.year + 10),
            check=_check_expires,
        ),
    )
    changes_known = tuple(question.name for question in questions)

    def opens(self, exchange: Exchange, known: dict[str, Any]) -> dict[str, Any]:
        deal = within_reach(exchange.desk, known["deal"])
        if not known.get("traveller"):
            deal.must_have_room()
            return {"deal": deal.id}
        traveller = deal.traveller(known["traveller"])
        must_be_changeable(exchange.desk, deal, traveller)
        return known | _entered(traveller)

    def review(self, exchange: Exchange, answers: Answers) -> Sentence:
        deal, told = _deal(exchange, answers), _told(exchange, answers)
        soon = ends_soon(told.passport_expires, deal, exchange.desk.today)
        words = RELATIONS if exchange.desk.actor.is_staff else _OWN_WORDS
        age = odd_age(told.relation, told.born_on, exchange.desk.today)
        return lines(
            _("<b>{name}</b> · {relation}")(name=told.name, relation=words[told.relation]),
            _("Born {day}")(day=told.born_on),
            None if age is None else _ODD_AGE(count=age),
            _("Passport {number}, valid until {day}")(number=told.passport, day=told.passport_expires),
            _SOON if soon else None,
            None if is_latin(told.name) else _NOT_LATIN,
        )

    def finish(self, exchange: Exchange, answers: Answers) -> None:
        number, told = answers["deal"], _told(exchange, answers)
        if answers["traveller"]:
            traveller = change_traveller(exchange.desk, number, answers["traveller"], told)
        else:
            traveller = enter_traveller(exchange.desk, number, told)
        exchange.show("traveller_in", number, traveller.id)


_ODD_AGE = n_(
    "⚠️ That makes {count} year of age. Is it right?", "⚠️ That makes {count} years of age. Is it right?"
)
_SOON = _(
    "⚠️ The passport ends less than six months after the return. Many borders want longer: please ask us, or renew it."
)
_NOT_LATIN = _("ℹ️ If the passport has the name in Latin letters too, please write it like there.")


def _entered(traveller: Traveller) -> dict[str, Any]:
    """What is there already, as the questions keep it."""
    kept: dict[str, Any] = {"who": traveller.relation.value, "name": traveller.name}
    kept["passport"] = traveller.passport
    for name in ("born_on", "passport_expires"):
        day: date | None = getattr(traveller, name)
        kept[name] = day.isoformat() if day else None
    return {name: value for name, value in kept.items() if value is not None}


def _told(exchange: Exchange, answers: Answers) -> Particulars:
    if _is_new(answers):
        given = {name: answers[name] for name in ("name", "born_on", "passport", "passport_expires")}
        return Particulars(Relation(answers["who"]), **given)
    known = known_travellers(exchange.desk, _deal(exchange, answers))
    found = next((one for one in known if one.id == answers["who"]), None)
    if found is None:
        raise Refusal("known_no_more")
    return particulars_of(found)
