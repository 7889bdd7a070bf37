"""Every button anybody could forge: the presser without the right changes nothing and learns nothing.

Buttons carry only a number of the presser's own screen; here whatever stands in the action table is put behind it,
with the numbers of another branch, of their own, or of nothing at all.
"""

from collections.abc import Iterable, Iterator
from itertools import cycle
from typing import Any

import pytest

from bot.conversation.events import Event
from domain.values.refusals import Forbidden, Refusal
from storage import Database, SqlUnit
from tests.rights.agency import A_SEAT, CLIENTS, NAMES, OURS, THEIRS, Prepared, Things, a_notice_for
from tests.rights.matrix import PEOPLE
from tests.rights.pressing import (
    ROAD,
    ROUTES,
    Answer,
    Press,
    Rows,
    business,
    changed,
    plant,
    presses,
    tap,
    told,
    travelled,
    watched,
)
from tests.rights.undoing import LONG, desk_of, kept, undone

ON_THE_COACH = ["participants", "departure", "participants_file", "told_by_phone", "participants_of"]
ON_THE_COACH += ["border_file", "list_changes", "seat"]
"""Where whoever may see who travels sees travellers of all branches, by name and phone."""
ON_FILE = ["companions", "companion", "removing_companion", "set_relation", "remove_companion"]
"""Where whoever sees deals sees who travels with a client: files are the whole agency's."""
ON_OFFER = ["view sold_out", "flow join"]
"""Where clients are told what a seat costs: nobody's secret."""
CLIENTS_ALONE = {"agree_privacy", "want_mailings", "my_data", "send_my_data", "keep_my_data"}
CLIENTS_ALONE |= {"forget_me", "ask_to_be_forgotten", "may_translate"}
"""What only clients say, of their own data: no colleague is one, not even the owner."""
OUTSIDE = {"other_client", "stranger", "dismissed"}
OWN_ADDITIONS = {"clients", "inquiries", "interactions", "waiting_places", "list_copies"}
OWN_ADDITIONS |= {"consents", "data_copies", "forgets"}
OWN_ADDITIONS |= {"conversations", "client_topics", "topic_lines"}
"""What anybody may bring: their own file, a wish, a question, a place in the line; that a list was taken, as seals; what
they say of their own data: a consent, that they want a copy of it, that it is to be forgotten."""


class Presser:
    """Presses, looks at what was seen and what has changed, and undoes it. A refusal is said in a second step, as the bot does.

    What that step shows depends on who was refused what, and on the screen, and all screens here are alike: in the short
    form each person is told of each refusal once.
    """

    def __init__(self, database: Database, before: Rows) -> None:
        self._database = database
        self._before = before
        self._refused: dict[tuple[int, type[Refusal], str], Answer] = {}

    async def presses(self, person: int, press: Press) -> Answer:
        def first(unit: SqlUnit) -> Answer | Refusal:
            return _answered(unit, self._before, _pressed(unit, person, press))

        answer = await undone(self._database, first)
        if isinstance(answer, Answer):
            return answer
        refused = person, type(answer), repr(answer)
        if LONG or refused not in self._refused:
            self._refused[refused] = await self._is_told(person, press, answer)
        return self._refused[refused]

    async def _is_told(self, person: int, press: Press, refusal: Refusal) -> Answer:
        def second(unit: SqlUnit) -> Answer:
            return _refusal_told(unit, self._before, _pressed(unit, person, press), refusal)

        return await undone(self._database, second)


def _pressed(unit: SqlUnit, person: int, press: Press) -> Event:
    return tap(unit, person, f"f:{plant(unit, person, press).id}:1:0")


def _answered(unit: SqlUnit, before: Rows, heard: Event) -> Answer | Refusal:
    with watched(unit) as written:
        exchange, refusal = travelled(unit, heard)
    if exchange is None:
        assert refusal is not None
        return refusal
    return Answer(told(exchange), changed(before, business(unit)) if written else frozenset(), None)


def _refusal_told(unit: SqlUnit, before: Rows, heard: Event, refusal: Refusal) -> Answer:
    with watched(unit) as written:
        exchange = ROAD.refuse(unit, heard, refusal)
        unit.session.flush()
    kind = "forbidden" if isinstance(refusal, Forbidden) else refusal.kind
    return Answer(told(exchange), changed(before, business(unit)) if written else frozenset(), kind)


def secrets_from(who: str, route: str) -> tuple[str, ...]:
    """What this person must not read in the answer."""
    if who in {"owner", "client"}:
        return ()
    if who in OUTSIDE:
        return (*NAMES, *THEIRS, *OURS, *CLIENTS)
    coach = route.partition(" ")[2] in ON_THE_COACH
    on_file = who != "guide" and route.partition(" ")[2] in ON_FILE
    hidden = (*THEIRS, *(() if coach or on_file else NAMES))
    if who != "guide":
        return hidden
    money = () if route in ON_OFFER else A_SEAT
    return (*hidden, *money, *(one for one in OURS if not (coach and one == "Ivan Smith")))


def must_not_change(
    who: str, prepared: Prepared, rows: Rows, touched: frozenset[tuple[str, int]]
) -> set[Any]:
    """The rows among the touched that were not this person's to touch."""
    if who in {"owner", "client"}:
        return set()
    added = {key for key in touched if key not in rows}
    wrong = {key for key in added if key[0] not in OWN_ADDITIONS | _CREATES.get(who, set())}
    old = touched - added
    if who in OUTSIDE | {"guide"}:
        return wrong | {key for key in old if not _own_file(who, prepared, rows, key)}
    if who == "accountant":
        return wrong | {key for key in old if key[0] != "payments" or _of_branch(prepared.other, rows, key)}
    return wrong | {
        key
        for key in old
        if key[0] in _OWNERS or (key[0] not in _AGENCYS and _of_branch(prepared.other, rows, key))
    }


_FAMILIES = {"families", "family_members", "family_proposals"}
"""Of clients, whose files are the whole agency's."""
_CREATES = {
    "manager": {"deals", "travellers", "payments", "documents", "trips", "trip_guides", *_FAMILIES},
    "operator": {"deals", "travellers", "payments", "documents", *_FAMILIES},
    "accountant": {"payments"},
}
_OWNERS = {"staff_members", "invitations", "branches", "backups"}
_AGENCYS = {"clients", "waiting_places"}


def _own_file(who: str, prepared: Prepared, rows: Rows, key: tuple[str, int]) -> bool:
    return key[0] == "clients" and prepared.people[who] in rows[key]


def _of_branch(things: Things, rows: Rows, key: tuple[str, int]) -> bool:
    """Whether it belongs to this branch, or to a deal of it."""
    from storage.mapping import metadata

    columns = [column.key for column in metadata.tables[key[0]].c]
    row = dict(zip(columns, rows[key], strict=True))
    if "branch_id" in row:
        return bool(row["branch_id"] == things.branch)
    return row.get("deal_id") in {things.deal, things.tailored, things.vouched, things.gone_out}


def tries(prepared: Prepared) -> Iterator[tuple[str, Press]]:
    """Who presses what. In the long form everybody presses everything; else people of one kind take turns."""
    sellers, guests = cycle(("manager", "operator")), cycle(sorted(OUTSIDE))
    for place in (prepared.own, prepared.other, prepared.other.nowhere("link")):
        for press in presses(prepared, place):
            if LONG:
                people: Iterable[str] = PEOPLE
            elif place is prepared.own:
                people = ("owner", "accountant", "guide", next(guests))
            elif place is prepared.other:
                people = (next(sellers), "accountant", "guide", next(guests))
            else:
                people = (next(sellers),)
            yield from ((who, press) for who in people)


async def test_no_forged_tap_changes_or_tells_what_it_must_not(
    database: Database, prepared: Prepared, capsys: pytest.CaptureFixture[str]
) -> None:
    before = await undone(database, business)
    presser = Presser(database, before)
    cells, changes, wrong, denied = 0, 0, [], []
    for who, press in tries(prepared):
        answer = await presser.presses(prepared.people[who], press)
        cells += 1
        changes += bool(answer.changed)
        learnt = (secret for secret in secrets_from(who, press.route) if secret in answer.told)
        leaks = [secret for secret in learnt if secret not in repr(press.action)]
        damage = must_not_change(who, prepared, before, answer.changed)
        if leaks or damage:
            wrong.append((who, press, leaks, damage))
        clients_alone = press.route.partition(" ")[2] in CLIENTS_ALONE
        if who == "owner" and answer.refused == "forbidden" and not clients_alone:
            denied.append(press)
    with capsys.disabled():
        print(
            f"\ntaps: cells {cells}, of {len(ROUTES.views)} views, {len(ROUTES.actions)} actions and "
            f"{len(ROUTES.flows)} flows, changes {changes}, wrong allows {len(wrong)}, wrong denies {len(denied)}"
        )
    assert wrong == []
    assert denied == []


async def test_no_button_under_a_notice_tells_more_than_its_presser_may_know(
    database: Database, prepared: Prepared, capsys: pytest.CaptureFixture[str]
) -> None:
    """Notices about the other branch's things, in the hands of everybody: their own copy, and somebody else's."""
    before = await undone(database, business)
    stranger = prepared.people["stranger"]
    by_person = {
        person: await kept(database, lambda desk: a_notice_for(desk, prepared, person))  # noqa: B023
        for person in prepared.people.values()
    }
    cells, wrong = 0, []
    for who in PEOPLE:
        person = prepared.people[who]
        for holder in (person, stranger if person != stranger else prepared.people["owner"]):
            for verb in ROUTES.verbs:
                answer = await _pressed_notice(database, before, person, f"n:{by_person[holder]}:{verb}")
                cells += 1
                leaks = [
                    one for one in secrets_from(who, f"verb {_SHOWS.get(verb, verb)}") if one in answer.told
                ]
                damage = must_not_change(who, prepared, before, answer.changed)
                silent = holder == person or not (answer.changed or answer.told.strip())
                if leaks or damage or not silent:
                    wrong.append((who, verb, leaks, damage, silent))
    with capsys.disabled():
        print(f"\nnotices: cells {cells}, of {len(ROUTES.verbs)} verbs, wrong {len(wrong)}")
    assert wrong == []


_SHOWS = {"departure_of": "departure"}


async def _pressed_notice(database: Database, before: Rows, person: int, data: str) -> Answer:
    def first(unit: SqlUnit) -> Answer | Refusal:
        return _answered(unit, before, tap(unit, person, data))

    answer = await undone(database, first)
    if isinstance(answer, Answer):
        return answer
    return await undone(database, lambda unit: _refusal_told(unit, before, tap(unit, person, data), answer))


async def test_made_up_numbers_other_peoples_screens_and_groups_are_silent(
    database: Database, prepared: Prepared
) -> None:
    """The card of a deal, pressed by everybody else, with made-up numbers, and by its owner in a group."""
    before = await undone(database, business)
    owner = prepared.people["owner"]
    card = Press("action advance", ("advance", prepared.own.deal, "new"))

    def tried(unit: SqlUnit, who: str, data: str, chat: int | None) -> tuple[str, bool]:
        screen = plant(unit, owner, card)
        heard = tap(unit, prepared.people[who], data.format(screen.id), chat=chat, private=chat is None)
        exchange, refusal = travelled(unit, heard)
        assert refusal is None
        assert exchange is not None
        return told(exchange).strip(), bool(changed(before, business(unit)))

    for who in PEOPLE:
        for data in (
            "f:{}:1:0",
            "f:{}:2:0",
            "f:{}:1:9",
            "f:x:1:0",
            "f:{}",
            "n:99999:open_deal",
            f"n:{'9' * 30}:open_deal",
            "n:1:no_verb",
            "…",
        ):
            own = who == "owner" and data == "f:{}:1:0"
            for chat in (None, -100123):
                seen = await undone(database, lambda unit: tried(unit, who, data, chat))  # noqa: B023
                if not (own and chat is None):
                    assert seen == ("", False), (who, data, chat)


async def test_a_second_tap_of_the_same_button_has_no_effect(
    database: Database, prepared: Prepared, capsys: pytest.CaptureFixture[str]
) -> None:
    """Whatever changes something, pressed twice by whoever may: the second press finds its button out of date."""
    before = await undone(database, business)
    effective, doubled = 0, []

    def twice(unit: SqlUnit, person: int, press: Press) -> tuple[bool, bool]:
        screen = plant(unit, person, press)
        data = f"f:{screen.id}:1:0"
        _talk, refusal = travelled(unit, tap(unit, person, data))
        if refusal is not None:
            return False, False
        once = business(unit)
        noted = desk_of(unit).repositories.history.of("deal", prepared.own.deal, 100)
        _talk, refusal = travelled(unit, tap(unit, person, data))
        again = business(unit)
        more = desk_of(unit).repositories.history.of("deal", prepared.own.deal, 100)
        return once != before, once != again or len(noted) != len(more)

    for who in ("owner", "client"):
        for press in presses(prepared, prepared.own):
            if not (LONG or press.route.startswith("action")):
                continue
            did, repeated = await undone(database, lambda unit: twice(unit, prepared.people[who], press))  # noqa: B023
            effective += did
            if repeated and press.route not in _MANY_TIMES:
                doubled.append((who, press))
    with capsys.disabled():
        print(f"\nreplays: {effective} buttons that change something, doubled {len(doubled)}")
    assert doubled == []
    assert effective > 10


_MANY_TIMES: set[str] = set()
"""Buttons that may be pressed as often as one likes."""
