"""Every public method of every repository, with something to call it with: made from the names of its parameters.

A new method whose parameters are known here is called by the tests because it exists; one with an unknown parameter fails them.
"""

import inspect
from collections.abc import Callable, Iterator
from datetime import timedelta
from functools import cache
from typing import Any, get_type_hints

from domain.entities.backups import Backup
from domain.entities.branches import Branch
from domain.entities.client_exports import ClientFilter
from domain.entities.client_imports import RowState
from domain.entities.clients import Client
from domain.entities.deals import Deal
from domain.entities.documents import Document
from domain.entities.families import FamilyProposal
from domain.entities.files import StoredFile
from domain.entities.history import HistoryEntry
from domain.entities.inquiries import Inquiry
from domain.entities.interactions import Interaction, Said
from domain.entities.list_copies import ListCopy, ListKind
from domain.entities.merging import Doubt
from domain.entities.notices import Notice, NoticeState
from domain.entities.observations import Watched
from domain.entities.own_kinds import OwnItem, OwnLink
from domain.entities.people import Invitation, Person, Right, Role, StaffMember
from domain.entities.profile import PROFILE, Profile
from domain.entities.trip_guides import TripGuide
from domain.entities.trips import Trip
from domain.entities.waiting import WaitingPlace
from domain.entities.web_posts import WebPost
from domain.notices.trips import DEPARTURE
from storage import Database, SqlUnit
from storage.repositories.failed_links import SqlFailedLinks
from tests.nouns.all import declared
from tests.nouns.declared import Few
from tests.storage import things
from tests.storage.things import DAY, HOUR, NOON
from tests.things import a_file

Call = Callable[[], Any]


async def fill(database: Database, many: int) -> None:
    """So many more of everything, all about the same trip, client and colleague; the first of them have number 1."""
    await database.run(lambda unit: _fill(unit, many))


def _fill(unit: SqlUnit, many: int) -> None:
    all_ = unit.repositories
    first = all_.clients.session.get(Client, 1) is None
    boris = things.member("Boris") if first else all_.staff.get(1)
    ohrid = things.trip() if first else all_.trips.get(1)
    ohrid.told_at = NOON
    ivan = things.client("Ivan", "+359888123456", things.person("Ivan")) if first else all_.clients.get(1)
    if first:
        all_.staff.add(boris)
        all_.trips.add(ohrid)
        all_.clients.add(ivan)
        all_.flush()
    for _ in range(many):
        sale = _sale(unit, ivan, ohrid, boris)
        all_.staff.add(things.member("Ana"))
        all_.trips.wait(WaitingPlace(ohrid, ivan, 1, NOON))
        all_.trips.guide(TripGuide(ohrid, boris, NOON))
        all_.trips.sent(ListCopy(ohrid, ListKind.BORDER, NOON, boris, {"1": "x"}))
        all_.inquiries.add(things.inquiry(ivan, taken_by=boris, trip=ohrid, deal=sale))
        all_.interactions.add(Interaction(ivan, Said.QUESTION, "When?", NOON, boris, deal=sale))
        all_.invitations.add(new(Invitation))
        all_.branches.add(new(Branch))
        for one_more in declared.MORE.values():
            one_more(Few(all_, ivan, boris))
        all_.backups.add(new(Backup))
        all_.failed_links.add(ivan.person or things.person(), NOON)
        all_.notices.add(things.notice(ivan.person or things.person(), _key(), facts={"deal": sale.id}))
        all_.history.add(HistoryEntry("deal", 1, "moved", NOON, "Boris"))


def _sale(unit: SqlUnit, ivan: Client, ohrid: Trip, boris: StaffMember) -> Deal:
    sale = things.deal(ivan, ohrid, responsible=boris, step_key="notified", step_since=NOON, told_at=NOON)
    sale.travellers += [things.traveller("Ivan"), things.traveller("Ana")]
    sale.payments += [things.payment(10, boris), things.payment(20, boris)]
    sale.documents += [things.document(sale, sale.travellers[0]), things.document(sale)]
    unit.repositories.deals.add(sale)
    unit.repositories.flush()
    return sale


def _key() -> str:
    return f"key {next(things._numbers)}"


def new(kind: type) -> Any:
    """A thing of this kind that is not there yet."""
    of: Any = things.client("New", None, things.person("New"))
    makers: dict[type, Callable[[], Any]] = {
        Branch: lambda: Branch("Varna", NOON),
        Person: things.person,
        StaffMember: things.member,
        Invitation: lambda: Invitation(_key(), Role.GUIDE, NOON, NOON + DAY),
        Client: lambda: of,
        Inquiry: lambda: things.inquiry(of),
        Trip: things.trip,
        Deal: lambda: things.deal(of),
        Document: lambda: things.document(things.deal(of)),
        StoredFile: lambda: a_file(NOON),
        Interaction: lambda: Interaction(of, Said.CALL, "Rang", NOON),
        HistoryEntry: lambda: HistoryEntry("deal", 1, "moved", NOON, "Boris"),
        Notice: lambda: things.notice(things.person(), _key()),
        Backup: lambda: Backup(_key(), NOON),
    }
    return {**declared.NEW, **makers}[kind]()


def calls(unit: SqlUnit, reach: int | None) -> Iterator[tuple[str, Callable[[], Call]]]:
    """The name of each method, and what makes a call ready: its arguments are at hand then."""
    all_ = unit.repositories if reach is None else unit.repositories.within(reach)
    for name, repository in sorted(vars(all_).items()):
        if not name.startswith("_") and not (name == "files" and reach is not None):  # the agency's own
            for method, function in _methods(repository.__class__):
                yield f"{name}.{method}", _prepared(unit, repository, method, function)


@cache
def _methods(repository: type) -> list[tuple[str, Callable[..., Any]]]:
    """Looked for once: each method's test asks for all of them."""
    found = inspect.getmembers(repository, inspect.isfunction)
    return [(name, function) for name, function in found if not name.startswith("_")]


def _prepared(
    unit: SqlUnit, repository: Any, method: str, function: Callable[..., Any]
) -> Callable[[], Call]:
    def prepare() -> Call:
        parameters = list(inspect.signature(function).parameters.values())[1:]
        needed = [one.name for one in parameters if one.default is inspect.Parameter.empty]
        samples = [_sample(unit, repository, method, name) for name in needed]
        unit.repositories.flush()
        return lambda: getattr(repository, method)(*samples)

    return prepare


def _sample(unit: SqlUnit, repository: Any, method: str, name: str) -> Any:
    """Raises KeyError for a parameter that nobody knows."""
    all_ = unit.repositories
    if name == "thing":
        return _removable(repository) if method == "remove" else new(repository.kind)
    if name == "number" and method == "with_passport":
        return "AB1234567"
    if name == "person" and isinstance(repository, SqlFailedLinks):
        return all_.clients.get(1).person
    samples: dict[str, Callable[[], Any]] = {
        "number": lambda: 1,
        "numbers": lambda: list(range(1, 200)),
        "telegram_id": lambda: all_.people.get(1).telegram_id,
        "person": lambda: all_.clients.get(1).person,
        "member": lambda: all_.staff.get(1),
        "successor": lambda: all_.staff.get(1),
        "members": lambda: [all_.staff.get(1)],
        "client": lambda: all_.clients.get(1),
        "trip": lambda: all_.trips.get(1),
        "trips": lambda: [all_.trips.get(1)],
        "place": lambda: WaitingPlace(all_.trips.get(1), all_.clients.get(1), 1, NOON),
        "deal": lambda: all_.deals.get(1),
        "deals": lambda: [all_.deals.get(1)],
        "file": lambda: all_.files.get(1),
        "chat": lambda: 1,
        "interaction": lambda: all_.interactions.get(1),
        "own_kind": lambda: "coaches",
        "guides": lambda: [all_.staff.get(1)],
        "about": lambda: Watched.SUPPLIER,
        "inquiry": lambda: all_.inquiries.get(1),
        "supplier": lambda: all_.suppliers.get(1),
        "link": lambda: OwnLink(new(OwnItem), "trip", 1, NOON) if method == "hang" else _hung(unit),
        "right": lambda: Right.MOVE_DEALS,
        "kind": lambda: PROFILE,
        "value": lambda: Profile("Another"),
        "seen": lambda: 0,
        "token_hash": lambda: "x",
        "to": lambda: all_.clients.get(1),
        "lower": lambda: 1,
        "higher": lambda: 2,
        "passport": lambda: "AB1234567",
        "rows": lambda: {"deals": [1], "clients": [1]},
        "phone": lambda: "+359888123456",
        "kinds_told": lambda: ["deal", "talk"],
        "older": lambda: None,
        "newer": lambda: None,
        "email": lambda: "ivan@example.com",
        "called": lambda: "ivan_p",
        "tag": lambda: "vip",
        "wanted": lambda: ClientFilter(tag="vip", responsible=1, travelled_since=NOON.date(), trip=1),
        "phones": lambda: ["+359888123456"],
        "emails": lambda: ["ivan@example.com"],
        "people": lambda: [("Ivan Petrov", NOON.date())],
        "states": lambda: [RowState.NEW],
        "name": lambda: "Ivan",
        "text": lambda: "ivan",
        "subject": lambda: "deal",
        "stage": lambda: "notified",
        "stages": lambda: ["notified"],
        "kinds": lambda: [DEPARTURE],
        "key": lambda: "x",
        "source": lambda: "x",
        "keys": lambda: ["x", "y"],
        "message": lambda: 1,
        "becomes": lambda: NoticeState.DROPPED,
        "limit": lambda: 500,
        "now": lambda: NOON + HOUR,
        "at": lambda: NOON + HOUR,
        "made_before": lambda: NOON + HOUR,
        "offered_after": lambda: NOON - HOUR,
        "but_to": lambda: 1,
        "since": lambda: NOON - HOUR,
        "from_day": lambda: None,
        "to_day": lambda: NOON.date() + timedelta(days=1000),
        "day": NOON.date,
        "most": lambda: 500,
        "joined_before": lambda: NOON - HOUR,
        "before": lambda: NOON - HOUR,
        "first": lambda: NOON.date() - timedelta(days=1),
        "last": NOON.date,
        "guide": lambda: TripGuide(all_.trips.get(1), all_.staff.get(1), NOON),
        "list_kind": lambda: ListKind.BORDER,
        "list_copy": lambda: ListCopy(all_.trips.get(1), ListKind.BORDER, NOON, None, {}),
        "first_day": NOON.date,
        "last_day": lambda: NOON.date() + timedelta(days=2),
        "today": NOON.date,
        "night": lambda: NOON - timedelta(days=1),
    }
    if name in samples:
        return samples[name]()
    return _declared(unit, get_type_hints(getattr(type(repository), method))[name])


def _declared(unit: SqlUnit, kind: type) -> Any:
    """The first there is of this kind; a new one of what has no repository of its own."""
    for repository in vars(unit.repositories).values():
        if getattr(repository, "kind", None) is kind:
            return repository.get(1)
    return declared.NEW[kind]()


def _hung(unit: SqlUnit) -> OwnLink:
    """To be hung there, or taken off."""
    return unit.repositories.own_items.hung_on("deal", 1)[-1]


def _removable(repository: Any) -> Any:
    """Something nobody refers to."""
    # Inserted at once, and not at hand.
    if repository.kind in {HistoryEntry, Notice, Backup, Doubt, FamilyProposal, WebPost}:
        return repository.get(1)
    thing = new(repository.kind)
    repository.add(thing)
    return thing
