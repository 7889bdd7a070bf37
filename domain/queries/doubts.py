"""Two files that may be one person's: the two side by side, the list of them, and what was joined and can be taken apart."""

from collections.abc import Sequence
from dataclasses import dataclass

from domain.entities.clients import Client
from domain.entities.merging import Doubt, Merge, Why, pair
from domain.entities.people import Right
from domain.ports.desk import Desk
from domain.values.counts import MOST
from domain.values.refusals import Forbidden, Refusal


@dataclass(frozen=True)
class FileCounted:
    """A client's file, and how much of it the reader sees."""

    client: Client
    deals: int
    inquiries: int


@dataclass(frozen=True)
class TwoFiles:
    """The file with the lower number comes first. `why`: what they have in common, if that was noticed."""

    first: FileCounted
    second: FileCounted
    why: Why | None
    differ: bool
    """Whether somebody has settled that they are not the same."""


@dataclass(frozen=True)
class DoubtFound:
    """A doubt and its two files."""

    doubt: Doubt
    first: Client
    second: Client

    def other(self, client: Client) -> Client:
        return self.second if self.first is client else self.first


@dataclass(frozen=True)
class Joined:
    """A file that became one with another, as it is called itself."""

    merge: Merge
    left: str


def two_files(desk: Desk, one: int, other: int) -> TwoFiles:
    """Raises Forbidden, NotFound, Refusal: merge_with_itself."""
    desk.must(Right.SEE_DEALS)
    clients = desk.repositories.clients
    files = sorted({clients.get(number) for number in (one, other)}, key=lambda client: client.id)
    if len(files) == 1:
        raise Refusal("merge_with_itself", name=files[0].name)
    doubt = desk.repositories.doubts.between(*pair(*(file.id for file in files)))
    first, second = (_counted(desk, file) for file in files)
    settled = doubt is not None and doubt.settled_at is not None
    return TwoFiles(first, second, doubt.why if doubt else None, settled)


def _counted(desk: Desk, file: Client) -> FileCounted:
    papers = desk.repositories
    return FileCounted(file, len(papers.deals.of(file)), len(papers.inquiries.of(file)))


def one_by_now(desk: Desk, one: int, other: int) -> Client | None:
    """The file that both became; None while they are two. Raises Forbidden, NotFound."""
    desk.must(Right.SEE_DEALS)
    first, second = (desk.repositories.clients.get(number) for number in (one, other))
    return first if first is second else None


def file_to_join(desk: Desk, number: int) -> Client:
    """Raises Forbidden, NotFound."""
    desk.must(Right.MERGE_CLIENTS)
    return desk.repositories.clients.get(number)


def doubts_open(desk: Desk, limit: int = 8, offset: int = 0) -> Sequence[DoubtFound]:
    """Newest first. Raises Forbidden."""
    desk.must(Right.MERGE_CLIENTS)
    return [_found(desk, one) for one in desk.repositories.doubts.open(limit, offset)]


def count_doubts(desk: Desk) -> int:
    """Of those that are open, up to one more than is counted. Raises Forbidden."""
    desk.must(Right.MERGE_CLIENTS)
    return desk.repositories.doubts.count_open(MOST + 1)


def doubts_about(desk: Desk, client: Client, limit: int = 3) -> Sequence[DoubtFound]:
    """Of a client whose card is open, oldest first. Raises Forbidden."""
    desk.must(Right.SEE_DEALS)
    return [_found(desk, one) for one in desk.repositories.doubts.of(client, limit)]


def _found(desk: Desk, doubt: Doubt) -> DoubtFound:
    clients = desk.repositories.clients
    return DoubtFound(doubt, clients.get(doubt.first), clients.get(doubt.second))


def joined_into(desk: Desk, client: Client) -> Sequence[Joined]:
    """Which files became one with this one and have stayed so, newest first. Raises Forbidden."""
    desk.must(Right.SEE_DEALS)
    clients = desk.repositories.clients
    return [Joined(one, clients.itself(one.left).name) for one in desk.repositories.merges.into(client)]


def merge_to_undo(desk: Desk, number: int) -> Joined:
    """Raises Forbidden, NotFound, Refusal: apart_already, merged_long_ago, merged_since."""
    desk.must(Right.MERGE_CLIENTS)
    merge = desk.repositories.merges.get(number)
    must_be_last(desk, merge)
    return Joined(merge, desk.repositories.clients.itself(merge.left).name)


def must_be_last(desk: Desk, merge: Merge) -> None:
    """What came later is taken apart first. Raises Refusal: apart_already, merged_long_ago, merged_since."""
    merge.must_be_undoable(desk.now)
    for number in (merge.left, merge.kept):
        desk.archive.clients.itself(number).must_not_be_forgotten()
    later = desk.archive.merges.after(merge)
    if later is not None:
        names = [desk.archive.clients.itself(number).name for number in (later.left, later.kept)]
        raise Refusal("merged_since", left=names[0], kept=names[1])


def must_reach(desk: Desk, *files: Client) -> None:
    """Who sees one branch joins no files that are others' too. Raises Forbidden: merge_beyond_reach."""
    if desk.actor.reach is None:
        return
    seen, there = desk.repositories, desk.archive
    for file in files:
        deals = len(there.deals.of(file)) - len(seen.deals.of(file))
        if deals or len(there.inquiries.of(file)) - len(seen.inquiries.of(file)):
            raise Forbidden("merge_beyond_reach", name=file.name)
