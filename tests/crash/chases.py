"""What somebody is told of because nothing happened: a client who has not paid, a deal left open, a client nobody answers.

They fall due while processes are killed. Whatever was taken as a step stands with its thing, and its notice with it.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import time, timedelta

from sqlalchemy import func, select

from domain.entities.clients import Client
from domain.entities.conversations import Conversation, Word
from domain.entities.deals import Deal
from domain.entities.hours import DAYS, HOURS, Hours, Span
from domain.entities.notices import NoticeKind, NoticeState
from domain.entities.people import Person
from domain.notices.conversations import ANSWER_LATE
from domain.notices.reminders import CALL_CLIENT, DEAL_TO_DECIDE, PAYMENT_OVERDUE
from domain.ports.desk import Desk
from domain.values.money import Money
from storage import SqlUnit
from storage.mapping import notices
from tourdesk.wall_clock import real_time

DORA = 4000
"""The first of the clients who pay nothing."""
ALWAYS = Hours(dict.fromkeys(DAYS, Span(time(0), time(23, 59))))

Steps = Callable[[SqlUnit, int], int]


@dataclass(frozen=True)
class Chase:
    """`lays` makes a thing; of each kind that somebody is told then: how many steps the thing says were taken."""

    lays: Callable[[Desk, Client], Deal | Conversation]
    told: Mapping[NoticeKind, Steps]


def _unpaid(desk: Desk, client: Client) -> Deal:
    deal = _deal(desk, client, "deposit", Money(60_000, "EUR"))
    deal.starts, deal.deposit_by = desk.today + timedelta(days=20), desk.today - timedelta(days=3)
    return deal


def _left_open(desk: Desk, client: Client) -> Deal:
    deal = _deal(desk, client, "voucher", Money(0, "EUR"))
    deal.starts, deal.ends = desk.today - timedelta(days=5), desk.today - timedelta(days=2)
    return deal


def _deal(desk: Desk, client: Client, step: str, price: Money) -> Deal:
    since = desk.now - timedelta(days=30)
    deposit = Money(price.minor // 3, "EUR")
    deal = Deal(client, "Rome", 1, price, deposit, since, step_key=step, step_since=since)
    desk.repositories.deals.add(deal)
    return deal


def _unanswered(desk: Desk, client: Client) -> Conversation:
    """Its client has waited for hours: of whoever hears of it, the first hears now."""
    since = desk.now - timedelta(hours=5)
    desk.repositories.flush()
    found = desk.repositories.conversations.opened(client, since)
    found.hear(Word(since, "Are there seats?"))
    found.due_at = found.alarm_at = since
    return found


def _reminded(whom: str) -> Steps:
    return lambda unit, number: sum(
        key.startswith(whom) for key in unit.repositories.deals.get(number).reminded
    )


def _alarmed(unit: SqlUnit, number: int) -> int:
    """So often as somebody was there to hear of it."""
    found = unit.repositories.conversations.get(number)
    told = unit.repositories.history.of("client", found.client.id)
    return (found.alarms > 0) + sum(entry.what == "not_answered" for entry in told)


CHASES = (
    Chase(_unpaid, {PAYMENT_OVERDUE: _reminded("client"), CALL_CLIENT: _reminded("staff")}),
    Chase(_left_open, {DEAL_TO_DECIDE: _reminded("decision")}),
    Chase(_unanswered, {ANSWER_LATE: _alarmed}),
)
"""What is told of because nothing happened: a new kind of it is a line here."""

Laid = list[tuple[Chase, int]]


def open_always(desk: Desk) -> None:
    """Whenever the test runs, the office is open."""
    desk.repositories.definitions.put(HOURS, "", ALWAYS, 0)


def lay_chases(unit: SqlUnit, desk: Desk, number: int) -> Laid:
    """One of each, of the client with this Telegram id; whoever looks next finds them due. None while nobody knows them."""
    person = desk.repositories.people.by_telegram_id(number)
    if person is None:
        return []
    client = _client(desk, person)
    return [(chase, _lay(unit, desk, chase, client)) for chase in CHASES]


def _client(desk: Desk, person: Person) -> Client:
    """Who lives where it is the middle of the day."""
    ahead = (13 - desk.now.hour + 11) % 24 - 11
    person.zone = f"Etc/GMT{-ahead:+d}"
    client = desk.repositories.clients.of(person)
    if client is None:  # not laid before, by a step whose line broke after it was committed
        client = Client(person.name, None, desk.now, person)
        desk.repositories.clients.add(client)
    return client


def _lay(unit: SqlUnit, desk: Desk, chase: Chase, client: Client) -> int:
    thing = chase.lays(desk, client)
    unit.repositories.flush()
    if isinstance(thing, Deal):
        unit.repositories.deals.look_on(thing, desk.today - timedelta(days=1))
        unit.repositories.flush()
    return thing.id


def mischased(unit: SqlUnit, laid: Laid) -> tuple[list[str], list[str]]:
    """What nobody was told of; and where what a thing says of itself and its notices do not agree."""
    lost, half = [], []
    for chase, number in laid:
        for kind, steps in chase.told.items():
            taken, told = steps(unit, number), _causes(unit, kind, number)
            words = f"{kind} of {number}: {taken} steps taken, {told} told"
            lost += [] if told else [words]
            half += [] if taken == told else [words]
    return lost, half


def _causes(unit: SqlUnit, kind: NoticeKind, number: int) -> int:
    """What several people are told for one cause counts once; one message may tell of several clients."""
    if kind is ANSWER_LATE:
        client = unit.repositories.conversations.get(number).client.id
        rows = unit.session.execute(select(notices.c.key, notices.c.facts).where(notices.c.kind == str(kind)))
        return len({key.rpartition(":")[0] for key, facts in rows if client in facts["clients"]})
    keys = unit.session.scalars(select(notices.c.key).where(notices.c.kind == str(kind)))
    causes = {key.rpartition(":")[0] for key in keys}
    return sum(cause.startswith(f"{kind}:{number}:") for cause in causes)


def waiting_for_their_hour(unit: SqlUnit) -> int:
    """Letters of the night, which go out in the morning: no clock of a process is so fast."""
    later = notices.c.due_at > real_time() + timedelta(hours=3)
    waiting = select(func.count()).where(notices.c.state == NoticeState.WAITING, later)
    return unit.session.scalar(waiting) or 0
