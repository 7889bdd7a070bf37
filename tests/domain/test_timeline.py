"""The timeline of a client: all that was between us, newest first, in pages that lead both ways."""

from dataclasses import replace

import pytest

from domain.entities.history import HistoryEntry
from domain.entities.interactions import Sent, Source
from domain.entities.notes import NoteKind
from domain.entities.people import Role
from domain.entities.timeline import KINDS, TOLD_AS
from domain.ports.desk import Desk
from domain.queries.history import history_page
from domain.queries.timeline import kinds_read, timeline, timeline_entry
from domain.usecases.clients.merging import merge_clients
from domain.usecases.clients.messages import ask_agency, note_call, take_back
from domain.usecases.interactions.editing import edit_said
from domain.usecases.interactions.noting import call_it, note_down
from domain.values.refusals import Forbidden, NotFound
from tests.domain.test_merging import Agency

MANY = 12


@pytest.fixture
def agency() -> Agency:
    return Agency()


def told(desk: Desk, client: int, kind: str = "", place: int = 0) -> list[str]:
    return [str(one.facts.get("text", one.what)) for one in timeline(desk, client, kind, place).entries]


def test_every_kind_is_told_of_something() -> None:
    assert {kind.key for kind in TOLD_AS.values()} == KINDS.keys()
    assert all(len(key) <= 16 for key in KINDS)


def test_newest_first_and_both_ways(agency: Agency) -> None:
    rosa, vera = agency.file("Rosa"), agency.file("Vera")
    for number in range(MANY):
        note_call(agency.desk, rosa.id, f"call {number}")
        note_call(agency.desk, vera.id, "another's")
    first = timeline(agency.desk, rosa.id)
    assert told(agency.desk, rosa.id) == [f"call {number}" for number in (11, 10, 9, 8, 7)]
    assert first.newer is None
    assert first.older is not None
    second = timeline(agency.desk, rosa.id, "", first.older)
    assert second.older is not None
    last = timeline(agency.desk, rosa.id, "", second.older)
    assert [one.facts["text"] for one in last.entries] == ["call 1", "call 0"]
    assert last.older is None
    assert last.newer is not None
    assert timeline(agency.desk, rosa.id, "", last.newer) == second
    assert second.newer is not None
    assert timeline(agency.desk, rosa.id, "", second.newer) == first


def test_one_kind_alone(agency: Agency) -> None:
    rosa = agency.file("Rosa")
    deal = agency.deal(rosa)
    agency.desk.note("deal", deal.id, "paid", amount="100.00 EUR", method="cash")
    note_call(agency.desk, rosa.id, "rang")
    agency.desk.note("deal", deal.id, "priced")
    assert told(agency.desk, rosa.id) == ["rang", "paid"]
    assert told(agency.desk, rosa.id, "payment") == ["paid"]
    assert told(agency.desk, rosa.id, "call") == ["rang"]
    assert told(agency.desk, rosa.id, "talk") == []
    with pytest.raises(NotFound):
        timeline(agency.desk, rosa.id, "nothing")


def test_a_note_that_was_a_call_is_told_among_the_calls(agency: Agency) -> None:
    rosa = agency.file("Rosa")
    said = note_down(agency.desk, rosa.id, "wants the sea")
    assert told(agency.desk, rosa.id, "note") == ["wants the sea"]
    call_it(agency.desk, said.id, NoteKind.CALL_IN)
    [entry] = timeline(agency.desk, rosa.id, "call").entries
    assert (entry.what, entry.facts["text"]) == ("noted_call", "wants the sea")


def test_what_a_client_took_back_is_hidden_with_all_it_ever_read(agency: Agency) -> None:
    person = agency.person("Rosa")
    rosa = agency.file("Rosa", None, person)
    deal = agency.deal(rosa, responsible=agency.boris)
    staff = agency.desk
    hers = agency.in_chat(person, rosa)
    kept = ask_agency(hers, "When do we leave?", deal=deal.id)
    regretted = ask_agency(hers, "Too dear!", deal=deal.id, sent=Sent(Source(1, 1)))
    edit_said(hers, Source(1, 1), "Much too dear!")
    take_back(hers, regretted.id)

    page = timeline(staff, rosa.id)
    hidden = {
        str(one.facts["text"]): one.id in page.taken_back for one in page.entries if "text" in one.facts
    }
    assert hidden == {kept.text: False, "Too dear!": True, "Much too dear!": True}
    for entry in page.entries:
        assert timeline_entry(staff, rosa.id, entry.id).taken_back is (entry.id in page.taken_back)
    for subject, number in (("client", rosa.id), ("deal", deal.id)):
        read = history_page(staff, subject, number)
        assert "dear" not in str([one.facts for one in read.entries if one.id not in read.taken_back])
        assert kept.text in str([one.facts for one in read.entries if one.id not in read.taken_back])


def test_what_was_said_to_either_file_is_told_of_the_one(agency: Agency) -> None:
    left, kept = agency.file("Rosa"), agency.file("Rosa Ivanova")
    note_call(agency.desk, left.id, "one")
    note_call(agency.desk, kept.id, "two")
    merge_clients(agency.desk, left.id, kept.id)
    assert told(agency.desk, left.id) == told(agency.desk, kept.id) == ["two", "one"]


def test_another_branchs_deals_are_not_told_of(agency: Agency) -> None:
    rosa = agency.file("Rosa")
    ours, theirs = agency.deal(rosa, branch=1), agency.deal(rosa, branch=2)
    for deal in (ours, theirs):
        agency.desk.note("deal", deal.id, "opened")
    mila = agency.at(agency.hired("Mila", Role.MANAGER, 1))
    found: list[HistoryEntry] = [*timeline(mila, rosa.id).entries]
    assert [one.subject_id for one in found] == [ours.id]
    entry = next(one for one in agency.records.history.of("deal", theirs.id))
    with pytest.raises(NotFound):
        timeline_entry(mila, rosa.id, entry.id)


def test_each_reads_what_they_may(agency: Agency) -> None:
    rosa = agency.file("Rosa")
    ivan = agency.at(agency.hired("Ivan", Role.ACCOUNTANT))
    assert "inquiry" not in kinds_read(ivan)
    assert "payment" in kinds_read(ivan)
    with pytest.raises(Forbidden):
        timeline(agency.at(agency.hired("Gosho", Role.GUIDE)), rosa.id)
    with pytest.raises(Forbidden):
        timeline(agency.in_chat(agency.person("Rosa"), rosa), rosa.id)


def test_an_entry_of_somebody_else_is_not_there(agency: Agency) -> None:
    rosa, vera = agency.file("Rosa"), agency.file("Vera")
    note_call(agency.desk, vera.id, "another's")
    note_call(agency.desk, rosa.id, "ours")
    [entry] = timeline(agency.desk, vera.id).entries
    with pytest.raises(NotFound):
        timeline_entry(agency.desk, rosa.id, entry.id)
    assert timeline_entry(replace(agency.desk), vera.id, entry.id).entry is entry
