"""Copies of clients' own data: what the tests that walk everything need to know of them."""

from datetime import timedelta

from domain.entities.data_copies import DataCopy
from domain.notices.own_data import DATA_COPY, DATA_COPY_FOR
from domain.usecases.own_data import copies
from tests.nouns.declared import (
    Branched,
    Facts,
    Few,
    Told,
    asked_for,
    calls,
    everybodys,
    in_each_branch,
    new_one,
    notice_facts,
    one_more,
)
from tests.storage import things
from tests.storage.things import NOON

everybodys("data_copies")
STORED = "c" * 64
"""The name of a ZIP."""


@new_one
def copy() -> DataCopy:
    return DataCopy(things.client("New", None, things.person("New")), things.person(), NOON)


@one_more
def asked_and_made(few: Few) -> None:
    person = few.client.person
    assert person is not None
    few.records.data_copies.add(DataCopy(few.client, person, NOON))
    few.records.data_copies.add(DataCopy(few.client, person, NOON, few.member, [STORED], NOON))


@in_each_branch
def made_long_ago(its: Branched) -> dict[str, int]:
    person = its.client.person
    assert person is not None
    copy = DataCopy(its.client, person, its.desk.now - timedelta(days=9), None, [], its.desk.now)
    copy.cleared_at = its.desk.now
    its.desk.repositories.data_copies.add(copy)
    its.desk.repositories.flush()
    return {"data_copy": copy.id}


asked_for(data_copies="data_copy")


@notice_facts
def two_parts(told: Told) -> Facts:
    copy = DataCopy(told.client, told.person, told.now, None, [STORED, STORED], told.now)
    told.records.data_copies.add(copy)
    told.records.flush()
    facts = {"copy": copy.id, "part": 1}
    return {DATA_COPY: facts, DATA_COPY_FOR: facts}


calls(
    {
        "own_data.ask_for_copy": lambda d, _p, _t: copies.ask_for_copy(d),
        "own_data.copy_for_client": lambda d, _p, t: copies.copy_for_client(d, t.same_one),
    }
)
