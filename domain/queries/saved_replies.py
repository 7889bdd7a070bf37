"""Saved replies as they are used by whoever writes to clients, and as they are kept by whoever may word them."""

from collections.abc import Mapping
from dataclasses import dataclass

from domain.entities.clients import Client
from domain.entities.deals import Deal
from domain.entities.people import Right
from domain.entities.saved_replies import SAVED_REPLY, USUAL, SavedReply
from domain.ports.desk import Desk
from domain.queries.my_deals import nearest
from domain.values.refusals import Forbidden, NotFound


def replies_offered(desk: Desk) -> Mapping[str, SavedReply]:
    """To whoever writes to clients: everybody's, and those of their branch; the agency's own first. Raises Forbidden."""
    desk.must(Right.ANSWER_CLIENTS)
    found = {key: one for key, one in _within_reach(desk).items() if not one.retired}
    return dict(sorted(found.items(), key=lambda item: item[0] in USUAL))


def replies_kept(desk: Desk) -> Mapping[str, SavedReply]:
    """All of them, those that are retired last. Raises Forbidden."""
    desk.must(Right.KEEP_REPLIES)
    found = _within_reach(desk)
    return dict(sorted(found.items(), key=lambda item: item[1].retired))


@dataclass(frozen=True)
class ReplyCard:
    """One of them, with the revision that a change must still find. `changeable`: whether it is the actor's to word."""

    key: str
    reply: SavedReply
    seen: int
    changeable: bool


def reply_card(desk: Desk, key: str) -> ReplyCard:
    """Raises Forbidden, NotFound, also for another branch's."""
    desk.must(Right.KEEP_REPLIES)
    reply = _within_reach(desk).get(key)
    if reply is None:
        raise NotFound("no_such_definition")
    staff = desk.actor.staff
    everybodys_or_theirs = staff is None or staff.reach in (None, reply.branch)
    return ReplyCard(key, reply, desk.agency.definitions.revision(SAVED_REPLY, key), everybodys_or_theirs)


def reply_to_change(desk: Desk, key: str) -> ReplyCard:
    """Raises Forbidden, NotFound."""
    found = reply_card(desk, key)
    if not found.changeable:
        raise Forbidden("reply_of_all")
    return found


@dataclass(frozen=True)
class Addressee:
    """Whom a reply is for, and the deal that it tells of."""

    client: Client
    deal: Deal | None


def addressee(desk: Desk, number: int, deal: int | None = None) -> Addressee:
    """Without a deal, or with another branch's, it tells of the one whose journey comes next. Raises Forbidden, NotFound."""
    desk.must(Right.ANSWER_CLIENTS)
    client = desk.repositories.clients.get(number)
    theirs = desk.repositories.deals.of(client)
    about = next((one for one in theirs if one.id == deal), None)
    return Addressee(client, about or nearest(desk, [one for one in theirs if one.is_open]))


def _within_reach(desk: Desk) -> Mapping[str, SavedReply]:
    staff = desk.actor.staff
    every = desk.agency.definitions.all(SAVED_REPLY)
    return {key: one for key, one in every.items() if staff is None or staff.sees(one.branch)}
