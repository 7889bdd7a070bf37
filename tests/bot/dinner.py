"""A flow as small as they come, with a question of every temper: plain, optional, and one that hangs on another."""

from bot.conversation.exchange import Exchange
from bot.conversation.flow.answers import Answers
from bot.conversation.flow.flow import Flow
from bot.conversation.questions.basic import Choice, Count, Words
from bot.conversation.routes import Routes
from bot.conversation.screen import Screen, ask, column
from domain.values.refusals import Refusal
from locales import Sentence, _, verbatim

routes = Routes()


def _no_snails(_talk: Exchange, value: str, _answers: Answers) -> None:
    if value == "snails":
        raise Refusal("nothing_found", text=value)


def _which_wine(_talk: Exchange, answers: Answers) -> Sentence:
    return verbatim(f"Which wine? to {answers['dish']}")


@routes.flow
class Dinner(Flow):
    """Bot: How many? … Bot: On its way."""

    name = "dinner"
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
            when=lambda answers: (answers["heads"] or 0) > 1,
            optional=True,
        ),
    )

    def finish(self, exchange: Exchange, answers: Answers) -> None:
        orders.append((answers["heads"], answers["dish"], answers.get("wine")))
        exchange.say(verbatim("On its way."))
        exchange.show("restaurant")


orders: list[tuple[object, ...]] = []
"""What reached the kitchen."""


@routes.view("restaurant")
def restaurant(_talk: Exchange) -> Screen:
    return Screen(verbatim("A table by the lake."), column([ask(verbatim("🍽 Dinner"), "dinner")]))


@routes.command("eat", _("Cancel"), for_clients=True)
def eat(exchange: Exchange, _argument: str) -> None:
    exchange.show("restaurant")
