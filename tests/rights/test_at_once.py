"""Sixteen colleagues press the same button at the same moment: it has one effect."""

import asyncio

import pytest

from domain.entities.branches import Branch
from domain.entities.people import Role
from domain.ports.desk import Desk
from domain.values.refusals import Refusal
from storage import Database, SqlUnit
from tests.rights.agency import prepare, staff_member
from tests.rights.pressing import ROAD, Press, Rows, business, changed, plant, presses, tap, travelled
from tests.rights.undoing import LONG, kept, undone

AT_ONCE = 16
EVERYBODYS_OWN = {"action invite", "action wait_in_line", "action send_words", "action speak"}
"""What each presser does for themselves: sixteen invitations are sixteen."""

OFTENEST = {"action advance", "action accept_document", "action send_voucher", "action take_inquiry"}
"""In the short form these alone."""

Effect = list[tuple[str, int]]


def owners(desk: Desk) -> list[int]:
    """The numbers of their persons."""
    branch = Branch("Burgas", desk.now)
    desk.repositories.branches.add(branch)
    desk.repositories.flush()
    hired = [staff_member(desk, Role.OWNER, branch) for _ in range(AT_ONCE)]
    desk.repositories.flush()
    return [member.person.id for member in hired]


def is_tried(press: Press) -> bool:
    action = press.route.startswith("action") and press.route not in EVERYBODYS_OWN
    return action and (LONG or press.route in OFTENEST)


def effect_of(before: Rows, after: Rows) -> Effect:
    """Which rows are others now, and how many are new: what number a new one got does not matter."""
    return sorted(
        (table, number if (table, number) in before else 0) for table, number in changed(before, after)
    )


async def test_one_effect_however_many_press(
    database: Database, database_url: str, capsys: pytest.CaptureFixture[str]
) -> None:
    if not LONG and database_url.startswith("sqlite"):
        pytest.skip("its writers come one after the other anyway: tried by `make rights`")
    prepared = await kept(database, prepare)
    people = await kept(database, owners)

    def once(unit: SqlUnit, press: Press) -> Effect:
        before = business(unit)
        screen = plant(unit, people[0], press)
        _talk, refusal = travelled(unit, tap(unit, people[0], f"f:{screen.id}:1:0"))
        return [] if refusal else effect_of(before, business(unit))

    async def presses_it(person: int, press: Press) -> str:
        def first(unit: SqlUnit) -> str:
            screen = plant(unit, person, press)
            ROAD.dispatch(unit, tap(unit, person, f"f:{screen.id}:1:0"))
            return "done"

        try:
            return await database.run(first)
        except Refusal as why:
            return why.kind

    buttons, doubled = 0, []
    for press in filter(is_tried, presses(prepared, prepared.own)):
        single = await undone(database, lambda unit: once(unit, press))  # noqa: B023
        if not single:
            continue
        before = await undone(database, business)
        answers = await asyncio.gather(*(presses_it(person, press) for person in people))
        effect = effect_of(before, await undone(database, business))
        buttons += 1
        if effect != single or "done" not in answers:
            doubled.append((press, single, effect, answers))
    with capsys.disabled():
        print(
            f"\nat once: {buttons} buttons pressed by {AT_ONCE} at once, more than one effect {len(doubled)}"
        )
    assert doubled == []
    assert buttons >= len(OFTENEST)
