"""Every use case and query is tried by everybody, on what is of their own branch and on what is not: the matrix says who may.

Each cell is a transaction that is undone. A denied cell is answered exactly as a number that does not exist.
"""

import ast
import inspect
import pkgutil
from collections.abc import Iterator
from importlib import import_module
from types import ModuleType
from typing import Any

import pytest

import domain.queries
import domain.usecases
from domain.ports.desk import Desk
from domain.values.refusals import Forbidden, NotFound, Refusal
from storage import Database, SqlUnit
from tests.house.test_words import HOUSE, calls
from tests.nouns.declared import Call
from tests.rights.agency import Prepared, Things, at_work_as
from tests.rights.calls import CALLS
from tests.rights.matrix import INNER, LOOKING, MATRIX, PEOPLE
from tests.rights.undoing import desk_of, undone


def use_cases() -> Iterator[str]:
    """Every public function of the trade that works at a desk: "noun.function", or "queries.noun.function"."""
    for package in (domain.usecases, domain.queries):
        for found in pkgutil.walk_packages(package.__path__, f"{package.__name__}."):
            yield from _at_a_desk(import_module(found.name))


def _at_a_desk(module: ModuleType) -> Iterator[str]:
    parts = module.__name__.split(".")
    prefix = ".".join(parts[1:]) if parts[1] == "queries" else parts[2]
    for name, function in inspect.getmembers(module, inspect.isfunction):
        own = function.__module__ == module.__name__ and not name.startswith("_")
        first = next(iter(inspect.signature(function).parameters), "")
        if own and first.lstrip("_") == "desk":
            yield f"{prefix}.{name}"


def base(name: str) -> str:
    return name.partition(" ")[0]


def test_every_use_case_stands_in_the_matrix() -> None:
    told = {base(name) for name in MATRIX} | set(LOOKING.split()) | set(INNER.split())

    assert set(use_cases()) == told, "say in tests/rights/matrix.py whom it serves"
    assert MATRIX.keys() == CALLS.keys(), "say in tests/rights/calls.py how it is called"
    assert not set(LOOKING.split()) & set(INNER.split())


def test_no_button_reaches_what_is_the_agencys_own() -> None:
    inner = {name.partition(".")[2] for name in INNER.split()}
    ambiguous = {"told", "alarm", "entered", "unreached"}
    reached = {(file, _called(call)) for file, call in calls(("bot",), *(inner - ambiguous))}

    assert {(file, name) for file, name in reached if "handlers" in file or "flows" in file} == set()


def test_views_and_flows_ask_for_no_right_and_read_no_repository() -> None:
    """A second door to the same desk must meet the same right: it stands in the query or the use case."""
    conversations = [path for room in ("handlers", "flows") for path in (HOUSE / "bot" / room).rglob("*.py")]
    read = {
        (path.name, node.attr)
        for path in conversations
        for node in ast.walk(ast.parse(path.read_text()))
        if isinstance(node, ast.Attribute) and node.attr in {"must", "repositories", "archive"}
    }

    assert len(conversations) > 100
    assert read == set()


def _called(call: Any) -> str:
    return str(getattr(call.func, "id", getattr(call.func, "attr", "")))


def denied(desk: Desk, call: Call, prepared: Prepared, things: Things) -> Refusal | None:
    """Why not. Raises Refusal when something else than a right stood in the way: then the cell says nothing."""
    try:
        call(desk, prepared, things)
        desk.archive.flush()
    except (Forbidden, NotFound) as why:
        return why
    except Refusal as why:
        if why.kind == "already_staff":
            return why
        raise
    return None


async def test_the_matrix_holds(
    database: Database, prepared: Prepared, capsys: pytest.CaptureFixture[str]
) -> None:
    cells = [(name, who, own) for name in MATRIX for who in PEOPLE for own in (True, False)]

    def tried(unit: SqlUnit, name: str, who: str, own: bool) -> Refusal | None:  # noqa: FBT001
        desk = at_work_as(desk_of(unit), prepared.people[who])
        return denied(desk, CALLS[name], prepared, prepared.own if own else prepared.other)

    answers: dict[tuple[str, str, bool], Refusal | None] = {}
    for cell in cells:
        answers[cell] = await undone(database, lambda unit: tried(unit, *cell))  # noqa: B023
    allowed = {cell for cell, why in answers.items() if why is None}
    wanted = {(name, who, own) for name, who, own in cells if MATRIX[name].may(who, own=own)}
    with capsys.disabled():
        print(
            f"\nrights: cells {len(cells)}, allowed by matrix {len(wanted)}, "
            f"wrong allows {len(allowed - wanted)}, wrong denies {len(wanted - allowed)}"
        )
    assert allowed - wanted == set(), "wrong allows"
    assert {cell: answers[cell] for cell in wanted - allowed} == {}, "wrong denies"


async def test_another_branchs_number_is_answered_like_one_that_does_not_exist(
    database: Database, prepared: Prepared
) -> None:
    """For who may do it in their own branch; other people may be told that they have no right."""
    other = prepared.other
    nowhere = other.nowhere(*_GIVEN)
    compared = 0
    for name, may in MATRIX.items():
        for who in PEOPLE:
            if may.openly or not may.may(who, own=True) or may.may(who, own=False):
                continue

            def tried(unit: SqlUnit, things: Things, who: str = who, name: str = name) -> Refusal | None:
                desk = at_work_as(desk_of(unit), prepared.people[who])
                return denied(desk, CALLS[name], prepared, things)

            foreign = await undone(database, lambda unit: tried(unit, other))
            missing = await undone(database, lambda unit: tried(unit, nowhere))
            assert foreign is not None, (name, who)
            assert missing is not None, (name, who)
            assert (type(foreign), foreign.kind, foreign.facts) == (
                type(missing),
                missing.kind,
                missing.facts,
            ), name
            assert isinstance(foreign, NotFound), name
            compared += 1
    assert compared > 30


_GIVEN = {"link", "link_version", "colleague"}
