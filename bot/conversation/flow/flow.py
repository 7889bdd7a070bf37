"""A flow as it is written: its questions, what must be known before them, its review and what it does at the end."""

from collections.abc import Collection, Mapping
from dataclasses import fields
from typing import Any, ClassVar, Generic, TypeVar

from bot.conversation.exchange import Exchange
from bot.conversation.flow.answers import Question, kept_answers, read_answers
from domain.ports.desk import Desk
from locales import Sentence, _, lines

SEND = _("✅ Send")
LINE = _("{label}: {value}")

A = TypeVar("A")


class Flow(Generic[A]):
    """A conversation of several exchanges. Its docstring is the dialogue a test plays.

    `answers_type` is a dataclass with a field for whatever is known beforehand and for each question. What is known is not
    asked for. Without a `review` the flow finishes after its last question.
    """

    name: str
    called: ClassVar[Sentence | None] = None
    """What it is about, in the words of whoever left it open and is offered to go on: "new trip"."""
    answers_type: type[A]
    questions: tuple[Question, ...] = ()
    send: ClassVar[Sentence] = SEND
    changes_known: ClassVar[Collection[str]] = ()
    """What was known beforehand and is offered to be changed all the same, by the names of its questions."""

    more_words: ClassVar[str | None] = None
    """The question that words answer which are typed under the review; None where the review takes only taps."""

    @classmethod
    def known_as_kept(cls, known: Mapping[str, Any]) -> dict[str, Any]:
        """What is known beforehand, as a button keeps it. Raises TypeError when it does not fit the answers."""
        cls.answers_type(**known)
        return kept_answers(cls.questions, known)

    def questions_for(self, desk: Desk) -> tuple[Question, ...]:  # noqa: ARG002
        """The questions, when they depend on what the agency has settled."""
        return self.questions

    def opens(self, exchange: Exchange, known: dict[str, Any]) -> dict[str, Any]:
        """The answers before the first question, as they are kept: those given to `ask`, and what `prepare` adds."""
        answers = read_answers(self.answers_type, self.questions, known)
        self.prepare(exchange, answers)
        found = {each.name: getattr(answers, each.name) for each in fields(self.answers_type)}  # type: ignore[arg-type]
        told_before = {name: value for name, value in found.items() if value is not None or name in known}
        return kept_answers(self.questions, told_before)

    def prepare(self, exchange: Exchange, answers: A) -> None:
        """Before the first question: fills in what the papers tell. Raises Refusal when this person may not begin."""

    def must_hold(self, exchange: Exchange, answers: A) -> None:
        """Before each question and the review. Raises Refusal when there is nothing left to ask for: then it is over."""

    def review(self, exchange: Exchange, answers: A) -> Sentence | None:
        """What is shown before sending; by default every answer on a line. None finishes at once."""
        return lines(
            *(
                LINE(label=q.label, value=q.shown_at(exchange, getattr(answers, q.name)))
                for q in self.due(answers)
            )
        )

    def finish(self, exchange: Exchange, answers: A) -> None:
        """Does it. Raises Refusal: the review is shown again with the reason."""
        raise NotImplementedError

    def due(self, answers: A) -> list[Question]:
        """The questions that belong to these answers."""
        return [question for question in self.questions if question.when(answers)]

    def question(self, name: str) -> Question:
        return next(question for question in self.questions if question.name == name)
