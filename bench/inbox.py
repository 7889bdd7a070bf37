"""The inbox with ten thousand clients who wait beside one of a hundred: its pages, a card, a word that comes; on both."""

import secrets
import tempfile
import time
from collections.abc import Callable
from datetime import timedelta

from sqlalchemy import text

from bench import crowd, prepare
from bench.databases import KINDS, opened
from bench.ours import AGENCY
from bench.stage import table
from domain.entities.clients import Client
from domain.entities.conversations import Queue, Waits, Word
from domain.ports.desk import Actor, Desk
from domain.queries.conversations import Shown, conversation_card, inbox, to_answer
from domain.usecases.conversations.alarms import sound_alarms
from domain.usecases.conversations.moving import heard
from storage import Database, SqlUnit
from storage.mapping.conversations import conversations

FEW, MANY = 100, 10_000
AIM = 1.2
WARM, ROUNDS = 5, 40
LATER = timedelta(days=1)
"""Nobody of them is late yet: the clock looks for those who are."""


async def main(*, long: bool) -> None:
    """Milliseconds: the least of the rounds, which take turns."""
    for kind in KINDS:
        costs = await _compared(kind, ROUNDS * (5 if long else 1))
        rows = [(f"{kind}: {what}, ms", many, few) for what, (many, few) in costs.items()]
        table(f"{MANY} wait", f"{FEW} wait", rows)
        missed = [what for what, many, few in rows if many / few > AIM]
        print(f"at most {AIM} x: {'missed by ' + '; '.join(missed) if missed else 'all'}")


async def _compared(kind: str, rounds: int) -> dict[str, tuple[float, float]]:
    with tempfile.TemporaryDirectory() as one, tempfile.TemporaryDirectory() as other:
        async with opened(kind, one) as large, opened(kind, other) as small:
            for database, size in ((large, MANY), (small, FEW)):
                await database.run(lambda unit: _lay(unit, size))  # noqa: B023
                await database.run(_analyzed)
            return {what: await _least(work, (large, small), rounds) for what, work in WORK.items()}


async def _least(
    work: Callable[[Desk], object], databases: tuple[Database, Database], rounds: int
) -> tuple[float, float]:
    took: tuple[list[float], list[float]] = ([], [])
    for turn in range(WARM + rounds):
        for database, times in zip(databases, took, strict=True):
            begun = time.perf_counter()
            await database.run(_at_desk(work))
            if turn >= WARM:
                times.append((time.perf_counter() - begun) * 1000)
    return min(took[0]), min(took[1])


def _lay(unit: SqlUnit, size: int) -> None:
    """A third is the manager's, a third nobody's, and a third somebody else's; as many are waited for."""
    boris, kalina = (prepare.manager(unit, number) for number in (prepare.BORIS, prepare.BORIS + 1))
    unit.repositories.flush()
    crowd.clients(unit, 1001, 2 * size, with_chat=True)
    holders, since = (boris.id, None, kalina.id), prepare.now() - timedelta(hours=1)
    rows = [
        {
            "client_id": 1001 + number,
            "waits": Waits.FOR_US if number < size else Waits.FOR_CLIENT,
            "since": since + timedelta(milliseconds=number),
            "words": "Are there seats?",
            "queue": Queue.OTHERS,
            "holder_id": holders[number % 3],
            "soon_at": since + LATER,
            "due_at": since + LATER,
            "alarm_at": since + LATER if number < size else None,
            "alarms": 0,
        }
        for number in range(2 * size)
    ]
    crowd.lay(unit, conversations, rows)


def _analyzed(unit: SqlUnit) -> None:
    unit.session.execute(text("ANALYZE"))


def _at_desk(work: Callable[[Desk], object]) -> Callable[[SqlUnit], object]:
    def done(unit: SqlUnit) -> object:
        boris = unit.repositories.staff.get(1)
        desk = Desk(
            Actor(boris.person, boris), prepare.now(), unit.repositories, AGENCY, secrets.token_urlsafe
        )
        return work(desk)

    return done


def _comes(desk: Desk) -> None:
    client: Client = desk.repositories.clients.get(1001)
    heard(desk, client, Word(desk.now, "And balconies?"))


WORK: dict[str, Callable[[Desk], object]] = {
    "mine": lambda desk: inbox(desk, Shown.MINE),
    "nobody's": lambda desk: inbox(desk, Shown.NOBODYS),
    "all": lambda desk: inbox(desk, Shown.ALL),
    "their turn": lambda desk: inbox(desk, Shown.CLIENTS),
    "Today's line": to_answer,
    "a conversation": lambda desk: conversation_card(desk, 1002),
    "a word comes": _comes,
    "nobody is late": sound_alarms,
}
