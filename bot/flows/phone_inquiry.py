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

from bot.flows.answers import Answers
from bot.flows.engine import LINE, Flow
from bot.flows.questions import Count, Find, Name, Words
from bot.flows.suggestions import SuggestedName, SuggestedWords
from bot.flows.trips_to_sell import trips_found
from bot.flows.who import caller, caller_questions
from bot.flows.wishes import months, places, when_can_be
from bot.routes import Routes
from bot.talk import Talk
from domain.inquiries import Channel, InquiryKind, Wish
from domain.people import Right
from domain.usecases.intake import take_inquiry, wish_for_trip
from locales import Fact, Sentence, _, lines

routes = Routes()


def _names_a_stranger(answers: Answers) -> bool:
    return answers["client"] is None


def _is_group(answers: Answers) -> bool:
    return bool(answers["about"] == InquiryKind.GROUP)


def _is_own_tour(answers: Answers) -> bool:
    return not isinstance(answers["about"], int)


def _about(talk: Talk, answers: Answers) -> Sentence:
    asks = _("What is it about? Choose, or write the name or date of a trip.")
    return lines(_known(talk, answers), asks)


def _trips(
    talk: Talk, _answers: Answers, text: str, limit: int, offset: int
) -> Sequence[tuple[Any, Sentence]]:
    talk.desk.must(Right.TAKE_INQUIRIES)
    return trips_found(talk, text, limit, offset)


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

    def opens(self, talk: Talk, known: dict[str, Any]) -> dict[str, Any]:
        talk.desk.must(Right.TAKE_INQUIRIES)
        return known

    def review(self, talk: Talk, answers: Answers) -> Sentence:
        told = [
            LINE(label=question.label, value=_told(talk, answers, question.name, question.shown))
            for question in self.due(answers)
            if question.name != "same"
        ]
        return lines(_("<b>Inquiry</b>"), _known(talk, answers), *told)

    def finish(self, talk: Talk, answers: Answers) -> None:
        about = answers["about"]
        channel = Channel(answers["channel"] or Channel.PHONE)
        trip = about if isinstance(about, int) else None
        inquiry = take_inquiry(talk.desk, caller(answers), _wish(talk, answers), channel, trip)
        talk.head(_("Taken: inquiry № {number}.")(number=inquiry.id))
        talk.show("inquiry", inquiry.id)


def _told(talk: Talk, answers: Answers, name: str, shown: Any) -> Fact:
    if name != "about":
        fact: Fact = shown(answers[name])
        return fact
    if isinstance(answers["about"], int):
        return talk.desk.records.trips.get(answers["about"]).title
    return _("Group tour") if _is_group(answers) else _("Individual tour")


def _known(talk: Talk, answers: Answers) -> Sentence | None:
    number = caller(answers).client
    if number is None:
        return None
    return _("👤 A client we know: <b>{name}</b>.")(name=talk.desk.records.clients.get(number).name)


def _wish(talk: Talk, answers: Answers) -> Wish:
    if isinstance(answers["about"], int):
        trip = talk.desk.records.trips.get(answers["about"])
        return wish_for_trip(trip, answers["heads"], answers["wishes"])
    return Wish(
        InquiryKind(answers["about"]),
        answers["destination"],
        answers["when"],
        answers["heads"],
        wishes=answers["wishes"],
        group_name=answers["group_name"],
    )
