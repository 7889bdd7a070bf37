"""An answer that is being written: what it is to, and what colleagues have done meanwhile."""

from collections.abc import Sequence
from dataclasses import dataclass

from domain.entities.conversations import Conversation
from domain.entities.interactions import Interaction, Said
from domain.entities.people import Right, StaffMember
from domain.ports.desk import Desk

_SINCE = 20


@dataclass(frozen=True)
class Meanwhile:
    """What somebody who writes has not been told: answers of colleagues, oldest first, and who has taken it."""

    answers: Sequence[Interaction]
    taken_by: StaffMember | None

    def __bool__(self) -> bool:
        return bool(self.answers or self.taken_by)


@dataclass(frozen=True)
class SeenBefore:
    """What whoever writes was shown: the newest word, and the number of the colleague who has it (0: nobody)."""

    said: int
    holder: int = 0


def seen_now(desk: Desk, number: int) -> SeenBefore:
    """Of this client. Raises Forbidden, NotFound."""
    desk.must(Right.ANSWER_CLIENTS)
    client = desk.repositories.clients.get(number)
    newest = [one.id for one in desk.repositories.interactions.of(client, 1)]
    taken = _taken(desk, desk.repositories.conversations.of(client))
    return SeenBefore(newest[0] if newest else 0, taken.id if taken else 0)


def meanwhile(desk: Desk, number: int, shown: SeenBefore) -> Meanwhile:
    """Since then, by others than the actor. Raises Forbidden, NotFound."""
    desk.must(Right.ANSWER_CLIENTS)
    client = desk.repositories.clients.get(number)
    said = desk.repositories.interactions.of(client, _SINCE)
    since = [one for one in reversed(said) if one.id > shown.said and _is_others_answer(desk, one)]
    taken = _taken(desk, desk.repositories.conversations.of(client))
    return Meanwhile(since, None if taken is None or taken.id == shown.holder else taken)


def taken_unseen(desk: Desk, question: int, holder: int) -> StaffMember | None:
    """Which colleague has said that they see to what this client waits for, if it is not who was shown (0: nobody).

    Raises Forbidden, NotFound.
    """
    desk.must(Right.ANSWER_CLIENTS)
    client = desk.repositories.interactions.get(question).client
    taken = _taken(desk, desk.repositories.conversations.of(client))
    return None if taken is None or taken.id == holder else taken


def _is_others_answer(desk: Desk, one: Interaction) -> bool:
    return one.how in (Said.ANSWER, Said.CALL) and one.staff is not desk.actor.staff


def _taken(desk: Desk, found: Conversation | None) -> StaffMember | None:
    """By a colleague."""
    taken = found.taken_by if found else None
    return None if taken is desk.actor.staff else taken
