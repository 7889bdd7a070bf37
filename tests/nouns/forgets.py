"""Forgetting clients: what the tests that walk everything need to know of it."""

from domain.entities.forgets import Forget
from domain.notices.forgetting import FORGET_ASKED, FORGOTTEN
from domain.queries import forgetting as queries
from domain.queries.settings import agency_books
from domain.usecases.own_data import forgetting
from domain.usecases.settings.books import keep_books
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

everybodys("forgets")


@new_one
def forget() -> Forget:
    return Forget(things.client("New", None, things.person("New")), NOON)


@one_more
def taken_back(few: Few) -> None:
    few.records.forgets.add(Forget(few.client, NOON, few.member, NOON, NOON))


@in_each_branch
def thought_better(its: Branched) -> dict[str, int]:
    now = its.desk.now
    one = Forget(its.client, now, None, now, now)
    its.desk.repositories.forgets.add(one)
    its.desk.repositories.flush()
    return {"forget": one.id}


asked_for(forgets="forget")


@notice_facts
def wants_to_be_forgotten(told: Told) -> Facts:
    told.records.forgets.add(Forget(told.client, told.now))
    told.records.flush()
    return {FORGET_ASKED: {"client": told.client.id}, FORGOTTEN: {}}


calls(
    {
        "queries.settings.agency_books": lambda d, _p, _t: agency_books(d),
        "settings.keep_books": lambda d, _p, _t: keep_books(d, 0, 7),
        "own_data.ask_to_be_forgotten": lambda d, _p, _t: forgetting.ask_to_be_forgotten(d),
        "own_data.keep_my_data": lambda d, _p, _t: forgetting.keep_my_data(d),
        "own_data.forget_client": lambda d, _p, t: forgetting.forget_client(d, t.same_one),
        "own_data.keep_client": lambda d, _p, t: forgetting.keep_client(d, t.same_one),
        "queries.forgetting.my_forgetting": lambda d, _p, _t: queries.my_forgetting(d),
        "queries.forgetting.client_forgetting": lambda d, _p, t: queries.client_forgetting(d, t.same_one),
    }
)
