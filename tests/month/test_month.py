"""A month of a made-up agency by the clock: what each person was told, beside a plain model of what they have to be told.

Now and then the scheduler is replaced in the middle of a look, and looks twice: nobody is told twice, and nobody is forgotten.
"""

import os
import re
import secrets
from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

import pytest
from sqlalchemy import select

from domain.entities.clients import Client
from domain.entities.deals import Deal
from domain.entities.documents import Document, DocumentKind
from domain.entities.notices import NoticeState
from domain.entities.payments import Payment, PaymentMethod
from domain.entities.people import Role
from domain.entities.trips import Trip
from scheduler.delivery.rate_limiter import RateLimiter
from scheduler.jobs.reminding import look_at_deals
from scheduler.program import SchedulerProgram
from storage import Database, SqlUnit
from storage.mapping import notices, persons
from tests.month.model import expected
from tests.month.plan import DAY, DAYS, FIRST, Plan, PlannedDeal, made_up
from tests.people import Person
from tests.things import OHRID, a_file, enter, eur
from tests.world import AGENCY, World

LONG = "TOURDESK_LONG" in os.environ
"""The month on both databases: `make stories`."""

CLIENT_KINDS = (
    "deposit_due",
    "balance_due",
    "payment_overdue",
    "names_due",
    "names_overdue",
    "passports_due",
    "passports_overdue",
)


def at(day: date, hour: int) -> datetime:
    return datetime.combine(day, time(hour), AGENCY.zone).astimezone(UTC)


class Month:
    """The agency of a plan, played."""

    def __init__(self, database: Database, plan: Plan) -> None:
        self.world = World(database, at(FIRST - 31 * DAY, 12))
        self.plan = plan
        self.people: dict[int, Person] = {}
        self.boris: Person

    async def begin(self) -> None:
        await self.world.open()
        await self.world.colleague("Olga", Role.OWNER)
        self.boris = await self.world.colleague("Boris", Role.MANAGER)
        for number, who in enumerate(self.plan.clients):
            if who.in_telegram:
                self.people[number] = await self.world.person(who.name, ("en", "ru", "bg", "zh")[number % 4])
                await self.people[number].says("/start")
        await self.world.database.run(self._settle_down)

    def _settle_down(self, unit: SqlUnit) -> None:
        desk, papers = self.world.desk(unit), unit.repositories
        for number, who in enumerate(self.plan.clients):
            person = papers.people.by_telegram_id(self.people[number].id) if number in self.people else None
            client = Client(who.name, None, desk.now, person, muted_at=desk.now if who.muted else None)
            papers.clients.add(client)
        for trip in self.plan.trips:
            plan = replace(
                OHRID,
                name=trip.name,
                departs=datetime.combine(trip.departs, time(12)),
                returns=trip.returns,
                documents_due=trip.documents_due,
                deposit_due=trip.deposit_due,
                balance_due=trip.balance_due,
            )
            papers.trips.add(Trip.planned(plan, desk.now))
        papers.flush()

    async def play(self) -> None:
        """Each day at five things happen; the clock stops at midnight, at ten in the morning and at noon."""
        first = min(deal.booked for deal in self.plan.deals)
        for ahead in range((FIRST - first).days):
            await self._things_happen(first + ahead * DAY)
        await self.world.turn(at(FIRST - DAY, 22))
        for ahead in range(DAYS):
            day = FIRST + ahead * DAY
            await self._stumble(ahead)
            await self.world.turn(at(day, 0) + timedelta(minutes=6))
            await self._things_happen(day)
            await self.world.turn(at(day, 10) + timedelta(minutes=1))
            await self.world.turn(at(day, 18))

    async def _stumble(self, ahead: int) -> None:
        """A look that is cut off before it is written down, and a scheduler that comes anew."""
        if ahead % 3 == 1:

            def cut_off(unit: SqlUnit) -> None:
                look_at_deals(self.world.desk(unit))
                unit.repositories.flush()
                raise _CutOff

            with pytest.raises(_CutOff):
                await self.world.database.run(cut_off)
        if ahead % 7 == 3:
            await self.world.scheduler.close()
            world = self.world
            world.scheduler = SchedulerProgram(
                world.database,
                world.agency,
                world.sandbox.token,
                world.sandbox.api_url,
                world.sandbox.clock.now,
                secrets.token_urlsafe,
                world.files,
                RateLimiter(overall=1000, burst=100),
            )
            await world.scheduler.open()

    async def _things_happen(self, day: date) -> None:
        if self.world.sandbox.clock.now() < at(day, 5):
            self.world.sandbox.clock.set(at(day, 5))
        await self.world.database.run(lambda unit: self._happen(unit, day))

    def _happen(self, unit: SqlUnit, day: date) -> None:
        for planned in self.plan.deals:
            if planned.booked == day:
                self._book(unit, planned)
            elif planned.booked < day and any(day == on for on in _days(planned)):
                _befall(unit.repositories.deals.locked(planned.number), planned, day, at(day, 5))

    def _book(self, unit: SqlUnit, planned: PlannedDeal) -> None:
        papers = unit.repositories
        client, trip = papers.clients.get(planned.client + 1), papers.trips.get(planned.trip + 1)
        person = papers.people.by_telegram_id(self.boris.id)
        assert person is not None
        boris = papers.staff.of(person)
        opened = at(planned.booked, 5)
        deal = Deal(client, trip.name, 1, eur(300), eur(100), opened, trip, boris, "documents.data", opened)
        papers.deals.add(deal)
        papers.flush()
        assert deal.id == planned.number

    async def told(self, kinds: Iterable[str]) -> list[tuple[date, int, str, int]]:
        """What arrived: when, to whom in Telegram, the kind, and of which deal."""
        rows = (
            select(notices.c.sent_at, persons.c.telegram_id, notices.c.kind, notices.c.deal_id)
            .join(persons, persons.c.id == notices.c.person_id)
            .where(notices.c.kind.in_(kinds), notices.c.state == NoticeState.SENT)
            .order_by(notices.c.sent_at, notices.c.id)
        )
        found = await self.world.database.read(lambda unit: unit.session.execute(rows).all())
        return [
            (sent.astimezone(AGENCY.zone).date(), who, str(kind), deal) for sent, who, kind, deal in found
        ]


class _CutOff(Exception):  # noqa: N818 (it is no error)
    pass


def _days(planned: PlannedDeal) -> tuple[date | None, ...]:
    return (planned.deposit_paid, planned.balance_paid, planned.named, planned.passport, planned.lost)


def _befall(deal: Deal, planned: PlannedDeal, day: date, now: datetime) -> None:
    if not deal.is_open:
        return
    for on, amount in ((planned.deposit_paid, 100), (planned.balance_paid, 200)):
        if on == day:
            deal.payments.append(Payment(eur(amount), PaymentMethod.BANK, day, None, now))
    if planned.named == day:
        enter(deal, f"Traveller {planned.number}", None, now)
    if planned.passport == day:
        photo = a_file(now, f"photo {planned.number}", "0" * 64)
        deal.documents.append(Document(deal, DocumentKind.PASSPORT, photo, deal.travellers[0]))
    if planned.lost == day:
        deal.lose("too dear", now)


async def test_everybody_is_told_what_the_model_says_and_nobody_twice(
    database: Database, capsys: pytest.CaptureFixture[str]
) -> None:
    if not (LONG or database.shared):
        pytest.skip("there can be but one scheduler: played by `make stories`")
    seed = 2 if database.shared else 1
    month = Month(database, made_up(seed))
    await month.begin()
    try:
        await month.play()
        clients = {person.id: number for number, person in month.people.items()}
        heard = [(day, clients[who], kind, deal) for day, who, kind, deal in await month.told(CLIENT_KINDS)]
        calls = [(day, deal) for day, _who, _kind, deal in await month.told(["call_client"])]
        decisions = [(day, deal) for day, _who, _kind, deal in await month.told(["deal_to_decide"])]
        for person in month.people.values():
            await person.looks()
        reminded, told = _asked_for(month, "💶"), _asked_for(month, "🧳")
        sums = [(clients[person.id], amount) for person in month.people.values() for amount in _asked(person)]
    finally:
        await month.world.close()
    wanted = expected(made_up(seed))
    with capsys.disabled():
        print(f"\na month: reminders {len(heard)}, calls {len(calls)}, decisions {len(decisions)}")
    assert sorted(heard) == sorted(wanted.clients)
    assert sorted(sums) == sorted(wanted.sums), "one sum, of what they owe now"
    assert sorted(calls) == sorted(wanted.calls)
    assert sorted(decisions) == sorted(wanted.decisions)
    assert max(Counter((day, who) for day, who, _kind, _deal in heard).values()) == 1, "one a day"
    assert reminded & told == set(), "on one day by a reminder and by the word about the departure"
    assert len(heard) > 20
    assert len(reminded) > 20
    assert len(told) > 2
    assert len(calls) > 5
    assert len(decisions) > 2


def _asked_for(month: Month, sign: str) -> set[tuple[str, str, str]]:
    """Who was asked for money on which day for which trip, in messages that begin so."""
    return {
        (person.name, str(_day(message)), found.group())
        for person in month.people.values()
        for message in person.chat
        if message["from"] == "bot" and (message["text"] or "").startswith(sign) and "💶" in message["text"]
        if (found := re.search(r"Trip \d", message["text"]))
    }


def _day(message: dict[str, Any]) -> date:
    return datetime.fromisoformat(message["date"]).astimezone(AGENCY.zone).date()


def _asked(person: Person) -> Iterable[int]:
    """The sums of money for which this person was asked."""
    for message in person.chat:
        if message["from"] == "bot" and (message["text"] or "").startswith("💶"):
            [found] = re.findall(r"€(\d+)|(\d+)\s€", message["text"])
            yield int(found[0] or found[1])
