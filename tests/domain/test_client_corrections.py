"""What is known of a client is corrected by colleagues and told by the client; each change stands in the history."""

from dataclasses import replace
from datetime import date

import pytest

from domain.entities.branches import Branch
from domain.entities.client_facts import Board
from domain.entities.merging import Why
from domain.entities.particulars import Particulars
from domain.entities.people import Role
from domain.entities.travellers import Relation
from domain.ports.desk import Actor
from domain.queries.client_facts import facts_of, keepers_to_choose
from domain.usecases.clients.facts import change_fact, change_tags, tell_fact
from domain.usecases.staff.staffing import speak
from domain.usecases.travellers.travellers import enter_traveller
from domain.values.language import Language
from domain.values.refusals import Forbidden, NotFound, Refusal
from tests.domain.test_merging import Agency


@pytest.fixture
def agency() -> Agency:
    return Agency()


def test_a_colleague_corrects_what_the_client_told(agency: Agency) -> None:
    rosa = agency.file("Rosa", None, agency.person("Rosa"))
    assert rosa.person is not None
    tell_fact(agency.in_chat(rosa.person, rosa), "email", "Rosa@Example.com")
    assert (rosa.email, rosa.told) == ("rosa@example.com", ("email",))

    change_fact(agency.desk, rosa.id, "email", "rosa@travel.example")

    assert (rosa.email, rosa.told) == ("rosa@travel.example", ())
    [corrected, told] = agency.records.history.of("client", rosa.id, 9)
    assert corrected.facts == {
        "fact": "email",
        "fact_was": ["email", "rosa@example.com"],
        "fact_is": ["email", "rosa@travel.example"],
    }
    assert (corrected.actor, told.actor) == ("Boris", "Rosa")


def test_the_history_does_not_say_what_is_sealed(agency: Agency) -> None:
    rosa = agency.file("Rosa")
    change_fact(agency.desk, rosa.id, "needs", "no nuts")
    change_fact(agency.desk, rosa.id, "address", "Oak street 5")
    told = [(one.what, one.facts) for one in agency.records.history.of("client", rosa.id, 9)]
    assert told == [("fact_hidden", {"fact": "address"}), ("fact_hidden", {"fact": "needs"})]


def test_what_stays_as_it_is_is_no_change(agency: Agency) -> None:
    rosa = agency.file("Rosa")
    for _ in range(2):
        change_fact(agency.desk, rosa.id, "board", "half")
    assert rosa.board is Board.HALF
    assert agency.whats(rosa) == ["fact_changed"]
    change_fact(agency.desk, rosa.id, "board", None)
    assert rosa.board is None


def test_everybody_has_a_name(agency: Agency) -> None:
    rosa = agency.file("Rosa")
    with pytest.raises(Refusal) as refusal:
        change_fact(agency.desk, rosa.id, "name", None)
    assert refusal.value.kind == "nothing_written"
    change_fact(agency.desk, rosa.id, "name", "Rosa Ivanova")
    assert agency.records.clients.search("Ivanova") == [rosa]


def test_tags_are_added_and_taken_away(agency: Agency) -> None:
    rosa = agency.file("Rosa")
    change_tags(agency.desk, rosa.id, ["#VIP", "family"])
    change_tags(agency.desk, rosa.id, ["school"], ["vip"])
    assert rosa.tags == ("family", "school")
    assert agency.records.clients.search("#sch") == [rosa]


def test_who_recommended_them_is_somebody_else(agency: Agency) -> None:
    rosa, vera = agency.file("Rosa"), agency.file("Vera")
    with pytest.raises(Refusal) as refusal:
        change_fact(agency.desk, rosa.id, "referred_by", rosa.id)
    assert refusal.value.kind == "recommended_by_themselves"
    change_fact(agency.desk, rosa.id, "referred_by", vera.id)
    assert facts_of(agency.desk, rosa.id).referrer is vera


def test_who_looks_after_them_works_with_clients(agency: Agency) -> None:
    rosa, gosho = agency.file("Rosa"), agency.hired("Gosho", Role.GUIDE)
    with pytest.raises(Refusal) as refusal:
        change_fact(agency.desk, rosa.id, "responsible", gosho.id)
    assert refusal.value.kind == "cannot_look_after"
    mila = agency.hired("Mila", Role.ACCOUNTANT)
    change_fact(agency.desk, rosa.id, "responsible", mila.id)
    assert facts_of(agency.desk, rosa.id).responsible is mila
    assert keepers_to_choose(agency.desk) == [agency.boris, mila]


def test_whoever_is_bound_to_a_branch_gives_a_client_to_that(agency: Agency) -> None:
    varna, burgas = Branch("Varna", agency.desk.now), Branch("Burgas", agency.desk.now)
    for branch in (varna, burgas):
        agency.records.branches.add(branch)
    agency.records.flush()
    rosa, desk = agency.file("Rosa"), agency.at(agency.hired("Mila", Role.MANAGER, varna.id))
    with pytest.raises(NotFound):
        change_fact(desk, rosa.id, "branch", burgas.id)
    change_fact(desk, rosa.id, "branch", varna.id)
    assert facts_of(desk, rosa.id).branch == "Varna"


def test_an_accountant_reads_and_does_not_change(agency: Agency) -> None:
    rosa, desk = agency.file("Rosa"), agency.at(agency.hired("Ivan", Role.ACCOUNTANT))
    with pytest.raises(Forbidden):
        change_fact(desk, rosa.id, "stars", 3)
    known = facts_of(desk, rosa.id)
    assert [known.shown(key) for key in ("stars", "needs", "address")] == [True, False, False]


def test_a_client_tells_of_themselves_what_is_theirs_to_tell(agency: Agency) -> None:
    rosa = agency.file("Rosa", None, agency.person("Rosa"))
    assert rosa.person is not None
    desk = agency.in_chat(rosa.person, rosa)
    with pytest.raises(NotFound):
        tell_fact(desk, "stars", 5)
    with pytest.raises(NotFound):
        tell_fact(replace(desk, actor=Actor(rosa.person)), "email", "rosa@example.com")
    tell_fact(desk, "born_on", date(1985, 5, 17))
    assert [*rosa.told] == ["born_on"]
    tell_fact(desk, "born_on", None)
    assert rosa.born_on is None
    assert [*rosa.told] == []


def test_the_same_address_is_noticed(agency: Agency) -> None:
    rosa, vera = agency.file("Rosa"), agency.file("Vera")
    change_fact(agency.desk, rosa.id, "email", "home@example.com")
    change_fact(agency.desk, vera.id, "email", "home@example.com")
    [doubt] = agency.records.doubts.open()
    assert (doubt.files, doubt.why) == ((rosa.id, vera.id), Why.EMAIL)


def test_the_same_name_and_birthday_is_noticed(agency: Agency) -> None:
    rosa, again = agency.file("Rosa Ivanova"), agency.file("Ivanova Rosa")
    for one in (rosa, again):
        change_fact(agency.desk, one.id, "born_on", date(1985, 5, 17))
    [doubt] = agency.records.doubts.open()
    assert (doubt.files, doubt.why) == ((rosa.id, again.id), Why.BIRTHDAY)


def test_what_is_entered_of_the_client_as_a_traveller_is_known(agency: Agency) -> None:
    rosa = agency.file("Роза Иванова", None, agency.person("Rosa"))
    deal = agency.deal(rosa)
    assert rosa.person is not None
    told = Particulars(Relation.SELF, "Rosa Ivanova", date(1985, 5, 17), "AB1234567", date(2035, 1, 1))
    enter_traveller(agency.in_chat(rosa.person, rosa), deal.id, told)
    assert (rosa.latin_name, rosa.born_on) == ("Rosa Ivanova", date(1985, 5, 17))
    assert rosa.told == ("born_on", "latin_name")


def test_what_a_colleague_enters_of_others_says_nothing_of_the_client(agency: Agency) -> None:
    rosa = agency.file("Rosa")
    deal = agency.deal(rosa)
    rosa.born_on = date(1980, 1, 1)
    child = Particulars(Relation.CHILD, "Mila", date(2015, 5, 17), "AB1234567", date(2035, 1, 1))
    own = Particulars(Relation.SELF, "Rosa Ivanova", date(1985, 5, 17), "AB1234568", date(2035, 1, 1))
    for told in (child, own):
        enter_traveller(agency.desk, deal.id, told)
    assert (rosa.latin_name, rosa.born_on, rosa.told) == ("Rosa Ivanova", date(1980, 1, 1), ())


def test_a_colleague_says_how_a_client_is_addressed_until_the_client_chooses(agency: Agency) -> None:
    rosa = agency.file("Rosa")
    assert (rosa.addressed_in, rosa.told) == (None, ())
    change_fact(agency.desk, rosa.id, "language", "zh")
    assert rosa.addressed_in == Language.CHINESE

    rosa.person = agency.person("Rosa")
    rosa.speak_as_noted()
    assert rosa.person.language == Language.CHINESE
    change_fact(agency.desk, rosa.id, "language", "ru")
    assert (rosa.person.language, rosa.told) == (Language.RUSSIAN, ())

    speak(agency.in_chat(rosa.person, rosa), Language.BULGARIAN)
    assert (rosa.addressed_in, rosa.told) == (Language.BULGARIAN, ("language",))
    with pytest.raises(Refusal, match="settled_by_client"):
        change_fact(agency.desk, rosa.id, "language", "en")
    rosa.speak_as_noted()
    assert (rosa.person.language, rosa.addressed_in) == (Language.BULGARIAN, Language.BULGARIAN)


def test_a_colleague_who_is_a_client_too_reads_on_in_their_own_language(agency: Agency) -> None:
    file = agency.file("Boris", None, agency.boris.person)
    change_fact(agency.desk, file.id, "language", "zh")
    assert agency.boris.person.language is Language.ENGLISH


def test_what_somebody_is_called_on_telegram_is_for_telegram_to_tell(agency: Agency) -> None:
    rosa = agency.file("Rosa", None, agency.person("Rosa"))
    with pytest.raises(Refusal, match="settled_in_telegram"):
        change_fact(agency.desk, rosa.id, "username", "rosa")
