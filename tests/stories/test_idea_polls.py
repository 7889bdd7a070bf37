"""A vote in a group: a poll whose answers are ballots like those under the buttons, one a person, and nobody else's."""

import asyncio
from contextlib import suppress
from datetime import timedelta

import pytest
from sqlalchemy import select

from domain.entities.people import Role
from domain.notices.ideas import VOTE_POLL_STOPPED
from scheduler.delivery import postman
from storage.mapping import notices
from tests.people import Person
from tests.stories.asking import look
from tests.stories.test_ideas import puts_to_vote, says_idea
from tests.world import World

OFFICE, COACH = -1001000000001, -1001000000002
A_LEASE = timedelta(seconds=61)
IDEAS = ("shorter lists", "a darker page", "fewer questions")

_HOW_IT_ENDED = select(notices.c.state).where(notices.c.kind == VOTE_POLL_STOPPED)


async def a_vote(world: World) -> tuple[Person, Person, Person]:
    """Among the three colleagues; Olga the owner, Boris the manager, Gita the guide."""
    olga = await world.colleague("Olga", Role.OWNER)
    boris, gita = await world.colleague("Boris", Role.MANAGER), await world.colleague("Gita", Role.GUIDE)
    for idea in IDEAS:
        await says_idea(boris, idea)
    await puts_to_vote(olga, *IDEAS)
    await olga.taps("👥 The staff")
    await olga.taps("🗳 Ask them")
    return olga, boris, gita


async def the_group(world: World, number: int, *members: Person) -> None:
    ids = [one.id for one in members]
    await world.post("/sim/groups", {"id": number, "title": "Office", "members": ids})


async def chooses(who: Person, group: int, *options: int) -> None:
    await world_of(who).post(f"/sim/people/{who.id}/vote", {"chat": group, "options": list(options)})
    await world_of(who).settle()


def world_of(who: Person) -> World:
    return who.world


async def tally(olga: Person) -> None:
    """Opens the newest vote."""
    await olga.says("/vote")
    await olga.taps("🗳 The staff")


async def test_answers_in_a_group_and_under_buttons_are_one_tally(world: World) -> None:
    olga, boris, gita = await a_vote(world)
    nina = await world.person("Nina")
    await the_group(world, OFFICE, olga, boris, gita, nina)
    await boris.looks()
    await boris.taps("1. shorter lists")
    await olga.within(OFFICE).says("/vote")
    assert olga.within(OFFICE).heard == []
    await chooses(boris, OFFICE, 1)
    await chooses(gita, OFFICE, 1)
    await chooses(nina, OFFICE, 2)
    await tally(olga)
    olga.hears(
        "1. shorter lists — 0 votes",
        "2. a darker page — 2 votes",
        "3. fewer questions — 0 votes",
        "Voted: 2 of 3",
    )
    await chooses(gita, OFFICE)
    await olga.taps("◀ Back")
    await olga.taps("🗳 The staff")
    olga.hears("2. a darker page — 1 vote", "Voted: 1 of 3")
    await olga.taps("🏁 Close the vote")
    await chooses_in_vain(gita, OFFICE, 0)
    await gita.looks()
    gita.hears("🏁 The vote is closed", "2. a darker page — 1 vote")


async def chooses_in_vain(who: Person, group: int, option: int) -> None:
    """Telegram takes no answer to a poll that was stopped."""
    where = f"/sim/people/{who.id}/vote"
    async with who.world._http.post(where, json={"chat": group, "options": [option]}) as answer:
        assert answer.status == 409


async def test_only_the_owner_asks_a_group_and_a_second_time_moves_the_poll_down(world: World) -> None:
    olga, boris, gita = await a_vote(world)
    await the_group(world, OFFICE, olga, boris, gita)
    await boris.within(OFFICE).says("/vote")
    assert await polls_in(olga, OFFICE) == []
    await olga.within(OFFICE).says("/vote")
    await chooses(boris, OFFICE, 0)
    await olga.within(OFFICE).says("/vote")
    first, second = await polls_in(olga, OFFICE)
    assert (first["closed"], second["closed"]) == (True, False)
    await chooses(gita, OFFICE, 0)
    await tally(olga)
    olga.hears("1. shorter lists — 2 votes")


async def polls_in(who: Person, group: int) -> list[dict[str, object]]:
    there = who.within(group)
    await there.looks()
    return [message["poll"] for message in there.chat if message.get("poll")]


async def test_without_an_open_vote_the_group_is_told_how_one_begins(world: World) -> None:
    olga = await world.colleague("Ольга", Role.OWNER, "ru")
    await the_group(world, OFFICE, olga)
    there = olga.within(OFFICE)
    await there.says("/vote")
    there.hears("Открытого голосования нет. Оно начинается с трёх идей")


async def test_a_group_that_may_not_be_asked_is_told_to_who_opened_the_vote(world: World) -> None:
    olga, boris, gita = await a_vote(world)
    await the_group(world, OFFICE, olga, boris, gita)
    refused = "Bad Request: not enough rights to send polls to the chat"
    await world.post(
        "/sim/faults", {"kind": "error", "method": "sendPoll", "code": 400, "description": refused}
    )
    await olga.within(OFFICE).says("/vote")
    await olga.looks()
    olga.hears("🗳 Vote #1 could not be asked in the group: I am no longer there, or may not send polls.")
    await olga.within(OFFICE).says("/vote")
    await chooses(gita, OFFICE, 2)
    await tally(olga)
    olga.hears("3. fewer questions — 1 vote")


@pytest.mark.parametrize("how", ["killed", "line breaks"])
async def test_a_poll_that_was_sent_twice_counts_one_vote_a_person(
    world: World, monkeypatch: pytest.MonkeyPatch, how: str
) -> None:
    olga, boris, gita = await a_vote(world)
    nina = await world.person("Nina")
    await the_group(world, OFFICE, olga, boris, gita, nina)
    if how == "killed":
        monkeypatch.setattr(postman, "passing", _dies)
    else:
        await world.post("/sim/faults", {"kind": "drop_after", "method": "sendPoll"})
    with suppress(asyncio.CancelledError):
        await olga.within(OFFICE).says("/vote")
    monkeypatch.undo()
    first = (await poll_messages(boris))[0]
    for who, option in ((boris, 1), (gita, 2), (nina, 2)):
        await world.post(
            f"/sim/people/{who.id}/vote", {"chat": OFFICE, "options": [option], "message_id": first}
        )
    await world.turn(A_LEASE)
    assert await counts(world) == {2: 1, 3: 1, None: 1}, "the first poll is recognised"
    assert len(await poll_messages(boris)) == 2
    await chooses(boris, OFFICE, 0)
    assert await counts(world) == {1: 1, 3: 1, None: 1}
    await gita.within(OFFICE).votes(message_id=first)
    assert await counts(world) == {1: 1, None: 2}


def _dies(place: str) -> None:
    if place == "after_send_before_mark":
        raise asyncio.CancelledError


async def poll_messages(who: Person) -> list[int]:
    there = who.within(OFFICE)
    await there.looks()
    return [message["message_id"] for message in there.chat if message.get("poll")]


async def counts(world: World) -> dict[int | None, int]:
    """Ballots by the number of the idea, of which "shorter lists" is the first."""
    return await look(world, lambda desk: desk.archive.votes.counts(desk.archive.votes.get(1)))


async def test_a_vote_that_is_closed_while_telegram_is_away_is_stopped_in_the_group_later(
    world: World,
) -> None:
    olga, boris, gita = await a_vote(world)
    await the_group(world, OFFICE, olga, boris, gita)
    await olga.within(OFFICE).says("/vote")
    await tally(olga)
    await world.post("/sim/faults", {"kind": "error", "method": "stopPoll", "code": 500, "times": 2})
    await olga.taps("🏁 Close the vote")
    olga.hears("🏁 The vote is closed")
    [poll] = await polls_in(olga, OFFICE)
    assert not poll["closed"]
    await world.turn(A_LEASE)
    await world.turn(A_LEASE)
    [poll] = await polls_in(olga, OFFICE)
    assert poll["closed"]


async def test_a_poll_whose_stopping_was_not_written_down_counts_as_stopped(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    olga, boris, gita = await a_vote(world)
    await the_group(world, OFFICE, olga, boris, gita)
    await olga.within(OFFICE).says("/vote")
    await tally(olga)
    monkeypatch.setattr(postman, "passing", _dies)
    with suppress(asyncio.CancelledError):
        await olga.taps("🏁 Close the vote")
    monkeypatch.undo()
    [poll] = await polls_in(olga, OFFICE)
    assert poll["closed"]
    await world.turn(A_LEASE)
    await world.turn(A_LEASE)
    ended = await world.database.read(lambda unit: unit.session.scalars(_HOW_IT_ENDED).all())
    assert ended == ["sent"]


async def test_several_open_votes_are_chosen_from(world: World) -> None:
    olga, boris, gita = await a_vote(world)
    await puts_to_vote(olga, *IDEAS)
    await olga.taps("👥 The staff")
    await olga.taps("🗳 Ask them")
    await the_group(world, COACH, olga, boris, gita)
    there = olga.within(COACH)
    await there.says("/vote")
    there.hears("Which vote should I ask about here?")
    await boris.within(COACH).looks()
    await there.taps("🗳 #1")
    [poll] = await polls_in(olga, COACH)
    assert poll["question"] == "🗳 #1: which of these is the best?"
    await there.says("/vote 2")
    assert str((await polls_in(olga, COACH))[-1]["question"]).startswith("🗳 #2: ")


async def test_who_blocked_the_bot_answers_in_the_group_and_stays_unreachable(world: World) -> None:
    olga, boris, _gita = await a_vote(world)
    await the_group(world, OFFICE, olga, boris)
    await olga.within(OFFICE).says("/vote")
    await world.post(f"/sim/people/{boris.id}/block", {})
    await world.settle()
    await chooses(boris, OFFICE, 1)
    await tally(olga)
    olga.hears("2. a darker page — 1 vote")
    reached = await look(world, lambda desk: [one.person.reachable for one in desk.archive.staff.active()])
    assert reached == [True, False, True]


async def test_a_command_that_names_another_bot_is_not_ours(world: World) -> None:
    olga, _boris, _gita = await a_vote(world)
    await the_group(world, OFFICE, olga)
    await olga.within(OFFICE).says("/vote@another_bot")
    assert not world.sandbox.world.polls
    await olga.within(OFFICE).says("/vote@tourdesk_demo_bot")
    assert len(world.sandbox.world.polls) == 1


async def test_a_group_in_which_members_may_send_no_polls_is_asked_once_they_may(world: World) -> None:
    olga, boris, _gita = await a_vote(world)
    await the_group(world, OFFICE, olga, boris)
    await world.post(f"/sim/groups/{OFFICE}/permissions", {"can_send_polls": False})
    await olga.within(OFFICE).says("/vote")
    await olga.looks()
    assert olga.heard
    assert not world.sandbox.world.polls
    await world.post(f"/sim/groups/{OFFICE}/permissions", {"can_send_polls": True})
    await olga.within(OFFICE).says("/vote")
    await chooses(boris, OFFICE, 1)
    await tally(olga)
    olga.hears("2. a darker page — 1 vote")
