"""Files are joined and taken apart at random while things come to them: nothing is lost, and each thing has one file.

The model of `files.py` says whose everything is; the tables and what each client is shown must say the same after every act.
"""

import os
import secrets
from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from typing import Any, Literal, get_args

from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from sqlalchemy import func, select

from domain.entities.clients import Client
from domain.entities.companions import Companion
from domain.entities.consents import Consent, ConsentKind, Given
from domain.entities.deals import Deal
from domain.entities.documents import DocumentState
from domain.entities.inquiries import Channel, Inquiry, InquiryKind
from domain.entities.interactions import Interaction, Said
from domain.entities.payments import Payment, PaymentMethod
from domain.entities.people import Person, Role, StaffMember
from domain.entities.travellers import Relation
from domain.ports.desk import Actor, Desk
from domain.queries.my_data import my_data
from domain.queries.timeline import timeline
from domain.usecases.clients.merging import merge_clients, take_apart
from domain.usecases.families.joining import join_family, leave_family
from domain.values.language import Language
from domain.values.refusals import Refusal
from storage import Database, SqlUnit
from storage.mapping import clients, deals, documents, inquiries, interactions, payments
from storage.mapping.companions import companions
from storage.mapping.consents import consents
from storage.mapping.families import family_members
from tests.databases import KEYS, Databases
from tests.fuzz.files import Files
from tests.things import enter, eur
from tests.world import AGENCY, NOON

MERGES = int(os.environ.get("MERGES", "4"))
"""Histories: the suite's are always the same few; `MERGES=500 pytest tests/fuzz/test_merges.py` tries others."""
FILES = 4
IN_TELEGRAM = 2
"""The first so many of them."""
BUDGET = settings(
    max_examples=MERGES,
    deadline=None,
    derandomize="MERGES" not in os.environ,
    phases=(Phase.explicit, Phase.generate),
    suppress_health_check=list(HealthCheck),
)

Comes = Literal["deal", "said", "inquiry", "consent", "companion"]


@dataclass(frozen=True)
class Come:
    """Something comes to whoever is reached by this number."""

    kind: Comes
    number: int


@dataclass(frozen=True)
class Join:
    left: int
    kept: int


@dataclass(frozen=True)
class Part:
    """The nth of all merges from the newest, counted round and round."""

    nth: int


@dataclass(frozen=True)
class Kin:
    """Two are of one family."""

    one: int
    other: int


@dataclass(frozen=True)
class Leave:
    number: int


Act = Come | Join | Part | Kin | Leave
_numbers = st.integers(1, FILES)
_acts = st.one_of(
    st.builds(Come, st.sampled_from(get_args(Comes)), _numbers),
    st.builds(Come, st.sampled_from(get_args(Comes)), _numbers),
    st.builds(Join, _numbers, _numbers),
    st.builds(Part, st.sampled_from((0, 0, 1, 2))),
    st.builds(Kin, _numbers, _numbers),
    st.builds(Leave, _numbers),
)


@BUDGET
@given(acts=st.lists(_acts, min_size=18, max_size=24))
async def test_nothing_is_lost_and_each_thing_has_one_file(databases: Databases, acts: list[Act]) -> None:
    database = Database(await databases.migrated(), KEYS)
    try:
        await database.run(_opened)
        model = Files({number: number if number <= IN_TELEGRAM else None for number in range(1, FILES + 1)})
        for nth, act in enumerate(acts):
            await database.run(lambda unit: _DOES[type(act)](unit, model, nth, act))  # noqa: B023
            await database.read(lambda unit: _agrees(unit, model))
    finally:
        await database.close()


def _desk(unit: SqlUnit) -> Desk:
    desk = Desk(Actor(), NOON, unit.repositories, AGENCY, secrets.token_urlsafe)
    boris = unit.repositories.staff.active()
    desk.actor = Actor(boris[0].person, boris[0]) if boris else desk.actor
    return desk


def _opened(unit: SqlUnit) -> None:
    """A manager, and files without anything."""
    records = unit.repositories
    for number in range(1, FILES + 1):
        person = (
            Person(number, f"Rosa {number}", None, Language.ENGLISH, NOON) if number <= IN_TELEGRAM else None
        )
        if person is not None:
            records.people.add(person)
        records.clients.add(Client(f"Rosa {number}", None, NOON, person))
        records.flush()
    boris = Person(900, "Boris", None, Language.ENGLISH, NOON)
    records.people.add(boris)
    records.staff.add(StaffMember(boris, "Boris", Role.MANAGER, NOON))


def _comes(unit: SqlUnit, model: Files, nth: int, act: Come) -> None:
    """As an old button or a second Telegram account brings it: by a number that may be of a file left behind."""
    desk, word = _desk(unit), f"thing{nth}"
    client = desk.archive.clients.get(act.number)
    match act.kind:
        case "deal":
            deal = Deal(client, word, 1, eur(600), eur(0), NOON)
            deal.payments.append(Payment(eur(50), PaymentMethod.CASH, NOON.date(), None, NOON))
            enter(deal, word, DocumentState.ACCEPTED, NOON)
            desk.archive.deals.add(deal)
        case "said":
            desk.archive.interactions.add(Interaction(client, Said.NOTE, word, NOON))
            desk.note("client", client.id, "note", text=word)
        case "inquiry":
            desk.archive.inquiries.add(
                Inquiry(client, Channel.CHAT, InquiryKind.INDIVIDUAL, word, None, 1, NOON)
            )
        case "consent":
            given = NOON + timedelta(minutes=nth)
            desk.archive.consents.add(Consent(ConsentKind.MAILING, Given.PHONE, given, client=client))
        case "companion":
            desk.archive.companions.add(Companion(client, Relation.OTHER, word, NOON))
    model.comes(f"{act.kind}:{nth}", act.number)


def _joins(unit: SqlUnit, model: Files, _nth: int, act: Join) -> None:
    may = model.may_join(act.left, act.kept)
    assert may == _goes(lambda: merge_clients(_desk(unit), act.left, act.kept))
    if may:
        model.join(act.left, act.kept)


def _parts(unit: SqlUnit, model: Files, _nth: int, act: Part) -> None:
    if not model.merges:
        return
    nth = len(model.merges) - 1 - act.nth % len(model.merges)
    may = model.may_part(nth)
    assert may == _goes(lambda: take_apart(_desk(unit), nth + 1))
    if may:
        model.part(nth)


def _becomes_kin(unit: SqlUnit, model: Files, _nth: int, act: Kin) -> None:
    may = model.may_be_kin(act.one, act.other)
    assert may == _goes(lambda: join_family(_desk(unit), act.one, act.other))
    if may:
        model.become_kin(act.one, act.other)


def _leaves(unit: SqlUnit, model: Files, _nth: int, act: Leave) -> None:
    may = model.may_leave(act.number)
    assert may == _goes(lambda: leave_family(_desk(unit), act.number))
    if may:
        model.leave(act.number)


def _goes(work: Callable[[], object]) -> bool:
    """Whether it is not refused."""
    try:
        work()
    except Refusal:
        return False
    return True


_DOES: dict[type[Act], Callable[[SqlUnit, Files, int, Any], None]] = {
    Come: _comes,
    Join: _joins,
    Part: _parts,
    Kin: _becomes_kin,
    Leave: _leaves,
}


def _agrees(unit: SqlUnit, model: Files) -> None:
    """In the tables: each thing once, in the file that the model says, and nothing else; and in what each client is shown."""
    assert _owners(unit) == model.owner
    assert _led(unit) == model.leads
    assert _families(unit) == model.families()
    _whole(unit, model)
    for file in {*range(1, FILES + 1)} - {*model.leads}:
        assert _timeline(unit, file) == {one for one in model.told_of(file) if one.startswith("said:")}
    for person in range(1, IN_TELEGRAM + 1):
        _sees(unit, model, person)


def _owners(unit: SqlUnit) -> dict[str, int]:
    kinds: tuple[tuple[Comes, Any, Any], ...] = (
        ("deal", deals, deals.c.title),
        ("said", interactions, interactions.c.text),
        ("inquiry", inquiries, inquiries.c.destination),
        ("consent", consents, consents.c.given_at),
        ("companion", companions, companions.c.name),
    )
    found: dict[str, int] = {}
    for kind, table, word in kinds:
        for row in unit.session.execute(select(word, table.c.client_id)):
            name = f"{kind}:{_numbered(row[0])}"
            assert name not in found, f"{name} is there twice"
            found[name] = row[1]
    return found


def _numbered(word: Any) -> int:
    return (
        int(word.removeprefix("thing")) if isinstance(word, str) else int((word - NOON).total_seconds() // 60)
    )


def _led(unit: SqlUnit) -> dict[int, int]:
    rows = unit.session.execute(select(clients.c.id, clients.c.merged_into))
    return {row.id: row.merged_into for row in rows if row.merged_into is not None}


def _families(unit: SqlUnit) -> set[frozenset[int]]:
    found: dict[int, set[int]] = {}
    for row in unit.session.execute(select(family_members.c.family_id, family_members.c.client_id)):
        found.setdefault(row.family_id, set()).add(row.client_id)
    return {frozenset(files) for files in found.values()}


def _timeline(unit: SqlUnit, file: int) -> set[str]:
    """What was noted, as its pages show it."""
    found, place = [], 0
    while True:
        page = timeline(_desk(unit), file, "note", place)
        found += [f"said:{_numbered(entry.facts['text'])}" for entry in page.entries]
        if page.older is None:
            break
        place = page.older
    assert found == sorted(found, key=lambda one: -int(one.partition(":")[2])), "the newest first, each once"
    return {*found}


def _whole(unit: SqlUnit, model: Files) -> None:
    """No deal without its payment and its paper."""
    number = sum(thing.startswith("deal:") for thing in model.owner)
    for table in (payments, documents):
        assert unit.session.scalar(select(func.count()).select_from(table)) == number


def _sees(unit: SqlUnit, model: Files, number: int) -> None:
    person = unit.repositories.people.by_telegram_id(number)
    assert person is not None
    client = unit.repositories.clients.of(person)
    assert client is not None
    assert client.id == model.of_person(number)
    desk = _desk(unit)
    desk.actor = Actor(person, None, client)
    shown, theirs = my_data(desk), model.things_of(client.id)
    counts = shown.deals, shown.payments, shown.travellers, shown.inquiries, shown.said
    kinds: tuple[Comes, ...] = ("deal", "deal", "deal", "inquiry", "said")
    assert counts == tuple(sum(thing.startswith(f"{kind}:") for thing in theirs) for kind in kinds)
