"""Files are joined and taken apart at random, with deals and words between: as a plain model says, on every implementation."""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass, field
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy.util import await_only

from domain.entities.clients import Client
from domain.entities.deals import Deal
from domain.entities.interactions import Interaction, Said
from domain.entities.merging import Merge
from domain.entities.people import Person
from domain.ports.desk import Desk
from domain.usecases.clients.merging import merge_clients, take_apart
from domain.values.language import Language
from domain.values.refusals import Refusal
from storage import Database, SqlUnit
from tests.domain.one_deal import agency_desk
from tests.memory import memory
from tests.rights.undoing import desk_of, kept, undone
from tests.things import eur

FILES = 5
NAMES = ("Rosa", "Vera", "Mila", "Dora", "Nina")


@dataclass
class Joined:
    """A merge as the model keeps it."""

    left: int
    kept: int
    deals: set[int]
    led: set[int]
    person: bool
    phone: bool
    stands: bool = True


@dataclass
class Model:
    """Whose each deal is, whom each file leads to, who has which person and phone: plain dictionaries."""

    leads_to: dict[int, int] = field(default_factory=dict)
    deals: dict[int, int] = field(default_factory=dict)
    person: dict[int, int | None] = field(default_factory=dict)
    phone: dict[int, str | None] = field(default_factory=dict)
    merges: list[Joined] = field(default_factory=list)

    def root(self, file: int) -> int:
        return self.leads_to.get(file, file)

    def joins(self, left: int, kept: int) -> bool:
        if left == kept or left in self.leads_to or kept in self.leads_to:
            return False
        deals = {deal for deal, file in self.deals.items() if file == left}
        led = {file for file, to in self.leads_to.items() if to == left}
        self.deals |= dict.fromkeys(deals, kept)
        self.leads_to |= dict.fromkeys(led | {left}, kept)
        person = self.person[kept] is None and self.person[left] is not None
        if person:
            self.person[kept], self.person[left] = self.person[left], None
        phone = self.phone[kept] is None and self.phone[left] is not None
        if phone:
            self.phone[kept] = self.phone[left]
        self.merges.append(Joined(left, kept, deals, led, person, phone))
        return True

    def parts(self, place: int) -> bool:
        merge, later = self.merges[place], self.merges[place + 1 :]
        if not merge.stands or any(
            {one.left, one.kept} & {merge.left, merge.kept} for one in later if one.stands
        ):
            return False
        merge.stands = False
        self.deals |= {deal: merge.left for deal in merge.deals if self.deals[deal] == merge.kept}
        del self.leads_to[merge.left]
        self.leads_to |= dict.fromkeys(merge.led, merge.left)
        if merge.person:
            self.person[merge.left], self.person[merge.kept] = self.person[merge.kept], None
        if merge.phone:
            self.phone[merge.kept] = None
        return True


class Played:
    """The same acts on a desk and on the model."""

    def __init__(self, desk: Desk, chance: Random) -> None:
        self.desk, self.chance, self.model = desk, chance, Model()
        self.merges: list[int] = []
        self.files = [self._file(place) for place in range(FILES)]

    def _file(self, place: int) -> int:
        chance, papers = self.chance, self.desk.repositories
        person = None
        if chance.random() < 0.5:
            person = Person(5000 + place, NAMES[place], None, Language.ENGLISH, self.desk.now)
            papers.people.add(person)
        phone = f"+35988800000{place}" if chance.random() < 0.6 else None
        client = Client(NAMES[place], phone, self.desk.now, person)
        papers.clients.add(client)
        papers.flush()
        self.model.person[client.id] = person.id if person else None
        self.model.phone[client.id] = phone
        return client.id

    def act(self) -> None:
        self.chance.choice([self.opens_deal, self.opens_deal, self.joins, self.joins, self.parts])()
        self.holds()

    def opens_deal(self) -> None:
        file = self.chance.choice(self.files)
        client = self.desk.repositories.clients.get(file)
        deal = Deal(client, "Vienna", 2, eur(900), eur(100), self.desk.now)
        self.desk.repositories.deals.add(deal)
        self.desk.repositories.interactions.add(Interaction(client, Said.CALL, "Rang", self.desk.now))
        self.desk.repositories.flush()
        self.model.deals[deal.id] = self.model.root(file)

    def joins(self) -> None:
        left, stays = self.chance.choice(self.files), self.chance.choice(self.files)
        made = tried(lambda: merge_clients(self.desk, left, stays))
        assert (made is not None) == self.model.joins(left, stays)
        if isinstance(made, Merge):
            self.merges.append(made.id)

    def parts(self) -> None:
        if self.merges:
            place = self.chance.randrange(len(self.merges))
            parted = tried(lambda: take_apart(self.desk, self.merges[place]))
            assert (parted is not None) == self.model.parts(place)

    def holds(self) -> None:
        papers, model = self.desk.repositories, self.model
        papers.flush()
        owned: dict[int, int] = {}
        for file in self.files:
            client = papers.clients.get(file)
            assert client.id == model.root(file)
            assert papers.clients.locked(file) is client
            itself = papers.clients.itself(file)
            assert (itself.person.id if itself.person else None, itself.phone) == (
                model.person[file],
                model.phone[file],
            )
            owned |= {deal.id: client.id for deal in papers.deals.of(client)}
            assert [found.id for found in papers.clients.search(NAMES[self.files.index(file)])] == [client.id]
        assert owned == model.deals
        said = [len(papers.interactions.of(papers.clients.itself(file), 100)) for file in self.files]
        assert said == [sum(owner == file for owner in model.deals.values()) for file in self.files]


def tried(work: Callable[[], Merge]) -> Merge | None:
    try:
        return work()
    except Refusal as why:
        if why.kind not in {"merge_with_itself", "merged_already", "merged_since", "apart_already"}:
            raise
        return None


@settings(max_examples=40)
@given(st.integers(0, 2**32), st.integers(1, 40))
def test_nothing_is_lost_in_memory(seed: int, acts: int) -> None:
    played = Played(agency_desk(memory()), Random(seed))
    for _act in range(acts):
        played.act()


@pytest.mark.parametrize("seed", range(4))
async def test_nothing_is_lost_in_the_database(database: Database, seed: int) -> None:
    def work(unit: SqlUnit) -> int:
        played = Played(desk_of(unit), Random(seed))
        for _act in range(25):
            played.act()
        return len(played.merges)

    assert await undone(database, work) > 1


async def two_files(database: Database) -> tuple[int, int]:
    def work(desk: Desk) -> tuple[int, int]:
        files = [Client(name, None, desk.now) for name in ("Rosa", "Ruza")]
        for file in files:
            desk.repositories.clients.add(file)
        desk.repositories.flush()
        return files[0].id, files[1].id

    return await kept(database, work)


async def test_who_writes_while_the_file_is_joined_reaches_the_other(database: Database) -> None:
    if not database.shared:
        pytest.skip("its writers are alone")
    left, stays = await two_files(database)
    tries: list[int] = []

    def opens_deal(unit: SqlUnit) -> int:
        client = unit.repositories.clients.get(left)
        tries.append(client.id)
        if len(tries) == 1:
            await_only(kept(database, lambda desk: merge_clients(desk, left, stays)))
        deal = Deal(client, "Vienna", 2, eur(900), eur(100), desk_of(unit).now)
        unit.repositories.deals.add(deal)
        unit.repositories.flush()
        return deal.client.id

    assert await database.run(opens_deal) == stays
    assert tries == [left, stays]


async def test_of_eight_who_join_the_same_two_one_does(database: Database) -> None:
    left, stays = await two_files(database)

    async def join(one: int, other: int) -> str:
        try:
            await kept(database, lambda desk: merge_clients(desk, one, other))
        except Refusal as why:
            return why.kind
        return "joined"

    both = [(left, stays), (stays, left)] * 4
    answers = await asyncio.gather(*(join(*files) for files in both))
    assert sorted(answers) == ["joined"] + ["merged_already"] * 7
