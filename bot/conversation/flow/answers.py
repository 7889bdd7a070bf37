"""Answers: what a person has said so far in a flow, and how a question reads, keeps and shows one."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, fields
from typing import TYPE_CHECKING, Any, ClassVar

from bot.conversation.screen import Asking, Row
from locales import Fact, Sentence

if TYPE_CHECKING:
    from bot.conversation.exchange import Exchange


CHANGING = "changing"
"""Under this name a flow's scratch keeps what a change from the review goes back to."""


def asked() -> Any:
    """The default of an answer that a question asks for, or `prepare` finds: None until then."""
    return None


def read_answers(answers_type: type[Any], questions: "Iterable[Question]", kept: Mapping[str, Any]) -> Any:
    """The answers as values, those only that belong to the present course of the conversation.

    What an earlier release knew besides is left out. Raises TypeError when what must be known is missing.
    """
    asking = {question.name for question in questions}
    wanted = {each.name for each in fields(answers_type)}
    answers = answers_type(**{name: kept[name] for name in kept if name in wanted and name not in asking})
    for question in questions:
        if question.name in kept and question.when(answers):
            value = kept[question.name]
            setattr(answers, question.name, None if value is None else question.load(value))
    return answers


def kept_answers(questions: "Iterable[Question]", values: Mapping[str, Any]) -> dict[str, Any]:
    """Values as plain JSON, as their questions keep them."""
    dumps = {question.name: question.dump for question in questions}
    return {
        name: dumps[name](value) if name in dumps and value is not None else value
        for name, value in values.items()
    }


def always(_answers: Any) -> bool:
    return True


@dataclass(frozen=True, kw_only=True)
class Question:
    """One question of a flow, its `name` that of a field of the answers. Kinds are in `bot/conversation/questions/`.

    Functions are given the flow's answers; which class that is, and that the fields fit, `tests/bot/test_answers.py` holds.
    `asks` may depend on the answers so far. `label` names the answer in the review.
    `check` is a rule that needs the desk: it raises Refusal. `spoils` names the questions to be asked again
    when this one is answered anew from the review. A `secret` answer is sealed between two messages.
    """

    name: str
    asks: "Sentence | Callable[[Exchange, Any], Sentence]"
    label: Sentence
    optional: bool = False
    secret: bool = False
    when: Callable[[Any], bool] = always
    check: "Callable[[Exchange, Any, Any], None] | None" = None
    shows: Callable[[Any], Fact] | None = None
    spoils: tuple[str, ...] = ()
    may_show_fewer: ClassVar[bool] = False
    """Whether the last of its answers may be left off a full screen: each may be typed as well."""

    def prompt(self, exchange: "Exchange", answers: Any) -> Sentence:
        return self.asks if isinstance(self.asks, Sentence) else self.asks(exchange, answers)

    def rows(self, exchange: "Exchange", answers: Any, scratch: dict[str, Any]) -> tuple[Row, ...]:  # noqa: ARG002
        """The question's own buttons; `scratch` is what it remembers between renderings (a month, a search)."""
        return ()

    def shown_prompt(self, exchange: "Exchange", answers: Any, scratch: dict[str, Any]) -> Sentence:  # noqa: ARG002
        """What is asked just now: the prompt, unless the question remembers something that asks more closely."""
        return self.prompt(exchange, answers)

    def asking(self) -> Asking | None:
        """The keyboard that shares a phone or a place, for the questions that want one."""
        return None

    def hear(self, exchange: "Exchange", answers: Any, scratch: dict[str, Any]) -> Any:  # noqa: ARG002
        """The answer in what was heard, or it in `Heard`; `Unanswered` to draw the question again.

        Raises Refusal when it cannot be read. A sticker or a voice message is read as no text at all: the refusal
        says what is wanted here.
        """
        return self.read(exchange, exchange.event.text or "")

    def tapped(self, exchange: "Exchange", answers: Any, scratch: dict[str, Any], kept: Any) -> Any:  # noqa: ARG002
        """The answer in a tap on one of its buttons; `Unanswered` as of `hear`."""
        return self.load(kept)

    def read(self, exchange: "Exchange", text: str) -> Any:
        """The value in a text. Raises Refusal."""
        raise NotImplementedError

    def dump(self, value: Any) -> Any:
        """As plain JSON, for the time between two messages."""
        return value

    def load(self, kept: Any) -> Any:
        return kept

    def shown_at(self, exchange: "Exchange", value: Any) -> Fact:  # noqa: ARG002
        """As the review says it, where that depends on what the agency has settled."""
        return self.shown(value)

    def shown(self, value: Any) -> Fact:
        """As the review says it."""
        return self.shows(value) if self.shows else value


class Unanswered(Exception):  # noqa: N818  (a turn of the talk, not an error)
    """Heard and remembered, but the question stays open: a search was typed, one of several files came.

    `in_place` when it belongs to what was heard just before: the message that asks is changed where it stands.
    """

    def __init__(self, *, in_place: bool = False) -> None:
        super().__init__()
        self.in_place = in_place


class Instead(Exception):  # noqa: N818  (a turn of the talk, not an error)
    """What was heard is heard by another flow, which takes the place of this one."""

    def __init__(self, flow: str, **known: Any) -> None:
        super().__init__()
        self.flow, self.known = flow, known


@dataclass(frozen=True)
class Heard:
    """An answer with what came along: answers to other questions by their names, and a remark to be said above what follows.

    None stands for a question that is skipped.
    """

    value: Any
    also: Mapping[str, Any] = field(default_factory=dict)
    remark: Sentence | None = None


@dataclass
class FlowState:
    """A flow between two messages, as kept with its screen (plain JSON)."""

    flow: str
    answers: dict[str, Any] = field(default_factory=dict)
    asked: list[str] = field(default_factory=list)
    scratch: dict[str, Any] = field(default_factory=dict)
    paused: bool = False

    @classmethod
    def of(cls, kept: dict[str, Any]) -> "FlowState":
        return cls(**kept)

    def kept(self) -> dict[str, Any]:
        return self.__dict__
