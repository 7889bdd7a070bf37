"""Colleagues who choose in the polls of one vote, which is brought into groups again and again, and often sent twice."""

import asyncio
import random
import time
from collections import Counter
from dataclasses import dataclass, field

from sqlalchemy import select

from domain.ports.desk import Actor, Desk
from domain.usecases.ideas.ideas import say_idea
from domain.usecases.ideas.votes import open_vote
from sandbox.control.contents import contents_of
from sandbox.control.saying import say
from sandbox.polls import Poll
from storage import SqlUnit
from storage.mapping import persons
from storage.mapping.ideas import ballots, ideas
from tests.crash.caller import Phone
from tests.crash.report import Report

IDEAS = ("a boat", "a lunch", "a guide")
FIRST_GROUP = -1_001_000_000_100


def open_the_vote(desk: Desk, owner: int) -> None:
    """Among all who work here."""
    person = desk.repositories.people.by_telegram_id(owner)
    assert person is not None
    desk.actor = Actor(person, desk.repositories.staff.of(person))
    open_vote(desk, [say_idea(desk, words).id for words in IDEAS])


@dataclass
class Voters:
    """`chosen` is what each of them chose last, None when they took it back; who has not chosen is not in it."""

    phone: Phone
    owner: int
    numbers: list[int]
    chance: random.Random
    asked: Counter[int] = field(default_factory=Counter)
    """How often the vote was brought into which group."""
    chosen: dict[int, str | None] = field(default_factory=dict)

    async def vote(self) -> None:
        """The owner brings the vote into a group, new or not, where each of them chooses in one of the polls there."""
        group = self.chance.choice([await self._new_group(), *self.asked])
        self.asked[group] += 1
        telegram = self.phone.telegram
        owner, chat = telegram.world.people[self.owner], telegram.world.chats[group]
        say(telegram, owner, chat, contents_of(telegram, owner, {"text": "/vote"}, []), {})
        until = time.monotonic() + 10
        while len(self._polls(group)) < self.asked[group] and time.monotonic() < until:
            await asyncio.sleep(0.1)
        for number in self.numbers:
            while self.phone.ledger.unacknowledged(number):
                await asyncio.sleep(0.1)
            if there := self._open(group):
                await self._choose(number, group, *self.chance.choice(there))

    async def _new_group(self) -> int:
        number = FIRST_GROUP - len(self.asked)
        body = {"id": number, "title": "Office", "members": [self.owner, *self.numbers]}
        await (await self.phone.http.post("/sim/groups", json=body)).read()
        return number

    async def _choose(self, number: int, group: int, message: int, poll: Poll) -> None:
        """Something else than they chose in this poll before; now and then nothing. It may be stopped just now."""
        before = poll.votes.get(number, [])
        place = self.chance.choice(
            [one for one in (0, 1, 2, None) if before != ([] if one is None else [one])]
        )
        options = [] if place is None else [place]
        body = {"options": options, "chat": group, "message_id": message}
        async with self.phone.http.post(f"/sim/people/{number}/vote", json=body) as answer:
            assert answer.status == 200 or poll.closed, await answer.text()
        if answer.status == 200:
            self.chosen[number] = None if place is None else IDEAS[place]

    def _polls(self, group: int) -> list[tuple[int, Poll]]:
        world = self.phone.telegram.world
        there = world.chats[group].messages.values()
        return [(one.id, world.polls[one.content["poll"]["id"]]) for one in there if "poll" in one.content]

    def _open(self, group: int) -> list[tuple[int, Poll]]:
        return [one for one in self._polls(group) if not one[1].closed]

    @property
    def extra(self) -> dict[int, int]:
        """So many polls more than were asked for stand in each group; below 0: some never came."""
        return {group: len(self._polls(group)) - times for group, times in self.asked.items()}

    @property
    def left_open(self) -> list[str]:
        """Where more polls are open than the last that was asked for, and those that were sent once more."""
        return [
            f"{len(self._open(group))} polls are open in group {group}, of which {extra} were sent once more"
            for group, extra in self.extra.items()
            if not 1 <= len(self._open(group)) <= 1 + max(0, extra)
        ]


def miscounted(unit: SqlUnit, voters: Voters) -> list[str]:
    """Whose ballot is not what they chose last."""
    whose = ballots.join(persons, persons.c.id == ballots.c.person_id)
    whole = whose.outerjoin(ideas, ideas.c.id == ballots.c.choice_id)
    rows = unit.session.execute(select(persons.c.telegram_id, ideas.c.text).select_from(whole)).all()
    kept = {row.telegram_id: row.text for row in rows if row.telegram_id in voters.chosen}
    assert len(rows) == len({row.telegram_id for row in rows}), "one ballot a person"
    return [
        f"{number} chose {words!r} last, and has {kept.get(number)!r}"
        for number, words in voters.chosen.items()
        if kept.get(number) != words or number not in kept
    ]


def count_polls(report: Report, voters: Voters) -> None:
    """In the groups: each poll once, and the ones before it closed."""
    extra = voters.extra.values()
    report.notices_lost += sum(max(0, -more) for more in extra)
    report.notices_repeated += sum(max(0, more) for more in extra)
    report.unsound += voters.left_open
    report.remarks.append(
        f"polls: asked for {voters.asked.total()} times in {len(voters.asked)} groups, sent once more: {sum(extra)}"
    )
