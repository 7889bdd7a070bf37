"""The list of ideas: all of them for the owner, one's own and those put to a vote for colleagues; where ideas are said."""

from collections.abc import Sequence

from bot.conversation.exchange import Exchange
from bot.conversation.flow.open_flows import begin
from bot.conversation.routes import Routes
from bot.conversation.screen import Button, Row, Screen, ask, back, column, go, turn
from bot.conversation.slots import home_button
from bot.conversation.widgets.listing import chips, listing
from bot.flows.ideas.idea import SayIdea, say_at_once
from bot.links.home import CLIENT_HOME_SLOTS, HOME
from bot.links.ideas import FEEDBACK, IDEA, IDEAS, VOTES
from domain.entities.deals import Deal
from domain.entities.ideas import Idea, IdeaState
from domain.entities.people import Right
from domain.queries.ideas import ideas_shown
from locales import Sentence, _
from locales.terms.ideas import IDEA_STATES, short_idea

routes = Routes(rank=460)

SIZE = 4
"""Beside them stand up to four other buttons."""
ALL = "all"
CHIPS = (
    (IdeaState.NEW.value, _("New ideas")),
    *((state.value, IDEA_STATES[state]) for state in IdeaState if state is not IdeaState.NEW),
    (ALL, _("All")),
)


@routes.command("idea", _("Say what could be better, or what you wish for"), for_clients=True, rank=75)
def idea(exchange: Exchange, argument: str) -> None:
    if argument.strip():
        say_at_once(exchange, argument)
    else:
        begin(exchange, SayIdea)


@home_button(rank=850)
def ideas_at_home(exchange: Exchange) -> Button:
    state = IdeaState.NEW.value if exchange.desk.actor.may(Right.JUDGE_IDEAS) else ALL
    return go(_("💡 Ideas"), IDEAS, state, 0)


@CLIENT_HOME_SLOTS.button(850)
def wish_at_home(_exchange: Exchange, _own: Sequence[Deal]) -> Button:
    return ask(_("💡 Wish for something"), SayIdea)


@routes.draws(IDEAS)
def ideas(exchange: Exchange, state: str, page: int) -> Screen:
    judges = exchange.desk.actor.may(Right.JUDGE_IDEAS)
    wanted = IdeaState(state) if judges and state in {*IdeaState} else None
    found = ideas_shown(exchange.desk, wanted, SIZE + 1, page * SIZE)
    return listing(
        _("<b>💡 Ideas</b>"),
        found,
        page,
        opens=lambda one: go(_("💡 {text}")(text=short_idea(one)), IDEA, one.id),
        line=_line if wanted is None else _line_of_state,
        turns=lambda label, number: turn(label, IDEAS, state, number),
        empty=_("Nothing yet."),
        chips=_chips(state) if judges else (),
        below=column([*_besides(exchange, judges=judges), back(HOME)]),
        size=SIZE,
    )


def _chips(state: str) -> tuple[Row, ...]:
    row = chips(CHIPS, state, lambda label, value: turn(label, IDEAS, value, 0))
    return row[:3], row[3:]


def _besides(exchange: Exchange, *, judges: bool) -> list[Button | None]:
    return [
        ask(_("➕ Add an idea"), SayIdea),
        go(_("🗳 Votes"), VOTES, 0) if exchange.desk.actor.is_staff else None,
        go(_("📊 How colleagues find it"), FEEDBACK, 0) if judges else None,
    ]


def _line(one: Idea) -> Sentence:
    return _("{state} · {name}: {text}")(
        state=IDEA_STATES[one.state], name=one.author, text=short_idea(one, 120)
    )


def _line_of_state(one: Idea) -> Sentence:
    """The chip that is chosen says the state already."""
    return _("{name}: {text}")(name=one.author, text=short_idea(one, 120))
