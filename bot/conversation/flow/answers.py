"""Answers: what a person has said so far in a flow, and how a question reads, keeps and shows one."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from bot.conversation.screen import Asking, Row
from locales import Fact, Sentence

if TYPE_CHECKING:
    from bot.conversation.exchange import Exchange


class Answers(Mapping[str, Any]):
    """Answers by the name of their question; one that was skipped or never asked is None."""

    def __init__(self, values: Mapping[str, Any]) -> None:
        self._values = values

    def __getitem__(self, name: str) -> Any:
        return self._values.get(name)

    def __iter__(self) -> Any:
        return iter(self._values)

    def __len__(self) -> int:
        return len(self._values)


def always(_answers: Answers) -> bool:
    return True


@dataclass(frozen=True, kw_only=True)
class Question:
    """One question of a flow. Kinds of questions are subclasses in `bot/conversation/questions/basic.py`.

    `asks` may depend on the answers so far. `label` names the answer in the review.
    `check` is a rule that needs the desk: it raises Refusal. `spoils` names the questions to be asked again
    when this one is answered anew from the review. A `secret` answer is sealed between two messages.
    """

    name: str
    asks: "Sentence | Callable[[Exchange, Answers], Sentence]"
    label: Sentence
    optional: bool = False
    secret: bool = False
    when: Callable[[Answers], bool] = always
    check: "Callable[[Exchange, Any, Answers], None] | None" = None
    shows: Callable[[Any], Fact] | None = None
    spoils: tuple[str, ...] = ()

    def prompt(self, exchange: "Exchange", answers: Answers) -> Sentence:
        return self.asks if isinstance(self.asks, Sentence) else self.asks(exchange, answers)

    def rows(self, exchange: "Exchange", answers: Answers, scratch: dict[str, Any]) -> tuple[Row, ...]:  # noqa: ARG002
        """The question's own buttons; `scratch` is what it remembers between renderings (a month, a search)."""
        return ()

    def asking(self) -> Asking | None:
        """The keyboard that shares a phone or a place, for the questions that want one."""
        return None

    def hear(self, exchange: "Exchange", answers: Answers, scratch: dict[str, Any]) -> Any:  # noqa: ARG002
        """The answer in what was heard; `Unanswered` to draw the question again.

        Raises Refusal when it cannot be read. A sticker or a voice message is read as no text at all: the refusal
        says what is wanted here.
        """
        return self.read(exchange, exchange.event.text or "")

    def read(self, exchange: "Exchange", text: str) -> Any:
        """The value in a text. Raises Refusal."""
        raise NotImplementedError

    def dump(self, value: Any) -> Any:
        """As plain JSON, for the time between two messages."""
        return value

    def load(self, kept: Any) -> Any:
        return kept

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
