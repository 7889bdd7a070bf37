"""How the demo's cast comes in: through the same doors as anybody, staff by invitation, clients by Start."""

from aiohttp import ClientSession

from domain.entities.people import Role
from domain.usecases.staff.staffing import invite
from storage import SqlUnit
from tourdesk.agency import RunningAgency
from tourdesk.cast import CLIENTS, STAFF, Character


async def let_in(session: ClientSession, at_work: RunningAgency) -> None:
    for character in (*STAFF, *CLIENTS):
        await session.post("/sim/people", json=character.introduced())
    for character in STAFF:
        assert character.role is not None
        token = await _invitation(at_work, character.role)
        await _say(session, character, f"/start s_{token}" if token else "/start")
    for character in CLIENTS:
        await _say(session, character, "/start")


async def _invitation(at_work: RunningAgency, role: Role) -> str | None:
    """None when somebody of this role is there already: the folder was kept from an earlier demo."""

    def work(unit: SqlUnit) -> str | None:
        if any(member.role is role for member in unit.repositories.staff.active()):
            return None
        return invite(at_work.desk(unit), role)

    return await at_work.database.run(work)


async def _say(session: ClientSession, character: Character, text: str) -> None:
    async with session.post(f"/sim/people/{character.id}/say", json={"text": text}) as answer:
        answer.raise_for_status()
