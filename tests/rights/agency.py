"""A small agency to try every right on: two branches, everybody who could press a button, one thing of every kind in each."""

from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from datetime import date, timedelta
from itertools import count
from typing import Any

from domain.entities.branches import Branch
from domain.entities.clients import Client
from domain.entities.deals import Deal
from domain.entities.documents import DocumentState
from domain.entities.inquiries import Channel, Inquiry, InquiryKind
from domain.entities.interactions import Interaction, Medium, Original, Said
from domain.entities.payments import Payment, PaymentMethod
from domain.entities.people import Person, Role, StaffMember
from domain.entities.trips import Trip
from domain.entities.waiting import WaitingPlace
from domain.notices.deals import DEAL_ASSIGNED
from domain.ports.desk import Actor, Desk
from domain.queries.joining import join_payload
from domain.usecases.staff.staffing import invite
from domain.values.language import Language
from domain.values.money import Money
from tests.nouns.all import declared
from tests.nouns.declared import Branched
from tests.things import OHRID, enter, eur

NAMES = ("Quillfeather",)
"""Of the other branch's travellers: on a coach they are known to its guide, and to all who may see who travels."""
THEIRS = ("Zanzibar", "1,234.00", "1234.00", "Osterhase", "whisper")
"""Of the other branch's deals, inquiries and talks: title, amount, wish, words. They must reach nobody else."""
OURS = ("Ivan Smith", "Honeymoon", "quiet room", "aloud", "900.00")
"""Of the own branch: for those of it who see deals."""
A_SEAT = ("300.00",)
"""What a seat of a trip costs: for clients, and for whoever sees money."""
CLIENTS = ("Rosewater", "88 000", "8880000")
"""The client's name and phone: the agency's own, and nobody's outside of it."""

NOWHERE = 987_654
"""A number nothing has."""
_numbers = count(7001)


@dataclass(frozen=True)
class Things:
    """The numbers of one branch's things."""

    branch: int
    colleague: int
    trip: int
    link: str
    link_version: int
    place: int
    deal: int
    tailored: int
    vouched: int
    gone_out: int
    traveller: int
    second: int
    document: int
    payment: int
    inquiry: int
    question: int
    sent: int
    answer: int
    more: Mapping[str, int]
    """What nouns have declared in `tests/nouns/`: read like the others."""

    def __getattr__(self, name: str) -> int:
        try:
            return self.__dict__["more"][name]  # type: ignore[no-any-return]
        except KeyError:
            raise AttributeError(name) from None

    def nowhere(self, *given: str) -> "Things":
        """The same with numbers that nothing has, but for those given."""
        numbers: dict[str, Any] = {
            one.name: NOWHERE for one in fields(self) if one.name not in {*given, "more"}
        }
        return replace(self, **numbers, more=dict.fromkeys(self.more, NOWHERE))


@dataclass(frozen=True)
class Prepared:
    """Everything that a cell of the matrix needs."""

    people: dict[str, int]
    """The person behind each column."""
    client: int
    own: Things
    other: Things
    token: str
    invitation: int
    spare: int
    """A colleague whom nobody misses."""
    left: int
    """The member who was dismissed."""


def prepare(desk: Desk) -> Prepared:
    """At the agency's own desk."""
    for make in declared.SETTLED.values():
        make(desk)
    own, other = _branch(desk, "Plovdiv"), _branch(desk, "Varna")
    members = [staff_member(desk, role, own) for role in Role]
    people = {member.role.value: member.person for member in members}
    other_manager = staff_member(desk, Role.MANAGER, other)
    spare, gone = staff_member(desk, Role.GUIDE, own), staff_member(desk, Role.MANAGER, own)
    gone.left_at = desk.now - timedelta(days=1)
    client = _client(desk, "Anna Rosewater")
    mei = _client(desk, "Mei")
    assert client.person is not None
    assert mei.person is not None
    people |= {"client": client.person, "other_client": mei.person}
    people |= {"stranger": _person(desk, "Eve"), "dismissed": gone.person}
    desk.repositories.flush()
    manager = desk.repositories.staff.of(people["manager"])
    assert manager is not None
    things = _things(desk, own, client, manager, ""), _things(desk, other, client, other_manager, "Zanzibar")
    token = invite(desk, Role.GUIDE)
    return Prepared(
        people={name: person.id for name, person in people.items()},
        client=client.id,
        own=things[0],
        other=things[1],
        token=token,
        invitation=desk.repositories.invitations.open(desk.now)[0].id,
        spare=spare.id,
        left=gone.id,
    )


def more_things(desk: Desk, prepared: Prepared, many: int) -> None:
    """So many more of everything in the first branch, whose manager leads them."""
    client = desk.repositories.clients.get(prepared.client)
    lead = desk.repositories.staff.get(prepared.own.colleague)
    branch = desk.repositories.branches.get(prepared.own.branch)
    for _ in range(many):
        _things(desk, branch, client, lead, "", declared=False)
        staff_member(desk, Role.MANAGER, branch)


def actor(desk: Desk, person: int) -> Actor:
    """As `Identity` seats them."""
    who = desk.archive.people.get(person)
    return Actor(who, desk.archive.staff.of(who), desk.archive.clients.of(who))


def _branch(desk: Desk, name: str) -> Branch:
    branch = Branch(name, desk.now)
    desk.repositories.branches.add(branch)
    desk.repositories.flush()
    return branch


def _person(desk: Desk, name: str) -> Person:
    person = Person(next(_numbers), name, None, Language.ENGLISH, desk.now)
    desk.repositories.people.add(person)
    return person


def staff_member(desk: Desk, role: Role, branch: Branch) -> StaffMember:
    name = f"{role.value.capitalize()} of {branch.name}"
    member = StaffMember(_person(desk, name), name, role, desk.now, branch=branch.id)
    desk.repositories.staff.add(member)
    return member


def _client(desk: Desk, name: str) -> Client:
    client = Client(name, f"+3598880000{len(name):02d}", desk.now, _person(desk, name))
    desk.repositories.clients.add(client)
    return client


def _things(
    desk: Desk, branch: Branch, client: Client, lead: StaffMember, secret: str, *, declared: bool = True
) -> Things:
    """With a `secret` its words are those that must not get out. `declared`: with what nouns declare of each branch."""
    trip = Trip.planned(OHRID, desk.now)
    trip.branch, trip.told_at = branch.id, desk.now
    desk.repositories.trips.add(trip)
    place = WaitingPlace(trip, client, 1, desk.now, offered_at=desk.now)
    desk.repositories.trips.wait(place)
    common: dict[str, Any] = {
        "client": client,
        "lead": lead,
        "branch": branch,
        "title": secret or "Honeymoon",
    }
    deal = _deal(desk, trip=trip, step="new", price=eur(1234 if secret else 777), **common)
    enter(deal, "Maria Quillfeather" if secret else "Ivan Smith", DocumentState.SENT, desk.now)
    enter(deal, "Second Traveller", None, desk.now)
    deal.travellers[-1].passport = "EF7654321"
    deal.payments.append(Payment(eur(50), PaymentMethod.CASH, date(2027, 2, 1), lead, desk.now))
    tailored = _deal(desk, step="new", price=eur(900), **common)
    vouched = _deal(desk, trip=trip, step="voucher", price=eur(10), **common)
    gone_out = _deal(desk, trip=trip, step="voucher", price=eur(10), voucher_sent_at=desk.now, **common)
    inquiry = Inquiry(
        client,
        Channel.CHAT,
        InquiryKind.INDIVIDUAL,
        secret or "Lisbon",
        "summer",
        2,
        desk.now,
        branch=branch.id,
    )
    inquiry.wishes = "an Osterhase please" if secret else "a quiet room"
    desk.repositories.inquiries.add(inquiry)
    desk.repositories.flush()
    words = "a whisper" if secret else "aloud"
    question = Interaction(client, Said.QUESTION, words, desk.now, deal=deal)
    answer = Interaction(client, Said.ANSWER, words, desk.now, lead, deal=deal)
    sent = Interaction(client, Said.QUESTION, words, desk.now, deal=deal)
    sent.original = Original(Medium.VOICE, 1, 1)
    for said in (sent, question, answer):
        desk.repositories.interactions.add(said)
    desk.repositories.flush()
    desk.note(
        "deal", deal.id, "opened", title=deal.title, seats=3, price=str(deal.price), responsible=lead.name
    )
    desk.note("trip", trip.id, "planned", title=trip.title, seats=trip.seats, price=str(trip.price))
    desk.note_within(branch.id, "client", client.id, "deal_opened", deal=deal.id, title=deal.title)
    return Things(
        branch=branch.id,
        colleague=lead.id,
        trip=trip.id,
        link=join_payload(desk, trip).removeprefix("t_"),
        link_version=trip.join_version,
        place=place.id,
        deal=deal.id,
        tailored=tailored.id,
        vouched=vouched.id,
        gone_out=gone_out.id,
        traveller=deal.travellers[0].id,
        second=deal.travellers[1].id,
        document=deal.documents[0].id,
        payment=deal.payments[0].id,
        inquiry=inquiry.id,
        question=question.id,
        sent=sent.id,
        answer=answer.id,
        more=_declared(Branched(desk, branch.id, client, lead, trip, deal, words)) if declared else {},
    )


def _declared(its: Branched) -> dict[str, int]:
    return {name: one for make in declared.IN_EACH_BRANCH.values() for name, one in make(its).items()}


def _deal(
    desk: Desk,
    *,
    client: Client,
    lead: StaffMember,
    branch: Branch,
    title: str,
    step: str,
    price: Money,
    **more: Any,
) -> Deal:
    deal = Deal(
        client, title, 3, price, eur(5), desk.now, responsible=lead, step_key=step, branch=branch.id, **more
    )
    deal.step_since = desk.now
    desk.repositories.deals.add(deal)
    return deal


def at_work_as(desk: Desk, person: int) -> Desk:
    """The same papers with this person at the desk."""
    return replace(desk, actor=actor(desk, person))


def a_notice_for(desk: Desk, prepared: Prepared, person: int) -> int:
    """The number of a notice to this person that is about all of the other branch's things."""
    about = prepared.other
    facts: dict[str, Any] = {"deal": about.deal, "step": "new", "inquiry": about.inquiry, "trip": about.trip}
    facts |= {"document": about.document, "traveller": about.traveller, "interaction": about.question}
    kind, key = DEAL_ASSIGNED, f"tried:{person}"
    desk.notify(desk.archive.people.get(person), kind, key, place=about.place, **facts)
    notice = desk.archive.notices.by_key(f"{kind}:{key}:{person}")
    assert notice is not None
    return notice.id
