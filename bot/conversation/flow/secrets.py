"""Secret answers between two messages: sealed, under a name of their own, and opened for whoever gave them.

A program that does not know sealed answers finds none under the question's name, and asks again.
"""

from collections.abc import Iterable
from typing import Any

from bot.conversation.exchange import Exchange
from bot.conversation.flow.answers import FlowState, Question
from storage import NotOurs

_SEALED = ".sealed"


def sealed(exchange: Exchange, state: FlowState, questions: Iterable[Question]) -> dict[str, Any]:
    """The state as plain JSON that tells no secret."""
    kept = state.kept()
    secret = [each.name for each in questions if each.secret and state.answers.get(each.name) is not None]
    if not secret:
        return kept
    answers = dict(state.answers)
    for name in secret:
        answers[name + _SEALED] = exchange.unit.secrets.seal(answers.pop(name), _place(exchange, name))
    return kept | {"answers": answers}


def opened(exchange: Exchange, kept: dict[str, Any]) -> FlowState:
    """The state with its secrets; one that cannot be opened (the key was exchanged) is asked for again."""
    state = FlowState.of(kept)
    names = [name for name in state.answers if name.endswith(_SEALED)]
    if names:
        state.answers = dict(state.answers)
    for name in names:
        answer = name.removesuffix(_SEALED)
        try:
            state.answers[answer] = exchange.unit.secrets.open(
                state.answers.pop(name), _place(exchange, answer)
            )
        except NotOurs:
            state.asked = [asked for asked in state.asked if asked != answer]
    return state


def _place(exchange: Exchange, name: str) -> str:
    """Nobody else's draft can be made to tell it."""
    person = exchange.desk.actor.person
    assert person is not None
    return f"screens.state:{person.id}:{name}"
