"""The words of every kind of notice, in four languages, about people with the nastiest names."""

from dataclasses import replace
from datetime import datetime, timedelta
from itertools import cycle, product
from typing import Any

import pytest

from bot.registry import all_routes
from domain.entities.clients import Client
from domain.entities.deals import Deal
from domain.entities.definitions import ONLY
from domain.entities.documents import Document, DocumentKind
from domain.entities.inquiries import Channel, Inquiry, InquiryKind
from domain.entities.interactions import Interaction, Medium, Original, Said
from domain.entities.notices import Audience, Notice, NoticeKind, NoticeState, notice_kind
from domain.entities.people import Person, Role, StaffMember
from domain.entities.profile import PROFILE
from domain.entities.texts import TEXTS, OwnText
from domain.entities.travellers import Relation, Traveller
from domain.entities.trip_plans import Point
from domain.entities.trips import Trip
from domain.entities.waiting import WaitingPlace
from domain.notices import KINDS
from domain.notices.clients import ANSWER, QUESTION, SENT_AGAIN, TAKEN_BACK
from domain.notices.deals import (
    CLOSED_BY_COLLEAGUE,
    DEAL_ASSIGNED,
    DEAL_CHANGED,
    DEAL_CHANGED_STAFF,
    DEAL_CLOSED,
    DEAL_CONFIRMED,
    JOURNEY_AHEAD,
    JOURNEY_UNREACHED,
    VOUCHER_SENT,
)
from domain.notices.documents import DOCUMENT_REJECTED, DOCUMENTS_ARRIVED, DOCUMENTS_RENEWED, PASSPORTS_WANTED
from domain.notices.inquiries import (
    INQUIRY_ARRIVED,
    INQUIRY_CLOSED,
    INQUIRY_DONE,
    INQUIRY_HANDED_OVER,
    INQUIRY_WITHDRAWN,
)
from domain.notices.ops import ALARM
from domain.notices.own_data import DATA_COPY
from domain.notices.payments import (
    BALANCE_WANTED,
    DEPOSIT_WANTED,
    PAID_TO_COLLEAGUE,
    PAYMENT_GIVEN_BACK,
    PAYMENT_RECORDED,
    PAYMENT_TAKEN_BACK,
    PAYMENT_UNDONE_STAFF,
)
from domain.notices.staff import DISMISSED, INVITATION_USED, ROLE_CHANGED
from domain.notices.travellers import TRAVELLERS_ENTERED, TRAVELLERS_WANTED
from domain.notices.trips import (
    ATTENDING,
    CANCEL_CHOSEN,
    DEPARTURE,
    DEPARTURE_CHANGED,
    DEPARTURE_SILENT,
    DEPARTURE_UNREACHED,
    GUIDE_ASSIGNED,
    GUIDE_RELIEVED,
    PROMISE_TAKEN_BACK,
    PUT_IN_LINE,
    SEAT_FREE,
    SEAT_FREE_STAFF,
    TRIP_CANCELLED,
    TRIP_CANCELLED_STAFF,
    TRIP_CHANGED,
    TRIP_CHANGED_STAFF,
    TRIP_NEWS,
)
from domain.ports.agency import Agency
from domain.ports.desk import Desk
from domain.values.language import Language
from locales import Voice
from sandbox.limits import Limiter
from scheduler.notices import content_for
from scheduler.notices.declared import WORDS, words_of
from scheduler.notices.message_content import MessageContent, NothingToSay, excerpt
from storage import SqlUnit
from tests.databases import in_turns
from tests.nouns.all import declared
from tests.nouns.declared import Told
from tests.nouns.ideas import GROUP
from tests.things import OHRID, a_file, eur
from tests.world import World

NAMES = (
    "<b>Bold</b> & \"Co\" <a href='x'>",
    "{client} {0} %s \\n </b>",
    "محمد العربي",
    "👨‍👩‍👧‍👦" * 10,
    "О'Брайън &amp; &lt;i&gt;",
    "李 美",
)


CHANGES_ANOTHER = {DOCUMENTS_RENEWED}
"""What is no message of its own, and nothing to say where that has not been sent."""


def test_every_kind_has_words() -> None:
    assert set(WORDS) == set(KINDS.values())


def test_every_verb_is_offered_by_a_kind_and_leads_somewhere() -> None:
    offered = frozenset[str]().union(*(kind.verbs | kind.at_times for kind in KINDS.values()))
    assert offered == all_routes().verbs.keys()


def test_a_kind_is_declared_once_and_so_are_its_words() -> None:
    with pytest.raises(ValueError, match="declared twice"):
        notice_kind("alarm", Audience.STAFF)
    with pytest.raises(ValueError, match="declared twice"):
        words_of(ALARM)(WORDS[ALARM])


async def test_a_kind_reaches_nobody_but_those_it_is_for(world: World) -> None:
    """Not a stranger; and of the staff none of another branch than the deal or inquiry it is about."""
    person = await world.person("Somebody")
    await person.says("/start")
    stranger = await world.person("Stranger")
    await stranger.says("/start")

    def heard(unit: SqlUnit) -> dict[str, set[NoticeKind]]:
        desk = world.desk(unit)
        people = unit.repositories.people
        them, other = (people.by_telegram_id(one.id) for one in (person, stranger))
        assert them is not None
        assert other is not None
        things = Things(desk, them, "Anna")
        facts = facts_of_every_kind(things, "Anna")
        by = {"stranger": _said_to(desk, other, facts)}
        things.deal.branch = things.journey.branch = things.untold.branch = things.silent.branch = (
            things.ready.branch
        ) = things.inquiry.branch = 1
        unit.repositories.staff.add(StaffMember(other, "Anna", Role.MANAGER, desk.now, branch=2))
        unit.repositories.flush()
        bound = {
            kind: about for kind, about in facts.items() if {"deal", "inquiry", "interaction"} & {*about}
        }
        return by | {"another branch's": _said_to(desk, other, bound)}

    assert await world.database.run(heard) == {"stranger": set(), "another branch's": set()}


def _said_to(desk: Desk, person: Person, facts: dict[NoticeKind, dict[str, Any]]) -> set[NoticeKind]:
    """The kinds that would say something to this person; what is about themselves is left out, but for what hands out data."""
    said = set()
    for kind, about in facts.items():
        try:
            content_for(desk, Notice(f"{kind}:x", kind, person, desk.now, desk.now, about))
        except NothingToSay:
            continue
        said.add(kind)
    return {kind for kind in said if kind.to is not Audience.PERSON or kind is DATA_COPY}


def test_long_words_are_cut_where_a_character_ends() -> None:
    assert excerpt("ab", 2) == "ab"
    assert excerpt("abc", 2) == "ab…"
    assert excerpt("a👍", 2) == "a…"
    assert len(excerpt("👍" * 5000, 3000).encode("utf-16-le")) // 2 <= 3001


@pytest.mark.parametrize(
    ("language", "name", "databases"),
    in_turns(*zip(cycle(Language), NAMES, strict=False)),
    indirect=["databases"],
)
async def test_every_kind_arrives_whole_and_its_buttons_lead_somewhere(
    world: World, language: Language, name: str
) -> None:
    person = await world.person("Somebody", language.value)
    await person.says("/start")
    await world.post("/sim/groups", {"id": GROUP, "members": [person.id]})
    world.sandbox.telegram.limiter = Limiter(None)  # so much at once is nobody's usual day
    kind_of = await world.database.run(lambda unit: every_notice(world.desk(unit), person.id, name))
    await world.settle()
    await person.looks()

    def endings(unit: SqlUnit) -> dict[int, NoticeState]:
        return {number: unit.repositories.notices.get(number).state for number in kind_of}

    states = await world.database.read(endings)
    assert set(kind_of.values()) == set(KINDS.values())
    assert states == {
        number: NoticeState.DROPPED if kind in CHANGES_ANOTHER else NoticeState.SENT
        for number, kind in kind_of.items()
    }
    said = [message for message in person.chat if message["from"] == "bot"]
    asked = await world.get(f"/sim/people/{person.id}/chat?chat={GROUP}")
    assert [message["poll"]["closed"] for message in asked["messages"] if message.get("poll")] == [True]
    assert (
        sum(name in (message["text"] or "").replace("\u2068", "").replace("\u2069", "") for message in said)
        >= 8
    )
    verbs = all_routes().verbs
    data = [b["callback_data"] for m in said for row in m["buttons"] or () for b in row if b["callback_data"]]
    offered = [one.split(":") for one in data if one.startswith("n:")]
    assert len(offered) >= 20
    assert {verb for _n, _number, verb in offered} <= set(verbs)
    shown: dict[NoticeKind, set[str]] = {kind: set() for kind in KINDS.values()}
    for _n, number, verb in offered:
        shown[kind_of[int(number)]].add(verb)
    always = {kind: shown[kind] - kind.at_times for kind in KINDS.values()}
    assert always == {kind: set(kind.verbs) for kind in KINDS.values()}
    assert max(len(one.encode()) for one in data) <= 64
    calls = (await world.get("/sim/calls"))["calls"]
    assert [c["answer"] for c in calls if not c["answer"]["ok"]] == []
    assert sum(call["method"].lower() == "senddocument" for call in calls) == 1
    assert sum(call["method"].lower() == "sendlocation" for call in calls) == 2


def _paid_at(agency: Agency, pay_to: str) -> Agency:
    profile = replace(agency.profile, pay_to=pay_to)
    return replace(agency, definitions=agency.definitions.with_(PROFILE, ONLY, profile))


@pytest.mark.parametrize(
    ("language", "name", "databases"), in_turns(*product(Language, NAMES)), indirect=["databases"]
)
async def test_a_photo_to_check_is_worded_for_everybody(world: World, language: Language, name: str) -> None:
    person = await world.person("Somebody", language.value)
    await person.says("/start")

    def worded(unit: SqlUnit) -> tuple[MessageContent, str]:
        desk = world.desk(unit)
        met = desk.repositories.people.by_telegram_id(person.id)
        assert met is not None
        things = Things(desk, met, name)
        facts = {"deal": things.deal.id, "document": things.document.id}
        content = content_for(desk, Notice("x", DOCUMENTS_ARRIVED, met, desk.now, desk.now, facts))
        return content, Voice.at(desk, language).html(content.text)

    content, html = await world.database.run(worded)
    assert content.attached is not None
    assert {verb for _label, verb in content.buttons} == {"check_papers"}, "nobody said whose it is"
    assert html.count("\n") == 2


async def test_who_is_asked_for_money_reads_how_to_pay_it(world: World) -> None:
    person = await world.person("Somebody")
    await person.says("/start")

    def letters(unit: SqlUnit) -> list[str]:
        desk = world.desk(unit)
        paid = replace(desk, agency=_paid_at(desk.agency, "IBAN <BG80>"))
        asking = (DEPOSIT_WANTED, BALANCE_WANTED)
        wanted = [number for number, kind in every_notice(desk, person.id, "Anna").items() if kind in asking]
        voice = Voice.at(desk, Language.ENGLISH)
        return [
            voice.html(content_for(paid, unit.repositories.notices.get(number)).text) for number in wanted
        ]

    for html in await world.database.run(letters):
        assert "💳 How to pay: IBAN &lt;BG80&gt;" in html


def every_notice(desk: Desk, telegram_id: int, name: str) -> dict[int, NoticeKind]:
    """One notice or more of each kind for this person, who is client and staff at once; number and kind."""
    person = desk.repositories.people.by_telegram_id(telegram_id)
    assert person is not None
    things = Things(desk, person, name)
    facts = facts_of_every_kind(things, name)
    besides = [(QUESTION, {"interaction": one.id}) for one in (things.wondering, things.voice)]
    numbers = {}
    for place, (kind, about) in enumerate([*facts.items(), *besides]):
        notice = Notice(f"{kind}:{place}", kind, person, desk.now, desk.now, about)
        desk.repositories.notices.add(notice)
        numbers[notice.id] = kind
    return numbers


START = 1
"""The message with which somebody has begun; ours comes right after it."""
DUES = ("documents_due", "deposit_due", "balance_due")
WAS = {"seats": 9, "price": "9.00 EUR", "deposit": "1.00 EUR", "starts": "2027-05-12", "ends": None}
WAS |= {"documents_due": "2027-05-01", "deposit_due": None, "balance_due": "2027-05-02"}


TRIP_WAS: dict[str, Any] = {
    "name": "Ohrid",
    "departs": "2027-10-28T06:30:00",
    "place": "Sofia",
    "point": None,
}
TRIP_WAS |= {
    "bring": "a hat",
    "price": "9.00 EUR",
    "deposit": "1.00 EUR",
    **dict.fromkeys(DUES, "2027-05-01"),
}


def facts_of_every_kind(things: "Things", name: str) -> dict[NoticeKind, dict[str, Any]]:
    deal: dict[str, Any] = {"deal": things.deal.id}
    step = {"deal": things.ready.id, "step": things.ready.step_key}
    departure = {**deal, "trip": things.trip.id, "change": 0, "heard": True}
    place = {"trip": things.trip.id, "place": things.place.id}
    money = {"amount": "200.00 EUR", "due": "2027-08-01"}
    unreached = {"trip": things.trip.id, "deals": []}
    rejected = {**deal, "document": things.document.id, "traveller": 1, "name": name, "reason": name}
    of_nouns = [make(things.told) for make in declared.NOTICES.values()]
    return {kind: about for facts in of_nouns for kind, about in facts.items()} | {
        INQUIRY_ARRIVED: {"inquiry": things.inquiry.id},
        INQUIRY_HANDED_OVER: {"inquiry": things.inquiry.id, "by": name, "name": name, "was": name},
        DEAL_ASSIGNED: step,
        DEAL_CONFIRMED: deal,
        TRAVELLERS_WANTED: deal,
        TRAVELLERS_ENTERED: step,
        TRIP_CANCELLED: deal,
        TRIP_CANCELLED_STAFF: {"trip": things.trip.id},
        CANCEL_CHOSEN: {**deal, "choice": "talk"},
        TRIP_NEWS: {
            "trip": things.trip.id,
            "client": things.deal.client.id,
            "was": TRIP_WAS | {"name": name},
        },
        TRIP_CHANGED_STAFF: {"trip": things.trip.id, "was": TRIP_WAS | {"place": name}, "by": name},
        GUIDE_RELIEVED: {"trip": things.trip.id},
        DEAL_CHANGED_STAFF: {**deal, "was": WAS | {"name": name, "bring": name}, "by": name, "leads": name},
        PAYMENT_UNDONE_STAFF: {
            **deal,
            "amount": "1.00 EUR",
            "owed": "599.00 EUR",
            "by": name,
            "taken_back": True,
        },
        DEAL_CHANGED: {
            **deal,
            "was": WAS | {"name": name, "bring": name},
            "off": name,
            "renamed": [name, name],
        },
        PAYMENT_GIVEN_BACK: {**deal, "amount": "100.00 EUR", "paid": "0.00 EUR", "owed": "-10.00 EUR"},
        JOURNEY_AHEAD: {"deal": things.journey.id, "starts": things.trip.returns.isoformat()},
        JOURNEY_UNREACHED: {"deal": things.untold.id},
        PASSPORTS_WANTED: deal,
        DOCUMENTS_ARRIVED: deal,
        DOCUMENTS_RENEWED: {**deal, "document": things.document.id, "told": things.not_said_yet.id},
        DOCUMENT_REJECTED: rejected,
        DEPOSIT_WANTED: {**deal, **money},
        BALANCE_WANTED: {**deal, **money, "due": None},
        PAYMENT_RECORDED: {**deal, "amount": "1.00 EUR", "paid": "1.00 EUR", "owed": "599.00 EUR"},
        PAYMENT_TAKEN_BACK: {
            **deal,
            "amount": "1.00 EUR",
            "paid": "0.00 EUR",
            "owed": "600.00 EUR",
        },
        VOUCHER_SENT: deal,
        TRIP_CHANGED: {**departure, "departed": "2027-10-28T06:30:00", "place": name},
        DEPARTURE: departure,
        DEPARTURE_CHANGED: departure,
        DEPARTURE_UNREACHED: unreached,
        DEPARTURE_SILENT: {"deal": things.silent.id},
        ATTENDING: {**deal, "trip": things.trip.id, "absent": False, "minutes": None},
        INQUIRY_WITHDRAWN: {"inquiry": things.inquiry.id},
        QUESTION: {"interaction": things.question.id, "reply": things.answer.id},
        SENT_AGAIN: {"interaction": things.voice.id},
        TAKEN_BACK: {"notice": things.told_before.id},
        ANSWER: {"interaction": things.answer.id},
        INQUIRY_CLOSED: {"inquiry": things.inquiry.id},
        INQUIRY_DONE: {"inquiry": things.inquiry.id, "by": name, "reason": name},
        PUT_IN_LINE: place,
        SEAT_FREE: {**place, "place": things.offered.id},
        PROMISE_TAKEN_BACK: place,
        SEAT_FREE_STAFF: place,
        GUIDE_ASSIGNED: {"trip": things.trip.id},
        DEAL_CLOSED: deal,
        PAID_TO_COLLEAGUE: {**deal, "amount": "1.00 EUR", "owed": "599.00 EUR", "by": name},
        CLOSED_BY_COLLEAGUE: {**deal, "by": name},
        INVITATION_USED: {"member": things.member.id, "role": "guide", "inviter": name},
        ROLE_CHANGED: {"by": name},
        DISMISSED: {"by": name},
        ALARM: {"what": "backup_failed", "why": name},
    }


class Things:
    """One of everything a notice can be about, all called by the same name."""

    def __init__(self, desk: Desk, person: Person, name: str) -> None:
        records, now = desk.repositories, desk.now
        self.member = member = StaffMember(person, name, Role.MANAGER, now)
        client = Client(name, "+359888123456", now, person)
        nobody = Client(name, None, now)
        plan = replace(OHRID, name=name, place=name, bring=name, point=Point(42.5, 23.25))
        self.trip = Trip.planned(plan, now)
        records.staff.add(member)
        for one in (client, nobody):
            records.clients.add(one)
        records.trips.add(self.trip)
        self.deal = self._deal(client, member, name, now)
        self.deal.travellers.append(Traveller(Relation.SELF, name))
        self.document = Document(self.deal, DocumentKind.PASSPORT, a_file(now, name, content_hash="0" * 64))
        self.document.file.name = name
        self.deal.documents.append(self.document)
        records.deals.add(self.deal)
        records.deals.add(self._deal(nobody, member, name, now))
        self.ready = self._deal(client, member, name, now)
        self.ready.step_key = "new"
        records.deals.add(self.ready)
        self.journey = self._deal(client, member, name, now)
        self.journey.trip, self.journey.starts = None, self.trip.returns
        records.deals.add(self.journey)
        self.untold = self._deal(nobody, member, name, now)
        self.untold.trip, self.untold.starts = None, self.trip.returns
        records.deals.add(self.untold)
        self.silent = self._deal(nobody, member, name, now)
        self.silent.told_at = now
        records.deals.add(self.silent)
        self.inquiry = Inquiry(
            client, Channel.CHAT, InquiryKind.GROUP, name, name, 3, now, eur(900), name, name
        )
        self.inquiry.taken_by = member
        records.inquiries.add(self.inquiry)
        self.place = WaitingPlace(self.trip, client, 2, now)
        records.trips.wait(self.place)
        self.offered = WaitingPlace(self.trip, client, 2, now, now)
        records.trips.wait(self.offered)
        long = f"{name} {'🌊' * 4000}"
        self.question = Interaction(client, Said.QUESTION, long, now, deal=self.deal)
        self.answer = Interaction(client, Said.ANSWER, long, now + timedelta(seconds=1), member)
        self.wondering = Interaction(client, Said.QUESTION, name, now, inquiry=self.inquiry)
        self.voice = Interaction(client, Said.QUESTION, "", now, deal=self.deal)
        self.voice.original = Original(Medium.VOICE, person.telegram_id, START)
        self.told_before = Notice("told before", QUESTION, person, now, now, state=NoticeState.SENT)
        records.notices.add(self.told_before)
        records.notices.get(self.told_before.id).sent_as = START + 1
        for said in (self.question, self.answer, self.wondering, self.voice):
            records.interactions.add(said)
        records.flush()
        self.not_said_yet = Notice("later", DOCUMENTS_ARRIVED, person, desk.now + timedelta(days=9), desk.now)
        records.notices.add(self.not_said_yet)
        self.told = Told(records, now, person, client, member, self.trip, name)

    def _deal(self, client: Client, member: StaffMember, name: str, now: datetime) -> Deal:
        price = self.trip.price * 2
        return Deal(client, name, 2, price, eur(200), now, self.trip, member, "documents.data")


@pytest.mark.parametrize("language", list(Language))
async def test_every_notice_to_clients_can_be_said_in_own_words(world: World, language: Language) -> None:
    """With each of its places on a line; buttons, pins and papers stay as they are."""
    person = await world.person("Somebody", language.value)
    await person.says("/start")

    def letters(unit: SqlUnit) -> dict[NoticeKind, tuple[str, bool]]:
        desk = world.desk(unit)
        own = replace(desk, agency=_in_own_words(desk.agency, language))
        told = {}
        for number, kind in every_notice(desk, person.id, "Anna").items():
            notice = unit.repositories.notices.get(number)
            try:
                shipped, said = content_for(desk, notice), content_for(own, notice)
            except NothingToSay:
                assert kind.to is not Audience.CLIENT, kind
                continue
            same = (shipped.buttons, shipped.pin, shipped.paper) == (said.buttons, said.pin, said.paper)
            told[kind] = Voice.at(desk, language).html(said.text), same
        return told

    for kind, (html, same) in (await world.database.run(letters)).items():
        own = kind.to is Audience.CLIENT
        assert same, kind
        assert html.startswith("Own <i>words</i>") is own, (kind, html)
        if own:
            assert all(f"{place}: " in html for place in kind.needs), (kind, html)
            assert "{" not in html.replace("{client}", "")


def _in_own_words(agency: Agency, language: Language) -> Agency:
    definitions = agency.definitions
    for kind in KINDS.values():
        lines = "\n".join(f"{place}: {{{place}}}" for place in kind.places)
        if kind.places:
            text = OwnText({language: f"Own <i>words</i>\n{lines}"})
            definitions = definitions.with_(TEXTS, kind, text)
    return replace(agency, definitions=definitions)


async def test_who_has_not_heard_of_a_departure_hears_of_it_in_the_words_for_that(world: World) -> None:
    person = await world.person("Somebody")
    await person.says("/start")

    def letter(unit: SqlUnit) -> str:
        desk = world.desk(unit)
        met = desk.repositories.people.by_telegram_id(person.id)
        assert met is not None
        facts = facts_of_every_kind(Things(desk, met, "Anna"), "Anna")[DEPARTURE_CHANGED] | {"heard": False}
        own = OwnText({Language.ENGLISH: "It has changed: {day} {time} {place}"})
        changed = replace(
            desk.agency, definitions=desk.agency.definitions.with_(TEXTS, DEPARTURE_CHANGED, own)
        )
        notice = Notice("x", DEPARTURE_CHANGED, met, desk.now, desk.now, facts)
        text = content_for(replace(desk, agency=changed), notice).text
        return Voice.at(desk, Language.ENGLISH).html(text)

    assert "It has changed" not in await world.database.run(letter)
