"""How money came or went, and on which day: asked alike of what is paid and of what is given back."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from bot.conversation.exchange import Exchange
from bot.conversation.questions.basic import Choice
from bot.conversation.questions.days import Day
from bot.conversation.screen import Button, Row
from domain.entities.payments import PaymentMethod
from domain.usecases.payments.payments import must_be_past
from locales import Sentence, _
from locales.terms.payments import METHODS


def method(asks: Sentence) -> Choice:
    return Choice(
        name="method", asks=asks, label=_("Method"), options=tuple(METHODS.items()), of=PaymentMethod
    )


@dataclass(frozen=True, kw_only=True)
class PaidOn(Day):
    """A day that is not still to come; today and yesterday are one tap away."""

    def named(self, exchange: Exchange, answers: Any) -> tuple[Row, ...]:  # noqa: ARG002
        today = exchange.desk.today
        near = (
            Button(_("Today"), "answer", (today.isoformat(),)),
            Button(_("Yesterday"), "answer", ((today - timedelta(days=1)).isoformat(),)),
        )
        return (near,)


def paid_on(asks: Sentence) -> PaidOn:
    return PaidOn(name="on", asks=asks, label=_("Day"), last=_today, check=_is_past)


def _today(exchange: Exchange, _answers: Any) -> date:
    return exchange.desk.today


def _is_past(exchange: Exchange, day: date, _answers: Any) -> None:
    must_be_past(exchange.desk, day)
