"""What is kept of the actor, counted, as their own screen tells it."""

from dataclasses import dataclass

from domain.entities.clients import Client
from domain.ports.desk import Desk
from domain.queries.consents import a_client

MOST_SAID = 1000
"""Messages that are counted."""


@dataclass(frozen=True)
class MyData:
    """`client` is None for whoever has no file."""

    client: Client | None = None
    deals: int = 0
    travellers: int = 0
    payments: int = 0
    inquiries: int = 0
    said: int = 0


def my_data(desk: Desk) -> MyData:
    """Raises Forbidden for staff, and for nobody."""
    a_client(desk)
    client = desk.actor.client
    if client is None:
        return MyData()
    deals = desk.archive.deals.of(client)
    return MyData(
        client,
        len(deals),
        sum(len(deal.travellers) for deal in deals),
        sum(len(deal.payments) for deal in deals),
        len(desk.archive.inquiries.of(client)),
        len(desk.archive.interactions.of(client, MOST_SAID)),
    )
