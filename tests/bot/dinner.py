"""A flow as small as they come, with a question of every temper: plain, optional, and one that hangs on another."""

from bot.flows.answers import Answers
from bot.flows.engine import Flow
from bot.flows.questions import Choice, Count, Words
from bot.routes import Routes
from bot.screen import Screen, ask, column
from bot.talk import Talk
from domain.refusals import Refusal
from locales import _, verbatim

routes = Routes()


def _no_snails(_talk: Talk, value: str, _answers: Answers) -> None:
    if value == "snails":
        raise Refusal("nothing_found", text=value)


@routes.flow
class Dinner(Flow):
    """Bot: How many? … Bot: On its way."""

    name = "dinner"
    questions = (
        Count(name="heads", asks=verbatim("How many eat?"), label=verbatim("Heads")),
        Words(name="dish", asks=verbatim("Which dish?"), label=verbatim("Dish"), check=_no_snails),
        Choice(
            name="wine",
            asks=verbatim("Which wine?"),
            label=verbatim("Wine"),
            options=(("red", verbatim("Red")), ("white", verbatim("White"))),
            when=lambda answers: (answers["heads"] or 0) > 1,
            optional=True,
        ),
    )

    def finish(self, talk: Talk, answers: Answers) -> None:
        orders.append((answers["heads"], answers["dish"], answers.get("wine")))
        talk.say(verbatim("On its way."))
        talk.show("restaurant")


orders: list[tuple[object, ...]] = []
"""What reached the kitchen."""


@routes.view("restaurant")
def restaurant(_talk: Talk) -> Screen:
    return Screen(verbatim("A table by the lake."), column([ask(verbatim("🍽 Dinner"), "dinner")]))


@routes.command("eat", _("Cancel"), for_clients=True)
def eat(talk: Talk, _argument: str) -> None:
    talk.show("restaurant")
