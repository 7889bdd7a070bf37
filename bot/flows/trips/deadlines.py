"""When documents and money of a trip are due: as usual, with one tap, or each day by itself."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import TYPE_CHECKING

from bot.conversation.questions.basic import Choice
from bot.conversation.questions.days import Day
from bot.flows.trips.trip_answers import TripAnswers
from domain.entities.trip_plans import check_due
from domain.values.local_time import zone
from locales import Sentence, _, n_

if TYPE_CHECKING:
    from bot.conversation.exchange import Exchange

BEFORE = n_("{count} day before · {day}", "{count} days before · {day}")
USUAL = ("deposit_due", "documents_due", "balance_due")
"""Offered so many days before the departure as the agency has settled; with less time ahead, closer together."""


def deadlines(exchange: "Exchange", answers: TripAnswers) -> dict[str, date]:
    """The three days by the names of a trip plan's fields."""
    usual = _usual(exchange, answers)
    if not _chosen(answers):
        return usual
    chosen = {
        "deposit_due": answers.deposit_due,
        "documents_due": answers.documents_due,
        "balance_due": answers.balance_due,
    }
    return usual | {name: day for name, day in chosen.items() if day}


def departure_day(_exchange: "Exchange", answers: TripAnswers) -> date:
    return answers.day


def _today(exchange: "Exchange", answers: TripAnswers) -> date:
    """The date where the trip leaves: nothing may be due before it."""
    return exchange.desk.now.astimezone(zone(answers.zone)).date()


def _usual(exchange: "Exchange", answers: TripAnswers) -> dict[str, date]:
    dues = exchange.desk.agency.timing.dues(answers.day, _today(exchange, answers))
    return {"documents_due": dues.documents, "deposit_due": dues.deposit, "balance_due": dues.balance}


def _offered(exchange: "Exchange", answers: TripAnswers) -> Sentence:
    usual = _usual(exchange, answers)
    if not answers.deposit:
        return _("What are the deadlines? Usually: documents by {documents}, balance by {balance}.")(
            documents=usual["documents_due"], balance=usual["balance_due"]
        )
    return _(
        "What are the deadlines? Usually: documents by {documents}, deposit by {deposit}, balance by {balance}."
    )(deposit=usual["deposit_due"], documents=usual["documents_due"], balance=usual["balance_due"])


def _chosen(answers: TripAnswers) -> bool:
    return answers.deadlines == "chosen"


def _chosen_with_deposit(answers: TripAnswers) -> bool:
    return _chosen(answers) and bool(answers.deposit)


def _due(exchange: "Exchange", day: date, answers: TripAnswers) -> None:
    check_due(day, answers.day, _today(exchange, answers))


def _days_before(exchange: "Exchange", answers: TripAnswers) -> list[tuple[date, Sentence]]:
    leaves = answers.day
    today = _today(exchange, answers)
    before = [(count, leaves - timedelta(days=count)) for count in (30, 21, 14, 7, 3, 1)]
    ahead_ = [(day, BEFORE(count=count, day=day)) for count, day in before if day >= today]
    return ahead_[:4] or [(leaves, _("On the day · {day}")(day=leaves))]


def _deadline(
    name: str, asks: Sentence, label: Sentence, when: Callable[[TripAnswers], bool] = _chosen
) -> Day:
    return Day(
        name=name,
        asks=asks,
        label=label,
        offers=_days_before,
        near=departure_day,
        first=_today,
        last=departure_day,
        check=_due,
        when=when,
    )


DEADLINES = (
    Choice(
        name="deadlines",
        asks=_offered,
        label=_("Deadlines"),
        options=(("usual", _("✅ As usual")), ("chosen", _("📅 Choose the days"))),
        spoils=USUAL,
    ),
    _deadline("deposit_due", _("By when is the deposit due?"), _("Deposit due"), _chosen_with_deposit),
    _deadline("documents_due", _("By when are the documents due?"), _("Documents due")),
    _deadline("balance_due", _("By when is the balance due?"), _("Balance due")),
)
