"""A flow as small as they come, with a question of every temper: plain, optional, and one that hangs on another."""

from dataclasses import dataclass

from bot.conversation.exchange import Exchange
from bot.conversation.flow.answers import asked
from bot.conversation.flow.flow import Flow
from bot.conversation.links import View
from bot.conversation.questions.basic import Choice, Count, Words
from bot.conversation.routes import Routes
from bot.conversation.screen import Screen, ask, column
from domain.values.refusals import Refusal
from locales import Sentence, _, verbatim

routes = Routes()

RESTAURANT = View[[]]("restaurant")


@dataclass(kw_only=True)
class DinnerAnswers:
    heads: int = asked()
    dish: str = asked()
    wine: str | None = asked()


def _no_snails(_exchange: Exchange, value: str, _answers: DinnerAnswers) -> None:
    if value == "snails":
        raise Refusal("nothing_found", text=value)


def _which_wine(_exchange: Exchange, answers: DinnerAnswers) -> Sentence:
    return verbatim(f"Which wine? to {answers.dish}")


@routes.flow
class Dinner(Flow[DinnerAnswers]):
    """Bot: How many? … Bot: On its way."""

    name = "dinner"
    answers_type = DinnerAnswers
    questions = (
        Count(name="heads", asks=verbatim("How many eat?"), label=verbatim("Heads")),
        Words(
            name="dish",
            asks=verbatim("Which dish?"),
            label=verbatim("Dish"),
            check=_no_snails,
            spoils=("wine",),
        ),
        Choice(
            name="wine",
            asks=_which_wine,
            label=verbatim("Wine"),
            options=(("red", verbatim("Red")), ("white", verbatim("White"))),
            when=lambda answers: (answers.heads or 0) > 1,
            optional=True,
        ),
    )

    def finish(self, exchange: Exchange, answers: DinnerAnswers) -> None:
        orders.append((answers.heads, answers.dish, answers.wine))
        exchange.say(verbatim("On its way."))
        exchange.show(RESTAURANT)


orders: list[tuple[object, ...]] = []
"""What reached the kitchen."""


@routes.draws(RESTAURANT)
def restaurant(_exchange: Exchange) -> Screen:
    return Screen(verbatim("A table by the lake."), column([ask(verbatim("🍽 Dinner"), Dinner)]))


@routes.command("eat", _("Cancel"), for_clients=True)
def eat(exchange: Exchange, _argument: str) -> None:
    exchange.show(RESTAURANT)
