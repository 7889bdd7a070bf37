"""History and notices."""

from typing import Any

import pytest

from domain.entities.history import HistoryEntry
from domain.entities.notices import NoticeState
from domain.notices.deals import VOUCHER_SENT
from domain.notices.trips import DEPARTURE
from domain.values.refusals import NotFound
from storage import Database, SqlUnit
from tests.storage.things import HOUR, NOON, client, deal, keep, notice, person


async def test_history_newest_first(database: Database) -> None:
    facts: dict[str, Any] = {"was": ["new", 1, None], "is": {"price": "1 € • цена"}}
    entries = [
        HistoryEntry("deal", 5, what, NOON, "Maria", facts=facts) for what in ("opened", "moved", "lost")
    ]
    await keep(
        database,
        *entries,
        HistoryEntry("deal", 6, "opened", NOON, ""),
        HistoryEntry("trip", 5, "x", NOON, ""),
    )
    told = await database.read(lambda unit: unit.repositories.history.of("deal", 5))
    assert [entry.what for entry in told] == ["lost", "moved", "opened"]
    assert told[0].facts == facts
    paged = await database.read(lambda unit: unit.repositories.history.of("deal", 5, limit=1, offset=1))
    assert [entry.what for entry in paged] == ["moved"]


async def test_the_same_key_is_said_once(database: Database) -> None:
    ana = person()
    await keep(database, ana)

    def twice(unit: SqlUnit) -> tuple[bool, bool]:
        added = (
            unit.repositories.notices.add(notice(ana, "k")),
            unit.repositories.notices.add(notice(ana, "k")),
        )
        unit.repositories.people.add(person("after the refusal"))
        return added

    assert await database.run(twice) == (True, False)
    assert not await database.run(lambda unit: unit.repositories.notices.add(notice(ana, "k")))
    assert await database.read(lambda unit: unit.vitals.post(NOON).count) == 1


async def test_notices_get_their_number_and_come_back(database: Database) -> None:
    ana = person()
    said = notice(ana, "k", facts={"deal": 7}, useless_after=NOON + HOUR)
    await keep(database, said)
    again = await database.read(lambda unit: unit.repositories.notices.get(said.id))
    assert (again.person.name, again.facts, again.state) == ("Ana", {"deal": 7}, NoticeState.WAITING)
    assert again.useless_after == NOON + HOUR
    with pytest.raises(NotFound):
        await database.read(lambda unit: unit.repositories.notices.get(said.id + 1))


async def test_notices_about_a_deal(database: Database) -> None:
    ana, sale = person(), deal(client())
    await keep(database, ana, sale)
    first, second = (notice(ana, key, facts={"deal": sale.id}) for key in "ab")
    await keep(database, first, second, notice(ana, "c", facts={"deal": sale.id + 1}), notice(ana, "d"))
    about = await database.read(lambda unit: unit.repositories.notices.about([sale], [DEPARTURE]))
    assert [each.id for each in about] == [second.id, first.id]
    assert not await database.read(lambda unit: unit.repositories.notices.about([sale], [VOUCHER_SENT]))
