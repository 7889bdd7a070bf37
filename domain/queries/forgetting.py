"""What would go if a client was forgotten, what keeps it, and whether it was asked for."""

from dataclasses import dataclass

from domain.entities.clients import Client
from domain.entities.deals import Deal
from domain.entities.forgets import Forget
from domain.entities.people import Right
from domain.ports.desk import Desk
from domain.queries.consents import a_client
from domain.queries.doubts import must_reach
from domain.values.refusals import NotFound


@dataclass(frozen=True)
class Forgetting:
    """What postpones it; `asked` is what was asked for and is neither done nor taken back."""

    client: Client
    open_deals: tuple[Deal, ...]
    unsettled: tuple[Deal, ...]
    """Closed, and money is still owed: by the client, or to them."""
    asked: Forget | None

    @property
    def waits(self) -> bool:
        return bool(self.open_deals or self.unsettled)


def my_forgetting(desk: Desk) -> Forgetting:
    """Raises Forbidden, NotFound: nothing_kept."""
    a_client(desk)
    if desk.actor.client is None:
        raise NotFound("nothing_kept")
    return forgetting_of(desk, desk.actor.client)


def client_forgetting(desk: Desk, number: int) -> Forgetting:
    """For whoever may give out data, of a client within reach. Raises Forbidden, NotFound."""
    desk.must(Right.GIVE_OUT_DATA)
    client = desk.repositories.clients.get(number)
    must_reach(desk, client)
    return forgetting_of(desk, client)


def forgetting_of(desk: Desk, client: Client) -> Forgetting:
    """By whoever has the client at hand."""
    deals = desk.archive.deals
    open_deals, unsettled = tuple(deals.of(client, only_open=True)), tuple(deals.unsettled_of(client))
    return Forgetting(client, open_deals, unsettled, desk.archive.forgets.open_of(client))
