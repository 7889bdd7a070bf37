"""What a query answers, to the last field of what it gives: nothing of another branch's deals, inquiries and talks."""

from collections.abc import Mapping, Sequence
from dataclasses import fields, is_dataclass
from typing import Any

from domain.ports.desk import Desk
from domain.values.refusals import Refusal
from storage import Database, SqlUnit
from tests.rights.agency import THEIRS, Prepared, at_work_as
from tests.rights.matrix import PEOPLE
from tests.rights.query_calls import QUERY_CALLS
from tests.rights.undoing import desk_of, undone

SECRETS = (*THEIRS, "minor=123400")
"""In the answer's own form: money is in minor units."""
ALL_SEEING = ("owner", "client")
"""`client` is whose deals they are, in every branch."""


async def test_no_query_tells_of_another_branchs_deals(database: Database, prepared: Prepared) -> None:
    for who in (one for one in PEOPLE if one not in ALL_SEEING):
        answers = await undone(database, lambda unit: _answers(unit, prepared, who))  # noqa: B023
        told = {name: [one for one in SECRETS if one in answer] for name, answer in answers.items()}
        assert {name: secrets for name, secrets in told.items() if secrets} == {}, who
        assert who != "manager" or sum(bool(answer) for answer in answers.values()) > 100


async def test_who_sees_all_branches_is_told(database: Database, prepared: Prepared) -> None:
    """The secrets are there to be told."""
    answers = await undone(database, lambda unit: _answers(unit, prepared, "owner"))
    whole = "".join(answers.values())
    assert [one for one in ("Zanzibar", "Osterhase", "whisper", "minor=123400") if one not in whole] == []


def _answers(unit: SqlUnit, prepared: Prepared, who: str) -> dict[str, str]:
    """All that is in each answer, asked for both branches' things; "" for a refusal."""
    desk = at_work_as(desk_of(unit), prepared.people[who])
    return {
        f"{name} {branch}": _answer(desk, name, prepared, branch)
        for name in QUERY_CALLS
        for branch in ("own", "other")
    }


def _answer(desk: Desk, name: str, prepared: Prepared, branch: str) -> str:
    try:
        return _whole(QUERY_CALLS[name](desk, prepared, getattr(prepared, branch)), set())
    except Refusal:
        return ""


def _whole(thing: Any, seen: set[int]) -> str:
    """All that is at hand of it, each thing once; a relation that nobody loaded cannot be told."""
    if isinstance(thing, Mapping):
        thing = [*thing.items()]
    if isinstance(thing, Sequence) and not isinstance(thing, str | bytes):
        return "[" + ", ".join(_whole(one, seen) for one in thing) + "]"
    if not is_dataclass(thing) or isinstance(thing, type):
        return repr(thing)
    if id(thing) in seen:
        return "…"
    seen.add(id(thing))
    at_hand = getattr(thing, "__dict__", None) or {
        each.name: getattr(thing, each.name) for each in fields(thing)
    }
    kept = {name: value for name, value in at_hand.items() if not name.startswith("_sa_")}
    return (
        f"{type(thing).__name__}("
        + ", ".join(f"{name}={_whole(value, seen)}" for name, value in kept.items())
        + ")"
    )
