"""What the trade asks of whoever keeps clients."""

from collections.abc import Collection, Mapping, Sequence, Set
from datetime import date
from typing import Protocol

from domain.entities.clients import Client
from domain.entities.overview import Overview
from domain.entities.people import Person, StaffMember
from domain.entities.trips import Trip


class Clients(Protocol):
    """Whoever asks for a file that became one with another gets that other; `itself` and `held` give the file itself."""

    def get(self, number: int) -> Client: ...
    def locked(self, number: int) -> Client: ...
    def itself(self, number: int) -> Client:
        """The file with this number, even if it was left behind."""

    def held(self, number: int) -> Client:
        """The same, locked."""

    def of(self, person: Person) -> Client | None: ...
    def by_phone(self, phone: str) -> Client | None:
        """By phone in E.164 form. The file of somebody without a chat comes first: staff told its phone, not they."""

    def with_phone(self, phone: str, limit: int = 8) -> Sequence[Client]:
        """All of them, in that order."""

    def with_email(self, email: str, limit: int = 8) -> Sequence[Client]:
        """All of them, by the address in lower case, in order of number."""

    def with_username(self, called: str, limit: int = 8) -> Sequence[Client]:
        """Who is called so on Telegram, in lower case and without "@": whoever is here, and whoever it was told of."""

    def overview(self, client: Client) -> Overview:
        """How much stands with their file."""

    def responsible_of(self, client: Client) -> StaffMember | None:
        """Who looks after them: that does not come with every client."""

    def looked_after_by(self, member: StaffMember, limit: int = 8, offset: int = 0) -> Sequence[Client]:
        """Those that this colleague looks after, the newest file first."""

    def count_looked_after(self, member: StaffMember, most: int) -> int:
        """How many those are, counted no further."""

    def look_after_instead(self, member: StaffMember, successor: StaffMember) -> int:
        """All of them are the successor's from now on; how many."""

    def travelling_with(self, passport: str, limit: int = 8) -> Sequence[Client]:
        """Those whose own passport this is, in order of number."""

    def born_on(self, day: date, limit: int = 50) -> Sequence[tuple[Client, str]]:
        """Those who were born on this day, each with a name they travel by or are on file by; in order of number."""

    def going_on(self, trip: Trip) -> Sequence[Client]:
        """Those with a deal on this trip that was not lost, in order of number."""

    def reached_by(self, phones: Collection[str], emails: Collection[str]) -> Sequence[Client]:
        """Whoever has one of these phones or addresses, in order of number."""

    def named_and_born(self, people: Collection[tuple[str, date]]) -> Sequence[Client]:
        """Whoever has one of these names, its words in whatever order, and that birthday; in order of number."""

    def named_alike(self, client: Client, name: str) -> bool:
        """Whether every word of the shorter name is in the longer one, in whatever script."""

    def erase_bare(self, client: Client, besides_note: int | None = None) -> bool:
        """The file is gone with this note, when nothing else names it: no deal, no talk, nothing else of the trade.

        False when something does. Its number is never given to another.
        """

    def branches(self, client: Client) -> Set[int]:
        """Those that his deals and inquiries belong to."""

    def add(self, client: Client) -> None: ...
    def search(self, text: str, limit: int = 8, offset: int = 0) -> Sequence[Client]:
        """By the beginnings of name words in any script, of the e-mail address or of a "#tag", or by the last digits of the
        phone (three or more)."""

    def renamed(self, client: Client) -> None:
        """Brings the search up to date after a change of what a client is found by, or of what the file became one with."""

    def move_all(self, client: Client, to: Client) -> dict[str, list[int]]:
        """Whatever names the one file names the other from now on: the numbers of these rows, by table."""

    def move_back(self, rows: Mapping[str, Sequence[int]], client: Client, to: Client) -> None:
        """Of these rows, those that still name the one file name the other from now on."""
