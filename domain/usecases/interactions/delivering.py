"""What became of a message of ours on its way to the client: what did not arrive is said lastingly, and said again later."""

from datetime import timedelta

from domain.entities.interactions import Interaction, Said, Undelivered
from domain.notices.interactions import DELIVERED_LATER, UNDELIVERED
from domain.ports.desk import Desk
from domain.queries.messages import delivered

SAID_AGAIN_WITHIN = timedelta(days=7)
"""What is older is no news to whoever comes back."""
_LOOKED_AT = 20


def not_delivered(desk: Desk, number: int, why: Undelivered) -> None:
    """Whoever wrote it hears at once what else can be done. Twice is fine."""
    said = desk.archive.interactions.locked(number)
    if said.undelivered_at is not None:
        return
    said.undelivered_at, said.undelivered_why = desk.now, why
    desk.note_within(said.branch, "client", said.client.id, "undelivered", text=said.in_short)
    if said.staff is not None:
        key = f"{number}:{desk.now.isoformat()}"
        desk.notify(said.staff.person, UNDELIVERED, key, interaction=number, client=said.client.id)


def arrived(desk: Desk, number: int) -> None:
    """After all, when it did not before: whoever wrote it hears that. Twice is fine."""
    said = desk.archive.interactions.get(number)
    if said.undelivered_at is None:
        return
    since, said.undelivered_at, said.undelivered_why = said.undelivered_at, None, None
    if said.staff is not None:
        key = f"{number}:{since.isoformat()}"
        desk.notify(said.staff.person, DELIVERED_LATER, key, interaction=number, client=said.client.id)


def came_back(desk: Desk) -> None:
    """The actor has let us in again: what they did not get lately is said once more."""
    client = desk.actor.client
    if client is None:
        return
    for said in desk.archive.interactions.of(client, _LOOKED_AT):
        if _is_news(desk, said):
            for notice in delivered(desk, said):
                notice.say_again(desk.now)


def _is_news(desk: Desk, said: Interaction) -> bool:
    lost = said.how is Said.ANSWER and said.undelivered_at is not None and said.taken_back_at is None
    return lost and desk.now - said.at <= SAID_AGAIN_WITHIN
