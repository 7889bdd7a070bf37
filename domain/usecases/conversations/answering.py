"""What waits with a client is answered, whatever it is about."""

from domain.entities.interactions import Interaction, Sent
from domain.entities.people import Right
from domain.ports.desk import Desk
from domain.queries.conversations import client_spoken_with
from domain.usecases.clients.messages import write_to_client
from domain.values.refusals import NotFound


def answer_conversation(desk: Desk, number: int, text: str, sent: Sent | None = None) -> Interaction:
    """In the client's chat; about what they wrote about. Raises Forbidden, NotFound, Refusal: client_unreachable."""
    desk.must(Right.ANSWER_CLIENTS)
    found = desk.repositories.conversations.of(client_spoken_with(desk, number))
    if found is None:
        raise NotFound("no_such_conversation")
    return write_to_client(desk, number, text, found.inquiry, found.deal, sent)
