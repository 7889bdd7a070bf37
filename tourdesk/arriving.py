"""How the demo's cast comes in: through the same doors as anybody, staff by invitation, clients by Start."""

from aiohttp import ClientSession

from domain.usecases.staff.staffing import invite
from storage import SqlUnit
from tourdesk.agency import RunningAgency
from tourdesk.cast import CLIENTS, EVERYBODY, STAFF, Character


async def let_in(session: ClientSession, at_work: RunningAgency) -> None:
    for character in EVERYBODY:
        await session.post("/sim/people", json=character.introduced())
    for character in STAFF:
        token = await _invitation(at_work, character)
        await _say(session, character, f"/start s_{token}" if token else "/start")
    for character in CLIENTS:
        await _say(session, character, "/start")


async def _invitation(at_work: RunningAgency, who: Character) -> str | None:
    """None when they work here already: the folder was kept from an earlier demo."""
    assert who.role is not None
    role = who.role

    def work(unit: SqlUnit) -> str | None:
        if any(member.person.telegram_id == who.id for member in unit.repositories.staff.active()):
            return None
        return invite(at_work.desk(unit), role)

    return await at_work.database.run(work)


async def _say(session: ClientSession, character: Character, text: str) -> None:
    async with session.post(f"/sim/people/{character.id}/say", json={"text": text}) as answer:
        answer.raise_for_status()
