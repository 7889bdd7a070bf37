"""The last day of a tailor-made journey, and what its days must be: asked alike when a deal is made and corrected."""

from collections.abc import Callable
from datetime import date
from typing import Any, Protocol

from bot.conversation.exchange import Exchange
from bot.conversation.questions.days import Day
from bot.flows.trips.trip_questions import stays
from domain.entities.trip_plans import check_returns
from domain.values.refusals import Refusal
from locales import Sentence, _


class Begins(Protocol):
    """Answers that know the first day, or not yet."""

    starts: date | None


def today(exchange: Exchange, _answers: Any) -> date:
    return exchange.desk.today


def is_ahead(exchange: Exchange, day: date | None, _answers: Any) -> None:
    """Raises Refusal: in_the_past."""
    if day is not None and day < exchange.desk.today:
        raise Refusal("in_the_past")


def last_day(first: Callable[[Exchange, Any], date], when: Callable[[Any], bool]) -> Day:
    return Day(
        name="ends",
        asks=_("Which day does it return?"),
        label=_("Last day"),
        offers=_stays,
        near=first,
        first=first,
        check=_not_before,
        when=when,
    )


def _not_before(_exchange: Exchange, day: date | None, answers: Begins) -> None:
    if day is not None and answers.starts is not None:
        check_returns(day, answers.starts)


def _stays(_exchange: Exchange, answers: Begins) -> list[tuple[date, Sentence]]:
    return stays(answers.starts) if answers.starts else []
