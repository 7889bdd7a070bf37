"""Taking an inquiry for somebody who phones, or whose message was forwarded to us.

Kalina: /inquiry
Bot:    Who is calling?
Kalina: Pavel Ivanov
Bot:    Their phone number?
Kalina: 0888 765 432
Bot:    What is it about?
Kalina: [🏝 Individual tour]
Bot:    Where to?
Kalina: Istanbul
Bot:    When?
Kalina: [Skip]
Bot:    How many people?
Kalina: [2]
Bot:    Any wishes?
Kalina: [Skip]
Bot:    Phone: +359 88 876 5432
Kalina: [✅ Save]
Bot:    Inquiry № 1
"""

from collections.abc import Sequence
from typing import Any

from bot.conversation.exchange import Exchange
from bot.conversation.flow.answers import Answers
from bot.conversation.flow.flow import LINE, Flow
from bot.conversation.questions.basic import Count, Find, Name, Words
from bot.conversation.questions.suggestions import SuggestedName, SuggestedWords
from bot.conversation.routes import Routes
from bot.conversation.screen import Button, ask
from bot.conversation.slots import home_button
from bot.flows.clients.who import caller, caller_questions
from bot.flows.inquiries.wishes import months, places, when_can_be
from bot.flows.trips.trips_to_sell import trips_found
from domain.entities.inquiries import Channel, InquiryKind, Wish
from domain.entities.people import Right
from domain.usecases.inquiries.intake import take_inquiry, wish_for_trip
from locales import Fact, Sentence, _, lines

routes = Routes()


def _names_a_stranger(answers: Answers) -> bool:
    return answers["client"] is None


def _is_group(answers: Answers) -> bool:
    return bool(answers["about"] == InquiryKind.GROUP)


def _is_own_tour(answers: Answers) -> bool:
    return not isinstance(answers["about"], int)


def _about(exchange: Exchange, answers: Answers) -> Sentence:
    asks = _("What is it about? Choose, or write the name or date of a trip.")
    return lines(_known(exchange, answers), asks)


def _trips(
    exchange: Exchange, _answers: Answers, text: str, limit: int, offset: int
) -> Sequence[tuple[Any, Sentence]]:
    exchange.desk.must(Right.TAKE_INQUIRIES)
    return trips_found(exchange, text, limit, offset)


@routes.flow
class PhoneInquiry(Flow):
    """Staff take an inquiry for somebody who is not in this chat, in under a minute."""

    name = "phone_inquiry"
    send = _("✅ Save")
    questions = (
        *caller_questions(_("Who is calling?"), _names_a_stranger),
        Find(
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
        Name(name="group_name", asks=_("What is the group called?"), label=_("Group name"), when=_is_group),
        SuggestedName(
            name="destination", asks=_("Where to?"), label=_("Where"), offers=places, when=_is_own_tour
        ),
        SuggestedWords(
            name="when",
            asks=_("When?"),
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

    def opens(self, exchange: Exchange, known: dict[str, Any]) -> dict[str, Any]:
        exchange.desk.must(Right.TAKE_INQUIRIES)
        return known

    def review(self, exchange: Exchange, answers: Answers) -> Sentence:
        told = [
            LINE(label=question.label, value=_told(exchange, answers, question.name, question.shown))
            for question in self.due(answers)
            if question.name != "same"
        ]
        return lines(_("<b>Inquiry</b>"), _known(exchange, answers), *told)

    def finish(self, exchange: Exchange, answers: Answers) -> None:
        about = answers["about"]
        channel = Channel(answers["channel"] or Channel.PHONE)
        trip = about if isinstance(about, int) else None
        inquiry = take_inquiry(exchange.desk, caller(answers), _wish(exchange, answers), channel, trip)
        exchange.head(_("Taken: inquiry № {number}.")(number=inquiry.id))
        exchange.show("inquiry", inquiry.id)


def _told(exchange: Exchange, answers: Answers, name: str, shown: Any) -> Fact:
    if name != "about":
        fact: Fact = shown(answers[name])
        return fact
    if isinstance(answers["about"], int):
        return exchange.desk.repositories.trips.get(answers["about"]).title
    return _("Group tour") if _is_group(answers) else _("Individual tour")


def _known(exchange: Exchange, answers: Answers) -> Sentence | None:
    number = caller(answers).client
    if number is None:
        return None
    return _("👤 A client we know: <b>{name}</b>.")(name=exchange.desk.repositories.clients.get(number).name)


def _wish(exchange: Exchange, answers: Answers) -> Wish:
    if isinstance(answers["about"], int):
        trip = exchange.desk.repositories.trips.get(answers["about"])
        return wish_for_trip(trip, answers["heads"], answers["wishes"])
    return Wish(
        InquiryKind(answers["about"]),
        answers["destination"],
        answers["when"],
        answers["heads"],
        wishes=answers["wishes"],
        group_name=answers["group_name"],
    )


@home_button(rank=20, right=Right.TAKE_INQUIRIES)
def phone_inquiry_at_home(_exchange: Exchange) -> Button:
    return ask(_("☎️ Take an inquiry"), "phone_inquiry")
