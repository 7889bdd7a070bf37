"""A message that was written earlier goes out once its time has come, and once only, whoever dies over it."""

from datetime import timedelta

from sqlalchemy import func, select

from domain.entities.clients import Client
from domain.entities.later_messages import LaterMessage
from domain.notices.clients import ANSWER
from domain.ports.desk import Desk
from storage import SqlUnit
from storage.mapping import interactions, notices


def one_to_send(unit: SqlUnit, desk: Desk, nth: int) -> int:
    """Due a moment ago; to the owner, who travels too."""
    author = desk.repositories.staff.active()[0]
    client = desk.repositories.clients.of(author.person)
    if client is None:
        client = Client("Wren", None, desk.now, author.person)
        desk.repositories.clients.add(client)
        unit.repositories.flush()
    before = desk.now - timedelta(minutes=5)
    one = LaterMessage(author, client, _words(nth), before, before + timedelta(minutes=1))
    desk.repositories.later_messages.add(one)
    unit.repositories.flush()
    return one.id


def is_sent(unit: SqlUnit, number: int) -> bool:
    return unit.repositories.later_messages.get(number).sent_at is not None


def not_sent_once(unit: SqlUnit, nth: int, number: int) -> list[str]:
    """One answer, and one notice of it."""
    said = [*unit.session.scalars(select(interactions.c.id).where(interactions.c.text == _words(nth)))]
    keys = [f"{ANSWER}:{one}:%" for one in said]
    told = [unit.session.scalar(select(func.count()).where(notices.c.key.like(key))) for key in keys]
    return [] if told == [1] else [f"later message {number}: answers with so many notices each: {told}"]


def _words(nth: int) -> str:
    return f"The coach of wren {nth} leaves at six."
