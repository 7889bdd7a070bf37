"""Asking for a tour: the first conversation of a client with the agency.

Anna: /tour
Bot:  Where would you like to go?
Anna: Lisbon
Bot:  When? A date, a month, or in your own words.
Anna: 12.07.2027 – 20.07.2027
Bot:  How many people will travel?
Anna: [2]
Bot:  What is your name?
Anna: [Anna]
Bot:  What number can we reach you on?
Anna: +359 88 812 3456
Bot:  Where: Lisbon
Anna: A room with a balcony, please.
Bot:  Wishes: A room with a balcony, please.
Anna: [✅ Send]
Bot:  We have received your inquiry: Lisbon, 12.07 – 20.07, 2 people.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from bot.conversation.exchange import Exchange
from bot.conversation.flow.answers import Heard, Instead, Question, Unanswered, asked
from bot.conversation.flow.flow import LINE, Flow
from bot.conversation.questions.basic import Amount, Count, Name, Words
from bot.conversation.routes import Routes
from bot.conversation.screen import Button, Row, ask, column
from bot.flows.clients.who import INTRODUCTIONS, Introduced, introduction
from bot.flows.fields.questions import field_questions, fill_answered
from bot.flows.inquiries.caller_line import PlaceOfWish, TimeOfWish
from bot.flows.inquiries.wishes import months, places, when_can_be
from bot.flows.joining.join import Join
from bot.links.inquiries import MY_INQUIRY
from domain.entities.fields import INQUIRY
from domain.entities.inquiries import InquiryKind, Wish
from domain.ports.desk import Desk
from domain.queries.clients import is_stranger
from domain.queries.fields import asked_with
from domain.queries.joining import trips_to
from domain.queries.trips import TripLine
from domain.usecases.inquiries.intake import ask_for_tour
from domain.values.money import CURRENCIES, Money
from domain.values.month import Month, month_or_words
from domain.values.translated import Translated
from locales import Sentence, _, lines
from locales.terms.trips import open_trip

routes = Routes()


@dataclass(kw_only=True)
class TourAnswers(Introduced):
    kind: str = InquiryKind.INDIVIDUAL.value
    group_name: str = asked()
    destination: Translated = asked()
    when: Month | str | None = asked()
    heads: int = asked()
    budget: Money | None = asked()
    wishes: str | None = asked()


def _is_group(answers: TourAnswers) -> bool:
    return answers.kind == InquiryKind.GROUP


def _how_many(_exchange: Exchange, answers: TourAnswers) -> Sentence:
    if _is_group(answers):
        return _("How many people are in the group?")
    return _("How many people will travel?")


def _budgets(exchange: Exchange, _answers: TourAnswers) -> list[Money]:
    currency = exchange.desk.agency.currency
    return [Money(whole * 10 ** CURRENCIES[currency], currency) for whole in (500, 1000, 2000, 5000)]


@dataclass(frozen=True, kw_only=True)
class Destination(PlaceOfWish):
    """Where to, and whatever is said along with it. When we go there already, that is offered before the wish is taken."""

    def hear(self, exchange: Exchange, answers: TourAnswers, scratch: dict[str, Any]) -> Any:
        heard = super().hear(exchange, answers, scratch)
        if not isinstance(heard, Heard):
            heard = Heard(heard)
        return self._unless_we_go_there(exchange, answers, heard, scratch)

    def tapped(self, exchange: Exchange, answers: TourAnswers, scratch: dict[str, Any], kept: Any) -> Any:
        if kept == _FOR_A_GROUP:
            raise Instead(Tour.name, kind=InquiryKind.GROUP.value)
        also = scratch.get(_ALSO, {}) if scratch.get(_WANTED) == kept else {}
        if "when" in also:
            also = also | {"when": month_or_words(also["when"])}
        place = super().tapped(exchange, answers, scratch, kept)
        return self._unless_we_go_there(exchange, answers, Heard(place, also), scratch)

    def _unless_we_go_there(
        self, exchange: Exchange, answers: TourAnswers, heard: Heard, scratch: dict[str, Any]
    ) -> Heard:
        kept = self.dump(heard.value)
        offered = scratch.get(_WANTED) == kept
        if offered or _is_group(answers) or not trips_to(exchange.desk, heard.value, 1):
            return heard
        scratch[_WANTED] = kept
        scratch[_ALSO] = {name: str(value) if name == "when" else value for name, value in heard.also.items()}
        raise Unanswered

    def rows(self, exchange: Exchange, answers: TourAnswers, scratch: dict[str, Any]) -> tuple[Row, ...]:
        if _WANTED not in scratch:
            group = None if _is_group(answers) else Button(_("👥 For a group"), "answer", (_FOR_A_GROUP,))
            return (*super().rows(exchange, answers, scratch), *column([group]))
        join = [self._join(one, scratch) for one in self._going(exchange, scratch)]
        return column([*join, Button(_("🏝 Ask anyway"), "answer", (scratch[_WANTED],))])

    def _join(self, one: TripLine, scratch: dict[str, Any]) -> Button:
        """How many they are is not asked once more, where they have said so and there is room."""
        seats = scratch.get(_ALSO, {}).get("heads", 0)
        known = {"seats": seats} if 0 < seats <= one.free else {}
        return ask(_("🚌 {trip}")(trip=one.trip.title), Join, trip=one.trip.id, **known)

    def shown_prompt(self, exchange: Exchange, answers: TourAnswers, scratch: dict[str, Any]) -> Sentence:
        if _WANTED not in scratch:
            return super().shown_prompt(exchange, answers, scratch)
        going = map(open_trip, self._going(exchange, scratch))
        return lines(_("We go there, and there are seats:"), *going)

    def _going(self, exchange: Exchange, scratch: dict[str, Any]) -> Sequence[TripLine]:
        return trips_to(exchange.desk, self.load(scratch[_WANTED]), OFFERED)


@dataclass(frozen=True, kw_only=True)
class MoreWishes(Words):
    """What else is wished for; each message adds to it."""

    def hear(self, exchange: Exchange, answers: TourAnswers, scratch: dict[str, Any]) -> str:
        more: str = super().hear(exchange, answers, scratch)
        return self.read(exchange, f"{answers.wishes}\n{more}") if answers.wishes else more


_WANTED, _ALSO = "wanted", "also"
_FOR_A_GROUP = 0
"""Kept in place of a place."""
OFFERED = 4
"""Trips to one place that are offered before a wish for it is taken."""


@routes.flow
class Tour(Flow[TourAnswers]):
    name = "tour"
    called = _("your tour")
    answers_type = TourAnswers
    changes_known = ("budget", "wishes")
    more_words = "wishes"
    questions = (
        Name(name="group_name", asks=_("What is the group called?"), label=_("Group name"), when=_is_group),
        Destination(
            name="destination",
            asks=_(
                "Where would you like to go? You can tell us everything at once: “Phuket, January, two people”."
            ),
            label=_("Where"),
            offers=places,
        ),
        TimeOfWish(
            name="when",
            asks=_("When? A date, a month, or in your own words."),
            label=_("When"),
            offers=months,
            columns=3,
            optional=True,
            most=100,
            check=when_can_be,
        ),
        Count(name="heads", asks=_how_many, label=_("People")),
        Amount(
            name="budget",
            asks=_("What is your budget for everybody in total?"),
            label=_("Budget"),
            offers=_budgets,
            optional=True,
        ),
        MoreWishes(
            name="wishes",
            asks=_("Anything else we should know?"),
            label=_("Wishes"),
            optional=True,
            most=1000,
        ),
        *INTRODUCTIONS,
    )

    def questions_for(self, desk: Desk) -> tuple[Question, ...]:
        return (*self.questions, *field_questions(asked_with(desk, INQUIRY)))

    def opens(self, exchange: Exchange, known: dict[str, Any]) -> dict[str, Any]:
        """Wishes and budget are not asked for: they can be told at the end."""
        return {"wishes": None, "budget": None} | super().opens(exchange, known)

    def review(self, exchange: Exchange, answers: TourAnswers) -> Sentence:
        """What was told; what was not has no line."""
        told = ((one, getattr(answers, one.name)) for one in self.due(answers))
        more = ("", _("Anything else we should know? Just write it here."))
        return lines(
            *(
                LINE(label=one.label, value=one.shown_at(exchange, value))
                for one, value in told
                if value is not None
            ),
            *(() if answers.wishes else more),
        )

    def prepare(self, exchange: Exchange, answers: TourAnswers) -> None:
        answers.stranger = is_stranger(exchange.desk)

    def finish(self, exchange: Exchange, answers: TourAnswers) -> None:
        wish = Wish(
            InquiryKind.GROUP if _is_group(answers) else InquiryKind.for_so_many(answers.heads),
            answers.destination,
            answers.when,
            answers.heads,
            answers.budget,
            answers.wishes,
            answers.group_name,
        )
        inquiry = ask_for_tour(exchange.desk, wish, introduction(exchange, answers))
        fill_answered(exchange, INQUIRY, inquiry.id, answers)
        exchange.show(MY_INQUIRY, inquiry.id)
