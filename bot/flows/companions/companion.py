"""Somebody who travels with a client is put on the client's file, or corrected there.

Boris: [➕ Add a companion]
Bot:   Who is it to the client?
Boris: [Child]
Bot:   Name in Latin letters, as in the passport?
Boris: Tom Green
Bot:   When was Tom Green born?
Boris: 01.06.2019
Bot:   Passport number?
Boris: [Skip]
Bot:   Which country's passport is it?
Boris: [Skip]
Bot:   Name: Tom Green
Boris: [✅ Save]
Bot:   🧒 Tom Green
"""

from dataclasses import dataclass
from datetime import date
from typing import Any

from bot.conversation.exchange import Exchange
from bot.conversation.flow.answers import asked
from bot.conversation.flow.flow import LINE, Flow
from bot.conversation.questions.basic import Choice, Words
from bot.conversation.questions.by_year import DayByYear
from bot.conversation.questions.countries import Country
from bot.conversation.questions.person_names import PersonName
from bot.conversation.routes import Routes
from bot.flows.travellers.named import born, is_a_birth, is_a_name
from bot.links.companions import COMPANION
from domain.entities.particulars import read_births, read_passport
from domain.entities.travellers import Relation
from domain.queries.companions import companion_to_change, must_change_companions
from domain.usecases.companions.keeping import CompanionTold, add_companion, change_companion
from locales import Sentence, _, lines
from locales.phones import country_of
from locales.terms.travellers import RELATIONS

routes = Routes()


@dataclass(kw_only=True)
class CompanionAnswers:
    client: int | None = None
    """Of whom one more is added."""
    companion: int | None = None
    """Who is corrected."""
    with_passport: bool = False
    """Whether the passport is the actor's to see."""
    relation: Relation = asked()
    name: str = asked()
    born_on: date | None = asked()
    passport: str | None = asked()
    passport_expires: date | None = asked()
    citizenship: str | None = asked()


def _client(exchange: Exchange, answers: CompanionAnswers) -> Any:
    if answers.companion:
        return companion_to_change(exchange.desk, answers.companion).companion.client
    return must_change_companions(exchange.desk, answers.client or 0)


def _likely(exchange: Exchange, answers: CompanionAnswers) -> str:
    phone = _client(exchange, answers).phone
    return (country_of(phone) if phone else None) or exchange.desk.agency.region


@routes.flow
class CompanionFlow(Flow[CompanionAnswers]):
    """What is not known is skipped."""

    name = "companion"
    called = _("a companion's details")
    answers_type = CompanionAnswers
    questions = (
        Choice(
            name="relation",
            asks=_("Who is it to the client?"),
            label=_("Who"),
            options=tuple(RELATIONS.items()),
            of=Relation,
        ),
        PersonName(
            name="name",
            asks=_("Name in Latin letters, as in the passport?"),
            label=_("Name"),
            check=is_a_name,
        ),
        DayByYear(
            name="born_on",
            asks=born,
            label=_("Born"),
            years=lambda exchange: (exchange.desk.today.year - 99, exchange.desk.today.year),
            last=lambda exchange, _answers: exchange.desk.today,
            reads=read_births,
            check=is_a_birth,
            optional=True,
        ),
        Words(
            name="passport",
            asks=_("Passport number?"),
            label=_("Passport"),
            secret=True,
            when=lambda answers: answers.with_passport,
            most=60,
            reads=read_passport,
            optional=True,
        ),
        DayByYear(
            name="passport_expires",
            asks=_("When does the passport expire? Write it like 17.05.2031, or choose."),
            label=_("Expires"),
            when=lambda answers: answers.with_passport and bool(answers.passport),
            years=lambda exchange: (exchange.desk.today.year, exchange.desk.today.year + 10),
            optional=True,
        ),
        Country(
            name="citizenship",
            asks=_("Which country's passport is it? Tap it, or type the country."),
            label=_("Citizenship"),
            likely=_likely,
            optional=True,
        ),
    )
    send = _("✅ Save")
    changes_known = tuple(question.name for question in questions)

    def opens(self, exchange: Exchange, known: dict[str, Any]) -> dict[str, Any]:
        """Of who is corrected nothing is asked by itself: what is not known may be told from the review."""
        kept = super().opens(exchange, known)
        return (
            dict.fromkeys(question.name for question in self.questions) | kept
            if "companion" in kept
            else kept
        )

    def review(self, exchange: Exchange, answers: CompanionAnswers) -> Sentence:
        """What is known."""
        told = ((one, getattr(answers, one.name)) for one in self.due(answers))
        return lines(
            *(
                LINE(label=one.label, value=one.shown_at(exchange, value))
                for one, value in told
                if value is not None
            )
        )

    def prepare(self, exchange: Exchange, answers: CompanionAnswers) -> None:
        if answers.companion:
            seen = companion_to_change(exchange.desk, answers.companion)
            one, answers.with_passport = seen.companion, seen.sees_passport
            answers.relation, answers.name = one.relation, one.name
            answers.born_on, answers.citizenship = one.born_on, one.citizenship
            if seen.sees_passport:
                answers.passport, answers.passport_expires = one.passport, one.passport_expires
        else:
            must_change_companions(exchange.desk, answers.client or 0)
            answers.with_passport = True

    def finish(self, exchange: Exchange, answers: CompanionAnswers) -> None:
        told = CompanionTold(
            answers.relation,
            answers.name,
            answers.born_on,
            answers.passport,
            answers.passport_expires,
            answers.citizenship,
        )
        if answers.companion:
            one = change_companion(
                exchange.desk, answers.companion, told, with_passport=answers.with_passport
            )
        else:
            one = add_companion(exchange.desk, answers.client or 0, told)
        exchange.show(COMPANION, one.id)
