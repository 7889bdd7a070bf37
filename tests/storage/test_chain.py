"""The history as a chain: whatever is done to it past the program is named, with its file and row."""

from typing import Any

import pytest
from sqlalchemy import insert, select, text

from domain.entities.history import HistoryEntry
from storage import Database, SqlUnit
from storage.audit.verifying import Verification
from storage.crypto.sealing import Keys
from storage.mapping import history, history_files
from tests.storage.things import HOUR, NOON, client, deal, keep, payment

FILES = [("deal", 1), ("deal", 2), ("trip", 1)]
ENTRIES = 6


def entry(subject: str, number: int, turn: int) -> HistoryEntry:
    facts = {"turn": turn, "name": "Анна", "list": [1, None]}
    return HistoryEntry(subject, number, "changed", NOON + turn * HOUR, "Boris", None, facts)


@pytest.fixture
async def kept(database: Database) -> Database:
    """Three files of six entries each, all sealed; their rows are numbered turn by turn."""
    await database.run(lambda unit: unit.secrets.must_fit())
    for turn in range(ENTRIES):
        await keep(database, *(entry(*file, turn) for file in FILES))
        if turn % 2:
            assert await database.run(lambda unit: unit.secrets.seal_history()) == 6
    return database


async def found(database: Database) -> list[str]:
    verification = Verification(database)
    while await verification.look_on():
        pass
    return [str(finding) for finding in verification.findings]


async def doing(database: Database, *statements: str) -> None:
    def work(unit: SqlUnit) -> None:
        for statement in statements:
            unit.session.execute(text(statement))

    await database.run(work)


async def test_untouched_is_all_as_written(kept: Database) -> None:
    await keep(kept, entry("deal", 1, 99))
    verification = Verification(kept)
    while await verification.look_on():
        pass
    assert verification.findings == []
    assert (verification.files, verification.entries, verification.unsealed) == (3, 19, 1)


LAST = "(SELECT max(id) FROM history)"
OF_DEAL_1 = "subject = 'deal' AND subject_id = 1"


@pytest.mark.parametrize(
    ("tampered", "named"),
    [
        (
            ("UPDATE history SET actor = 'Ivan' WHERE id = 7",),
            ["deal 1, entry 7, the 3. of its file: changed"],
        ),
        (("UPDATE history SET facts = '{}' WHERE id = 7",), ["deal 1, entry 7, the 3. of its file: changed"]),
        (
            ("UPDATE history SET mark = NULL WHERE id = 7",),
            ["deal 1, entry 7, the 3. of its file: not written"],
        ),
        (
            ("UPDATE history SET subject_id = 2 WHERE id = 7",),
            ["deal 1, the 3. of its file: removed", "deal 2, entry 7, the 3. of its file: changed"],
        ),
        (("DELETE FROM history WHERE id = 7",), ["deal 1, the 3. of its file: removed"]),
        (
            ("DELETE FROM history WHERE id IN (4, 7)",),
            ["deal 1, the 2. of its file: removed", "deal 1, the 3. of its file: removed"],
        ),
        (("DELETE FROM history WHERE id = 1",), ["deal 1, the 1. of its file: removed"]),
        (("DELETE FROM history WHERE id = 16",), ["deal 1, the 6. of its file: removed"]),
        (
            ("DELETE FROM history WHERE id IN (13, 16)",),
            ["the 5. of its file: removed", "the 6. of its file: removed"],
        ),
        (
            (
                "DELETE FROM history WHERE id = 16",
                f"UPDATE history_files SET entries = 5 WHERE {OF_DEAL_1}",
            ),
            ["deal 1: the count of its entries was changed"],
        ),
        (
            (f"DELETE FROM history WHERE {OF_DEAL_1}", f"DELETE FROM history_files WHERE {OF_DEAL_1}"),
            ["the history as a whole: 6 sealed entries of whole files removed"],
        ),
        (
            (f"DELETE FROM history_files WHERE {OF_DEAL_1}",),
            ["deal 1: the count of its entries was changed"],
        ),
        (("DELETE FROM history_files WHERE subject = ''",), ["the history as a whole: the count"]),
        (
            (
                "INSERT INTO history (subject, subject_id, what, at, actor, facts)"
                " SELECT subject, subject_id, 'paid', at, 'Boris', '{}' FROM history WHERE id = 7",
            ),
            ["deal 1, entry 19: not written by this program"],
        ),
        (
            (
                "INSERT INTO history (subject, subject_id, what, at, actor, facts, mark)"
                " SELECT subject, subject_id, what, at, actor, facts, mark FROM history WHERE id = 7",
            ),
            ["deal 1, entry 19: a copy of another entry"],
        ),
        (
            (
                "INSERT INTO history (subject, subject_id, what, at, actor, facts, mark, place, seal)"
                " SELECT subject, subject_id, 'paid', at, actor, facts, mark, 7, seal FROM history WHERE id = 16",
            ),
            ["deal 1, entry 19, the 7. of its file: a copy", "deal 1: the count of its entries was changed"],
        ),
        (
            (
                "UPDATE history SET id = 1000 WHERE id = 7",
                "UPDATE history SET id = 7 WHERE id = 10",
                "UPDATE history SET id = 10 WHERE id = 1000",
            ),
            [
                "deal 1, entry 10, the 3. of its file: not in the place",
                "deal 1, entry 7, the 4. of its file: not in",
            ],
        ),
        (
            (
                "UPDATE history SET place = 1000 WHERE id = 7",
                "UPDATE history SET place = 3 WHERE id = 10",
                "UPDATE history SET place = 4 WHERE id = 7",
            ),
            [
                "deal 1, entry 10, the 3. of its file: not in the place",
                "deal 1, entry 7, the 4. of its file: not in",
                "deal 1, entry 13, the 5. of its file: not in",
            ],
        ),
        (
            ("UPDATE sealing SET value = '1000' WHERE name = 'unmarked history'",),
            ["the history as a whole: where it begins was changed"],
        ),
    ],
)
async def test_whatever_was_done_is_named(
    kept: Database, tampered: tuple[str, ...], named: list[str]
) -> None:
    await doing(kept, *tampered)
    told = await found(kept)
    assert len(told) == len(named), told
    for words, finding in zip(named, told, strict=True):
        assert words in finding


async def test_what_cannot_even_be_read_is_named(kept: Database, database_url: str) -> None:
    if not database_url.startswith("sqlite"):
        pytest.skip("PostgreSQL would not take it")
    await doing(kept, "UPDATE history SET at = 'never', facts = '{' WHERE id = 7")
    assert "deal 1, entry 7: cannot be read any more" in await found(kept)


async def test_a_page_may_end_anywhere(kept: Database) -> None:
    await doing(kept, "UPDATE history SET actor = 'Ivan' WHERE id = 8")

    def walked(unit: SqlUnit, size: int) -> tuple[int, list[str]]:
        audit = unit.secrets.audit()
        after: Any = ("", 0)
        entries, findings = 0, []
        while after is not None:
            page = audit.page(after, size)
            entries += page.entries
            findings += [str(finding) for finding in page.findings]
            after = page.last
        return entries, findings

    for size in range(1, 20):
        entries, findings = await kept.read(lambda unit, size=size: walked(unit, size))  # type: ignore[misc]
        assert entries == 18, size
        assert findings == ["deal 2, entry 8, the 3. of its file: changed since it was written"], size


async def test_two_who_seal_at_once_seal_each_entry_once(kept: Database, database_url: str) -> None:
    import asyncio

    for turn in range(10, 20):
        await keep(kept, *(entry(*file, turn) for file in FILES))
    others = [Database(database_url, Keys(b"a secret of the tests only")) for _ in range(3)]
    sealed = await asyncio.gather(
        *(each.run(lambda unit: unit.secrets.seal_history()) for each in (kept, *others))
    )
    for other in others:
        await other.close()
    assert sum(sealed) == 30
    assert await found(kept) == []


async def test_another_key_knows_nothing_of_it(kept: Database, database_url: str) -> None:
    other = Database(database_url, Keys(b"another secret, of somebody who"))
    try:
        assert not await other.read(lambda unit: unit.secrets.fits())
        assert len(await found(other)) > 18
    finally:
        await other.close()


async def test_an_exchanged_key_still_proves_what_was_written_before(
    kept: Database, database_url: str
) -> None:
    newer = Database(database_url, Keys(b"the new secret of the tests only", b"a secret of the tests only"))
    try:
        await keep(newer, entry("deal", 1, 50), entry("deal", 7, 50))
        await newer.run(lambda unit: unit.secrets.seal_history())
        assert await found(newer) == []
    finally:
        await newer.close()


async def test_what_an_earlier_program_wrote_counts_up_to_the_first_start(database: Database) -> None:
    plain = {"what": "x", "at": NOON, "actor": "", "facts": {}, "subject": "deal", "subject_id": 1}
    await database.run(lambda unit: unit.session.execute(insert(history), [plain] * 3))
    await database.run(lambda unit: unit.secrets.must_fit())
    assert await found(database) == []
    await database.run(lambda unit: unit.secrets.seal_history())
    assert await found(database) == []

    await database.run(lambda unit: unit.session.execute(insert(history), [plain]))
    assert await found(database) == ["deal 1, entry 4: not written by this program"]
    await database.run(lambda unit: unit.secrets.accept_unmarked())
    assert await found(database) == []
    await doing(database, "UPDATE history SET what = 'y' WHERE id = 2")
    assert await found(database) == ["deal 1, entry 2, the 2. of its file: changed since it was written"]


async def test_a_removed_note_of_the_key_makes_nothing_forged_good(kept: Database) -> None:
    plain = {"what": "x", "at": NOON, "actor": "", "facts": {}, "subject": "deal", "subject_id": 1}
    await kept.run(lambda unit: unit.session.execute(insert(history), [plain]))
    await doing(kept, "DELETE FROM sealing")
    await kept.run(lambda unit: unit.secrets.must_fit())
    assert "deal 1, entry 19: not written by this program" in await found(kept)


async def test_money_that_does_not_fit_the_history_is_named(database: Database) -> None:
    await database.run(lambda unit: unit.secrets.must_fit())
    of = client()
    paid = deal(of)
    paid.payments += [payment(100_00), payment(50_00), payment(20_00)]
    await keep(database, of, paid)
    for number, amount in ((1, "100.00 EUR"), (2, "50.00 EUR"), (4, "1.00 EUR")):
        facts = {"payment": number, "amount": amount}
        await keep(database, HistoryEntry("deal", 1, "paid", NOON, "Ivan", None, facts))
    await doing(database, "UPDATE payments SET minor = 90000 WHERE id = 1")
    await doing(database, "UPDATE payments SET cancelled_at = received_on WHERE id = 2")
    assert await found(database) == [
        "deal 1: payment 1 is not 100.00 EUR any more",
        "deal 1: payment 2 was taken back, or not: the history tells otherwise",
        "deal 1: payment 4 of 1.00 EUR was removed",
        "deal 1: payment 3 is not in the history",
    ]


async def test_files_are_counted_in_all(kept: Database) -> None:
    def totals(unit: SqlUnit) -> Any:
        return unit.session.execute(select(history_files).where(history_files.c.subject == "")).one()

    row = await kept.read(totals)
    assert (row.entries, row.last_seal) == (18, "3")
