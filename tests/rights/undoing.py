"""Trying things without consequences: work that is done in a transaction, looked at, and undone."""

import os
import secrets
from collections.abc import Callable
from typing import TypeVar

from domain.ports.agency import CurrentAgency
from domain.ports.desk import Actor, Desk
from storage import Database, SqlUnit
from tests.world import AGENCY, NOON

T = TypeVar("T")

LONG = "TOURDESK_LONG" in os.environ
"""Everybody presses everything, on both databases: `make rights`."""


class _Seen(Exception):  # noqa: N818 (carries a result out of a transaction that must not be kept)
    def __init__(self, result: object) -> None:
        self.result = result


async def undone(database: Database, work: Callable[[SqlUnit], T]) -> T:
    """What `work` gives; what it did is rolled back."""

    def attempt(unit: SqlUnit) -> None:
        raise _Seen(work(unit))

    try:
        await database.run(attempt)
    except _Seen as seen:
        return seen.result  # type: ignore[return-value]
    raise AssertionError("nothing was tried")


def desk_of(unit: SqlUnit) -> Desk:
    """The agency's own, at noon."""
    agency = CurrentAgency(AGENCY).within(unit.repositories)
    return Desk(Actor(), NOON, unit.repositories, agency, secrets.token_urlsafe)


async def kept(database: Database, work: Callable[[Desk], T]) -> T:
    """What `work` does at the agency's own desk stays."""
    return await database.run(lambda unit: work(desk_of(unit)))
