"""Clients by file at the command line: what cannot be read is said in the owner's language, and the next file is taken."""

from pathlib import Path

import pytest
from pydantic import SecretStr

from domain.entities.client_exports import ClientFilter
from domain.entities.people import Person, Role, StaffMember
from domain.values.language import Language
from storage import Database, SqlUnit
from tests.world import NOON
from tourdesk.agency import running
from tourdesk.client_files import export_clients, import_clients
from tourdesk.not_started import NotStartedError
from tourdesk.settings import Settings
from tourdesk.wall_clock import real_time


def _olga(unit: SqlUnit) -> None:
    olga = Person(101, "Olga", None, Language.BULGARIAN, NOON)
    unit.repositories.people.add(olga)
    unit.repositories.staff.add(StaffMember(olga, "Olga", Role.OWNER, NOON))


async def _with_olga(settings: Settings) -> None:
    async with running(settings, real_time, frozenset()) as at_work:
        database: Database = at_work.database
        await database.run(_olga)


async def test_a_file_is_refused_in_words_and_the_next_one_comes_and_goes(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    settings = Settings(token=SecretStr("4711:Never-to-be-Printed"), data=tmp_path / "data", _env_file=None)
    broken, clients, given = (tmp_path / name for name in ("broken.csv", "clients.csv", "given.csv"))
    broken.write_text('Name;Phone\n"Anna;+359 88 812 3456\n', encoding="utf-8")
    clients.write_text(
        "Name;Phone\nAnna Rose;+359 88 812 3456\nBoris Rose;+359 88 812 3457\n", encoding="utf-8"
    )

    with pytest.raises(NotStartedError, match="Nobody works here yet"):
        await import_clients(settings, clients, dry_run=False, encoding=None)
    await _with_olga(settings)
    with pytest.raises(NotStartedError, match=r"broken\.csv: Кавичките на ред 2") as refused:
        await import_clients(settings, broken, dry_run=False, encoding=None)
    assert "table_" not in str(refused.value)

    await import_clients(settings, clients, dry_run=True, encoding=None)
    assert capsys.readouterr().out == "new: 2\n"
    await import_clients(settings, clients, dry_run=False, encoding=None)
    assert "2 added, 0 filled in." in capsys.readouterr().out
    with pytest.raises(NotStartedError, match=r"which colleague\? By name or number, one of: Olga \(1\)"):
        await export_clients(settings, given, ClientFilter(), colleague="Boris")
    await export_clients(settings, given, ClientFilter(), colleague="olga")
    assert not given.exists()
    await export_clients(settings, given, ClientFilter())
    told = given.read_text(encoding="utf-8-sig")
    assert "Anna Rose" in told
    assert "Boris Rose" in told
