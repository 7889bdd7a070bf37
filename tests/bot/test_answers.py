"""Each flow's questions against its class of answers: a field for each question, typed as what the question reads."""

import inspect
import types
import typing
from collections.abc import Iterator
from dataclasses import MISSING, dataclass, fields, is_dataclass
from enum import Enum
from typing import Any, Protocol

import pytest

from bot.conversation.flow.answers import Question, asked
from bot.conversation.flow.flow import Flow
from bot.conversation.questions.basic import Choice, Count, Words
from bot.registry import all_routes
from locales import verbatim
from tests.bot import market

TYPED = [
    flow
    for flow in (*all_routes().flows.values(), *market.routes.flows.values())
    if is_dataclass(flow.answers_type)
]
PLAIN = {int, str, bool, list, dict, float}


def wrongs(flow: type[Flow[Any]]) -> list[str]:
    """What does not fit between the questions of a flow and the fields of its answers."""
    return [*_of_fields(flow), *(wrong for each in flow.questions for wrong in _of_question(flow, each))]


def _of_fields(flow: type[Flow[Any]]) -> Iterator[str]:
    hints = typing.get_type_hints(flow.answers_type)
    asked_for = {question.name for question in flow.questions}
    for name in asked_for - hints.keys():
        yield f"{name}: is asked, and has no field"
    for each in fields(flow.answers_type):
        if each.name not in asked_for and not _kinds(hints[each.name]) <= PLAIN:
            yield f"{each.name}: is kept as plain JSON, and no {hints[each.name]}"
        if each.name in asked_for and each.default is MISSING:
            yield f"{each.name}: is asked, and has no default"


def _of_question(flow: type[Flow[Any]], question: Question) -> Iterator[str]:
    field = typing.get_type_hints(flow.answers_type).get(question.name)
    if field is None:
        return
    for read in _read_by(question):
        if not _kinds(read) <= _kinds(field):
            yield f"{question.name}: reads {read}, the field is {field}"
    if question.optional and type(None) not in _parts(field):
        yield f"{question.name}: may be skipped, and the field has no None"
    for function in (question.asks, question.check, question.when, getattr(question, "options", None)):
        for name, hint in _hints(function).items():
            if name.endswith("answers") and not _takes(hint, flow.answers_type):
                yield f"{question.name}: {name} of a function is {hint}"


def _takes(hint: Any, answers: type) -> bool:
    """Whether a function that takes `hint` may be given these answers, as mypy would say; a protocol by its fields."""
    if not getattr(hint, "_is_protocol", False):
        return hint in {*answers.__mro__, Any}
    has = typing.get_type_hints(answers)
    return all(has.get(name) == kind for name, kind in typing.get_type_hints(hint).items())


def _read_by(question: Question) -> set[Any]:
    """The types of what it reads, as mypy knows them too."""
    if isinstance(question, Choice):
        if question.of is not None:
            return {question.of}
        return set() if callable(question.options) else {type(value) for value, _words in question.options}
    kind = type(question)
    loads = kind.load is not Question.load
    return {_hints(kind.load if loads else kind.read).get("return", Any)} - {Any}


def _hints(function: Any) -> dict[str, Any]:
    if not inspect.isfunction(function) or "<lambda>" in function.__qualname__:
        return {}
    everything = {name: value for name, value in vars(typing).items() if name[0].isupper()}
    from bot.conversation.exchange import Exchange

    return typing.get_type_hints(function, {**function.__globals__, "Exchange": Exchange, **everything})


def _parts(hint: Any) -> tuple[Any, ...]:
    return typing.get_args(hint) if typing.get_origin(hint) in {types.UnionType, typing.Union} else (hint,)


def _kinds(hint: Any) -> set[Any]:
    return {typing.get_origin(part) or part for part in _parts(hint)} - {type(None)}


@pytest.mark.parametrize("flow", TYPED, ids=lambda flow: flow.name)
def test_questions_and_fields_fit(flow: type[Flow[Any]]) -> None:
    assert wrongs(flow) == []


def test_there_are_such_flows() -> None:
    assert {"payment", "take_back", "praise"} <= {flow.name for flow in TYPED}


class Kind(Enum):
    ONE = "one"


class Kitchen(Protocol):
    cook: str


class Cellar(Protocol):
    wine: str


@dataclass(kw_only=True)
class Poor:
    kind: Kind
    heads: str = asked()
    wine: str = asked()
    cheese: str = asked()


def _asks(_exchange: Any, answers: Kind) -> Any:
    return answers


def _asks_the_cook(_exchange: Any, answers: Kitchen) -> Any:
    return answers


def _asks_below(_exchange: Any, answers: Cellar) -> Any:
    return answers


class PoorFlow(Flow[Poor]):
    name = "poor"
    answers_type = Poor
    questions = (
        Count(name="heads", asks=_asks, label=verbatim("Heads")),
        Words(name="wine", asks=_asks_below, label=verbatim("Wine"), optional=True),
        Words(name="cheese", asks=_asks_the_cook, label=verbatim("Cheese")),
        Choice(name="more", asks=verbatim("More?"), label=verbatim("More"), options=()),
    )


def test_what_does_not_fit_is_named() -> None:
    assert wrongs(PoorFlow) == [
        "more: is asked, and has no field",
        f"kind: is kept as plain JSON, and no {Kind}",
        f"heads: reads {int}, the field is {str}",
        f"heads: answers of a function is {Kind}",
        "wine: may be skipped, and the field has no None",
        f"cheese: answers of a function is {Kitchen}",
    ]
