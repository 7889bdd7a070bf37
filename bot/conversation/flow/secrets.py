"""Secret answers between two messages: sealed, under a name of their own, and opened for whoever gave them.

So is what a secret question remembers in the scratch under its own name: a part of its answer.

A program that does not know sealed answers finds none under the question's name, and asks again.
"""

from collections.abc import Iterable
from typing import Any

from bot.conversation.exchange import Exchange
from bot.conversation.flow.answers import CHANGING, FlowState, Question
from storage import NotOurs

_SEALED = ".sealed"


def sealed(exchange: Exchange, state: FlowState, questions: Iterable[Question]) -> dict[str, Any]:
    """The state as plain JSON that tells no secret."""
    kept = state.kept()
    secret = {each.name for each in questions if each.secret}
    if not secret:
        return kept
    kept = kept | {
        "answers": _sealed(exchange, state.answers, secret),
        "scratch": _sealed(exchange, state.scratch, secret),
    }
    if changing := state.scratch.get(CHANGING):
        old = _sealed(exchange, changing["answers"], secret)
        kept["scratch"] |= {CHANGING: changing | {"answers": old}}
    return kept


def _sealed(exchange: Exchange, answers: dict[str, Any], secret: set[str]) -> dict[str, Any]:
    told = dict(answers)
    for name in secret:
        if (answer := told.get(name)) is not None:
            del told[name]
            told[name + _SEALED] = exchange.unit.secrets.seal(answer, _place(exchange, name))
    return told


def opened(exchange: Exchange, kept: dict[str, Any]) -> FlowState:
    """The state with its secrets; one that cannot be opened (the key was exchanged) is asked for again."""
    state = FlowState.of(kept)
    state.answers, lost = _opened(exchange, state.answers)
    state.asked = [asked for asked in state.asked if asked not in lost]
    state.scratch, _lost = _opened(exchange, state.scratch)
    if changing := state.scratch.get(CHANGING):
        old, lost = _opened(exchange, changing["answers"])
        asked = [asked for asked in changing["asked"] if asked not in lost]
        state.scratch = state.scratch | {CHANGING: changing | {"answers": old, "asked": asked}}
    return state


def _opened(exchange: Exchange, answers: dict[str, Any]) -> tuple[dict[str, Any], set[str]]:
    """The answers in clear, and the names of those that cannot be opened."""
    told, lost = dict(answers), set()
    for name in [name for name in answers if name.endswith(_SEALED)]:
        answer = name.removesuffix(_SEALED)
        try:
            told[answer] = exchange.unit.secrets.open(told.pop(name), _place(exchange, answer))
        except NotOurs:
            lost.add(answer)
    return told, lost


def _place(exchange: Exchange, name: str) -> str:
    """Nobody else's draft can be made to tell it."""
    person = exchange.desk.actor.person
    assert person is not None
    return f"screens.state:{person.id}:{name}"
