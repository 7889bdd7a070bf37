"""Another client than the one it is about, found by whatever finds a client."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Protocol

from domain.queries.clients import clients_found
from locales import Sentence
from locales.terms.clients import named_with_phone

if TYPE_CHECKING:
    from bot.conversation.exchange import Exchange


class AboutClient(Protocol):
    """Answers of a flow about the client with this number."""

    client: int


def other_clients(
    exchange: "Exchange", answers: AboutClient, text: str, limit: int, offset: int
) -> Sequence[tuple[int, Sentence]]:
    found = clients_found(exchange.desk, text, offset + limit + 1)
    others = [(one.id, named_with_phone(one)) for one in found if one.id != answers.client]
    return others[offset : offset + limit]
