"""Leases on notices: one sender each, one notice per person at a time, and no late endings."""

import asyncio
from collections import Counter

from domain.entities.notices import Notice, NoticeState
from storage import Database
from tests.storage.things import DAY, HOUR, NOON, keep, notice, person


async def test_what_is_due_earliest_first(database: Database) -> None:
    late, early, tomorrow = (
        notice(person(), key, due) for key, due in (("l", NOON), ("e", NOON - HOUR), ("t", NOON + DAY))
    )
    await keep(database, late, early, tomorrow)
    assert await database.read(lambda unit: unit.vitals.post(NOON).count) == 2
    assert await database.read(lambda unit: unit.outbox.anything_due(NOON))
    lease = await database.run(lambda unit: unit.outbox.lease(NOON, 10, 60))
    assert lease.notices == (early.id, late.id)
    assert await database.read(lambda unit: unit.vitals.post(NOON).count) == 0
    assert not await database.read(lambda unit: unit.outbox.anything_due(NOON))
    said = await database.read(lambda unit: unit.repositories.notices.get(early.id))
    assert (said.state, said.attempts, said.leased_until) == (NoticeState.SENDING, 1, lease.until)
    assert (await database.run(lambda unit: unit.outbox.lease(NOON, 10, 60))).notices == ()


async def test_a_limit(database: Database) -> None:
    await keep(database, *(notice(person(), str(number)) for number in range(5)))
    assert len((await database.run(lambda unit: unit.outbox.lease(NOON, 2, 60))).notices) == 2
    assert len((await database.run(lambda unit: unit.outbox.lease(NOON, 9, 60))).notices) == 3


async def test_one_person_hears_one_thing_at_a_time(database: Database) -> None:
    ana = person()
    second, first = notice(ana, "second", NOON), notice(ana, "first", NOON - HOUR)
    await keep(database, second, first)
    lease = await database.run(lambda unit: unit.outbox.lease(NOON, 10, 60))
    assert lease.notices == (first.id,)
    assert (await database.run(lambda unit: unit.outbox.lease(NOON, 10, 60))).notices == ()
    assert await database.run(lambda unit: unit.outbox.mark_sent(first.id, 5, NOON, lease.until))
    assert (await database.run(lambda unit: unit.outbox.lease(NOON, 10, 60))).notices == (second.id,)


async def test_what_a_dead_process_had_in_hand_is_free_at_once_and_what_waits_in_its_place_is_not(
    database: Database,
) -> None:
    said, waits = notice(person(), "said"), notice(person(), "waits")
    await keep(database, said, waits)
    lease = await database.run(lambda unit: unit.outbox.lease(NOON, 10, 60))
    assert await database.run(lambda unit: unit.outbox.hold(waits.id, NOON + HOUR, lease.until))

    assert await database.run(lambda unit: unit.outbox.release_stale_leases()) == 1

    assert (await database.run(lambda unit: unit.outbox.lease(NOON, 10, 60))).notices == (said.id,)


async def test_a_lapsed_lease_goes_to_another_and_the_late_ending_is_refused(database: Database) -> None:
    said = notice(person(), "k")
    await keep(database, said)
    slow = await database.run(lambda unit: unit.outbox.lease(NOON, 10, 60))
    quick = await database.run(lambda unit: unit.outbox.lease(slow.until, 10, 60))
    assert quick.notices == (said.id,)
    assert not await database.run(lambda unit: unit.outbox.mark_sent(said.id, 1, slow.until, slow.until))
    assert not await database.run(lambda unit: unit.outbox.mark_failed(said.id, "late", slow.until))
    assert await database.run(lambda unit: unit.outbox.mark_sent(said.id, 2, quick.until, quick.until))
    assert not await database.run(lambda unit: unit.outbox.mark_sent(said.id, 3, quick.until, quick.until))
    again = await again_of(database, said)
    assert (again.state, again.sent_as, again.attempts) == (NoticeState.SENT, 2, 2)
    assert again.leased_until is None


async def test_endings(database: Database) -> None:
    blocked, broken, later = (notice(person(), key) for key in ("blocked", "broken", "later"))
    await keep(database, blocked, broken, later)
    until = (await database.run(lambda unit: unit.outbox.lease(NOON, 10, 60))).until
    assert await database.run(lambda unit: unit.outbox.mark_unreached(blocked.id, "403", until))
    assert await database.run(lambda unit: unit.outbox.mark_failed(broken.id, "400", until))
    assert await database.run(lambda unit: unit.outbox.postpone(later.id, NOON + HOUR, until, "429"))
    ended = [await again_of(database, each) for each in (blocked, broken, later)]
    assert [(each.state, each.error) for each in ended] == [
        (NoticeState.UNREACHED, "403"),
        (NoticeState.FAILED, "400"),
        (NoticeState.WAITING, "429"),
    ]
    assert (await database.run(lambda unit: unit.outbox.lease(NOON, 10, 60))).notices == ()
    assert (await database.run(lambda unit: unit.outbox.lease(NOON + HOUR, 10, 60))).notices == (later.id,)


async def test_what_nobody_needs_any_more_is_dropped(database: Database) -> None:
    ana = person()
    useless = notice(ana, "useless", NOON - DAY, useless_after=NOON - HOUR)
    useful = notice(ana, "useful", NOON, useless_after=NOON)
    await keep(database, useless, useful)
    assert (await database.run(lambda unit: unit.outbox.lease(NOON, 10, 60))).notices == (useful.id,)
    assert (await again_of(database, useless)).state is NoticeState.DROPPED


async def test_two_leasers_share_without_overlap(database: Database) -> None:
    await keep(database, *(notice(person(), f"{number}") for number in range(40)))
    leases = await asyncio.gather(
        *(database.run(lambda unit: unit.outbox.lease(NOON, 5, 60)) for _ in range(8))
    )
    times = Counter(number for lease in leases for number in lease.notices)
    assert set(times.values()) == {1}
    while more := (await database.run(lambda unit: unit.outbox.lease(NOON, 5, 60))).notices:
        times.update(more)
    assert sorted(times.values()) == [1] * 40


async def again_of(database: Database, said: Notice) -> Notice:
    return await database.read(lambda unit: unit.repositories.notices.get(said.id))
