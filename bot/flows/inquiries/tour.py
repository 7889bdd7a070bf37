"""Asking for a tour: the first conversation of a client with the agency.

Anna: /tour
Bot:  What kind of journey is it?
Anna: [👤 Individual]
Bot:  Where would you like to go?
Anna: Lisbon
Bot:  When? A date, a month, or in your own words.
Anna: 12.07.2027 – 20.07.2027
Bot:  How many of you will travel?
Anna: [2]
Bot:  What may it cost for all of you together?
Anna: [Skip]
Bot:  Anything we should know?
Anna: [Skip]
Bot:  What is your name?
Anna: [Anna]
Bot:  On which number can we reach you?
Anna: +359 88 812 3456
Bot:  Where: Lisbon
Anna: [✅ Send]
Bot:  We have your inquiry № 1: Lisbon, 12.07.2027 – 20.07.2027, 2 people.
"""

from typing import Any

from bot.conversation.exchange import Exchange
from bot.conversation.flow.answers import Answers
from bot.conversation.flow.flow import Flow
from bot.conversation.questions.basic import Amount, Choice, Count, Name, Words
from bot.conversation.questions.suggestions import SuggestedName, SuggestedWords
from bot.conversation.routes import Routes
from bot.flows.clients.who import INTRODUCTIONS, introduction, known_of_actor
from bot.flows.inquiries.wishes import months, places, when_can_be
from domain.entities.inquiries import InquiryKind, Wish
from domain.usecases.inquiries.intake import ask_for_tour
from domain.values.money import CURRENCIES, Money
from locales import Sentence, _

routes = Routes()


def is_group(answers: Answers) -> bool:
    return bool(answers["kind"] == InquiryKind.GROUP)


def _how_many(_talk: Exchange, answers: Answers) -> Sentence:
    if is_group(answers):
        return _("How many people are in the group?")
    return _("How many of you will travel?")


def _budgets(exchange: Exchange, _answers: Answers) -> list[Money]:
    currency = exchange.desk.agency.currency
    return [Money(whole * 10 ** CURRENCIES[currency], currency) for whole in (500, 1000, 2000, 5000)]


@routes.flow
class Tour(Flow):
    """A client tells us where, when and with whom they would like to go."""

    name = "tour"
    questions = (
        Choice(
            name="kind",
            asks=_("What kind of journey is it?"),
            label=_("Kind"),
            options=(
                (InquiryKind.INDIVIDUAL.value, _("👤 Individual")),
                (InquiryKind.GROUP.value, _("👥 For a group")),
            ),
        ),
        Name(name="group_name", asks=_("What is the group called?"), label=_("Group name"), when=is_group),
        SuggestedName(
            name="destination",
            asks=_("Where would you like to go?"),
            label=_("Where"),
            offers=places,
        ),
        SuggestedWords(
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
            asks=_("What may it cost for all of you together?"),
            label=_("Budget"),
            offers=_budgets,
            optional=True,
        ),
        Words(
            name="wishes",
            asks=_("Anything we should know?"),
            label=_("Wishes"),
            optional=True,
            most=1000,
        ),
        *INTRODUCTIONS,
    )

    def opens(self, exchange: Exchange, known: dict[str, Any]) -> dict[str, Any]:
        return known | known_of_actor(exchange.desk)

    def finish(self, exchange: Exchange, answers: Answers) -> None:
        wish = Wish(
            InquiryKind(answers["kind"]),
            answers["destination"],
            answers["when"],
            answers["heads"],
            answers["budget"],
            answers["wishes"],
            answers["group_name"],
        )
        inquiry = ask_for_tour(exchange.desk, wish, introduction(exchange, answers))
        exchange.show("my_inquiry", inquiry.id)
