"""What was said with clients, inquiries, documents and files, in memory."""

from collections.abc import Collection, Sequence
from datetime import datetime

from domain.entities.clients import Client
from domain.entities.deals import Deal
from domain.entities.documents import Document
from domain.entities.files import StoredFile
from domain.entities.inquiries import Inquiry
from domain.entities.interactions import Interaction, InteractionEdit, Source
from domain.entities.people import StaffMember
from domain.entities.trips import Trip
from domain.ports.documents import Documents
from domain.ports.files import Files
from domain.ports.inquiries import Inquiries
from domain.ports.interactions import Interactions
from tests.memory.shelf import Shelf, Things, in_memory, newest, page


class MemoryInteractions(Shelf[Interaction]):
    kind, missing = Interaction, "no_such_interaction"

    def add(self, interaction: Interaction) -> None:
        self.hold(interaction)

    def remove(self, interaction: Interaction) -> None:
        self.things.of(Interaction).remove(interaction)

    def note_edit(self, edit: InteractionEdit) -> None:
        self.things.hold(edit)

    def edits_of(self, interaction: Interaction) -> Sequence[InteractionEdit]:
        return [one for one in self.things.of(InteractionEdit) if one.interaction is interaction]

    def from_source(self, chat: int, message: int) -> Interaction | None:
        wanted = Source(chat, message)
        return next((one for one in self.all_seen() if one.source == wanted), None)

    def in_album(self, key: str, chat: int, number: int) -> Interaction | None:
        theirs = (one for one in self.all_seen() if one.album_key == key and one.source)
        return next((one for one in theirs if one.source and one.source.chat == chat), None)

    def with_file(self, file: StoredFile) -> Interaction | None:
        return next((one for one in self.things.of(Interaction) if one.file is file), None)

    def of(self, client: Client, limit: int = 8, offset: int = 0) -> Sequence[Interaction]:
        return page(self._newest(one for one in self.all_seen() if one.client is client), limit, offset)

    def about(self, deal: Deal, limit: int) -> Sequence[Interaction]:
        found = (one for one in self.all_seen() if one.client is deal.client and _about(one, deal))
        return page(self._newest(found), limit)

    def latest(self, limit: int) -> Sequence[Interaction]:
        return page(newest(self.all_seen(), lambda one: one.id), limit)

    def taken_back_of(self, client: Client, since: datetime, before: datetime) -> Sequence[Interaction]:
        theirs = [one for one in self.all_seen() if one.client is client and since <= one.at <= before]
        found = (one for one in theirs if one.taken_back_at is not None and one.staff is None)
        return sorted(found, key=lambda one: (one.at, one.id))

    def unanswered_of(self, client: Client) -> Sequence[Interaction]:
        found = (one for one in self.all_seen() if one.client is client and one.waits)
        return sorted(found, key=lambda one: (one.at, one.id))

    def sees(self, thing: Interaction) -> bool:
        return all(self.reaches(one.branch) for one in (thing.deal, thing.inquiry) if one is not None)

    def _newest(self, found: object) -> list[Interaction]:
        return newest(found, lambda one: (one.at, one.id))  # type: ignore[arg-type]


def _about(said: Interaction, deal: Deal) -> bool:
    return said.deal is deal or (said.inquiry is not None and said.inquiry.deal is deal)


class MemoryInquiries(Shelf[Inquiry]):
    kind, missing = Inquiry, "no_such_inquiry"

    def add(self, inquiry: Inquiry) -> None:
        self.hold(inquiry)

    def open(self, limit: int = 8, offset: int = 0) -> Sequence[Inquiry]:
        return page(self._open(), limit, offset)

    def count_open(self, most: int | None = None) -> int:
        return len(self._open()[:most])

    def open_for(self, trip: Trip) -> Sequence[Inquiry]:
        return [one for one in self._open() if one.trip is trip]

    def of(
        self,
        client: Client,
        only_open: bool = False,  # noqa: FBT001
        limit: int | None = None,
    ) -> Sequence[Inquiry]:
        theirs = (one for one in self.all_seen() if one.client is client and (one.is_open or not only_open))
        return newest(theirs, lambda one: (one.received_at, one.id))[:limit]

    def forsaken(self) -> Sequence[Inquiry]:
        return [one for one in self._open() if one.taken_by is not None and not one.taken_by.active]

    def taken_by(self, member: StaffMember) -> Sequence[Inquiry]:
        return [one for one in self._open() if one.taken_by is member]

    def _open(self) -> list[Inquiry]:
        found = (one for one in self.all_seen() if one.is_open)
        return sorted(found, key=lambda one: (one.received_at, one.id))

    def sees(self, thing: Inquiry) -> bool:
        return self.reaches(thing.branch)


class MemoryDocuments(Shelf[Document]):
    kind, missing = Document, "no_such_document"

    def add(self, document: Document) -> None:
        self.hold(document)

    def unassigned(self, deal: Deal) -> Sequence[Document]:
        return [one for one in self.all_seen() if one.deal is deal and one.traveller is None]

    def with_file(self, file: StoredFile) -> Document | None:
        return next((one for one in self.all_seen() if one.file is file), None)

    def sees(self, thing: Document) -> bool:
        return self.reaches(thing.deal.branch)


class MemoryFiles(Shelf[StoredFile]):
    kind, missing = StoredFile, "not_found"

    def add(self, file: StoredFile) -> None:
        self.hold(file)

    def to_fetch(self, limit: int, besides: Collection[int] = ()) -> Sequence[StoredFile]:
        absent = (one for one in self.all_seen() if one.is_wanted and one.id not in besides)
        return page(sorted(absent, key=lambda one: (one.sent_at, one.id)), limit)

    def sees(self, _thing: StoredFile) -> bool:
        return self.reach is None


@in_memory
def interactions(things: Things, reach: int | None) -> Interactions:
    return MemoryInteractions(things, reach)


@in_memory
def inquiries(things: Things, reach: int | None) -> Inquiries:
    return MemoryInquiries(things, reach)


@in_memory
def documents(things: Things, reach: int | None) -> Documents:
    return MemoryDocuments(things, reach)


@in_memory
def files(things: Things, reach: int | None) -> Files:
    return MemoryFiles(things, reach)
