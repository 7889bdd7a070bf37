"""A market as small as they come: a list with pages and a filter, a card, what is done to it, and a tally for groups."""

from dataclasses import dataclass

from bot.conversation.exchange import Exchange
from bot.conversation.flow.answers import Question, asked
from bot.conversation.links import HOME, Action, View
from bot.conversation.questions.basic import Count, Words
from bot.conversation.routes import Routes
from bot.conversation.screen import Screen, act, ask, back, column, go, turn
from bot.conversation.slots import Slots
from bot.conversation.widgets.ask_once import AskOnce
from bot.conversation.widgets.card import card
from bot.conversation.widgets.listing import chips, listing
from domain.ports.desk import Actor, Desk
from domain.values.refusals import NotFound, Refusal
from locales import Sentence, _, verbatim

routes = Routes()

STALLS = View[[str, int]]("stalls", place=0)
STALL = View[[int]]("stall")
TALLY = View[[]]("tally", in_groups=True)
OPEN = Action[[int]]("open_stall")
VOTE = Action[[str]]("vote", in_groups=True)
SLOTS = Slots[int]("stall")

gone: set[int] = set()
votes: dict[str, str] = {}
with_stars: set[str] = set()
heard: list[object] = []
praise: list[tuple[int, str, int | None]] = []


@routes.command("market", _("Cancel"), for_clients=True)
def market(exchange: Exchange, _argument: str) -> None:
    exchange.show(STALLS, "all", 0)


@routes.draws(STALLS)
def stalls(_exchange: Exchange, kind: str, page: int) -> Screen:
    numbers = [number for number in range(1, 10) if kind == "all" or number % 2]
    options = [("all", verbatim("All")), ("odd", verbatim("Odd"))]
    return listing(
        verbatim(f"Stalls: {kind}, page {page}"),
        numbers[page * 3 : page * 3 + 4],
        page,
        opens=lambda number: go(verbatim(f"Stall {number}"), STALL, number),
        turns=lambda label, other: go(label, STALLS, kind, other),
        chips=[chips(options, kind, lambda label, wanted: go(label, STALLS, wanted, 0))],
        size=3,
    )


@routes.draws(STALL)
def stall(exchange: Exchange, number: int) -> Screen:
    if number in gone:
        raise NotFound("not_found")
    return card(
        exchange,
        number,
        [verbatim(f"This is stall {number}.")],
        SLOTS,
        first=column(
            [act(verbatim("Open it"), OPEN, number), ask(verbatim("Praise it"), Praise, stall=number)]
        ),
        buttons=[
            (10, go(verbatim("Neighbour"), STALL, number + 1)),
            (20, turn(verbatim("Next"), STALL, number + 1)),
        ],
        away=(back(HOME),),
    )


@SLOTS.lines(20)
def second(_exchange: Exchange, number: int) -> list[Sentence]:
    return [verbatim(f"It has {number} apples.")]


@SLOTS.lines(10)
def first(_exchange: Exchange, number: int) -> list[Sentence]:
    return [verbatim("It is the seventh.")] if number == 7 else []


@routes.does(OPEN)
def open_stall(exchange: Exchange, number: int) -> None:
    exchange.note(verbatim("Open."))
    exchange.show(STALL, number)


MORE = (Count(name="stars", asks=verbatim("How many stars?"), label=verbatim("Stars"), optional=True),)


@dataclass(kw_only=True)
class Praised:
    stall: int
    words: str = asked()
    stars: int | None = asked()


@routes.flow
class Praise(AskOnce[Praised]):
    name = "praise"
    answers_type = Praised
    questions = (Words(name="words", asks=verbatim("What is good?"), label=verbatim("Words")),)

    def questions_for(self, desk: Desk) -> tuple[Question, ...]:
        """Stars are asked for where this has been settled."""
        return (*self.questions, *(MORE if desk.agency.name in with_stars else ()))

    def finish(self, exchange: Exchange, answers: Praised) -> None:
        praise.append((answers.stall, answers.words, answers.stars))
        exchange.head(verbatim("Praised."))
        exchange.show_origin(HOME)


@routes.draws(TALLY)
def tally(exchange: Exchange) -> Screen:
    seen = "nobody" if exchange.desk.actor == Actor() else "somebody"
    counted = ", ".join(sorted(votes.values())) or "none"
    buttons = [
        act(verbatim("Yes"), VOTE, "yes"),
        act(verbatim("Fail"), VOTE, "never"),
        go(verbatim("Tally"), TALLY),
    ]
    private = [go(verbatim("Stalls"), STALLS, "all", 0)]
    return Screen(
        _("Cancel") if seen == "somebody" else verbatim(f"Votes: {counted}"), column(buttons + private)
    )


@routes.does(VOTE)
def vote(exchange: Exchange, what: str) -> None:
    if what == "never":
        raise Refusal("forbidden")
    votes[exchange.desk.actor.name] = what
    exchange.note(verbatim("Counted."))
    exchange.show(TALLY)


@routes.command("tally", _("Cancel"), for_clients=True, in_groups=True)
def show_tally(exchange: Exchange, _argument: str) -> None:
    exchange.show(TALLY)


@routes.hears("chosen_inline_result")
def hear_answer(exchange: Exchange) -> None:
    heard.append((exchange.desk.actor.name, exchange.event.facts["query"]))
