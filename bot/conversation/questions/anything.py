"""A question that takes whatever is sent: words, a voice, a photo, a document, something pasted."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from bot.conversation.contents import Content, sent_in, words_of
from bot.conversation.flow.answers import Question
from domain.values import text

if TYPE_CHECKING:
    from bot.conversation.exchange import Exchange


@dataclass(frozen=True, kw_only=True)
class Anything(Question):
    """Words of at most `most` characters, or something besides them."""

    most: int = 4096

    def hear(self, exchange: "Exchange", answers: Any, scratch: dict[str, Any]) -> Content:  # noqa: ARG002
        event = exchange.event
        sent, written = sent_in(event), words_of(event)
        return Content(text.words(written, self.most) if written or sent.enclosed is None else "", sent)

    def dump(self, value: Content) -> dict[str, Any]:
        return value.dumped()

    def load(self, kept: dict[str, Any]) -> Content:
        return Content.loaded(kept)
