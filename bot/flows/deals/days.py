"""The days of a tailor-made journey, and the deadlines of any deal, corrected after it was made.

Boris: [📅 Days]
Bot:   Which day does it begin?
Boris: 12.05.2027
Bot:   Which day does it return?
Boris: [3 days later]
Bot:   By when are the documents due?
Boris: 12.04.2027
Bot:   By when is the deposit due?
Boris: 21.04.2027
Bot:   By when is the balance due?
Boris: 28.04.2027
Bot:   First day: 12 May
Boris: [✅ Save]
Bot:   12 May – 15 May
"""

from dataclasses import dataclass
from datetime import date

from bot.conversation.exchange import Exchange
from bot.conversation.flow.answers import asked
from bot.conversation.flow.flow import Flow
from bot.conversation.questions.days import Day
from bot.conversation.routes import Routes
from bot.flows.deals.journey_days import is_ahead, last_day, today
from bot.links.deals import DEAL
from domain.queries.deals import deal, deal_to_change
from domain.usecases.deals.changing import DealDays, set_days
from domain.values.refusals import Refusal
from locales import Sentence, _

routes = Routes()


@dataclass(kw_only=True)
class DaysAnswers:
    deal: int
    tailor_made: bool = asked()
    starts: date | None = asked()
    ends: date | None = asked()
    documents_by: date | None = asked()
    deposit_by: date | None = asked()
    balance_by: date | None = asked()


def _is_tailor_made(answers: DaysAnswers) -> bool:
    return answers.tailor_made


def _has_first_day(answers: DaysAnswers) -> bool:
    return answers.tailor_made and answers.starts is not None


def _first(exchange: Exchange, answers: DaysAnswers) -> date:
    known = answers.starts or deal(exchange.desk, answers.deal).first_day
    return known or exchange.desk.today


def _before_it(exchange: Exchange, day: date | None, answers: DaysAnswers) -> None:
    first = answers.starts or deal(exchange.desk, answers.deal).first_day
    if day is not None and first is not None and day > first:
        raise Refusal("due_after_departure", day=first)


def _deadline(name: str, asks: Sentence, label: Sentence) -> Day:
    return Day(name=name, asks=asks, label=label, optional=True, near=_first, first=today, check=_before_it)


@routes.flow
class ChangeDays(Flow[DaysAnswers]):
    """A skipped deadline is the trip's, or none."""

    name = "deal_days"
    called = _("days of a deal")
    answers_type = DaysAnswers
    questions = (
        Day(
            name="starts",
            asks=_("Which day does it begin?"),
            label=_("First day"),
            optional=True,
            first=today,
            check=is_ahead,
            when=_is_tailor_made,
            last_question="ends",
        ),
        last_day(_first, _has_first_day),
        _deadline("documents_by", _("By when are the documents due?"), _("Documents due")),
        _deadline("deposit_by", _("By when is the deposit due?"), _("Deposit due")),
        _deadline("balance_by", _("By when is the balance due?"), _("Balance due")),
    )
    send = _("✅ Save")

    def prepare(self, exchange: Exchange, answers: DaysAnswers) -> None:
        answers.tailor_made = deal_to_change(exchange.desk, answers.deal).trip is None

    def finish(self, exchange: Exchange, answers: DaysAnswers) -> None:
        days = DealDays(
            answers.starts, answers.ends, answers.documents_by, answers.deposit_by, answers.balance_by
        )
        exchange.show(DEAL, set_days(exchange.desk, answers.deal, days).id)
