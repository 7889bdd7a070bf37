"""While answering, one tap shows the saved replies and another fills one in; it is sent as it stands, or written otherwise.

Boris: [✉️ Answer]
Bot:   Anna: How much is left to pay? Your answer?
Boris: [💬 Saved replies]
Boris: [What is left to pay]
Bot:   This is how Anna will read it, in English: …
Boris: [✅ Send]
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from bot.conversation.contents import Content
from bot.conversation.flow.answers import Unanswered
from bot.conversation.flow.flow import SEND
from bot.conversation.questions.anything import Anything
from bot.conversation.screen import Button, Row, column
from bot.conversation.widgets.listing import turning
from domain.entities.interactions import Sent
from domain.queries.saved_replies import addressee, replies_offered
from domain.values.language import Language
from domain.values.refusals import NotFound, Refusal
from locales import Sentence, _, lines
from locales.terms.languages import IN_LANGUAGE
from locales.terms.saved_replies import reply_name, worded

if TYPE_CHECKING:
    from bot.conversation.exchange import Exchange

PAGE, CHOSEN = "replies", "chosen"
SIZE = 6
_SEND = ["send"]
Whom = Callable[["Exchange", Any], tuple[int, int | None]]


@dataclass(frozen=True, kw_only=True)
class WithReplies(Anything):
    """Whatever is written or sent, or a saved reply. `whom` gives the client's number, and the deal's it is about."""

    whom: Whom

    def beside(self, exchange: "Exchange", answers: Any) -> tuple[Row, ...]:  # noqa: ARG002
        """Further buttons while nothing is chosen."""
        return ()

    def rows(self, exchange: "Exchange", answers: Any, scratch: dict[str, Any]) -> tuple[Row, ...]:
        if scratch.get(CHOSEN) is not None:
            another = Button(_("💬 Another reply"), "scratch", (CHOSEN, None))
            return column([Button(SEND, "answer", (_SEND,)), another])
        if scratch.get(PAGE) is not None:
            return self._listed(exchange, scratch[PAGE])
        offered = replies_offered(exchange.desk)
        first = ((Button(_("💬 Saved replies"), "scratch", (PAGE, 0)),),) if offered else ()
        return (*first, *self.beside(exchange, answers))

    def _listed(self, exchange: "Exchange", page: int) -> tuple[Row, ...]:
        found = [*replies_offered(exchange.desk).items()][page * SIZE :]
        buttons = [Button(reply_name(key, one), "answer", (["reply", key],)) for key, one in found[:SIZE]]
        turns = turning(
            lambda label, other: Button(label, "scratch", (PAGE, other)), page, more=len(found) > SIZE
        )
        return (*column(buttons), *turns)

    def shown_prompt(self, exchange: "Exchange", answers: Any, scratch: dict[str, Any]) -> Sentence:
        chosen = scratch.get(CHOSEN)
        if chosen is None:
            return self.prompt(exchange, answers)
        client = addressee(exchange.desk, *self.whom(exchange, answers)).client
        language, theirs = Language(chosen["language"]), chosen["wanted"]
        reads = _("This is how {name} will read it, {in_language}:")
        return lines(
            reads(name=client.name, in_language=IN_LANGUAGE[language]),
            None
            if language == theirs
            else _("⚠️ Nobody has written it {in_language} yet.")(in_language=IN_LANGUAGE[Language(theirs)]),
            _("<pre>{text}</pre>")(text=chosen["text"]),
            _("Send it, or write it otherwise: a tap on the text copies it."),
        )

    def tapped(self, exchange: "Exchange", answers: Any, scratch: dict[str, Any], kept: Any) -> Any:
        match kept:
            case ["send"]:
                if scratch.get(CHOSEN) is None:
                    raise NotFound("out_of_date")
                return Content(scratch[CHOSEN]["text"], Sent())
            case ["reply", str(key)]:
                scratch[CHOSEN] = self._filled(exchange, answers, key)
                raise Unanswered
        raise NotFound("out_of_date")

    def _filled(self, exchange: "Exchange", answers: Any, key: str) -> dict[str, Any]:
        reply = replies_offered(exchange.desk).get(key)
        if reply is None:
            raise NotFound("no_such_definition")
        for_ = addressee(exchange.desk, *self.whom(exchange, answers))
        person = for_.client.person
        wanted = person.language if person else exchange.voice.language
        told = worded(exchange.desk, key, reply, wanted, for_.client.name, for_.deal)
        if told is None:
            raise Refusal("reply_says_nothing", client=for_.client.name)
        return {"text": told.text, "language": told.language.value, "wanted": wanted.value}
