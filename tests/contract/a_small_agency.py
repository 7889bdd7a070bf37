"""Two branches, three colleagues, two clients, a trip with deals and a line: the same on every implementation."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from domain.entities.branches import Branch
from domain.entities.clients import Client
from domain.entities.deals import Deal
from domain.entities.history import HistoryEntry
from domain.entities.inquiries import Channel, Inquiry, InquiryKind
from domain.entities.interactions import Interaction, Said
from domain.entities.notices import Notice
from domain.entities.payments import Payment, PaymentMethod
from domain.entities.people import Person, Role, StaffMember
from domain.entities.trips import Trip
from domain.entities.waiting import WaitingPlace
from domain.notices.trips import DEPARTURE
from domain.ports.repositories import Repositories
from domain.values.language import Language
from tests.things import OHRID, enter, eur

NOW = datetime(2027, 3, 1, 10, 0, tzinfo=UTC)


def at(minutes: int) -> datetime:
    return NOW + timedelta(minutes=minutes)


class SmallAgency:
    """Its things; everything is flushed."""

    def __init__(self, papers: Repositories) -> None:
        self.papers = papers
        self.plovdiv, self.varna = Branch("Plovdiv", NOW), Branch("Varna", at(1))
        for branch in (self.plovdiv, self.varna):
            papers.branches.add(branch)
        papers.flush()
        self.boris = self._colleague(11, "Boris", Role.MANAGER, self.plovdiv.id)
        self.olga = self._colleague(12, "Olga", Role.OWNER, None)
        self.gone = self._colleague(13, "Gone", Role.MANAGER, self.plovdiv.id)
        self.gone.left_at = NOW
        self.anna = Client("Anna Petrova", "+359888123456", NOW, self._person(21, "Anna"))
        self.pavel = Client("Pavel Ivanov", "+359888765432", at(1))
        for client in (self.anna, self.pavel):
            papers.clients.add(client)
        self.trip = Trip.planned(OHRID, NOW)
        self.later = Trip.planned(
            replace(OHRID, name="Bansko", departs=datetime(2027, 12, 1, 7, 0), returns=date(2027, 12, 3)), NOW
        )
        for trip in (self.trip, self.later):
            papers.trips.add(trip)
        self.first = self._deal(self.anna, "new", self.boris, self.plovdiv, 5)
        self.second = self._deal(self.pavel, "new", self.gone, self.varna, 3)
        self.third = self._deal(self.pavel, "deposit", self.boris, None, 1)
        self.lost = self._deal(self.pavel, "new", self.boris, None, 1)
        self.lost.lose("too dear", NOW)
        papers.flush()
        self._says()
        papers.flush()

    def _person(self, number: int, name: str) -> Person:
        person = Person(number, name, None, Language.ENGLISH, NOW)
        self.papers.people.add(person)
        return person

    def _colleague(self, number: int, name: str, role: Role, branch: int | None) -> StaffMember:
        member = StaffMember(self._person(number, name), name, role, at(number), branch=branch)
        self.papers.staff.add(member)
        return member

    def _deal(self, client: Client, step: str, lead: StaffMember, branch: Branch | None, since: int) -> Deal:
        deal = Deal(client, OHRID.title, 2, eur(600), eur(200), NOW, self.trip, lead, step, at(since))
        deal.branch = branch.id if branch else None
        self.papers.deals.add(deal)
        enter(deal, f"Traveller of {client.name}", None, NOW)
        deal.payments.append(Payment(eur(50), PaymentMethod.CASH, date(2027, 2, 1), lead, NOW))
        return deal

    def _says(self) -> None:
        self.inquiry = self._inquiry(self.anna, self.varna, 2, self.gone)
        self.open = self._inquiry(self.pavel, None, 1, None)
        self.said = Interaction(self.anna, Said.QUESTION, "May I?", at(1), deal=self.first)
        self.asked = Interaction(self.anna, Said.QUESTION, "And when?", at(2), inquiry=self.inquiry)
        for one in (self.said, self.asked):
            self.papers.interactions.add(one)
        self.places = [
            WaitingPlace(self.trip, self.anna, 2, at(1)),
            WaitingPlace(self.trip, self.pavel, 1, at(2)),
            WaitingPlace(self.trip, self.pavel, 1, at(3), left_at=at(4)),
        ]
        for place in self.places:
            self.papers.trips.wait(place)
        self.papers.flush()
        for deal in (self.first, self.second):
            self.papers.history.add(HistoryEntry("deal", deal.id, "opened", NOW, "Boris"))
        self.papers.history.add(
            HistoryEntry("client", self.anna.id, "deal_opened", NOW, "Boris", branch=self.varna.id)
        )

    def _inquiry(self, client: Client, branch: Branch | None, minute: int, by: StaffMember | None) -> Inquiry:
        inquiry = Inquiry(
            client, Channel.CHAT, InquiryKind.INDIVIDUAL, "Rome", None, 2, at(minute), taken_by=by
        )
        inquiry.branch = branch.id if branch else None
        self.papers.inquiries.add(inquiry)
        return inquiry

    def notice(self, key: str, deal: Deal, minute: int = 0) -> Notice:
        assert self.anna.person is not None
        facts = {"deal": deal.id, "change": 0}
        return Notice(key, DEPARTURE, self.anna.person, at(minute), at(minute), facts)
