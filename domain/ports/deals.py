"""What the trade asks of whoever keeps deals."""

from collections.abc import Collection, Sequence
from datetime import date
from typing import Protocol

from domain.entities.client_sketch import Journey
from domain.entities.clients import Client
from domain.entities.deals import Deal
from domain.entities.lateness import OwedSum
from domain.entities.participants import BorderList, ParticipantList
from domain.entities.people import StaffMember
from domain.entities.travellers import Traveller
from domain.entities.trips import Trip


class Deals(Protocol):
    def get(self, number: int) -> Deal:
        """With client, trip, responsible, travellers, payments and documents."""

    def locked(self, number: int) -> Deal: ...
    def add(self, deal: Deal) -> None: ...
    def of(
        self,
        client: Client,
        only_open: bool = False,  # noqa: FBT001
        limit: int | None = None,
    ) -> Sequence[Deal]:
        """Newest first; all of them, if nothing is said."""

    def newest_of(self, client: Client, limit: int) -> Sequence[Deal]:
        """With what they are called by: a line of each."""

    def unsettled_of(self, client: Client) -> Sequence[Deal]:
        """Closed ones for which money is still owed, by the client or to them; oldest first."""

    def journeys_of(self, client: Client, today: date, limit: int) -> Sequence[Journey]:
        """Those that ended with a journey, the newest deals first."""

    def of_trip(self, trip: Trip) -> Sequence[Deal]:
        """Those that are not lost, in order of number."""

    def locked_of_trip(self, trip: Trip) -> Sequence[Deal]:
        """The same, locked: the trip is to be locked before them."""

    def to_tell(self, trip: Trip, limit: int) -> Sequence[Deal]:
        """Of an announced trip: those nobody was told of, and no word as things are now is on its way to the client.

        Clients who cannot be reached come last, and only with deals made since the announcement.
        """

    def to_finish(self, trip: Trip, stages: Collection[str], limit: int) -> Sequence[Deal]:
        """Open ones that were told, locked."""

    def journeys_to_tell(self, first_day: date, last_day: date) -> Sequence[Deal]:
        """Open tailor-made ones that begin on one of these days, and whose clients were told nothing of it; locked."""

    def journeys_to_finish(self, today: date, stages: Collection[str], limit: int) -> Sequence[Deal]:
        """Open tailor-made ones whose last day is over, and that were told; locked."""

    def at_stage(
        self, stage: str, responsible: Collection[StaffMember] = (), limit: int = 8, offset: int = 0
    ) -> Sequence[Deal]:
        """Open deals at this stage, those that have waited longest first."""

    def count_by_stage(
        self, responsible: Collection[StaffMember] = (), most: int | None = None
    ) -> dict[str, int]:
        """Open deals per stage, counted no further than `most`; stages without any are absent."""

    def with_passport(self, number: str, limit: int = 8) -> Sequence[Deal]:
        """On which somebody travels with exactly this number, newest first."""

    def with_travellers(self, numbers: Collection[int]) -> Sequence[Deal]:
        """Those that these are the travellers of, newest first."""

    def newest(self, limit: int) -> Sequence[Deal]: ...
    def participants(self, trip: Trip, stage: str | None = None, fields: bool = False) -> ParticipantList:  # noqa: FBT001
        """Everybody who travels; the money of deals within reach. `fields`: with what was filled in of them."""

    def border(self, trip: Trip) -> BorderList:
        """Everybody who travels, by name; the particulars of deals within reach."""

    def travelling(
        self, text: str, limit: int = 8, offset: int = 0, trips: Sequence[Trip] | None = None
    ) -> Sequence[tuple[Deal, Traveller]]:
        """Who travels under this name, the shortest word first; on these trips only, if any are named.

        The client of the deal is not among them, unless trips are named: they are found as a client.
        """

    def travellers_named(self, numbers: Collection[int]) -> dict[int, str]:
        """The names of travellers by their numbers, of those who stay at home too."""

    def open_ones(self, limit: int = 8, offset: int = 0) -> Sequence[Deal]:
        """By step, and at each those that have waited longest first."""

    def closed(self, limit: int = 8, offset: int = 0) -> Sequence[Deal]:
        """Lost and travelled ones, closed latest first."""

    def leaderless(self, limit: int = 8, offset: int = 0) -> Sequence[Deal]:
        """Open ones without a responsible who works here, may move them and sees them; by stage."""

    def due(
        self,
        from_day: date | None,
        to_day: date,
        responsible: Collection[StaffMember] = (),
        only_money: bool = False,  # noqa: FBT001
        limit: int = 8,
        offset: int = 0,
    ) -> Sequence[Deal]:
        """Those of which the first thing that is due is due within these days, the earliest first; or the first money."""

    def count_due(
        self,
        from_day: date | None,
        to_day: date,
        most: int,
        responsible: Collection[StaffMember] = (),
        only_money: bool = False,  # noqa: FBT001
    ) -> int:
        """How many, counted up to `most`."""

    def sum_due(self, to_day: date, most: int) -> OwedSum:
        """All the money that was due by this day, of at most so many deals, those that are due first."""

    def undecided(
        self,
        to_day: date,
        stages: Collection[str],
        responsible: Collection[StaffMember] = (),
        limit: int = 8,
        offset: int = 0,
    ) -> Sequence[Deal]:
        """Open ones whose journey was over by this day, the earliest first; not at these stages."""

    def count_undecided(
        self, to_day: date, stages: Collection[str], most: int, responsible: Collection[StaffMember] = ()
    ) -> int:
        """How many, counted up to `most`."""

    def changed(self, limit: int) -> Sequence[Deal]:
        """Of which something else is due than was: when to look at them is to be settled. Locked."""

    def to_look_at(self, to_day: date, limit: int) -> Sequence[Deal]:
        """Of which something may have come due by this day, locked."""

    def look_on(self, deal: Deal, day: date | None) -> None:
        """From that day on it is to be looked at again; None: not before something else is due."""

    def look_at_all(self) -> None:
        """All open ones are to be looked at as soon as that can be."""

    def led_by(self, member: StaffMember) -> Sequence[Deal]:
        """Open ones, oldest first."""
