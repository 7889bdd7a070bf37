"""The personal link of a client, as staff read it: whether one is out, and who came by it."""

from dataclasses import dataclass

from domain.entities.clients import Client
from domain.entities.people import Right
from domain.entities.personal_links import PersonalLink
from domain.ports.desk import Desk


@dataclass(frozen=True)
class LinkOfClient:
    """`newest` is the last that was made, whatever became of it."""

    client: Client
    newest: PersonalLink | None
    is_open: bool

    @property
    def brought(self) -> PersonalLink | None:
        """The link by which the client's Telegram was found, if it was."""
        link, person = self.newest, self.client.person
        return link if link is not None and person is not None and link.used_by is person else None


def personal_link(desk: Desk, number: int) -> LinkOfClient:
    """Raises Forbidden, NotFound."""
    desk.must(Right.ANSWER_CLIENTS)
    client = desk.repositories.clients.get(number)
    newest = desk.repositories.personal_links.newest_of(client)
    return LinkOfClient(client, newest, newest is not None and newest.is_open(desk.now))
