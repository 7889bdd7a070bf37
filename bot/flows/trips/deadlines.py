"""When papers and money of a trip are due: as usual, with one tap, or each day by itself."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from bot.conversation.flow.answers import Answers
from bot.conversation.questions.basic import Choice, Day
from domain.entities.trips import check_due
from domain.values.local_time import zone
from locales import Sentence, _, n_

if TYPE_CHECKING:
    from bot.conversation.exchange import Exchange

BEFORE = n_("{count} day before · {day}", "{count} days before · {day}")
USUAL = {"deposit_due": 30, "documents_due": 21, "balance_due": 14}
"""Days before the departure; with less time ahead, the day the trip is put up."""


def deadlines(exchange: "Exchange", answers: Answers) -> dict[str, Any]:
    """The three days by the names of a trip plan's fields."""
    usual = _usual(exchange, answers)
    return {name: answers[name] or usual[name] for name in USUAL} if _chosen(answers) else dict(usual)


def departure_day(_talk: "Exchange", answers: Answers) -> date:
    day: date = answers["day"]
    return day


def _today(exchange: "Exchange", answers: Answers) -> date:
    """The date where the trip leaves: nothing may be due before it."""
    return exchange.desk.now.astimezone(zone(answers["zone"])).date()


def _usual(exchange: "Exchange", answers: Answers) -> dict[str, date]:
    leaves: date = answers["day"]
    soonest = min(_today(exchange, answers), leaves)
    return {name: max(soonest, leaves - timedelta(days=days)) for name, days in USUAL.items()}


def _offered(exchange: "Exchange", answers: Answers) -> Sentence:
    usual = _usual(exchange, answers)
    if not answers["deposit"]:
        return _("When is what due? Usually: documents by {documents}, balance by {balance}.")(
            documents=usual["documents_due"], balance=usual["balance_due"]
        )
    return _(
        "When is what due? Usually: deposit by {deposit}, documents by {documents}, balance by {balance}."
    )(deposit=usual["deposit_due"], documents=usual["documents_due"], balance=usual["balance_due"])


def _chosen(answers: Answers) -> bool:
    return bool(answers["deadlines"] == "chosen")


def _chosen_with_deposit(answers: Answers) -> bool:
    return _chosen(answers) and bool(answers["deposit"])


def _due(exchange: "Exchange", day: date, answers: Answers) -> None:
    check_due(day, answers["day"], _today(exchange, answers))


def _days_before(exchange: "Exchange", answers: Answers) -> list[tuple[date, Sentence]]:
    leaves: date = answers["day"]
    today = _today(exchange, answers)
    before = [(count, leaves - timedelta(days=count)) for count in (30, 21, 14, 7, 3, 1)]
    ahead_ = [(day, BEFORE(count=count, day=day)) for count, day in before if day >= today]
    return ahead_[:4] or [(leaves, _("On the day · {day}")(day=leaves))]


def _deadline(name: str, asks: Sentence, label: Sentence, when: Callable[[Answers], bool] = _chosen) -> Day:
    return Day(
        name=name, asks=asks, label=label, offers=_days_before, near=departure_day, check=_due, when=when
    )


DEADLINES = (
    Choice(
        name="deadlines",
        asks=_offered,
        label=_("Deadlines"),
        options=[("usual", _("✅ As usual")), ("chosen", _("📅 Choose the days"))],
        spoils=tuple(USUAL),
    ),
    _deadline("deposit_due", _("By when is the deposit due?"), _("Deposit due"), _chosen_with_deposit),
    _deadline("documents_due", _("By when are the documents due?"), _("Documents due")),
    _deadline("balance_due", _("By when is the rest of the price due?"), _("Balance due")),
)
