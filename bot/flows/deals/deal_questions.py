"""The questions of a deal that is opened; what its inquiry asked for stands first among the suggestions."""

from collections.abc import Sequence

from bot.conversation.exchange import Exchange
from bot.conversation.questions.basic import Amount, Choice, Find
from bot.conversation.questions.suggestions import SuggestedCount, SuggestedMonth, SuggestedPlace
from bot.flows.clients.who import caller_questions
from bot.flows.deals.deal_answers import NEW, TAILOR_MADE, DealAnswers, asked_for
from bot.flows.inquiries.wishes import months, places, trip_choice, when_can_be
from bot.flows.trips.trips_to_sell import trips_found
from domain.entities.deposits import usual_deposits
from domain.queries.clients import clients_found
from domain.queries.deals import leaders_to_choose
from domain.queries.trips import free_seats, trip_offered
from domain.values.money import Money
from domain.values.month import Month
from domain.values.refusals import Refusal
from domain.values.translated import Translated
from locales import Sentence, _, lines, verbatim
from locales.terms.phones import pretty_phone

Choices = Sequence[tuple[int, Sentence]]


def _is_new(answers: DealAnswers) -> bool:
    return answers.is_new


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
    found = trips_found(exchange, text, limit, offset)
    if inquiry is None or inquiry.trip is None or text or offset:
        return found
    wanted = inquiry.trip
    first = wanted.id, _("✓ {trip}")(trip=trip_choice(wanted, free_seats(exchange.desk, wanted)))
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
    """Of a trip that is sold out it is said at once; the line for it is offered at the end."""
    asks = _("How many people?")
    line = trip_offered(exchange.desk, answers.chosen_trip) if answers.chosen_trip is not None else None
    if line is None or line.free:
        return asks
    return lines(_("{trip} is sold out: they can only wait in line.")(trip=line.trip.title), asks)


def _room(exchange: Exchange, value: int, answers: DealAnswers) -> None:
    """Raises Refusal: not_enough_seats. A sold-out trip is left to the end, where the waiting line is offered."""
    if answers.chosen_trip is not None:
        free = trip_offered(exchange.desk, answers.chosen_trip).free
        if 0 < free < value:
            raise Refusal("not_enough_seats", count=free)


def _price_above_zero(_exchange: Exchange, value: Money, _answers: DealAnswers) -> None:
    if not value:
        raise Refusal("no_price")


def _deposit_below_price(_exchange: Exchange, value: Money | None, answers: DealAnswers) -> None:
    if value is not None and answers.price < value:
        raise Refusal("deposit_above_price", price=answers.price)


def _deposits(_exchange: Exchange, answers: DealAnswers) -> list[Money]:
    return usual_deposits(answers.price)


def _budget(exchange: Exchange, answers: DealAnswers) -> list[Money]:
    inquiry = asked_for(exchange.desk, answers)
    return [inquiry.budget] if inquiry and inquiry.budget else []


def _colleagues(exchange: Exchange, _answers: DealAnswers) -> Choices:
    return [(member.id, verbatim(member.name)) for member in leaders_to_choose(exchange.desk)]


QUESTIONS = (
    Find(
        name="client",
        asks=_("For whom? Write a name or a phone number."),
        label=_("Client"),
        finds=_clients,
        also=((NEW, _("➕ New client")),),
    ),
    *caller_questions(_("What is the client's name?"), _is_new),
    Find(
        name="trip",
        asks=_("Which trip? Choose, or write the name or date of a trip."),
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
    SuggestedMonth(
        name="when",
        asks=_("When?"),
        label=_("When"),
        offers=_asked_time,
        columns=3,
        optional=True,
        most=60,
        check=when_can_be,
        when=_is_tailor_made,
    ),
    SuggestedCount(name="seats", asks=_how_many, label=_("People"), likely=_asked_heads, check=_room),
    Amount(
        name="price",
        asks=_("What does it cost in all?"),
        label=_("Price"),
        offers=_budget,
        check=_price_above_zero,
        when=_is_tailor_made,
        spoils=("deposit",),
    ),
    Amount(
        name="deposit",
        asks=_("And the deposit?"),
        label=_("Deposit"),
        offers=_deposits,
        optional=True,
        check=_deposit_below_price,
        when=_is_tailor_made,
    ),
    Choice(
        name="responsible",
        asks=_("Who is responsible?"),
        label=_("Responsible"),
        options=_colleagues,
    ),
)
