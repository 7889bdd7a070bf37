"""The questions of a deal that is opened; what its inquiry asked for stands first among the suggestions."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from bot.conversation.exchange import Exchange
from bot.conversation.flow.answers import Heard
from bot.conversation.questions.basic import Amount, Choice, Find
from bot.conversation.questions.days import Day
from bot.conversation.questions.suggestions import SuggestedCount, SuggestedMonth, SuggestedPlace
from bot.flows.clients.who import caller_questions
from bot.flows.deals.deal_answers import NEW, TAILOR_MADE, DealAnswers, asked_for, days_told
from bot.flows.deals.journey_days import is_ahead, last_day, today
from bot.flows.inquiries.wishes import months, places, trip_choice, when_can_be
from bot.flows.trips.trips_to_sell import trips_found
from domain.entities.deposits import deposits_to_offer
from domain.queries.clients import clients_found
from domain.queries.deal_leaders import leaders_to_choose
from domain.queries.joining import trip_offered
from domain.queries.trips import free_seats
from domain.values.money import Money
from domain.values.month import Month
from domain.values.refusals import Refusal
from domain.values.translated import Translated
from locales import Sentence, _, lines, verbatim
from locales.terms.payments import NO_DEPOSIT
from locales.terms.phones import pretty_phone
from locales.terms.trips import PROMISED

Choices = Sequence[tuple[int, Sentence]]


def _is_new(answers: DealAnswers) -> bool:
    return answers.is_new


def _asks_phone(answers: DealAnswers) -> bool:
    return answers.asks_phone


def _is_tailor_made(answers: DealAnswers) -> bool:
    return answers.is_tailor_made


def _clients(exchange: Exchange, _answers: DealAnswers, text: str, limit: int, offset: int) -> Choices:
    named = _("{name} · {phone}")
    return [
        (client.id, named(name=client.name, phone=pretty_phone(client.phone)))
        for client in clients_found(exchange.desk, text, limit, offset)
    ]


def _trips(exchange: Exchange, answers: DealAnswers, text: str, limit: int, offset: int) -> Choices:
    """The trip that the inquiry is for comes first."""
    inquiry = asked_for(exchange.desk, answers)
    found = trips_found(exchange, text, limit, offset, answers.for_client)
    if inquiry is None or inquiry.trip is None or text or offset:
        return found
    wanted = inquiry.trip
    first = (
        wanted.id,
        _("✓ {trip}")(trip=trip_choice(wanted, free_seats(exchange.desk, wanted, inquiry.client.id))),
    )
    return [first, *(choice for choice in found if choice[0] != wanted.id)][:limit]


def _asked_place(exchange: Exchange, answers: DealAnswers) -> list[Translated]:
    inquiry = asked_for(exchange.desk, answers)
    return [inquiry.asked_place] if inquiry else places(exchange, answers)


def _asked_time(exchange: Exchange, answers: DealAnswers) -> Sequence[Month | str]:
    inquiry = asked_for(exchange.desk, answers)
    asked = inquiry.asked_time if inquiry else None
    return [asked] if asked else months(exchange, answers)


def _asked_heads(exchange: Exchange, answers: DealAnswers) -> int | None:
    inquiry = asked_for(exchange.desk, answers)
    return inquiry.heads if inquiry else None


def _how_many(exchange: Exchange, answers: DealAnswers) -> Sentence:
    """Of a trip that is sold out or promised it is said at once; the line for it is offered at the end."""
    asks = _("How many people?")
    trip = answers.chosen_trip
    line = trip_offered(exchange.desk, trip, answers.for_client) if trip is not None else None
    if line is not None and line.promised:
        return lines(PROMISED(count=line.promised), asks)
    if line is None or line.free:
        return asks
    return lines(_("{trip} is sold out: only the waiting list is left.")(trip=line.trip.title), asks)


def _room(exchange: Exchange, value: int, answers: DealAnswers) -> None:
    """Raises Refusal: not_enough_seats. A sold-out trip is left to the end, where the waiting line is offered, and so are
    seats that are promised to others.
    """
    if answers.chosen_trip is not None:
        line = trip_offered(exchange.desk, answers.chosen_trip, answers.for_client)
        if 0 < line.free + line.promised < value:
            raise Refusal("not_enough_seats", count=line.free)


def _price_above_zero(_exchange: Exchange, value: Money | None, _answers: DealAnswers) -> None:
    if value is not None and not value:
        raise Refusal("no_price")


def _is_priced(answers: DealAnswers) -> bool:
    return answers.is_tailor_made and answers.price is not None


def _has_first_day(answers: DealAnswers) -> bool:
    return answers.is_tailor_made and answers.starts is not None


def _first_day(exchange: Exchange, answers: DealAnswers) -> date:
    return answers.starts or exchange.desk.today


def _near_first_day(exchange: Exchange, answers: DealAnswers) -> date:
    """In the month that is meant, where one is."""
    month = answers.when
    return max(month.first, exchange.desk.today) if isinstance(month, Month) else exchange.desk.today


@dataclass(frozen=True, kw_only=True)
class When(SuggestedMonth):
    """A month, days, or somebody's own words; days that are told are not asked for again."""

    def hear(self, exchange: Exchange, answers: Any, scratch: dict[str, Any]) -> Any:
        return self._with_days(exchange, super().hear(exchange, answers, scratch))

    def tapped(self, exchange: Exchange, answers: Any, scratch: dict[str, Any], kept: Any) -> Any:
        return self._with_days(exchange, super().tapped(exchange, answers, scratch, kept))

    def _with_days(self, exchange: Exchange, when: Month | str) -> Heard:
        return Heard(when, days_told(exchange.desk, when))


def _deposit_below_price(_exchange: Exchange, value: Money | None, answers: DealAnswers) -> None:
    if value is not None and answers.price is not None and answers.price < value:
        raise Refusal("deposit_above_price", price=answers.price)


def _deposits(_exchange: Exchange, answers: DealAnswers) -> list[Money]:
    return deposits_to_offer(answers.price) if answers.price else []


def _budget(exchange: Exchange, answers: DealAnswers) -> list[Money]:
    inquiry = asked_for(exchange.desk, answers)
    return [inquiry.budget] if inquiry and inquiry.budget else []


def _colleagues(exchange: Exchange, _answers: DealAnswers) -> Choices:
    return [(member.id, verbatim(member.name)) for member in leaders_to_choose(exchange.desk)]


QUESTIONS = (
    Find(
        name="client",
        asks=_("Who is it for? Type a name or a phone number."),
        label=_("Client"),
        finds=_clients,
        also=((NEW, _("➕ New client")),),
    ),
    *caller_questions(_("What is the client's name?"), _is_new, phone_when=_asks_phone),
    Find(
        name="trip",
        asks=_("Which trip? Choose, or type its name or date."),
        label=_("Trip"),
        finds=_trips,
        also=((TAILOR_MADE, _("✈️ Tailor-made")),),
        spoils=("seats",),
    ),
    SuggestedPlace(
        name="destination",
        asks=_("Where to?"),
        label=_("Where"),
        offers=_asked_place,
        when=_is_tailor_made,
    ),
    When(
        name="when",
        asks=_("When?"),
        label=_("When"),
        offers=_asked_time,
        columns=3,
        optional=True,
        most=60,
        check=when_can_be,
        when=_is_tailor_made,
        spoils=("starts", "ends"),
    ),
    Day(
        name="starts",
        asks=_(
            "Which day does it begin? The client is then told the day before and asked for everything in time."
        ),
        label=_("First day"),
        optional=True,
        near=_near_first_day,
        first=today,
        check=is_ahead,
        when=_is_tailor_made,
        spoils=("ends",),
        last_question="ends",
    ),
    last_day(_first_day, _has_first_day),
    SuggestedCount(name="seats", asks=_how_many, label=_("People"), likely=_asked_heads, check=_room),
    Amount(
        name="price",
        asks=_(
            "What does it cost in total? Skip this until the price is agreed: the client hears of a booking once there is one."
        ),
        label=_("Price"),
        offers=_budget,
        optional=True,
        check=_price_above_zero,
        when=_is_tailor_made,
        spoils=("deposit",),
    ),
    Amount(
        name="deposit",
        asks=_("And the deposit?"),
        label=_("Deposit"),
        offers=_deposits,
        nothing=NO_DEPOSIT,
        check=_deposit_below_price,
        when=_is_priced,
    ),
    Choice(
        name="responsible",
        asks=_("Who is responsible?"),
        label=_("Responsible"),
        options=_colleagues,
    ),
)
