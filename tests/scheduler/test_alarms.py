"""Alarms: every kind has words in four languages, and every owner hears each incident once."""

from typing import Any

import pytest

from domain.entities.people import Role
from domain.usecases.ops.alarms import Alarm, alarm
from domain.values.language import Language
from locales import Voice
from scheduler.notices.ops import WORDS
from storage import SqlUnit
from tests.world import AGENCY, World

SINCE = "2027-03-01T09:55:00+00:00"
FACTS: dict[Alarm, dict[str, Any]] = {
    Alarm.INBOX_LATE: {"count": 21, "since": SINCE},
    Alarm.POST_LATE: {"count": 2, "since": SINCE},
    Alarm.DISK_LOW: {"free": 512, "total": 20_000},
    Alarm.BACKUP_OLD: {"last": None},
    Alarm.BACKUP_FAILED: {"why": "<b>no room</b>"},
    Alarm.NO_BACKUP_KEY: {},
    Alarm.RESTORED: {"made_at": SINCE, "count": 3},
    Alarm.HISTORY_BROKEN: {"where": "deal #3"},
    Alarm.GUESSING: {"count": 1},
    Alarm.UPDATE_QUARANTINED: {"count": 5},
    Alarm.POST_SET_ASIDE: {"number": 7},
}


def test_every_alarm_has_words() -> None:
    assert set(WORDS) == set(FACTS) == set(Alarm)


@pytest.mark.parametrize("what", Alarm)
def test_an_alarm_speaks_four_languages(what: Alarm) -> None:
    said = {Voice(language, AGENCY.zone, None).html(WORDS[what](FACTS[what])) for language in Language}

    assert len(said) == len(Language)
    assert all(len(text) > 30 and "{" not in text for text in said)


async def test_every_owner_hears_it_once_and_nobody_else(world: World) -> None:
    olga = await world.colleague("Olga", Role.OWNER)
    pavel = await world.colleague("Pavel", Role.OWNER, "ru")
    boris = await world.colleague("Boris", Role.MANAGER)

    def alarmed(unit: SqlUnit) -> None:
        for _time in range(2):
            alarm(world.desk(unit), Alarm.BACKUP_OLD, "2027-03-01", last=SINCE)

    await world.database.run(alarmed)
    await world.database.run(alarmed)
    await world.settle()
    for person in (olga, pavel, boris):
        await person.looks()

    olga.hears("There is no fresh backup", "1 March, 11:55", "checked today")
    pavel.hears("Нет свежей резервной копии", "1 марта")
    boris.hears_nothing_of("backup")
    assert [text.count("backup") > 0 for text in olga.heard].count(True) == 1
