"""Companions: who of those a file knows a traveller is, what of them is newer, and what two joined files show."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.entities.clients import Client
from domain.entities.companions import Circle, Companion, Learnt, newest_of, overlapping
from domain.entities.travellers import Relation, Traveller
from domain.values.names import same_name

NOW = datetime(2027, 3, 1, 10, tzinfo=UTC)
CLIENT = Client("Emily", None, NOW)
BORN, OTHER_DAY = date(1985, 5, 17), date(1990, 1, 1)
UNTIL, LATER = date(2029, 1, 1), date(2036, 1, 1)


def somebody(
    name: str = "Tom Green",
    born_on: date | None = BORN,
    passport: str | None = "AB1234567",
    expires: date | None = UNTIL,
    relation: Relation = Relation.CHILD,
) -> Traveller:
    return Traveller(relation, name, born_on, passport, expires)


def known(*travellers: Traveller) -> tuple[Circle, list[Companion]]:
    """A circle that has learnt of these, each on a deal of their own."""
    circle, found = Circle(CLIENT, []), []
    for one in travellers:
        learnt = circle.learn(one, [one], NOW)
        if learnt.is_new:
            found.append(learnt.companion)
    return circle, found


def learnt(circle: Circle, told: Traveller, *others: Traveller) -> Learnt:
    return circle.learn(told, [told, *others], NOW + timedelta(days=400))


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Anna Petrova", "PETROVA ANNA", True),
        ("Анна Петрова", "Anna Petrova", True),
        ("Anna-Maria Petrova", "Anna Maria Petrova", True),
        ("李美", "李美", True),
        ("Anna", "Anna Petrova", False),
        ("Anna Anna", "Anna Petrova", False),
        ("Anna Petrova", "Anna Ivanova", False),
        ("", "", False),
    ],
)
def test_names_are_the_same_in_any_order_and_script(one: str, other: str, same: bool) -> None:  # noqa: FBT001
    assert same_name(one, other) is same_name(other, one) is same


def test_who_goes_first_is_new_and_the_second_time_known() -> None:
    circle, [tom] = known(somebody())
    again = learnt(circle, somebody())
    assert (again.companion, again.is_new, again.renewed) == (tom, False, False)
    assert tom.renewed_at == NOW + timedelta(days=400)


def test_a_newer_passport_takes_the_place_of_an_older_one_and_never_the_other_way() -> None:
    circle, [tom] = known(somebody())
    assert learnt(circle, somebody("Thomas Green", passport="ZZ1", expires=LATER)).is_new, "who is Thomas?"
    assert learnt(circle, somebody(passport="CD7654321", expires=LATER)).renewed
    assert (tom.passport, tom.passport_expires) == ("CD7654321", LATER)
    assert not learnt(circle, somebody()).renewed
    assert (tom.passport, tom.passport_expires) == ("CD7654321", LATER)
    assert not learnt(circle, somebody(passport="EF1", expires=None)).renewed, "nobody knows until when"
    assert tom.passport == "CD7654321"


def test_the_same_passport_told_again_corrects_the_rest() -> None:
    circle, [tom] = known(somebody(born_on=date(1958, 5, 17)))
    learnt(circle, somebody(expires=LATER))
    assert (tom.born_on, tom.passport_expires) == (BORN, LATER)
    learnt(circle, somebody("Tom Brown"))
    assert tom.name == "Tom Brown", "by passport and birthday"


def test_what_is_missing_is_filled_in() -> None:
    circle, [tom] = known(somebody(born_on=None, passport=None, expires=None))
    assert tom.is_bare
    learnt(circle, somebody())
    assert (tom.born_on, tom.passport) == (BORN, "AB1234567")
    assert not learnt(circle, somebody(born_on=None, passport=None, expires=None)).is_new
    assert tom.passport == "AB1234567"


def test_what_is_doubtful_is_one_more_and_writes_nothing_over() -> None:
    circle, [tom] = known(somebody())
    for doubtful in (
        somebody("Ann Green", OTHER_DAY),  # a slip in the number
        somebody(born_on=OTHER_DAY, passport="CD7654321"),  # a namesake
        somebody(born_on=None, passport="CD7654322"),
    ):
        assert learnt(circle, doubtful).is_new
    assert (tom.name, tom.born_on, tom.passport) == ("Tom Green", BORN, "AB1234567")


def test_twins_of_one_name_are_two() -> None:
    one, other = somebody(), somebody(passport="CD7654321")
    circle = Circle(CLIENT, [])
    first, second = circle.learn(one, [one], NOW), circle.learn(other, [one, other], NOW)
    assert first.is_new
    assert second.is_new
    for twin, its in ((one, first), (other, second)):
        assert circle.learn(twin, [one, other], NOW).companion is its.companion
    third = somebody(passport="EF7654321", expires=LATER)
    assert circle.learn(third, [third], NOW).is_new, "which of them has a new passport?"


def test_two_who_were_entered_with_one_number_are_two() -> None:
    tom, ann = somebody(), somebody("Ann Green")
    circle = Circle(CLIENT, [])
    assert circle.learn(tom, [tom, ann], NOW).companion is not circle.learn(ann, [tom, ann], NOW).companion


def test_there_is_one_client_however_they_are_spelt() -> None:
    circle, [emily] = known(somebody("Emily Green", relation=Relation.SELF))
    spelt = somebody("Эмилия Грин", passport="CD7654321", expires=LATER, relation=Relation.SELF)
    assert learnt(circle, spelt).companion is emily
    somebody_else = somebody("Vera", OTHER_DAY, "EF7654321", relation=Relation.SELF)
    assert learnt(circle, somebody_else).is_new


def test_who_somebody_is_to_the_client_is_learnt_once() -> None:
    circle, [tom] = known(somebody(relation=Relation.OTHER))
    learnt(circle, somebody(relation=Relation.CHILD))
    learnt(circle, somebody(relation=Relation.SPOUSE))
    assert tom.relation is Relation.CHILD


PEOPLE = st.builds(
    somebody,
    st.sampled_from(["Tom Green", "Green Tom", "Ann Green", "Том Грин"]),
    st.sampled_from([None, BORN, OTHER_DAY]),
    st.sampled_from([None, "AB1234567", "CD7654321", "EF7654321"]),
    st.sampled_from([None, UNTIL, LATER]),
    st.sampled_from(Relation),
)


@given(st.lists(PEOPLE, max_size=12))
def test_a_passport_is_never_older_than_before_and_nobody_else_is_touched(people: list[Traveller]) -> None:
    circle, companions = Circle(CLIENT, []), list[Companion]()
    for told in people:
        before = {one: (one.passport, one.passport_expires, one.born_on) for one in companions}
        came = circle.learn(told, [told], NOW)
        if came.is_new:
            companions.append(came.companion)
        for one, (passport, expires, born_on) in before.items():
            if one is not came.companion:
                assert (one.passport, one.passport_expires, one.born_on) == (passport, expires, born_on)
            elif passport is not None and one.passport != passport and expires is not None:
                assert one.passport_expires is not None
                assert one.passport_expires > expires
            assert one.passport is not None or passport is None


@given(st.lists(PEOPLE, max_size=8))
def test_to_be_told_the_same_again_changes_nothing(people: list[Traveller]) -> None:
    """So travellers may be carried over twice."""
    circle = Circle(CLIENT, [])
    for told in people:
        circle.learn(told, [told], NOW)
        again = circle.learn(told, [told], NOW)
        assert not again.renewed
        assert not again.is_new


def companion(name: str, born_on: date | None, passport: str | None, expires: date = UNTIL) -> Companion:
    return Companion(CLIENT, Relation.OTHER, name, NOW, born_on, passport, expires)


def test_of_two_joined_files_each_person_is_one() -> None:
    tom, again = companion("Tom", BORN, "AB1"), companion("Tom", BORN, "CD1", LATER)
    ann, namesake = companion("Ann", BORN, "EF1"), companion("Ann", OTHER_DAY, "GH1")
    renamed, before = companion("Vera Brown", BORN, "IJ1"), companion("Vera Green", BORN, "IJ1")
    found = overlapping([tom, ann, renamed], [namesake, again, before])
    assert found == [(tom, again), (renamed, before)]
    assert newest_of(tom, again) is newest_of(again, tom) is again
