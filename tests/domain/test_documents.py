"""Papers: who may bring and check them, what counts once, and who hears of it."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial

import pytest

from domain.entities.clients import Client
from domain.entities.deals import Deal
from domain.entities.documents import DocumentKind
from domain.entities.files import SentFile
from domain.entities.people import Person, Role, StaffMember
from domain.ports.desk import Actor, Desk
from domain.usecases.documents.documents import (
    accept_document,
    assign,
    reject_document,
    send_document,
)
from domain.values.language import Language
from domain.values.refusals import Refusal
from tests.domain.one_deal import AGENCY
from tests.domain.one_deal import NOW as NOON
from tests.memory import memory
from tests.things import enter, eur

PHOTO = SentFile("file", "unique", "photo.jpg", "image/jpeg", 1000, is_photo=True)


def other(mark: str) -> SentFile:
    return replace(PHOTO, source=mark, source_key=mark)


class Office:
    """Anna with a deal for two, Boris who leads it, Ivan who counts money; each with a desk of their own."""

    def __init__(self) -> None:
        self.memory = memory()
        anna, boris, ivan, eve = (
            Person(n, name, None, Language.ENGLISH, NOON)
            for n, name in enumerate(("Anna", "Boris", "Ivan", "Eve"), 1)
        )
        self.client = Client("Anna", None, NOON, anna)
        self.memory.clients.add(self.client)
        self.boris = StaffMember(boris, "Boris", Role.MANAGER, NOON)
        accountant = StaffMember(ivan, "Ivan", Role.ACCOUNTANT, NOON)
        for member in (self.boris, accountant):
            self.memory.staff.add(member)
        self.deal = self.a_deal()
        self.anna = self.desk(Actor(anna, client=self.client))
        self.at_boris = self.desk(Actor(boris, staff=self.boris))
        self.ivan = self.desk(Actor(ivan, staff=accountant))
        self.eve = self.desk(Actor(eve))

    def a_deal(self) -> Deal:
        deal = Deal(
            self.client, "Vienna", 2, eur(600), eur(200), NOON, responsible=self.boris, step_since=NOON
        )
        self.memory.deals.add(deal)
        for name in ("Anna", "Ada"):
            enter(deal, name, None, NOON)
        self.memory.flush()
        return deal

    def desk(self, actor: Actor) -> Desk:
        return Desk(actor, NOON, self.memory, AGENCY, lambda: "")


def refused(kind: str, act: Callable[[], object]) -> None:
    with pytest.raises(Refusal) as caught:
        act()
    assert caught.value.kind == kind


def test_the_same_file_counts_once_for_each_traveller() -> None:
    def work(office: Office) -> None:
        desk, deal = office.anna, office.deal
        anna, ada = (one.id for one in deal.party)
        first = send_document(desk, deal.id, PHOTO, anna)
        assert send_document(desk, deal.id, PHOTO, anna) is first
        assert send_document(desk, deal.id, PHOTO, None) is first
        both = send_document(desk, deal.id, PHOTO, ada)
        assert both is not first
        assert deal.without_passport == []
        reject_document(office.at_boris, first.id, "blurred")
        refused("same_file_rejected", lambda: send_document(desk, deal.id, PHOTO, anna))
        assert [one.name for one in deal.without_passport] == ["Anna"]
        assert deal.sent_before(PHOTO) is both

    work(Office())


def test_only_whose_deal_it_is_and_who_serves_them() -> None:
    def work(office: Office) -> None:
        number = office.deal.id
        refused("not_found", lambda: send_document(office.eve, number, PHOTO, None))
        refused("not_found", lambda: send_document(office.anna, 99_999, PHOTO, None))
        refused("forbidden", lambda: send_document(office.ivan, number, PHOTO, None))
        paper = send_document(office.at_boris, number, PHOTO, office.deal.party[0].id)
        for desk in (office.eve, office.anna, office.ivan):
            refused("forbidden", partial(accept_document, desk, paper.id))
            refused("forbidden", partial(reject_document, desk, paper.id, "blurred"))
        refused("not_found", lambda: assign(office.eve, [paper.id], number, None))
        accept_document(office.at_boris, paper.id)
        assert paper.checked_by is office.boris

    work(Office())


def test_checked_once() -> None:
    def work(office: Office) -> None:
        paper = send_document(office.anna, office.deal.id, PHOTO, office.deal.party[0].id)
        accept_document(office.at_boris, paper.id)
        refused("document_checked", lambda: reject_document(office.at_boris, paper.id, "blurred"))
        refused("document_checked", lambda: assign(office.anna, [paper.id], office.deal.id, None))
        assert not office.deal.all_accepted
        second = send_document(office.anna, office.deal.id, other("b"), office.deal.party[1].id)
        accept_document(office.at_boris, second.id)
        assert office.deal.all_accepted

    work(Office())


def test_nobodys_paper_is_assigned_before_it_is_accepted() -> None:
    def work(office: Office) -> None:
        first, second = office.deal, office.a_deal()
        paper = send_document(office.anna, first.id, PHOTO, None)
        refused("document_of_nobody", lambda: accept_document(office.at_boris, paper.id))
        assign(office.anna, [paper.id], second.id, second.party[0].id)
        office.memory.flush()
        assert paper.deal is second
        assert (first.documents, second.documents) == ([], [paper])
        assert office.memory.documents.get(paper.id).deal.id == second.id
        assign(office.anna, [paper.id], second.id, None)
        assert paper.kind is DocumentKind.OTHER
        accept_document(office.at_boris, paper.id)

    work(Office())


def test_papers_of_a_cancelled_traveller_are_nobodys_business() -> None:
    def work(office: Office) -> None:
        deal = office.deal
        one = deal.party[0]
        send_document(office.anna, deal.id, PHOTO, one.id)
        one.cancelled_at = NOON
        assert deal.to_check == []
        refused("traveller_cancelled", lambda: send_document(office.anna, deal.id, other("b"), one.id))

    work(Office())


def test_nothing_comes_into_a_closed_deal() -> None:
    def work(office: Office) -> None:
        paper = send_document(office.anna, office.deal.id, PHOTO, None)
        office.deal.lose("changed_plans", NOON)
        refused("deal_closed", lambda: send_document(office.anna, office.deal.id, other("b"), None))
        refused("deal_closed", lambda: accept_document(office.at_boris, paper.id))

    work(Office())


@pytest.mark.parametrize(
    ("file", "kind"),
    [
        (replace(PHOTO, size=20 * 1024 * 1024 + 1), "file_too_big"),
        (replace(PHOTO, mime="application/x-msdownload"), "file_type_not_taken"),
    ],
)
def test_what_is_not_taken(file: SentFile, kind: str) -> None:
    office = Office()
    refused(kind, lambda: send_document(office.anna, office.deal.id, file, None))


def test_no_passport_number_in_the_history() -> None:
    def work(office: Office) -> None:
        paper = send_document(office.anna, office.deal.id, PHOTO, office.deal.party[0].id)
        reject_document(office.at_boris, paper.id, "The number is wrong")
        office.memory.flush()
        entries = office.memory.history.of("deal", office.deal.id)
        assert [entry.what for entry in entries] == ["document_rejected", "document_sent"]
        assert "AB1234567" not in str([entry.facts for entry in entries])

    work(Office())
