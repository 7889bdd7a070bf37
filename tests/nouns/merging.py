"""Two files that may be one person's: what the tests that walk everything need to know of them."""

from itertools import count

from domain.entities.clients import Client
from domain.entities.inquiries import Channel, Inquiry, InquiryKind
from domain.entities.merging import Doubt, Merge, Why, pair
from domain.notices.clients import SAME_PERSON
from domain.queries import doubts as queries
from domain.usecases.clients import merging
from tests.nouns.declared import (
    Branched,
    Facts,
    Few,
    Told,
    calls,
    everybodys,
    in_each_branch,
    new_one,
    notice_facts,
    one_more,
)
from tests.storage import things
from tests.storage.things import NOON

everybodys("doubts", "merges")
_numbers = count(100_000)


@new_one
def doubt() -> Doubt:
    return Doubt(*pair(next(_numbers), next(_numbers)), Why.PHONE, NOON)


@new_one
def merge() -> Merge:
    return Merge(next(_numbers), next(_numbers), NOON, {"deals": [1]}, {})


@one_more
def ana_twice(few: Few) -> None:
    """Files without a deal of their own: one may be another, one was another."""
    clients = few.records.clients
    ana, again, before = (things.client(name, "+359888123456") for name in ("Ana", "Ana P.", "Anna"))
    for file in (ana, again, before):
        clients.add(file)
    few.records.flush()
    few.records.doubts.add(Doubt(ana.id, again.id, Why.PHONE, NOON))
    before.merged_into = ana.id
    few.records.merges.add(Merge(before.id, ana.id, NOON, {}, {}, few.member))
    few.records.merges.add(Merge(before.id, few.client.id, NOON, {}, {}, few.member))
    few.records.doubts.add(Doubt(*pair(few.client.id, again.id), Why.PHONE, NOON))


@in_each_branch
def two_of_each(its: Branched) -> dict[str, int]:
    """Rosa twice, who may be one, and Vera, who was joined; each has asked for something at this branch.

    Of the client it is known that they are not Rosa; they were Vera once.
    """
    records, now = its.desk.repositories, its.desk.now
    files = [Client(name, None, now) for name in ("Rosa", "Rosa Ivanova", "Vera", "Vera Ilieva")]
    for file in files:
        records.clients.add(file)
        wish = Inquiry(
            file,
            Channel.PHONE,
            InquiryKind.INDIVIDUAL,
            "Lisbon",
            "summer",
            2,
            now,
            branch=its.number,
            wishes=its.words,
        )
        wish.close("too far", None)
        records.inquiries.add(wish)
    records.flush()
    one, other, left, kept = files
    records.doubts.add(Doubt(one.id, other.id, Why.PHONE, now))
    records.doubts.add(Doubt(*pair(its.client.id, one.id), Why.BIRTHDAY, now, settled_at=now))
    records.merges.add(Merge(left.id, its.client.id, now, {}, {}, undone_at=now))
    joined = merging.join_files(its.desk, left, kept)
    return {"same_one": one.id, "same_other": other.id, "merge": joined.id}


@notice_facts
def may_be_the_same(told: Told) -> Facts:
    other = Client(told.name, "+359888000000", told.now)
    told.records.clients.add(other)
    told.records.flush()
    first, second = pair(told.client.id, other.id)
    return {SAME_PERSON: {"first": first, "second": second, "why": "phone"}}


calls(
    {
        "clients.merge_clients": lambda d, _p, t: merging.merge_clients(d, t.same_one, t.same_other),
        "clients.not_the_same": lambda d, _p, t: merging.not_the_same(d, t.same_one, t.same_other),
        "clients.take_apart": lambda d, _p, t: merging.take_apart(d, t.merge),
        "queries.doubts.doubts_about": lambda d, p, _t: queries.doubts_about(
            d, d.archive.clients.get(p.client)
        ),
        "queries.doubts.count_doubts": lambda d, _p, _t: queries.count_doubts(d),
        "queries.doubts.doubts_open": lambda d, _p, _t: queries.doubts_open(d),
        "queries.doubts.file_to_join": lambda d, p, _t: queries.file_to_join(d, p.client),
        "queries.doubts.joined_into": lambda d, p, _t: queries.joined_into(
            d, d.archive.clients.get(p.client)
        ),
        "queries.doubts.merge_to_undo": lambda d, _p, t: queries.merge_to_undo(d, t.merge),
        "queries.doubts.one_by_now": lambda d, _p, t: queries.one_by_now(d, t.same_one, t.same_other),
        "queries.doubts.two_files": lambda d, _p, t: queries.two_files(d, t.same_one, t.same_other),
    }
)
