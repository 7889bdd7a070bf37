"""Families: proposed from a journey and a surname, joined by somebody, left with one tap; and what a merge does to them."""

from dataclasses import replace
from datetime import date

import pytest

from domain.entities.clients import Client
from domain.entities.families import WhyKin
from domain.entities.particulars import Particulars
from domain.entities.people import Role
from domain.entities.travellers import Relation
from domain.queries.families import family_of, proposals_open, two_of_family
from domain.usecases.clients.merging import merge_clients, take_apart
from domain.usecases.families.joining import join_family, leave_family, no_family
from domain.usecases.travellers.travellers import enter_traveller
from domain.values.refusals import Forbidden, Refusal
from domain.values.surnames import share_surname
from tests.domain.test_merging import Agency

BORN, EXPIRES = date(1985, 5, 17), date(2034, 5, 17)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Anna Petrova", "Ivan Petrov", True),
        ("Анна Иванова", "Ivan Ivanov", True),
        ("Петров Иван Иванович", "Anna Petrova", True),
        ("PETROVA ANNA", "Petrov Ivan", True),
        ("Anna Kovacs", "Peter Kovacs", True),
        ("Анна Достоевская", "Fedor Dostoevsky", True),
        ("Мария Толстая", "Лев Толстой", True),
        ("Anna Nováková", "Petr Novák", True),
        ("Maria Papadopoulou", "Dimitris Papadopoulos", True),
        ("Wang Wei", "WANG FANG", True),
        ("王美", "王伟", True),
        ("Irina Schmidt", "Anton Schmidt", True),
        ("Anna Petrova", "Anna Ivanova", False),
        ("Li Mei", "Zhang Mei", False),
        ("Maria Schmidt", "Maria Garcia", False),
        ("Ivan Petrovich", "Petr Petrovich", False),
        ("Anna", "Anna", False),
        ("", "Anna Petrova", False),
    ],
)
def test_a_surname_is_one_up_to_its_ending(one: str, other: str, same: bool) -> None:  # noqa: FBT001
    assert share_surname([one], [other]) is share_surname([other], [one]) is same


class Kin(Agency):
    """Rosa, who travels with Petar; both have files."""

    def __init__(self) -> None:
        super().__init__()
        self.rosa, self.petar = self.file("Rosa Ivanova"), self.file("Petar")

    def goes(
        self,
        client: Client,
        name: str,
        relation: Relation = Relation.SELF,
        number: str = "AB1",
        **more: object,
    ) -> None:
        deal = self.deal(client, **more)
        enter_traveller(self.desk, deal.id, Particulars(relation, name, BORN, f"{number}2345", EXPIRES))

    @property
    def proposed(self) -> list[tuple[int, int, WhyKin | None]]:
        found = proposals_open(self.desk)
        return [(one.first.id, one.second.id, one.proposal.why if one.proposal else None) for one in found]

    def family(self, client: Client) -> list[Client]:
        return [*family_of(self.desk, client.id).others]


@pytest.fixture
def kin() -> Kin:
    return Kin()


def test_whoever_travelled_with_the_other_is_proposed_by_passport_in_either_order(kin: Kin) -> None:
    kin.goes(kin.petar, "Petar Ivanov")
    kin.goes(kin.rosa, "Petar Ivanov", Relation.SPOUSE)
    assert kin.proposed == [(kin.rosa.id, kin.petar.id, WhyKin.ALONG)]
    vera = kin.file("Vera")
    kin.goes(kin.rosa, "Vera Ivanova", Relation.CHILD, "VI1")
    kin.goes(vera, "Vera Ivanova", number="VI1")
    assert kin.proposed[0] == (kin.rosa.id, vera.id, WhyKin.ALONG)
    assert kin.family(kin.rosa) == [], "nobody is joined by it"


def test_by_name_and_birthday_too_and_not_without_the_surname(kin: Kin) -> None:
    kin.goes(kin.petar, "Petar Ivanov")
    kin.goes(kin.rosa, "Ivanov Petar", Relation.SPOUSE, "CD1")
    assert len(kin.proposed) == 1
    friend = kin.file("Vera Koleva")
    kin.goes(friend, "Vera Koleva", number="VK1")
    kin.goes(kin.rosa, "Vera Koleva", Relation.OTHER, "VK1")
    assert len(kin.proposed) == 1


def test_of_those_on_one_trip_they_are_proposed_who_have_one_surname(kin: Kin) -> None:
    trip, vera = kin.trip(), kin.file("Vera Koleva")
    for number, client in enumerate((kin.rosa, vera, kin.petar)):
        name = {kin.petar: "Petar Ivanov"}.get(client, client.name)
        kin.goes(client, name, number=f"N{number}", trip=trip)
    assert kin.proposed == [(kin.rosa.id, kin.petar.id, WhyKin.TRIP)]


def test_joined_left_and_never_proposed_again(kin: Kin) -> None:
    kin.goes(kin.petar, "Petar Ivanov")
    kin.goes(kin.rosa, "Petar Ivanov", Relation.SPOUSE)
    join_family(kin.desk, kin.petar.id, kin.rosa.id)
    assert kin.family(kin.rosa) == [kin.petar]
    assert kin.proposed == []
    assert two_of_family(kin.desk, kin.rosa.id, kin.petar.id).together
    vera = kin.file("Vera Ivanova")
    join_family(kin.desk, kin.rosa.id, vera.id)
    assert kin.family(vera) == [kin.rosa, kin.petar]

    leave_family(kin.desk, kin.petar.id)
    assert kin.family(kin.petar) == []
    assert kin.family(kin.rosa) == [vera]
    kin.goes(kin.rosa, "Petar Ivanov", Relation.SPOUSE)
    assert kin.proposed == []
    with pytest.raises(Refusal, match="in_no_family"):
        leave_family(kin.desk, kin.petar.id)
    leave_family(kin.desk, vera.id)
    assert kin.family(kin.rosa) == [], "nobody is a family alone"
    assert kin.records.families.of(kin.rosa) is None
    assert kin.whats(kin.petar)[0] == "family_left"
    assert "family_left_by" in kin.whats(kin.rosa)
    join_family(kin.desk, kin.petar.id, kin.rosa.id)
    assert kin.family(kin.rosa) == [kin.petar], "whoever thinks better of it joins them by hand"


def test_whoever_left_is_not_proposed_to_those_of_whom_nothing_was_noticed_before(kin: Kin) -> None:
    vera = kin.file("Vera Ivanova")
    join_family(kin.desk, kin.rosa.id, kin.petar.id)
    join_family(kin.desk, kin.rosa.id, vera.id)
    leave_family(kin.desk, kin.petar.id)
    kin.goes(vera, "Petar Ivanov", Relation.OTHER)
    kin.goes(kin.petar, "Petar Ivanov")
    assert kin.proposed == []


def test_said_to_be_none_they_are_not_proposed_again(kin: Kin) -> None:
    kin.goes(kin.petar, "Petar Ivanov")
    kin.goes(kin.rosa, "Petar Ivanov", Relation.SPOUSE)
    no_family(kin.desk, kin.rosa.id, kin.petar.id)
    kin.goes(kin.rosa, "Petar Ivanov", Relation.SPOUSE)
    assert kin.proposed == []
    assert kin.whats(kin.rosa)[0] == kin.whats(kin.petar)[0] == "no_family"


def test_two_families_that_are_joined_are_one(kin: Kin) -> None:
    vera, emil = kin.file("Vera Ivanova"), kin.file("Emil Ivanov")
    join_family(kin.desk, kin.rosa.id, kin.petar.id)
    join_family(kin.desk, vera.id, emil.id)
    join_family(kin.desk, emil.id, kin.rosa.id)
    assert {*kin.family(vera)} == {kin.rosa, kin.petar, emil}


def test_two_members_that_become_one_file_are_one_member_and_two_again(kin: Kin) -> None:
    vera = kin.file("Vera Ivanova")
    join_family(kin.desk, kin.rosa.id, kin.petar.id)
    join_family(kin.desk, kin.rosa.id, vera.id)
    merge = merge_clients(kin.desk, vera.id, kin.petar.id)
    assert kin.family(kin.rosa) == [kin.petar]
    take_apart(kin.desk, merge.id)
    assert {*kin.family(kin.rosa)} == {kin.petar, vera}


def test_a_file_keeps_its_family_when_one_of_another_or_of_none_becomes_one_with_it(kin: Kin) -> None:
    vera, emil, ana = (kin.file(name) for name in ("Vera", "Emil", "Ana"))
    join_family(kin.desk, kin.rosa.id, kin.petar.id)
    join_family(kin.desk, vera.id, emil.id)
    merge = merge_clients(kin.desk, vera.id, kin.petar.id)
    assert (kin.family(kin.petar), kin.family(emil)) == ([kin.rosa], [])
    take_apart(kin.desk, merge.id)
    assert (kin.family(emil), kin.family(kin.petar)) == ([vera], [kin.rosa])
    merge = merge_clients(kin.desk, vera.id, ana.id)
    assert kin.family(emil) == [ana]
    take_apart(kin.desk, merge.id)
    assert (kin.family(emil), kin.family(ana)) == ([vera], [])


def test_a_proposal_of_a_file_left_behind_goes_over_and_comes_back(kin: Kin) -> None:
    kin.goes(kin.petar, "Petar Ivanov")
    kin.goes(kin.rosa, "Petar Ivanov", Relation.SPOUSE)
    ana = kin.file("Ana")
    merge = merge_clients(kin.desk, kin.petar.id, ana.id)
    assert [one[:2] for one in kin.proposed] == [(kin.rosa.id, ana.id)]
    take_apart(kin.desk, merge.id)
    assert [one[:2] for one in kin.proposed] == [(kin.rosa.id, kin.petar.id)]


@pytest.mark.parametrize("role", [Role.ACCOUNTANT, Role.GUIDE])
def test_others_join_nobody(kin: Kin, role: Role) -> None:
    desk = replace(kin.at(kin.hired("Other", role)))
    for act in (join_family, no_family):
        with pytest.raises(Forbidden):
            act(desk, kin.rosa.id, kin.petar.id)
    with pytest.raises(Forbidden):
        leave_family(desk, kin.rosa.id)
