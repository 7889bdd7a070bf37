"""What the trade asks of whoever keeps trips and their waiting lines."""

from collections.abc import Collection, Mapping, Sequence
from datetime import date, datetime
from typing import Protocol

from domain.entities.clients import Client
from domain.entities.list_copies import ListCopy, ListKind
from domain.entities.people import StaffMember
from domain.entities.trip_guides import TripGuide
from domain.entities.trips import Trip
from domain.entities.waiting import SeatsGone, WaitingPlace


class Trips(Protocol):
    def get(self, number: int) -> Trip: ...
    def locked(self, number: int) -> Trip: ...
    def anew(self, number: int) -> Trip:
        """As it is now, for everybody who has it at hand: what came with something locked is from before the wait."""

    def add(self, trip: Trip) -> None: ...
    def upcoming(self, now: datetime, limit: int = 8, offset: int = 0) -> Sequence[Trip]:
        """Soonest departure first."""

    def running(self, now: datetime, limit: int = 8, offset: int = 0) -> Sequence[Trip]:
        """Those that have left and whose last day is not over, unless they were called off; latest departure first."""

    def past(self, now: datetime, limit: int = 8, offset: int = 0) -> Sequence[Trip]:
        """Those whose last day is over, and all that were called off; latest departure first."""

    def leaving_on(self, day: date) -> Sequence[Trip]:
        """Those that leave on this day by their own clock."""

    def search(self, text: str, limit: int = 8, offset: int = 0) -> Sequence[Trip]:
        """By name, by date as written in the title, or by both ("Ohrid 29.10"); any script, past trips too."""

    def renamed(self, trip: Trip) -> None:
        """Brings the search up to date after a change of name or date."""

    def taken(self, trip: Trip) -> int:
        """Seats of its deals that are not lost."""

    def gone(
        self, trips: Sequence[Trip], offered_after: datetime, but_to: int | None = None
    ) -> Mapping[int, SeatsGone]:
        """Of each by its number: seats taken, and seats of places to which they were offered after then, without those
        of one client (`but_to`). Trips of which none is gone are left out.
        """

    def to_announce(self, now: datetime) -> Sequence[Trip]:
        """Locked, earliest reminder first: the reminder is due and nobody was told yet, departure is still ahead."""

    def to_catch_up(self, now: datetime) -> Sequence[Trip]:
        """Locked: announced and still ahead, with deals to tell (`Deals.to_tell`)."""

    def to_finish(self, now: datetime, stages: Collection[str]) -> Sequence[Trip]:
        """Trips whose last day is over and which still have open deals that were told."""

    def to_offer_on(self, now: datetime, made_before: datetime) -> Sequence[Trip]:
        """Next departure first: those with a line in which an offer made before then got no answer, and others no offer yet."""

    def guides(self, trip: Trip) -> Sequence[TripGuide]:
        """Who goes along, without those who were relieved; first come first."""

    def guided_by(self, member: StaffMember) -> Sequence[Trip]:
        """The trips they go along with, latest departure first; as many as a colleague ever looks at."""

    def guide(self, guide: TripGuide) -> None: ...
    def last_copy(self, trip: Trip, list_kind: ListKind) -> ListCopy | None:
        """As it was sent last."""

    def sent(self, list_copy: ListCopy) -> None: ...
    def wait(self, place: WaitingPlace) -> None: ...
    def place(self, number: int) -> WaitingPlace:
        """Also one that was left."""

    def waiting(self, trip: Trip) -> Sequence[WaitingPlace]:
        """The line, first come first, without those who left it."""

    def waited_for(self, client: Client, now: datetime) -> Sequence[WaitingPlace]:
        """This client's places in the lines of trips ahead, oldest first."""
