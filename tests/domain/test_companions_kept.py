"""Companions on a client's file: learnt from deals, corrected by colleagues, and one each when two files are joined."""

from dataclasses import replace
from datetime import date

import pytest

from domain.entities.clients import Client
from domain.entities.companions import Companion
from domain.entities.particulars import Particulars
from domain.entities.people import Role
from domain.entities.travellers import Relation
from domain.queries.companions import companions_for, companions_of
from domain.usecases.clients.merging import merge_clients, take_apart
from domain.usecases.companions.keeping import (
    CompanionTold,
    add_companion,
    change_companion,
    remove_companion,
    set_relation,
)
from domain.usecases.travellers.travellers import change_traveller, enter_companions, enter_traveller
from domain.values.refusals import Forbidden, Refusal
from tests.domain.test_merging import Agency

BORN, UNTIL, LATER = date(2019, 6, 1), date(2031, 5, 17), date(2036, 1, 1)
TOM = Particulars(Relation.CHILD, "Tom Green", BORN, "AB1234567", UNTIL, "BG")
TOLD = CompanionTold(Relation.CHILD, "Tom Green", BORN)


@pytest.fixture
def agency() -> Agency:
    return Agency()


def shown(agency: Agency, client: Client) -> list[Companion]:
    return [one.companion for one in companions_of(agency.desk, client.id, 50).companions]


def test_whoever_is_entered_is_on_the_file_and_may_be_taken_along_again(agency: Agency) -> None:
    emily = agency.file("Emily")
    first, next_ = agency.deal(emily), agency.deal(emily)
    tom = enter_traveller(agency.desk, first.id, TOM)
    [one] = shown(agency, emily)
    assert (one.name, one.passport, one.relation, one.citizenship) == (
        "Tom Green",
        "AB1234567",
        TOM.relation,
        "BG",
    )
    change_traveller(
        agency.desk, first.id, tom.id, replace(TOM, passport="CD7654321", passport_expires=LATER)
    )
    assert [(each.passport, each.passport_expires) for each in shown(agency, emily)] == [("CD7654321", LATER)]
    assert agency.whats(emily)[:2] == ["passport_renewed", "companion_known"]

    [again] = enter_companions(agency.desk, next_.id, [one.id])
    assert (again.passport, again.born_on, again.complete) == ("CD7654321", BORN, True)
    assert companions_for(agency.desk, next_.id) == []
    with pytest.raises(Refusal, match=r"passport_of_another"):
        enter_companions(agency.desk, next_.id, [one.id])
    assert len(shown(agency, emily)) == 1


def test_somebody_of_another_file_is_not_taken_along(agency: Agency) -> None:
    emily, rosa = agency.file("Emily"), agency.file("Rosa")
    enter_traveller(agency.desk, agency.deal(emily).id, TOM)
    [tom], hers = shown(agency, emily), agency.deal(rosa)
    assert companions_for(agency.desk, hers.id) == []
    with pytest.raises(Refusal, match="known_no_more"):
        enter_companions(agency.desk, hers.id, [tom.id])


def test_a_colleague_adds_corrects_and_removes(agency: Agency) -> None:
    emily = agency.file("Emily")
    tom = add_companion(agency.desk, emily.id, TOLD)
    with pytest.raises(Refusal, match="companion_there"):
        add_companion(agency.desk, emily.id, TOLD)
    with pytest.raises(Refusal, match="born_in_the_future"):
        add_companion(agency.desk, emily.id, replace(TOLD, born_on=date(2099, 1, 1)))
    change_companion(
        agency.desk, tom.id, replace(TOLD, name="Tom Brown", passport="AB1234567"), with_passport=True
    )
    assert (tom.name, tom.passport) == ("Tom Brown", "AB1234567")
    change_companion(agency.desk, tom.id, TOLD, with_passport=False)
    assert (tom.name, tom.passport) == ("Tom Green", "AB1234567")
    set_relation(agency.desk, tom.id, Relation.OTHER)
    assert tom.relation is Relation.OTHER
    remove_companion(agency.desk, tom.id)
    assert shown(agency, emily) == []
    written = [(one.what, one.facts) for one in agency.records.history.of("client", emily.id, 50)]
    assert [what for what, _facts in written] == [
        "companion_removed",
        "companion_is",
        "companion_changed",
        "companion_changed",
        "companion_added",
    ]
    assert "AB1234567" not in str(written)


def test_a_passport_is_seen_by_who_checks_documents_and_has_a_deal_of_the_client(agency: Agency) -> None:
    emily = agency.file("Emily")
    enter_traveller(agency.desk, agency.deal(emily, branch=1).id, TOM)
    sees = {}
    for role, branch in ((Role.OPERATOR, 1), (Role.OPERATOR, 2), (Role.ACCOUNTANT, 1)):
        desk = agency.at(agency.hired(f"{role} {branch}", role, branch))
        [seen] = companions_of(desk, emily.id).companions
        sees[role, branch] = seen.sees_passport
    assert sees == {
        (Role.OPERATOR, 1): True,
        (Role.OPERATOR, 2): False,
        (Role.ACCOUNTANT, 1): False,
    }
    guide = agency.at(agency.hired("Guide", Role.GUIDE))
    with pytest.raises(Forbidden):
        companions_of(guide, emily.id)


def test_two_files_that_knew_one_person_show_one_and_each_its_own_when_they_part(agency: Agency) -> None:
    emily, again = agency.file("Emily"), agency.file("Emily G.")
    own, hers = agency.deal(emily), agency.deal(again)
    enter_traveller(agency.desk, own.id, TOM)
    enter_traveller(agency.desk, own.id, replace(TOM, name="Ann Green", passport="EF7654321"))
    enter_traveller(agency.desk, hers.id, replace(TOM, passport="CD7654321", passport_expires=LATER))
    merge = merge_clients(agency.desk, again.id, emily.id)
    assert {(one.name, one.passport) for one in shown(agency, emily)} == {
        ("Tom Green", "CD7654321"),
        ("Ann Green", "EF7654321"),
    }
    assert "CD7654321" not in str(merge.took)
    since = agency.deal(emily)
    enter_traveller(agency.desk, since.id, replace(TOM, name="Vera Green", passport="GH7654321"))

    take_apart(agency.desk, merge.id)
    assert {(one.name, one.passport) for one in shown(agency, emily)} == {
        ("Tom Green", "AB1234567"),
        ("Ann Green", "EF7654321"),
        ("Vera Green", "GH7654321"),
    }
    assert [(one.name, one.passport) for one in shown(agency, again)] == [("Tom Green", "CD7654321")]


def test_thirty_companions_stand_on_pages_the_last_first(agency: Agency) -> None:
    emily = agency.file("Emily")
    for number in range(30):
        name = f"Guest {'bcdfghklmn'[number % 10]}{'aeo'[number // 10]}"
        add_companion(agency.desk, emily.id, replace(TOLD, name=name))
    pages = [companions_of(agency.desk, emily.id, 5, page * 5).companions for page in range(7)]
    assert [len(page) for page in pages] == [5, 5, 5, 5, 5, 5, 0]
    assert pages[0][0].companion.name == "Guest no"
