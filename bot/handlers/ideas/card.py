"""The card of an idea: who said it, what became of it, and what the owner may do about it."""

from bot.conversation.exchange import Exchange
from bot.conversation.flow.open_flows import begin
from bot.conversation.routes import Routes
from bot.conversation.screen import Button, Screen, act, ask, back
from bot.conversation.widgets.card import card
from bot.flows.ideas.answer import AnswerIdea
from bot.links.ideas import IDEA, IDEA_SLOTS, IDEAS, MARK_IDEA
from domain.entities.ideas import Idea, IdeaNumber, IdeaState
from domain.entities.notices import Notice
from domain.entities.people import Right
from domain.queries.ideas import idea_card
from domain.usecases.ideas.ideas import mark_idea
from locales import Sentence, _
from locales.terms.ideas import IDEA_STATES, VOTES

routes = Routes()

MARKS: dict[IdeaState, Sentence] = {
    IdeaState.PLANNED: _("📌 Planned"),
    IdeaState.DONE: _("✅ Done"),
    IdeaState.DECLINED: _("✖ Not now"),
}


@routes.draws(IDEA)
def idea(exchange: Exchange, number: IdeaNumber) -> Screen:
    found = idea_card(exchange.desk, number)
    one = found.idea
    told = [
        _("<b>💡 Idea #{number}</b> · {state}")(number=one.id, state=IDEA_STATES[one.state]),
        _("{name}, {at}")(name=one.author, at=one.said_at),
        _("<blockquote>{text}</blockquote>")(text=one.text),
        _("✉️ Answered: “{text}”")(text=one.answer) if one.answer else None,
        _("🗳 {votes}")(votes=VOTES(count=found.votes)) if found.votes else None,
    ]
    return card(exchange, one, told, IDEA_SLOTS, buttons=_acts(exchange, one), away=(back(IDEAS, "all", 0),))


def _acts(exchange: Exchange, one: Idea) -> list[tuple[int, Button | None]]:
    if not exchange.desk.actor.may(Right.JUDGE_IDEAS):
        return []
    answers = ask(_("✉️ Answer"), AnswerIdea, idea=one.id) if _can_be_answered(exchange, one) else None
    marks = [
        (rank, act(label, MARK_IDEA, one.id, state.value) if one.state is not state else None)
        for rank, (state, label) in enumerate(MARKS.items(), 20)
    ]
    return [(10, answers), *marks]


def _can_be_answered(exchange: Exchange, one: Idea) -> bool:
    """Nobody answers themselves, nor a client whom nothing reaches."""
    reached = one.client is None or one.client.reachable
    return reached and one.person is not exchange.desk.actor.person


@routes.does(MARK_IDEA)
def mark(exchange: Exchange, number: IdeaNumber, state: str) -> None:
    marked = mark_idea(exchange.desk, number, IdeaState(state))
    if marked.person is not exchange.desk.actor.person:
        exchange.note(_("{name} will be told.")(name=marked.author))
    exchange.show(IDEA, number)


@routes.verb("open_idea")
def open_idea(exchange: Exchange, notice: Notice) -> None:
    exchange.show(IDEA, notice.facts["idea"])


@routes.verb("answer_idea")
def answer_idea(exchange: Exchange, notice: Notice) -> None:
    begin(exchange, AnswerIdea, idea=notice.facts["idea"])
