"""What people of the region do: short talks of a few steps, some of which must leave exactly one trace."""

import hashlib
import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import count

from bench.soak.region import LEAVING, client_ids, deals_of

PHOTO = bytes.fromhex("ffd8ffe000104a46494600010100000100010000ffdb004300")
PHOTO_SIZE = 60_000


@dataclass(frozen=True)
class Say:
    """Words."""

    words: str
    leaves: tuple[str, str] | None = None
    """What must be found once in the end: (table, what is written there)."""


@dataclass(frozen=True)
class Tap:
    """The newest button whose label begins so, or in one of these ways, in whatever language; none that says it has nothing."""

    label: str | tuple[str, ...] = ""
    leaves: tuple[str, str] | None = None


@dataclass(frozen=True)
class Send:
    """A photo."""

    content: bytes
    leaves: tuple[str, str] | None = None


Step = Say | Tap | Send
Script = Iterator[Step]
Exchange = Callable[[int], Script]


class Scripts:
    """Every talk is another: sums, places, words and photos come but once."""

    def __init__(self, chance: random.Random) -> None:
        self._chance = chance
        self._numbers = count(1)

        self._of_clients: dict[Exchange, int] = {
            self._trip: 3,
            self._tour: 3,
            self._question: 3,
            self._photo: 2,
        }
        self._of_staff: dict[Exchange, int] = {
            self._payment: 5,
            self._walk: 4,
            self._search: 4,
            self._inquiries: 2,
            self._participants: 1,
            self._answer: 2,
        }

    def for_client(self, number: int) -> Script:
        return self._one_of(self._of_clients)(number)

    def for_staff(self, number: int) -> Script:
        return self._one_of(self._of_staff)(number)

    def each(self, staff: int, client: int) -> Iterator[tuple[int, Script]]:
        """Every kind of talk, with whose it is."""
        yield from ((client, talk(client)) for talk in self._of_clients)
        yield from ((staff, talk(staff)) for talk in self._of_staff)

    def _one_of(self, talks: "dict[Exchange, int]") -> "Exchange":
        return self._chance.choices(list(talks), list(talks.values()))[0]

    def _trip(self, _number: int) -> Script:
        yield Say("/start")
        yield Say("/mytrips")
        yield Tap()
        yield Say("/cancel")

    def _tour(self, _number: int) -> Script:
        town = f"Town-{next(self._numbers)}"
        yield Say("/tour")
        yield from map(Say, (town, "in autumn", "2"))
        yield Say("a window seat")
        yield Tap("✅", leaves=("inquiries", town))

    def _question(self, _number: int) -> Script:
        words = f"What should we bring? Ours is room {next(self._numbers)}"
        yield Say(words, leaves=("interactions", words))

    def _photo(self, _number: int) -> Script:
        mark = str(next(self._numbers)).encode()
        content = PHOTO + mark + bytes(PHOTO_SIZE) + b"\xff\xd9"
        yield Send(content, leaves=("documents", hashlib.sha256(content).hexdigest()))

    def _payment(self, number: int) -> Script:
        cents = 100 + next(self._numbers)
        yield Say(f"/deals {self._chance.choice(deals_of(number))}")
        yield Tap("💶")
        yield Tap("💶")
        yield Say(f"{cents / 100:.2f}")
        yield Tap()
        yield Tap()
        yield Tap("✅", leaves=("payments", str(cents)))

    def _walk(self, _number: int) -> Script:
        yield Say("/deals")
        yield Tap(("All", "Все", "Всички", "全部"))
        yield Tap(("№", "#"))
        yield Tap("⋯")
        yield Tap("🕘")
        yield Say("/start")

    def _search(self, _number: int) -> Script:
        yield Say(f"Client {self._chance.choice(client_ids())}")
        yield Say(f"deal {self._chance.randint(1, LEAVING)}")

    def _inquiries(self, _number: int) -> Script:
        yield Say("/inquiries")
        yield Say("/trips")
        yield Tap()

    def _participants(self, _number: int) -> Script:
        yield Say("participants Melnik")
        yield Tap("📊")

    def _answer(self, _number: int) -> Script:
        """To whoever has waited longest."""
        words = f"Please bring good shoes, size {next(self._numbers)}"
        yield Say("/inbox")
        yield Tap(("🔴", "🟡", "Client "))
        yield Tap("✉️")
        yield Say(words, leaves=("interactions", words))
