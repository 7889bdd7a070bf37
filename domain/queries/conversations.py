"""The inbox: everything that waits for an answer, the longest first, and one conversation with who could see to it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from domain.entities.clients import Client
from domain.entities.conversations import Conversation
from domain.entities.interactions import Interaction
from domain.entities.people import Right, Role, StaffMember
from domain.ports.conversations import Waiting
from domain.ports.desk import Desk
from domain.ports.routing import mine_and_stood_for, on_duty_first, present
from domain.values.counts import MOST
from domain.values.refusals import NotFound

SAID_LATELY = 4


class Shown(StrEnum):
    """Which conversations the inbox shows."""

    MINE = "mine"
    NOBODYS = "nobodys"
    ALL = "all"
    CLIENTS = "clients"
    """Those that wait for the client."""


@dataclass(frozen=True)
class InboxPage:
    """Some of those that are shown; of each kind, how many there are, counted to one more than `MOST`."""

    shown: Shown
    conversations: Sequence[Conversation]
    waiting: Waiting
    more: bool


def inbox(desk: Desk, shown: Shown | None, limit: int = 8, offset: int = 0) -> InboxPage:
    """None: the actor's; where they have none, what is nobody's, and then all. Raises Forbidden."""
    desk.must(Right.ANSWER_CLIENTS)
    members, papers = mine_and_stood_for(desk), desk.repositories.conversations
    waiting = papers.count(members, MOST + 1)
    chosen = shown or _most_pressing(waiting)
    if chosen is Shown.MINE:
        found = papers.waiting(members, limit + 1, offset) if members else []
    elif chosen is Shown.NOBODYS:
        found = papers.nobodys(limit + 1, offset)
    elif chosen is Shown.ALL:
        found = papers.waiting((), limit + 1, offset)
    else:
        found = papers.with_clients(limit + 1, offset)
    return InboxPage(chosen, found[:limit], waiting, len(found) > limit)


def _most_pressing(waiting: Waiting) -> Shown:
    if waiting.mine:
        return Shown.MINE
    return Shown.NOBODYS if waiting.nobodys else Shown.ALL


@dataclass(frozen=True)
class ToAnswer:
    """What waits for the actor, theirs and nobody's: how many (to one more than `MOST`), and since when the longest."""

    count: int
    since: datetime
    only: int | None
    """The client, when there is one."""


def to_answer(desk: Desk) -> ToAnswer | None:
    """None: nothing. Raises Forbidden."""
    desk.must(Right.ANSWER_CLIENTS)
    members, papers = mine_and_stood_for(desk), desk.repositories.conversations
    waiting = papers.count(members, MOST + 1)
    mine = papers.waiting(members, 1) if waiting.mine else []
    oldest = [*mine, *(papers.nobodys(1) if waiting.nobodys else [])]
    if not oldest:
        return None
    count = min(waiting.mine + waiting.nobodys, MOST + 1)
    only = oldest[0].client.id if count == 1 else None
    return ToAnswer(count, min(one.since for one in oldest), only)


def count_late_answers(desk: Desk) -> int:
    """How many clients wait for longer than they may, counted to one more than `MOST`. Raises Forbidden."""
    desk.must(Right.ANSWER_CLIENTS)
    return desk.repositories.conversations.count_late(desk.now, MOST + 1)


@dataclass(frozen=True)
class ConversationCard:
    """A conversation, and the last words of it, oldest first."""

    client: Client
    conversation: Conversation
    said: Sequence[Interaction]
    leader: StaffMember | None = None
    """Of the deal it is about, when another colleague has taken the conversation."""


def conversation_card(desk: Desk, number: int) -> ConversationCard:
    """With this client. Raises Forbidden, NotFound."""
    desk.must(Right.ANSWER_CLIENTS)
    found = _with(desk, number)
    said = desk.repositories.interactions.of(found.client, SAID_LATELY)
    return ConversationCard(found.client, found, said[::-1], _other_leader(desk, found))


def _other_leader(desk: Desk, found: Conversation) -> StaffMember | None:
    taken_by = found.taken_by
    if found.deal is None or taken_by is None or not taken_by.may(Right.MOVE_DEALS):
        return None
    deal = desk.archive.deals.get(found.deal)
    return deal.leader if deal.is_open and deal.leader is not taken_by else None


@dataclass(frozen=True)
class Takers:
    """A conversation, and the colleagues who could see to it: who looks after the client first, then who is on duty,
    owners last."""

    conversation: Conversation
    able: Sequence[StaffMember]


def who_can_answer(desk: Desk, number: int) -> Takers:
    """Of those who are there. Raises Forbidden, NotFound."""
    desk.must(Right.ANSWER_CLIENTS)
    found = _with(desk, number)
    able = [one for one in desk.repositories.staff.who_may(Right.ANSWER_CLIENTS) if one.sees(found.branch)]
    others = (one for one in able if one not in (found.taken_by, desk.actor.staff))
    there = present(desk, others)
    works, looks_after = on_duty_first(desk, there), _looks_after(desk, found)
    return Takers(
        found,
        sorted(
            there,
            key=lambda one: (
                one is not looks_after,
                one.role is Role.OWNER,
                one not in works,
                one.branch != found.branch,
                one.id,
            ),
        ),
    )


def _looks_after(desk: Desk, found: Conversation) -> StaffMember | None:
    if found.deal is not None:
        return desk.archive.deals.get(found.deal).leader
    return found.holder if found.taken_by is None else None


def client_spoken_with(desk: Desk, number: int) -> Client:
    """Whoever has no file has no conversation either. Raises NotFound: no_such_conversation."""
    try:
        return desk.repositories.clients.get(number)
    except NotFound:
        raise NotFound("no_such_conversation") from None


def _with(desk: Desk, number: int) -> Conversation:
    found = desk.repositories.conversations.of(client_spoken_with(desk, number))
    if found is None:
        raise NotFound("no_such_conversation")
    return found
