"""The papers within reach: what the trade asks of whoever keeps them. `storage/` answers; every method is synchronous.

`get` raises NotFound when there is no such thing. `locked` does the same and holds the row until the transaction ends.
Lists come in a stable order; `limit` and `offset` page through them.
"""

from collections.abc import Collection, Sequence
from datetime import datetime
from typing import Protocol

from domain.entities.backups import Backup
from domain.entities.branches import Branch
from domain.entities.clients import Client, Interaction
from domain.entities.deals import Deal
from domain.entities.documents import Document
from domain.entities.files import StoredFile
from domain.entities.history import HistoryEntry
from domain.entities.inquiries import Inquiry
from domain.entities.notices import Notice, NoticeKind, NoticeState
from domain.entities.participants import ParticipantList
from domain.entities.people import Invitation, Person, Right, StaffMember
from domain.entities.trips import Trip, WaitingPlace
from domain.ports.definition_imports import DefinitionImports
from domain.ports.definitions import DefinitionRows
from domain.ports.fields import FieldFiles, FieldUse
from domain.ports.ideas import Feedbacks, Ideas, VotePolls, Votes
from domain.ports.own_kinds import OwnItems


class Branches(Protocol):
    def get(self, number: int) -> Branch: ...
    def add(self, branch: Branch) -> None: ...
    def all(self) -> Sequence[Branch]:
        """In the order in which they were opened."""


class People(Protocol):
    def by_telegram_id(self, telegram_id: int) -> Person | None: ...
    def get(self, number: int) -> Person: ...
    def add(self, person: Person) -> None: ...


class Staff(Protocol):
    def of(self, person: Person) -> StaffMember | None:
        """The membership of this person, active or past."""

    def get(self, number: int) -> StaffMember: ...
    def locked(self, number: int) -> StaffMember: ...
    def add(self, member: StaffMember) -> None: ...
    def active(self) -> Sequence[StaffMember]:
        """Everybody who works here now, in order of joining."""

    def who_may(self, right: Right) -> Sequence[StaffMember]: ...
    def outdated(self, member: StaffMember) -> None:
        """Their rights are others now: everything that was shown to them before is out of date, drafts too."""


class Invitations(Protocol):
    def by_hash(self, token_hash: str) -> Invitation | None:
        """Locked: two people who open one link at once come one after the other."""

    def get(self, number: int) -> Invitation: ...
    def locked(self, number: int) -> Invitation: ...
    def add(self, invitation: Invitation) -> None: ...
    def open(self, now: datetime) -> Sequence[Invitation]:
        """Those that still let somebody in, oldest first."""

    def has_owner(self) -> bool:
        """Whether an active owner is on the staff."""


class FailedLinks(Protocol):
    """Wrong links that were tried."""

    def add(self, person: Person, now: datetime) -> None: ...
    def latest(self, person: Person, limit: int) -> Sequence[datetime]:
        """When this person tried one, newest first."""

    def count(self, since: datetime) -> int:
        """How many were tried by anybody."""

    def forget(self, before: datetime) -> int:
        """How many it forgot."""


class Clients(Protocol):
    def get(self, number: int) -> Client: ...
    def locked(self, number: int) -> Client: ...
    def of(self, person: Person) -> Client | None: ...
    def by_phone(self, phone: str) -> Client | None:
        """By phone in E.164 form. The file of somebody without a chat comes first: staff told its phone, not they."""

    def add(self, client: Client) -> None: ...
    def search(self, text: str, limit: int = 8, offset: int = 0) -> Sequence[Client]:
        """By the beginnings of name words in any script, or by the last digits of the phone (three or more)."""

    def renamed(self, client: Client) -> None:
        """Brings the search up to date after a change of name or phone."""


class Inquiries(Protocol):
    def get(self, number: int) -> Inquiry: ...
    def locked(self, number: int) -> Inquiry: ...
    def add(self, inquiry: Inquiry) -> None: ...
    def open(self, limit: int = 8, offset: int = 0) -> Sequence[Inquiry]:
        """Oldest first."""

    def count_open(self) -> int: ...
    def of(self, client: Client) -> Sequence[Inquiry]:
        """Newest first."""

    def forsaken(self) -> Sequence[Inquiry]:
        """Open ones that were taken by somebody who has left, oldest first."""

    def taken_by(self, member: StaffMember) -> Sequence[Inquiry]:
        """Open ones, oldest first."""


class Trips(Protocol):
    def get(self, number: int) -> Trip: ...
    def locked(self, number: int) -> Trip: ...
    def anew(self, number: int) -> Trip:
        """As it is now, for everybody who has it at hand: what came with something locked is from before the wait."""

    def add(self, trip: Trip) -> None: ...
    def upcoming(self, now: datetime, limit: int = 8, offset: int = 0) -> Sequence[Trip]:
        """Soonest departure first."""

    def search(self, text: str, limit: int = 8, offset: int = 0) -> Sequence[Trip]:
        """By name, by date as written in the title, or by both ("Ohrid 29.10"); any script, past trips too."""

    def renamed(self, trip: Trip) -> None:
        """Brings the search up to date after a change of name or date."""

    def taken(self, trip: Trip) -> int:
        """Seats of its deals that are not lost."""

    def to_announce(self, now: datetime) -> Sequence[Trip]:
        """Locked, earliest reminder first: the reminder is due and nobody was told yet, departure is still ahead."""

    def to_catch_up(self, now: datetime) -> Sequence[Trip]:
        """Locked: announced and still ahead, with deals to tell (`Deals.to_tell`)."""

    def to_finish(self, now: datetime, stages: Collection[str]) -> Sequence[Trip]:
        """Trips whose last day is over and which still have open deals that were told."""

    def to_offer_on(self, now: datetime, made_before: datetime) -> Sequence[Trip]:
        """Next departure first: those with a line in which an offer made before then got no answer, and others no offer yet."""

    def wait(self, place: WaitingPlace) -> None: ...
    def waiting(self, trip: Trip) -> Sequence[WaitingPlace]:
        """The line, first come first, without those who left it."""

    def waited_for(self, client: Client, now: datetime) -> Sequence[WaitingPlace]:
        """This client's places in the lines of trips ahead, oldest first."""


class Deals(Protocol):
    def get(self, number: int) -> Deal:
        """With client, trip, responsible, travellers, payments and documents."""

    def locked(self, number: int) -> Deal: ...
    def add(self, deal: Deal) -> None: ...
    def of(self, client: Client, only_open: bool = False) -> Sequence[Deal]:  # noqa: FBT001
        """Newest first."""

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

    def at_stage(
        self, stage: str, responsible: StaffMember | None = None, limit: int = 8, offset: int = 0
    ) -> Sequence[Deal]:
        """Open deals at this stage, those that have waited longest first."""

    def count_by_stage(self, responsible: StaffMember | None = None) -> dict[str, int]:
        """Open deals per stage; stages without any are absent."""

    def with_passport(self, number: str, limit: int = 8) -> Sequence[Deal]:
        """On which somebody travels with exactly this number, newest first."""

    def newest(self, limit: int) -> Sequence[Deal]: ...
    def participants(self, trip: Trip, stage: str | None = None, fields: bool = False) -> ParticipantList:  # noqa: FBT001
        """Everybody who travels; the money of deals within reach. `fields`: with what was filled in of them."""

    def leaderless(self, limit: int = 8, offset: int = 0) -> Sequence[Deal]:
        """Open ones without a responsible who works here, may move them and sees them; by stage."""

    def led_by(self, member: StaffMember) -> Sequence[Deal]:
        """Open ones, oldest first."""


class Documents(Protocol):
    def get(self, number: int) -> Document:
        """With its deal."""

    def add(self, document: Document) -> None: ...
    def unassigned(self, deal: Deal) -> Sequence[Document]:
        """Files sent for the deal of which nobody said whose they are."""

    def with_file(self, file: StoredFile) -> Document | None:
        """The one this file belongs to."""


class Files(Protocol):
    """The agency's own: everybody else gets a file through the thing it belongs to."""

    def get(self, number: int) -> StoredFile: ...
    def locked(self, number: int) -> StoredFile: ...
    def to_fetch(self, limit: int, besides: Collection[int] = ()) -> Sequence[StoredFile]:
        """Not yet in our own store, and none of these; oldest first."""


class Interactions(Protocol):
    def add(self, interaction: Interaction) -> None: ...
    def get(self, number: int) -> Interaction: ...
    def of(self, client: Client, limit: int = 8, offset: int = 0) -> Sequence[Interaction]:
        """Newest first."""

    def about(self, deal: Deal, limit: int) -> Sequence[Interaction]:
        """Newest first; also what was said about the inquiry it came from."""

    def latest(self, limit: int) -> Sequence[Interaction]:
        """Of all clients, newest first."""


class History(Protocol):
    def add(self, entry: HistoryEntry) -> None: ...
    def of(self, subject: str, number: int, limit: int = 20, offset: int = 0) -> Sequence[HistoryEntry]:
        """Newest first."""


class Notices(Protocol):
    def get(self, number: int) -> Notice: ...
    def add(self, notice: Notice) -> bool:
        """False, and nothing done, when this key is already there."""

    def by_key(self, key: str) -> Notice | None:
        """Locked."""

    def sent_as(self, number: int, keys: Collection[str]) -> Notice | None:
        """Of those with these keys, the one that became this where it was sent."""

    def undelivered_to(self, person: Person) -> Sequence[Notice]:
        """Locked, earliest first."""

    def decide(self, becomes: NoticeState) -> int:
        """Ends the doubt about all of them; how many."""

    def count_uncertain(self) -> int: ...
    def about(self, deals: Sequence[Deal], kinds: Collection[NoticeKind]) -> Sequence[Notice]:
        """Notices of these kinds whose fact `deal` is one of these, newest first."""


class Backups(Protocol):
    def locked(self, number: int) -> Backup: ...
    def add(self, backup: Backup) -> bool:
        """False, and nothing done, when this key is already there."""

    def unfinished(self) -> Sequence[Backup]:
        """Wanted or being made, oldest first; passing over those another process holds just now."""

    def last_good(self) -> Backup | None: ...
    def last(self) -> Backup | None:
        """The newest that has come to an end, good or not."""

    def since(self, night: datetime) -> Sequence[Backup]:
        """The nightly ones asked for since then, newest first."""


class Repositories(Protocol):
    """All papers of one agency, within one transaction; or those of them within somebody's reach.

    Out of reach is answered like what does not exist: NotFound, and lists and counts without it.
    """

    branches: Branches
    people: People
    staff: Staff
    invitations: Invitations
    failed_links: FailedLinks
    clients: Clients
    inquiries: Inquiries
    trips: Trips
    deals: Deals
    documents: Documents
    files: Files
    interactions: Interactions
    history: History
    notices: Notices
    backups: Backups
    ideas: Ideas
    votes: Votes
    vote_polls: VotePolls
    feedback: Feedbacks
    definitions: DefinitionRows
    definition_imports: DefinitionImports
    field_use: FieldUse
    field_files: FieldFiles
    own_items: OwnItems

    def within(self, reach: int) -> "Repositories":
        """The papers of this branch and those that are everybody's."""

    def flush(self) -> None:
        """Gives new things their numbers."""
