"""Every method of the repositories is asked for another branch's things: nothing of them comes back.

The methods are those of the protocols in `domain.ports.repositories`; what each is asked with is told by its parameters.
"""

import inspect
from collections.abc import Callable, Iterable
from datetime import date, timedelta
from typing import Any, get_type_hints

import pytest

from domain.entities.deals import Deal
from domain.entities.documents import Document
from domain.entities.files import StoredFile
from domain.entities.history import HistoryEntry
from domain.entities.ideas import PollCopy
from domain.entities.inquiries import Inquiry
from domain.entities.interactions import Interaction, InteractionEdit
from domain.entities.list_copies import ListCopy, ListKind
from domain.entities.observations import Watched
from domain.entities.own_kinds import OwnItem, OwnLink
from domain.entities.participants import BorderList, ParticipantList
from domain.entities.people import Right
from domain.entities.profile import PROFILE, Profile
from domain.entities.timeline import KINDS
from domain.entities.trip_guides import TripGuide
from domain.notices.deals import DEAL_ASSIGNED
from domain.ports import repositories as wanted
from domain.ports.desk import Desk
from domain.ports.today import Received
from domain.values.refusals import NotFound
from storage import Database, SqlUnit
from tests.nouns.all import declared
from tests.rights.agency import NAMES, THEIRS, Prepared, a_notice_for, at_work_as, prepare
from tests.rights.undoing import desk_of, kept, undone
from tests.world import NOON

CHANGING = {
    "add",
    "opened",
    "wait",
    "offer",
    "ask",
    "renamed",
    "changed",
    "decide",
    "use",
    "hang",
    "note_edit",
    "take_off",
    "look_on",
    "remove",
    "erase_bare",
}
"""Methods that write: what they are given lies in the hands of whoever calls them."""
EVERYBODYS = {
    "branches",
    "people",
    "staff",
    "invitations",
    "clients",
    "trips",
    "backups",
    "failed_links",
    "duties",
}
"""Shelves that no branch has to itself: colleagues, clients, trips with their seats, votes, and the house's own rows."""


def methods() -> Iterable[tuple[str, str, Callable[..., Any]]]:
    """(repository, name, method) of everything a desk can ask its records."""
    for repository, kind in get_type_hints(wanted.Repositories).items():
        if repository not in EVERYBODYS | declared.EVERYBODYS:
            for name, method in inspect.getmembers(kind, inspect.isfunction):
                if not name.startswith("_") and name not in CHANGING:
                    yield repository, name, method


def _kept() -> dict[Any, str]:
    """By the kind of thing: the repository that gives one."""
    repositories = get_type_hints(wanted.Repositories).items()
    return {get_type_hints(kind.get)["return"]: name for name, kind in repositories if hasattr(kind, "get")}


KEPT = _kept()


class _Asking:
    """What the methods are asked with: the other branch's things, had from the archive."""

    def __init__(self, desk: Desk, prepared: Prepared, notice: int) -> None:
        self.archive, self.prepared, self.notice = desk.archive, prepared, notice

    def arguments(self, repository: str, name: str, method: Callable[..., Any]) -> dict[str, Any]:
        parameters = list(inspect.signature(method).parameters.values())[1:]
        needed = [one for one in parameters if one.default is inspect.Parameter.empty]
        hints = get_type_hints(method)
        return {
            one.name: "AB1234567" if name == "with_passport" else self._value(repository, one.name, hints)
            for one in needed
        }

    def _value(self, repository: str, name: str, hints: dict[str, Any]) -> Any:
        about, archive = self.prepared.other, self.archive
        numbers = {"deals": about.deal, "inquiries": about.inquiry, "documents": about.document}
        numbers |= {name: about.more[one] for name, one in declared.FIRST.items()}
        numbers |= {
            "interactions": about.more["meeting"],
            "notices": self.notice,
            "history": about.deal,
            "files": archive.documents.get(about.document).file.id,
        }
        deal = archive.deals.get(about.deal)
        values: dict[str, Any] = {
            "number": numbers.get(repository),
            "client": archive.clients.get(self.prepared.client),
            "trip": archive.trips.get(about.trip),
            "trips": [archive.trips.get(about.trip)],
            "deal": deal,
            "joined_before": NOON,
            "text": "whisper",
            "deals": [deal],
            "file": archive.documents.get(about.document).file,
            "member": archive.staff.get(about.colleague),
            "members": [archive.staff.get(about.colleague)],
            "person": archive.people.get(self.prepared.people["client"]),
            "stage": "new",
            "stages": ["notified"],
            "subject": "deal",
            "kinds": [DEAL_ASSIGNED],
            "kinds_told": [*KINDS],
            "older": None,
            "newer": None,
            "key": f"deal_assigned:tried:{self.prepared.people['client']}:{self.prepared.people['client']}",
            "source": "source1",
            "right": Right.MOVE_DEALS,
            "kind": PROFILE,
            "value": Profile("Another"),
            "seen": 0,
            "from_day": None,
            "to_day": date(2100, 1, 1),
            "most": 50,
            "copy": PollCopy("whisper", archive.votes.get(about.more["vote"])),
            "answer": archive.poll_answers.of(archive.people.get(self.prepared.people["client"]))[0],
            "own_kind": "coaches",
            "guides": [archive.staff.get(about.colleague)],
            "about": Watched.SUPPLIER,
            "keys": [f"deal_assigned:tried:{one}:{one}" for one in self.prepared.people.values()],
            "message": None,
            "chat": None,
            "limit": 50,
            "now": NOON + timedelta(days=365),
            "since": NOON - timedelta(days=400),
            "before": NOON + timedelta(days=400),
            "first": NOON.date() - timedelta(days=400),
            "last": NOON.date() + timedelta(days=400),
            "day": NOON.date(),
            "numbers": range(1, 50),
            "guide": TripGuide(archive.trips.get(about.trip), archive.staff.get(about.colleague), NOON),
            "list_kind": ListKind.BORDER,
            "list_copy": ListCopy(archive.trips.get(about.trip), ListKind.BORDER, NOON, None, {}),
            "first_day": NOON.date(),
            "last_day": NOON.date(),
            "today": NOON.date(),
            "token_hash": "x",
        }
        if name in values:
            return values[name]
        return getattr(archive, KEPT[hints[name]]).get(numbers[KEPT[hints[name]]])


def theirs(found: Any, branch: int) -> bool:
    """Whether anything of that branch is in the answer."""
    match found:
        case Deal() | Inquiry() | OwnItem():
            return found.branch == branch
        case Document() | OwnLink() | Received():
            return (found.item if isinstance(found, OwnLink) else found.deal).branch == branch
        case StoredFile():
            return True
        case Interaction() | InteractionEdit():
            said = found if isinstance(found, Interaction) else found.interaction
            return any(one is not None and one.branch == branch for one in (said.deal, said.inquiry))
        case HistoryEntry():
            return found.branch == branch or any(secret in str(found.facts) for secret in THEIRS)
        case ParticipantList() | BorderList():
            return _on_a_list(found)
        case dict():
            return any(theirs(one, branch) for one in found.values())
        case Iterable() if not isinstance(found, str | bytes):
            return any(theirs(one, branch) for one in found)
        case _ if type(found) in declared.NEW:
            return getattr(found, "branch", None) == branch
        case _:
            return getattr(found, "facts", {}).get("title") == "Zanzibar"


def _on_a_list(found: ParticipantList | BorderList) -> bool:
    if isinstance(found, BorderList):
        return any(line.within_reach and NAMES[0] in line.name for line in found.lines)
    return any(str(deal.price) == "1234.00 EUR" for deal in found.deals)


async def test_no_repository_gives_away_another_branchs_things(
    database: Database, capsys: pytest.CaptureFixture[str]
) -> None:
    prepared = await kept(database, prepare)
    notice = await kept(database, lambda desk: a_notice_for(desk, prepared, prepared.people["client"]))
    seen_by: dict[str, set[str]] = {}

    def ask(unit: SqlUnit, who: str) -> set[str]:
        desk = at_work_as(desk_of(unit), prepared.people[who])
        asking, leaks = _Asking(desk, prepared, notice), set()
        for repository, name, method in methods():
            try:
                found = getattr(getattr(desk.repositories, repository), name)(
                    **asking.arguments(repository, name, method)
                )
            except NotFound:
                continue
            if theirs(found, prepared.other.branch):
                leaks.add(f"{repository}.{name}")
        return leaks

    for who in ("owner", "manager", "operator", "accountant", "guide"):
        seen_by[who] = await undone(database, lambda unit: ask(unit, who))  # noqa: B023
    asked = len(list(methods()))
    leaks = {who: found for who, found in seen_by.items() if who != "owner" and found}
    with capsys.disabled():
        print(f"\nshelves: methods {asked}, leaks {sum(map(len, leaks.values()))}")
    assert leaks == {}
    assert len(seen_by["owner"]) > 10, "the owner sees them all: else nothing was tried"


async def test_counts_are_of_what_one_sees(database: Database) -> None:
    prepared = await kept(database, prepare)

    def counted(unit: SqlUnit, who: str) -> tuple[int, int]:
        records = at_work_as(desk_of(unit), prepared.people[who]).repositories
        return sum(records.deals.count_by_stage().values()), records.inquiries.count_open()

    deals, inquiries = await undone(database, lambda unit: counted(unit, "manager"))
    assert (deals >= 4, inquiries >= 1) == (True, True)
    assert await undone(database, lambda unit: counted(unit, "owner")) == (2 * deals, 2 * inquiries), (
        "each branch has the same"
    )
