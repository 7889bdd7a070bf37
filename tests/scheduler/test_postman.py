"""The post in all weathers: what Telegram refuses, what breaks on the way, and two postmen on one round."""

import asyncio
import secrets
from collections.abc import Callable
from datetime import timedelta
from math import inf
from zoneinfo import ZoneInfo

import pytest
from telegram.error import InvalidToken

from bot.handlers.clients.words import reached_by
from domain.entities.clients import Client
from domain.entities.notices import NoticeKind, NoticeState
from domain.notices.deals import DEAL_CLOSED
from domain.notices.payments import PAYMENT_RECORDED
from domain.ports.agency import CurrentAgency
from domain.values.language import Language
from locales import Voice
from scheduler.delivery import postman
from scheduler.delivery.postman import BATCH
from scheduler.delivery.rate_limiter import RateLimiter
from scheduler.program import SchedulerProgram
from storage import SqlUnit
from tests.people import Person
from tests.scheduler.post import kept, letters, reader, state, trouble, write
from tests.world import AGENCY, NOON, World


def another_scheduler(world: World, api_url: str | None = None, token: str | None = None) -> SchedulerProgram:
    """A second program on the same database."""
    return SchedulerProgram(
        world.database,
        CurrentAgency(AGENCY),
        token or world.sandbox.token,
        api_url or world.sandbox.api_url,
        world.sandbox.clock.now,
        secrets.token_urlsafe,
        world.files,
        RateLimiter(overall=1000, burst=100),
    )


async def test_a_flood_limit_is_kept_to_the_second_and_in_order(world: World) -> None:
    anna = await reader(world)
    now = world.sandbox.clock.now()
    first, second = await write(world, anna, now - timedelta(minutes=2), now - timedelta(minutes=1))
    await trouble(world, anna, kind="error", retry_after=35)
    await world.settle()
    waiting = await kept(world, first)
    assert waiting.state is NoticeState.WAITING
    assert waiting.leased_until is not None
    assert timedelta(seconds=34) < waiting.leased_until - now < timedelta(seconds=45)
    await world.turn(waiting.leased_until - timedelta(seconds=1))
    assert await letters(anna) == []
    await world.turn(timedelta(seconds=1))
    assert [text.split("#")[1][0] for text in await letters(anna)] == ["1", "2"]
    assert (await state(world, first), await state(world, second)) == (NoticeState.SENT, NoticeState.SENT)


async def test_a_notice_that_cannot_be_worded_holds_up_no_other(world: World) -> None:
    anna, dimo = await reader(world), await reader(world, "Dimo")
    (spoiled,), (sound,) = await write(world, anna), await write(world, dimo)

    def becomes(kind: NoticeKind) -> Callable[[SqlUnit], None]:
        def work(unit: SqlUnit) -> None:
            unit.repositories.notices.get(spoiled).kind = kind

        return work

    await world.database.run(becomes(PAYMENT_RECORDED))  # and no amount in its facts
    await world.settle()
    assert await state(world, sound) is NoticeState.SENT
    assert (await kept(world, spoiled)).error == "our own failure"

    await world.database.run(becomes(DEAL_CLOSED))
    await world.turn(timedelta(minutes=11))
    assert (await state(world, spoiled), len(await letters(anna))) == (NoticeState.SENT, 1)


async def test_what_was_said_counts_as_said_though_what_follows_from_it_fails(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    anna = await reader(world)
    (number,) = await write(world, anna)

    def fails(*_: object) -> None:
        raise ValueError("nothing can follow")

    with monkeypatch.context() as broken:
        broken.setattr(postman, "told", fails)
        await world.settle()
    assert await state(world, number) is NoticeState.SENT
    await world.turn(timedelta(minutes=11))
    assert len(await letters(anna)) == 1


@pytest.mark.parametrize("why", ["Forbidden: bot was blocked by the user", "Forbidden: user is deactivated"])
async def test_who_blocked_us_is_not_written_to_again(world: World, why: str) -> None:
    anna = await reader(world)
    now = world.sandbox.clock.now()
    first, second = await write(world, anna, now - timedelta(minutes=1), now)
    await trouble(world, anna, kind="error", code=403, description=why)
    await world.settle()
    assert (await state(world, first), await state(world, second)) == (NoticeState.UNREACHED,) * 2
    assert await letters(anna) == []
    deleted = "deactivated" in why
    told = (
        "has deleted their Telegram account" if deleted else "has blocked us on Telegram since 1 March, 12:00"
    )
    assert told in await world.database.read(lambda unit: card_words(unit, anna))

    await anna.says("/start")
    (third,) = await write(world, anna)
    await world.settle()
    assert (await state(world, third), len(await letters(anna))) == (NoticeState.SENT, 1)
    assert "writes in English" in await world.database.read(lambda unit: card_words(unit, anna))


def card_words(unit: SqlUnit, person: Person) -> str:
    """How a client's card tells whether they can be written to."""
    known = unit.repositories.people.by_telegram_id(person.id)
    assert known is not None
    client = Client(known.name, None, known.started_at, known)
    return Voice(Language.ENGLISH, ZoneInfo("Europe/Sofia"), NOON.date()).plain(reached_by(client))


async def test_a_chat_that_is_not_there_is_not_asked_again(world: World) -> None:
    anna = await reader(world)
    (number,) = await write(world, anna)
    await trouble(world, anna, kind="error", code=400, description="Bad Request: chat not found", times=9)
    for _try in range(3):
        await world.turn(timedelta(hours=1))
    notice = await kept(world, number)
    assert (notice.state, notice.attempts, notice.error) == (NoticeState.UNREACHED, 1, "Chat not found")


async def test_words_that_cannot_be_parsed_go_as_plain_text(world: World) -> None:
    anna = await reader(world)
    (number,) = await write(world, anna)
    told = "Bad Request: can't parse entities: unsupported start tag"
    await trouble(world, anna, kind="error", code=400, description=told)
    await world.settle()
    assert (await state(world, number), len(await letters(anna))) == (NoticeState.SENT, 1)


async def test_any_other_refusal_is_ours_to_mend(world: World) -> None:
    anna = await reader(world)
    (number,) = await write(world, anna)
    await trouble(world, anna, kind="error", code=400, description="Bad Request: BUTTON_DATA_INVALID")
    await world.settle()
    notice = await kept(world, number)
    assert (notice.state, notice.error) == (NoticeState.FAILED, "Button_data_invalid")


@pytest.mark.parametrize("fault", [{"kind": "error", "code": 500}, {"kind": "error", "code": 502}])
async def test_a_telegram_that_is_down_is_waited_for_however_long(
    world: World, fault: dict[str, object]
) -> None:
    anna = await reader(world)
    (number,) = await write(world, anna)
    await trouble(world, anna, times=12, **fault)
    for _try in range(12):
        await world.turn(timedelta(minutes=11))
    assert (await kept(world, number)).attempts in (12, 13)
    await world.turn(timedelta(minutes=11))
    assert (await state(world, number), len(await letters(anna))) == (NoticeState.SENT, 1)


@pytest.mark.parametrize(("kind", "copies"), [("drop_before", 1), ("drop_after", 2)])
async def test_a_broken_line_loses_nothing_and_doubles_at_most_once(
    world: World, kind: str, copies: int
) -> None:
    anna = await reader(world)
    (number,) = await write(world, anna)
    await trouble(world, anna, kind=kind)
    await world.settle()
    assert await state(world, number) is NoticeState.WAITING
    await world.turn(timedelta(minutes=1))
    await world.turn(timedelta(minutes=1))
    assert (await state(world, number), len(await letters(anna))) == (NoticeState.SENT, copies)


async def test_a_lease_that_was_outlived_marks_nothing(world: World) -> None:
    anna = await reader(world)
    (number,) = await write(world, anna)
    await trouble(world, anna, kind="held")
    slow = asyncio.create_task(world.scheduler.tick())
    while await state(world, number) is not NoticeState.SENDING:
        await asyncio.sleep(0)
    world.sandbox.clock.advance(timedelta(minutes=10))
    quick = another_scheduler(world)
    await quick.open()
    assert await quick.tick() == 1
    by_quick = await kept(world, number)
    assert by_quick.state is NoticeState.SENT
    await world.clear_faults()
    await slow
    assert (await kept(world, number)).sent_as == by_quick.sent_as
    assert len(await letters(anna)) == 2
    await quick.close()


async def test_a_postman_who_died_on_the_way_is_replaced(world: World) -> None:
    anna = await reader(world)
    (number,) = await write(world, anna)
    now = world.sandbox.clock.now()
    lease = await world.database.run(lambda unit: unit.outbox.lease(now, 10, 180))
    assert lease.notices == (number,)
    await world.settle()
    assert await letters(anna) == []
    await world.turn(timedelta(minutes=3, seconds=1))
    assert (await state(world, number), len(await letters(anna))) == (NoticeState.SENT, 1)


async def test_two_postmen_say_everything_once_and_to_each_in_order(world: World) -> None:
    people = [await reader(world, f"Reader {number}") for number in range(12)]
    now = world.sandbox.clock.now()
    for person in people:
        await write(world, person, *(now - timedelta(minutes=3 - step) for step in range(3)))
    second = another_scheduler(world)
    await second.open()
    done = 0
    for _round in range(3):
        done += sum(await asyncio.gather(world.scheduler.tick(), second.tick()))
    assert done == 36
    for person in people:
        said = [int(text.split("#")[1].split(" ")[0]) for text in await letters(person)]
        assert said == sorted(said)
        assert len(said) == 3
    await second.close()


async def test_closing_finishes_what_is_being_sent_and_leaves_the_rest(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(postman, "A_WHILE", inf)  # so that nothing is begun beside what is being sent
    people = [await reader(world, f"Reader {number}") for number in range(BATCH + 4)]
    numbers = [(await write(world, person))[0] for person in people]
    for person in people:
        await trouble(world, person, kind="held")
    other = another_scheduler(world)
    await other.open()
    working = asyncio.create_task(other.tick())
    while await state(world, numbers[0]) is not NoticeState.SENDING:
        await asyncio.sleep(0)
    closing = asyncio.create_task(other.close())
    await asyncio.sleep(0)
    await world.clear_faults()
    await closing
    await working
    states = [await state(world, number) for number in numbers]
    assert states.count(NoticeState.SENT) == BATCH
    assert states.count(NoticeState.WAITING) == 4
    await world.settle()
    assert [len(await letters(person)) for person in people] == [1] * len(people)


async def test_what_it_was_about_is_gone(world: World) -> None:
    """The deal has another client by now: nothing is said, and nothing waits."""
    anna, mei = await reader(world), await reader(world, "Mei")
    (number,) = await write(world, anna)
    await write(world, mei)

    def hand_on(unit: object) -> None:
        deals = unit.repositories.deals  # type: ignore[attr-defined]
        deals.get(1).client = deals.get(2).client

    await world.database.run(hand_on)
    await world.settle()
    assert await state(world, number) is NoticeState.DROPPED
    assert (len(await letters(anna)), len(await letters(mei))) == (0, 1)


async def test_a_telegram_that_is_away_stops_nobody(world: World, capsys: pytest.CaptureFixture[str]) -> None:
    anna = await reader(world)
    (number,) = await write(world, anna)
    lost = another_scheduler(world, api_url="http://127.0.0.1:9")
    await lost.open()
    assert await lost.tick() == 1
    assert await state(world, number) is NoticeState.WAITING
    await lost.close()
    await world.turn(timedelta(minutes=1))
    assert len(await letters(anna)) == 1
    assert world.sandbox.token not in "".join(capsys.readouterr())


async def test_a_token_that_is_not_accepted_loses_nothing_and_stays_secret(
    world: World, capsys: pytest.CaptureFixture[str]
) -> None:
    anna = await reader(world)
    (number,) = await write(world, anna)
    refused = another_scheduler(world, token="99:somebody-elses-token")
    with pytest.raises(InvalidToken):
        await refused.open()
    await refused.close()
    wrong = another_scheduler(world)
    await wrong.open()
    line = wrong._line
    line._base_url = line._base_url.replace(line.token, "99:somebody-elses-token")  # revoked meanwhile
    assert await wrong.tick() == 1
    notice = await kept(world, number)
    assert (notice.state, notice.error) == (NoticeState.WAITING, "the token is not accepted")
    assert "somebody-elses" not in "".join(capsys.readouterr())
    await wrong.close()
    await world.turn(timedelta(minutes=1))
    assert len(await letters(anna)) == 1


async def test_the_ticker_delivers_by_itself(world: World) -> None:
    anna = await reader(world)
    (number,) = await write(world, anna)
    ticking = another_scheduler(world)
    await ticking.open()
    ticking.start(0.02)
    async with asyncio.timeout(20):
        while await state(world, number) is not NoticeState.SENT:
            await asyncio.sleep(0.02)
    await ticking.close()
    assert len(await letters(anna)) == 1
