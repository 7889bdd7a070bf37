"""Forged taps: any action of the table with any arguments, planted into somebody's own screen and pressed on the bot's road."""

import inspect
import itertools
import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any, get_args

from sqlalchemy import event, select

from bot.conversation.dispatching.dispatcher import Dispatcher
from bot.conversation.dispatching.identity import Identity
from bot.conversation.events import Event, Sender, Tap
from bot.conversation.exchange import BotProfile, Exchange
from bot.conversation.outgoing import File, Message
from bot.registry import all_routes
from domain.entities.history import SUBJECTS
from domain.ports.agency import CurrentAgency
from domain.values.numbers import NumberOf
from domain.values.refusals import Refusal
from storage import SqlUnit, StoredScreen
from storage import mapping as tables
from tests.nouns.all import declared
from tests.rights.agency import Prepared, Things
from tests.world import AGENCY, NOON

ROUTES = all_routes()
ROAD = Dispatcher(
    Identity(CurrentAgency(AGENCY), lambda: NOON, secrets.token_urlsafe),
    ROUTES,
    BotProfile("tourdesk_bot", lambda _number: None),
)
NOT_OF_THE_TRADE = {
    "duties": "who leads among the processes",
    "history": "written of whatever is tried",
    "history_files": "the seal of the history",
    "inbox": "updates as they came",
    "notices": "what others hear of it",
    "persons": "whoever speaks is met",
    "screens": "what was shown",
    "sealing": "keys",
    "search_tokens": "follow what they find",
    "wrong_links": "whoever guesses is counted",
}
"""Tables that may change whoever presses, and why. All others are the trade's: a press without the right changes none."""
BUSINESS = frozenset(tables.metadata.tables) - NOT_OF_THE_TRADE.keys()
_updates = itertools.count(1)


@dataclass(frozen=True)
class Press:
    """A button: what it is called in the table, and what stands behind it."""

    route: str
    action: tuple[Any, ...]


@dataclass(frozen=True)
class Answer:
    """What came of a press."""

    told: str
    changed: frozenset[tuple[str, int]]
    refused: str | None


def presses(prepared: Prepared, things: Things) -> Iterator[Press]:
    """Every view, action and flow of the table, on these things."""
    for name, view in ROUTES.views.items():
        for args in _arguments(name, view, prepared, things):
            yield Press(f"view {name}", ("go", name, *args))
    for name, action in ROUTES.actions.items():
        if name != "ask":
            for args in _arguments(name, action, prepared, things):
                yield Press(f"action {name}", (name, *args))
    for name in ROUTES.flows:
        yield Press(f"flow {name}", ("ask", name, _known(name, prepared, things)))


def _arguments(name: str, function: Any, prepared: Prepared, things: Things) -> Iterator[list[Any]]:
    wanted = list(inspect.signature(function).parameters.values())[1:]
    wanted = [one for one in wanted if one.kind is not inspect.Parameter.VAR_POSITIONAL]
    given = [_values(name, one, prepared, things) for one in wanted]
    yield from ([*values] for values in itertools.product(*given))


def _values(route: str, wanted: inspect.Parameter, prepared: Prepared, things: Things) -> list[Any]:
    """What a parameter may be: of what its annotation says, else of what its name says, else of any kind."""
    if thing := _thing(wanted.annotation):
        return [_number_of(route, thing, prepared, things)]
    if route == "history" and wanted.name == "number":
        more = [number for subject, number in things.more.items() if subject in SUBJECTS]
        return [things.deal, things.inquiry, prepared.client, things.trip, *more]
    own = [_PLAIN[wanted.name]] if wanted.name in _PLAIN else []
    if plain := [*own, *declared.PLAIN.get(wanted.name, ())]:
        return [value for values in plain for value in values(prepared, things)]
    if wanted.annotation is int:
        return sorted({things.deal, things.inquiry, things.trip, things.document, prepared.client})
    return [False if wanted.annotation is bool else "x"]


def _thing(annotation: Any) -> str | None:
    """ "deal" of `DealNumber`, and of `DealNumber | None`."""
    for one in (annotation, *get_args(annotation)):
        for said in getattr(one, "__metadata__", ()):
            if isinstance(said, NumberOf):
                return said.thing
    return None


def _number_of(route: str, thing: str, prepared: Prepared, things: Things) -> int:
    match thing:
        case "client":
            return prepared.client
        case "invitation":
            return prepared.invitation
        case "colleague":
            return prepared.left if route in {"succession", "succeed"} else prepared.spare
        case _:
            return getattr(things, _AT_A_STAGE.get(route, thing))  # type: ignore[no-any-return]


_AT_A_STAGE = {
    **dict.fromkeys(["send_voucher", "voucher_handed_over"], "vouched"),
    "voucher_again": "gone_out",
}
"""Where only a deal that has come so far can be pressed on."""
_PLAIN: dict[str, Any] = {
    "page": lambda _p, _t: [0],
    "stage": lambda _p, _t: ["new"],
    "mine": lambda _p, _t: [False],
    "again": lambda _p, _t: [False],
    "own": lambda _p, _t: [False, True],
    "traveller": lambda _p, t: [t.second],
    "expected": lambda _p, _t: ["new"],
    "seats": lambda _p, _t: [1],
    "wanted": lambda _p, _t: [1],
    "client": lambda p, _t: [p.client],
    "inquiry": lambda _p, t: [t.inquiry],
    "staff": lambda _p, t: [t.colleague],
    "reply": lambda _p, _t: [None],
    "over": lambda _p, _t: [None],
    "successor": lambda _p, t: [t.colleague],
    "branch": lambda _p, t: [t.branch],
    "deal": lambda _p, t: [t.deal],
    "place_id": lambda _p, t: [t.place],
    "person_id": lambda p, _t: [p.people["client"]],
    "subject": lambda _p, _t: sorted({*SUBJECTS, "traveller"}),
    "part": lambda _p, t: [t.second],
    "seen": lambda _p, _t: [1],
    "role": lambda _p, _t: ["guide"],
    "version": lambda _p, t: [t.link_version],
    "kind": lambda _p, _t: ["xlsx"],
    "numbers": lambda _p, t: [[t.document]],
    "album": lambda _p, _t: [None],
    "_album": lambda _p, _t: [None],
    "code": lambda _p, _t: ["en"],
    "flow": lambda _p, _t: ["deal"],
    "of": lambda _p, _t: ["deal"],
    "notice": lambda _p, _t: ["departure"],
    "about": lambda _p, _t: ["trips"],
    "known": lambda _p, _t: [{}],
    "kept": lambda _p, _t: ["x"],
    "value": lambda _p, _t: [0],
    "name": lambda _p, _t: ["x"],
    "text": lambda _p, t: ["Rosewater", str(t.deal), str(t.inquiry), "AB1234567"],
}


def _known(flow: str, prepared: Prepared, things: Things) -> dict[str, Any]:
    """All that any flow may be opened with, and what this one is."""
    own = declared.KNOWN_TO.get(flow, {})
    about = ("deal", "trip", "inquiry", "branch", "document", "traveller", "payment", *things.more)
    known: dict[str, Any] = {name: getattr(things, name) for name in about}
    return known | {
        "client": prepared.client,
        "interaction": things.question,
        "origin": [],
        "language": "ru",
        "subject": "deal",
        "number": things.deal,
        "key": "size",
        "seen": 1,
        "line": "address",
        "what": "deposit_due",
        "of": "deal",
        "notice": "departure",
        **{name: value(prepared, things) for name, value in (declared.KNOWN | own).items()},
    }


def plant(unit: SqlUnit, person: int, press: Press, *, revision: int = 1) -> StoredScreen:
    """A screen of this person with that button."""
    screen = StoredScreen(
        person, _chat(unit, person), 77, revision, ["home"], [[*press.action]], None, NOON, NOON
    )
    unit.screens.save(screen)
    return screen


def tap(unit: SqlUnit, person: int, data: str, *, chat: int | None = None, private: bool = True) -> Event:
    """The tap of this person."""
    who = unit.repositories.people.get(person)
    sender = Sender(who.telegram_id, who.name, None, "en")
    return Event(next(_updates), sender, chat or who.telegram_id, private=private, tap=Tap(data, "query", 77))


def travelled(unit: SqlUnit, heard: Event) -> tuple[Exchange | None, Refusal | None]:
    """The talk; or why it was refused, and then the transaction must be given up."""
    try:
        exchange = ROAD.dispatch(unit, heard)
        unit.session.flush()
    except Refusal as refusal:
        return None, refusal
    return exchange, None


def told(exchange: Exchange) -> str:
    """Everything the presser would see, files with their facts."""
    said = [exchange.toast.text if exchange.toast else ""]
    for one in exchange.outgoing:
        if isinstance(one, Message):
            said += [one.html, *(label for row in one.rows for label, _data, _url in row)]
        elif isinstance(one, File):
            said += [one.caption, one.name, repr(one.paper)]
    return "\n".join(said).replace("\u00a0", " ")


Rows = dict[tuple[str, int], tuple[Any, ...]]


@contextmanager
def watched(unit: SqlUnit) -> Iterator[list[str]]:
    """The statements that write into the trade's tables: without any, nothing has changed."""
    written: list[str] = []
    connection = unit.session.connection()

    def note(_connection: Any, _cursor: Any, statement: str, *_rest: Any) -> None:
        words = statement.split(None, 3)
        table = words[1] if words[0] == "UPDATE" else words[2] if words[0] in {"INSERT", "DELETE"} else ""
        if table in BUSINESS:
            written.append(statement)

    event.listen(connection, "before_cursor_execute", note)
    try:
        yield written
    finally:
        event.remove(connection, "before_cursor_execute", note)


def business(unit: SqlUnit) -> Rows:
    """Every row of the trade as it stands now."""
    connection = unit.session.connection()
    found: Rows = {}
    for name in sorted(BUSINESS):
        table = tables.metadata.tables[name]
        keys = [column.name for column in table.primary_key]
        for row in connection.execute(select(table)).mappings():
            found[name, _number([row[key] for key in keys])] = tuple(row.values())
    return found


def _number(key: list[Any]) -> int:
    """The primary key; of a table that has another than a number, one made of it."""
    return key[0] if len(key) == 1 and isinstance(key[0], int) else hash(tuple(key))


def changed(before: Rows, after: Rows) -> frozenset[tuple[str, int]]:
    return frozenset(key for key in {*before, *after} if before.get(key) != after.get(key))


def _chat(unit: SqlUnit, person: int) -> int:
    return unit.repositories.people.get(person).telegram_id
