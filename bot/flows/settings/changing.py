"""What every change of a setting has in common: it is over as soon as somebody else has changed the same."""

from typing import Any, ClassVar, TypeVar

from bot.conversation.exchange import Exchange
from bot.conversation.flow.flow import Flow
from domain.entities.definitions import ONLY, DefinitionKind
from domain.values.refusals import Refusal
from locales import Sentence, _

A = TypeVar("A")


class Changing(Flow[A]):
    """Its answers know `seen`, the revision that was shown. Without a review it finishes after the last question."""

    kind: ClassVar[DefinitionKind[Any]]
    send = _("✅ Save")

    def key(self, exchange: Exchange, answers: A) -> str:  # noqa: ARG002
        """Of the definition, where there are several."""
        return ONLY

    def must_hold(self, exchange: Exchange, answers: A) -> None:
        seen: int = answers.seen  # type: ignore[attr-defined]
        if exchange.desk.agency.definitions.revision(self.kind, self.key(exchange, answers)) != seen:
            raise Refusal("changed_meanwhile")

    def review(self, exchange: Exchange, answers: A) -> Sentence | None:  # noqa: ARG002
        return None
