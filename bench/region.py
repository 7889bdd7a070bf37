"""An agency of ten thousand clients, and of as many times that: all that grows with clients grows, and all pages are full.

Of a thousand clients: three hundred deals over and a hundred open, each with two travellers, a payment and papers; two
hundred and fifty inquiries made up and two waiting; five hundred questions answered and two that wait. Each has an e-mail
address and somebody they take along.
"""

from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import insert

from bench.crowd import FAMILY, GIVEN, STRANGERS, lay
from bench.prepare import PRICE, now
from domain.entities.people import Role
from domain.entities.trip_plans import Transport
from domain.values.translated import Translated
from storage import SqlUnit
from storage import mapping as tables
from storage.mapping.companions import companions
from storage.search.tokens import client_tokens, fact_tokens, trip_tokens

CLIENTS = 10_000
FIRST = 1_001
"""The number of the first client, and of their person."""
STAFF = {Role.OWNER: 1, Role.MANAGER: 2, Role.OPERATOR: 3, Role.ACCOUNTANT: 4, Role.GUIDE: 5}
COLLEAGUES = 4
"""Managers who lead the deals besides the one who is measured: as many in both agencies, so that each leads more."""
PLACES = ("Ohrid", "Vienna", "Lisbon", "Istanbul", "Rome", "Paris", "Athens", "Prague")
STEPS = ("new", "inquiry", "documents.data", "documents.sent", "deposit", "payment", "voucher")
DUE_IN = (-3, 0, 4, 9)
"""Days: of each manager's deals a quarter is late, and a quarter is due today."""
A_TRIP = 40
"""Deals of a trip, over or ahead."""


class Region:
    """Ten thousand clients, and what they have brought."""

    def __init__(self) -> None:
        self.clients = CLIENTS
        self.over, self.open = CLIENTS * 3 // 10, CLIENTS // 10
        self.past_trips = max(12, self.over // A_TRIP)
        self.trips_ahead = max(12, self.open // A_TRIP)
        self.now = now()

    @property
    def trip(self) -> int:
        """One that is ahead, with as many deals as any."""
        return self.past_trips + 1

    @property
    def deal(self) -> int:
        """An open one, on a trip."""
        return self.over + 1

    def lay(self, unit: SqlUnit) -> None:
        _staff(unit, self.now)
        lay(unit, tables.persons, self._persons())
        lay(unit, tables.clients, self._clients())
        lay(unit, tables.search_tokens, self._client_tokens())
        lay(unit, companions, self._companions())
        lay(unit, tables.search_tokens, self._companion_tokens())
        lay(unit, tables.trips, self._trips())
        lay(unit, tables.search_tokens, self._trip_tokens())
        lay(unit, tables.deals, self._deals())
        lay(unit, tables.travellers, self._travellers())
        lay(unit, tables.search_tokens, self._traveller_tokens())
        lay(unit, tables.payments, self._payments())
        lay(unit, tables.documents, self._documents())
        lay(unit, tables.inquiries, self._inquiries())
        lay(unit, tables.interactions, self._interactions())
        lay(unit, tables.history, self._history())
        lay(unit, tables.notices, self._notices())
        unit.session.execute(
            insert(tables.trip_guides).values(id=1, trip_id=self.trip, member_id=5, since=self.now)
        )

    def client_of(self, deal: int) -> int:
        return FIRST + deal % self.clients

    def _numbers(self) -> range:
        return range(FIRST, FIRST + self.clients)

    def _persons(self) -> Iterator[dict[str, Any]]:
        """Every fiftieth has blocked the bot."""
        person = {"language": "en", "started_at": self.now, "language_chosen": False}
        for number in self._numbers():
            since = None if number % 50 else self.now
            names = {"telegram_id": STRANGERS + number, "name": name_of(number)}
            yield {"id": number, "unreachable_since": since, **names, **person}

    def _clients(self) -> Iterator[dict[str, Any]]:
        for number in self._numbers():
            known = {"known_since": self.now, "person_id": number, "email": email_of(number)}
            yield {"id": number, "name": name_of(number), "phone": phone_of(number), **known}

    def _client_tokens(self) -> Iterator[dict[str, Any]]:
        for number in self._numbers():
            tokens = client_tokens(name_of(number), phone_of(number))
            for token in tokens | fact_tokens(None, email_of(number), ()):
                yield {"subject": "client", "token": token, "subject_id": number}

    def _companions(self) -> Iterator[dict[str, Any]]:
        """Somebody whose name no client has."""
        for number in self._numbers():
            who = {"name": companion_of(number), "relation": "spouse", "renewed_at": self.now}
            yield {"id": number, "client_id": number, **who}

    def _companion_tokens(self) -> Iterator[dict[str, Any]]:
        for number in self._numbers():
            for token in client_tokens(companion_of(number), None):
                yield {"subject": "companion", "token": token, "subject_id": number}

    def _departs(self, trip: int) -> datetime:
        """Those that are over one after the other into the past, those ahead over the next two months."""
        if trip <= self.past_trips:
            return self.now - timedelta(days=9, hours=trip * 40_000 / self.past_trips)
        return self.now + timedelta(hours=30 + (trip - self.trip) * 1_440 / self.trips_ahead)

    def _trips(self) -> Iterator[dict[str, Any]]:
        for number in range(1, self.past_trips + self.trips_ahead + 1):
            departs = self._departs(number)
            day = departs.date()
            yield {
                "id": number,
                "name": PLACES[number % len(PLACES)],
                "transport": Transport.COACH,
                "departs": departs.replace(tzinfo=None, second=0, microsecond=0),
                "zone": "UTC",
                "departs_at": departs,
                "reminder_at": departs - timedelta(days=1),
                "place": "Central station",
                "returns": day + timedelta(days=3),
                "seats": 100,
                "price_minor": PRICE.minor,
                "deposit_minor": PRICE.minor // 3,
                "currency": "EUR",
                "documents_due": day - timedelta(days=20),
                "deposit_due": day - timedelta(days=15),
                "balance_due": day - timedelta(days=10),
                "created_at": departs - timedelta(days=90),
                "told_at": departs - timedelta(days=1) if number <= self.past_trips else None,
                "changes": 0,
                "join_version": 1,
                "join_open": True,
            }

    def _trip_tokens(self) -> Iterator[dict[str, Any]]:
        for number in range(1, self.past_trips + self.trips_ahead + 1):
            name = Translated(PLACES[number % len(PLACES)])
            for token in trip_tokens(name, self._departs(number).date()):
                yield {"subject": "trip", "token": token, "subject_id": number}

    def _deals(self) -> Iterator[dict[str, Any]]:
        for number in range(1, self.over + self.open + 1):
            yield self._open_deal(number) if number > self.over else self._deal_over(number)

    def _deal(self, number: int, trip: int, since: datetime) -> dict[str, Any]:
        return {
            "id": number,
            "client_id": self.client_of(number),
            "title": PLACES[trip % len(PLACES)],
            "seats": 2,
            "price_minor": 2 * PRICE.minor,
            "deposit_minor": PRICE.minor,
            "currency": "EUR",
            "created_at": since,
            "trip_id": trip,
            "step_since": since,
        }

    def _deal_over(self, number: int) -> dict[str, Any]:
        trip = number % self.past_trips + 1
        left = self._departs(trip)
        more = {
            "step_key": "travelled",
            "closed_at": left + timedelta(days=4),
            "told_at": left,
            "voucher_sent_at": left,
        }
        kept = {
            "due_on": None,
            "due_what": None,
            "money_due_on": None,
            "money_due_minor": None,
            "look_on": None,
        }
        return (
            self._deal(number, trip, left - timedelta(days=60))
            | more
            | kept
            | {"responsible_id": _leads(number)}
        )

    def _open_deal(self, number: int) -> dict[str, Any]:
        """Some are late, some are due today, and the rest later; a tenth came yesterday."""
        place = number - self.over
        trip = self.trip + (place - 1) // A_TRIP % self.trips_ahead
        since = self.now - (timedelta(days=1) if place % 10 == 0 else timedelta(hours=30 + place % 500))
        day = self.now.date() + timedelta(days=DUE_IN[place // (COLLEAGUES + 1) % len(DUE_IN)])
        open_ones = {
            "closed_at": None,
            "told_at": None,
            "voucher_sent_at": None,
            "step_key": STEPS[place % len(STEPS)],
        }
        due = {
            "due_on": day,
            "due_what": "balance",
            "money_due_on": day,
            "money_due_minor": PRICE.minor,
            "look_on": day,
        }
        return self._deal(number, trip, since) | open_ones | due | {"responsible_id": _leads(number)}

    def _travellers(self) -> Iterator[dict[str, Any]]:
        fixed = {"relation": "self", "named": True}
        for number in range(1, self.over + self.open + 1):
            yield {"id": 2 * number, "deal_id": number, "name": name_of(self.client_of(number)), **fixed}
            yield {
                "id": 2 * number + 1,
                "deal_id": number,
                "name": name_of(number * 7),
                **fixed,
                "relation": "other",
            }

    def _traveller_tokens(self) -> Iterator[dict[str, Any]]:
        for number in range(1, self.over + self.open + 1):
            for traveller, name in ((2 * number, self.client_of(number)), (2 * number + 1, number * 7)):
                for token in client_tokens(name_of(name), None):
                    yield {"subject": "traveller", "token": token, "subject_id": traveller}

    def _payments(self) -> Iterator[dict[str, Any]]:
        for number in range(1, self.over + self.open + 1):
            ago = timedelta(days=number % 400 if number > self.over else 30 + number * 1_500 // self.over)
            yield {
                "id": number,
                "deal_id": number,
                "minor": PRICE.minor,
                "currency": "EUR",
                "method": "card",
                "received_on": (self.now - ago).date(),
                "recorded_by_id": 4,
                "recorded_at": self.now - ago,
            }

    def _documents(self) -> Iterator[dict[str, Any]]:
        fixed = {
            "kind": "passport",
            "mime": "image/jpeg",
            "size": 9,
            "is_photo": True,
            "name": "passport.jpg",
        }
        for number in range(1, self.over + self.open + 1):
            yield {
                "id": number,
                "deal_id": number,
                "traveller_id": 2 * number,
                "file_id": f"f{number}",
                "unique_id": f"u{number}",
                "sent_at": self.now,
                "state": "sent" if number > self.over and number % 2 else "accepted",
                "content_hash": f"{number:064x}",
                **fixed,
            }

    def _inquiries(self) -> Iterator[dict[str, Any]]:
        waiting, over = self.clients // 500, self.clients // 4
        fixed = {"channel": "chat", "kind": "individual", "destination": "Lisbon", "heads": 2}
        for number in range(1, over + waiting + 1):
            waits = number > over
            ago = timedelta(hours=number % 40) if waits else timedelta(days=3 + number * 1_500 // over)
            yield {
                "id": number,
                "client_id": FIRST + number * 3 % self.clients,
                "received_at": self.now - ago,
                "state": "open" if waits else "closed",
                **fixed,
            }

    def _interactions(self) -> Iterator[dict[str, Any]]:
        waiting, over = self.clients // 500, self.clients // 2
        for number in range(1, over + waiting + 1):
            waits = number > over
            ago = timedelta(hours=1 + number % 40) if waits else timedelta(days=3 + number * 1_500 // over)
            yield {
                "id": number,
                "client_id": FIRST + number * 2 % self.clients,
                "how": "question",
                "text": "When do we leave?",
                "at": self.now - ago,
                "answered_at": None if waits else self.now - ago,
            }

    def _history(self) -> Iterator[dict[str, Any]]:
        for number in range(1, 2 * (self.over + self.open) + 1):
            at = self.now - timedelta(minutes=2 * (self.over + self.open) - number)
            what = {"subject": "deal", "subject_id": (number + 1) // 2, "what": "advanced", "actor": "Boris"}
            yield {"id": number, "at": at, "facts": {"step": "inquiry", "was": "new"}, **what}

    def _notices(self) -> Iterator[dict[str, Any]]:
        at = self.now - timedelta(days=5)
        fixed = {
            "kind": "answer",
            "due_at": at,
            "created_at": at,
            "sent_at": at,
            "facts": {},
            "state": "sent",
        }
        for number in range(1, self.over + 1):
            who = {"person_id": self.client_of(number), "deal_id": number}
            yield {"id": number, "key": f"region:{number}", "attempts": 1, **who, **fixed}


def name_of(number: int, block: int = 0) -> str:
    """Everybody has a name of their own, in which no other begins."""
    own = "".join("aeiou"[number // 5**place % 5] + "bdgk"[number // 4**place % 4] for place in range(6))
    return f"{GIVEN[number % len(GIVEN)]} {FAMILY[number // len(GIVEN) % len(FAMILY)]}{own}{letters(block)}"


def phone_of(number: int, block: int = 0) -> str:
    return f"+3598{number:06d}{block:02d}"


def email_of(number: int) -> str:
    return f"c{number}@example.{letters(0)}"


def companion_of(number: int) -> str:
    return f"Zora {name_of(number).split()[1]}"


def letters(block: int) -> str:
    """The end of all names of a block; none of them folds into another in a search."""
    return "aeiou"[block // 20] + "bdgk"[block // 5 % 4] + "aeiou"[block % 5] + "t"


def _leads(deal: int) -> int:
    """The manager who is measured, and their colleagues."""
    return 2 if deal % (COLLEAGUES + 1) == 0 else 10 + deal % COLLEAGUES


def _staff(unit: SqlUnit, since: datetime) -> None:
    members = [(number, role) for role, number in STAFF.items()]
    members += [(10 + number, Role.MANAGER) for number in range(COLLEAGUES)]
    person = {"language": "en", "started_at": since, "language_chosen": True}
    lay(unit, tables.persons, ({"id": n, "telegram_id": n, "name": f"{r} {n}", **person} for n, r in members))
    known = {"joined_at": since}
    lay(
        unit,
        tables.staff_members,
        ({"id": n, "person_id": n, "name": f"{r} {n}", "role": r, **known} for n, r in members),
    )


BLOCK_0 = letters(0)
