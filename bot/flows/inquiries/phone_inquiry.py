"""Taking an inquiry for somebody who phones, or whose message was forwarded to us.

Kalina: /inquiry
Bot:    Who is calling?
Kalina: Pavel Ivanov 0888 765 432
Bot:    What is it about?
Kalina: Istanbul
Bot:    When, and how many people?
Kalina: [Skip]
Bot:    How many people?
Kalina: [2]
Bot:    Phone: +359 88 876 5432
Kalina: [✅ Save]
Bot:    Inquiry #1
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from bot.conversation.exchange import Exchange
from bot.conversation.flow.answers import Question, asked
from bot.conversation.flow.flow import LINE, Flow
from bot.conversation.questions.basic import Count, Name, Words
from bot.conversation.routes import Routes
from bot.conversation.screen import Button, ask
from bot.conversation.slots import home_button
from bot.flows.clients.who import Called, caller, caller_questions
from bot.flows.fields.questions import field_questions, fill_answered
from bot.flows.inquiries.caller_line import CallerLine, PlaceOfWish, TimeOfWish, TripOrPlace
from bot.flows.inquiries.wishes import months, places, when_can_be
from bot.flows.trips.trips_to_sell import trips_found
from bot.links.inquiries import INQUIRY
from domain.entities import fields
from domain.entities.inquiries import Channel, InquiryKind, Wish
from domain.entities.people import Right
from domain.ports.desk import Desk
from domain.queries.clients import client
from domain.queries.fields import asked_with
from domain.queries.inquiries import must_take
from domain.queries.joining import trip_offered
from domain.usecases.inquiries.intake import take_inquiry, wish_for_trip
from domain.values.month import Month
from domain.values.translated import Translated
from locales import Fact, Sentence, _, lines

routes = Routes()


@dataclass(kw_only=True)
class PhoneInquiryAnswers(Called):
    channel: str = Channel.PHONE.value
    about: int | str = asked()
    """The number of a trip, or a kind of tour."""
    group_name: str | None = asked()
    destination: Translated = asked()
    when: Month | str | None = asked()
    heads: int = asked()
    wishes: str | None = asked()


def _names_a_stranger(answers: PhoneInquiryAnswers) -> bool:
    return answers.client is None


def _is_group(answers: PhoneInquiryAnswers) -> bool:
    return answers.about == InquiryKind.GROUP


def _is_own_tour(answers: PhoneInquiryAnswers) -> bool:
    return not isinstance(answers.about, int)


def _about(exchange: Exchange, answers: PhoneInquiryAnswers) -> Sentence:
    asks = _("What is it about? Choose, or type a trip or a place: “Istanbul in June, 2 people”.")
    return lines(_known(exchange, answers), asks)


def _time(_exchange: Exchange, answers: PhoneInquiryAnswers) -> Sentence:
    """One question for two answers; whoever taps a month is asked for the people next."""
    return _("When?") if answers.heads else _("When, and how many people? “June, 2 people”")


def _trips(
    exchange: Exchange, _answers: PhoneInquiryAnswers, text: str, limit: int, offset: int
) -> Sequence[tuple[Any, Sentence]]:
    must_take(exchange.desk)
    return trips_found(exchange, text, limit, offset)


@routes.flow
class PhoneInquiry(Flow[PhoneInquiryAnswers]):
    name = "phone_inquiry"
    called = _("new inquiry")
    answers_type = PhoneInquiryAnswers
    send = _("✅ Save")
    changes_known = ("group_name", "wishes")
    questions = (
        *caller_questions(
            _(
                "Who is calling? Name and phone number, or all at once: “Ivan Petrov 0888 123 456, Ohrid 18.12, 2 people”."
            ),
            _names_a_stranger,
            CallerLine,
        ),
        TripOrPlace(
            name="about",
            asks=_about,
            label=_("About"),
            finds=_trips,
            page=4,
            also=(
                (InquiryKind.INDIVIDUAL.value, _("🏝 Individual tour")),
                (InquiryKind.GROUP.value, _("👥 Group tour")),
            ),
        ),
        Name(
            name="group_name",
            asks=_("What is the group called?"),
            label=_("Group name"),
            optional=True,
            when=_is_group,
        ),
        PlaceOfWish(
            name="destination", asks=_("Where to?"), label=_("Where"), offers=places, when=_is_own_tour
        ),
        TimeOfWish(
            name="when",
            asks=_time,
            label=_("When"),
            offers=months,
            columns=3,
            optional=True,
            most=100,
            check=when_can_be,
            when=_is_own_tour,
        ),
        Count(name="heads", asks=_("How many people?"), label=_("People")),
        Words(name="wishes", asks=_("Any wishes?"), label=_("Wishes"), optional=True, most=1000),
    )

    def questions_for(self, desk: Desk) -> tuple[Question, ...]:
        return (*self.questions, *field_questions(asked_with(desk, fields.INQUIRY)))

    def prepare(self, exchange: Exchange, answers: PhoneInquiryAnswers) -> None:  # noqa: ARG002
        must_take(exchange.desk)

    def opens(self, exchange: Exchange, known: dict[str, Any]) -> dict[str, Any]:
        """Wishes and the name of a group are not asked for: they can be written down at the end, where there are some."""
        return {"wishes": None, "group_name": None} | super().opens(exchange, known)

    def review(self, exchange: Exchange, answers: PhoneInquiryAnswers) -> Sentence:
        answered = [
            LINE(label=question.label, value=_shown(exchange, answers, question))
            for question in self.due(answers)
            if question.name != "same"
        ]
        return lines(_("<b>Inquiry</b>"), _known(exchange, answers), *answered)

    def finish(self, exchange: Exchange, answers: PhoneInquiryAnswers) -> None:
        trip = answers.about if isinstance(answers.about, int) else None
        wish, channel = _wish(exchange, answers), Channel(answers.channel)
        inquiry = take_inquiry(exchange.desk, caller(answers), wish, channel, trip)
        fill_answered(exchange, fields.INQUIRY, inquiry.id, answers)
        exchange.head(_("Inquiry #{number} saved.")(number=inquiry.id))
        exchange.show(INQUIRY, inquiry.id)


def _shown(exchange: Exchange, answers: PhoneInquiryAnswers, question: Question) -> Fact:
    if question.name != "about":
        return question.shown(getattr(answers, question.name))
    if isinstance(answers.about, int):
        return trip_offered(exchange.desk, answers.about).trip.title
    return _("Group tour") if _is_group(answers) else _("Individual tour")


def _known(exchange: Exchange, answers: PhoneInquiryAnswers) -> Sentence | None:
    number = caller(answers).client
    if number is None:
        return None
    return _("👤 Existing client: <b>{name}</b>.")(name=client(exchange.desk, number).name)


def _wish(exchange: Exchange, answers: PhoneInquiryAnswers) -> Wish:
    if isinstance(answers.about, int):
        trip = trip_offered(exchange.desk, answers.about).trip
        return wish_for_trip(trip, answers.heads, answers.wishes)
    return Wish(
        InquiryKind(answers.about),
        answers.destination,
        answers.when,
        answers.heads,
        wishes=answers.wishes,
        group_name=answers.group_name,
    )


@home_button(rank=20, right=Right.TAKE_INQUIRIES)
def phone_inquiry_at_home(_exchange: Exchange) -> Button:
    return ask(_("☎️ Take an inquiry"), PhoneInquiry)
