"""What the flows have in common that narrow down whose files are given: one question, and the screen again."""

from dataclasses import replace
from typing import Any, TypeVar

from bot.conversation.exchange import Exchange
from bot.conversation.widgets.ask_once import AskOnce
from bot.links.client_exports import EXPORT_CLIENTS
from domain.entities.client_exports import filter_from
from domain.queries.client_exports import must_export

A = TypeVar("A")


class Narrowing(AskOnce[A]):
    """Its answers have `wanted`, the filter as a button keeps it; `narrows` tells what becomes of it."""

    def narrows(self, answers: A) -> dict[str, Any]:
        raise NotImplementedError

    def prepare(self, exchange: Exchange, answers: Any) -> None:  # noqa: ARG002
        must_export(exchange.desk)

    def finish(self, exchange: Exchange, answers: Any) -> None:
        wanted = replace(filter_from(answers.wanted), **self.narrows(answers))
        exchange.show(EXPORT_CLIENTS, wanted.key)
