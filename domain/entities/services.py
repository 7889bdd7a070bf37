"""Services: what was booked for a deal with others (a flight, a hotel), until when it is held, and what became of it."""

from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from typing import Annotated

from domain.entities.deals import Deal
from domain.entities.history import OF_ITS_BRANCH, history_of
from domain.entities.people import StaffMember
from domain.entities.rights import Right
from domain.entities.suppliers import Supplier
from domain.entities.timeline import DEALS
from domain.values.local_time import zone
from domain.values.money import Money
from domain.values.numbers import NumberOf
from domain.values.refusals import NotFound, Refusal

history_of("service", reach=OF_ITS_BRANCH, right=Right.SEE_DEALS)
DEALS.tells("deal", "service_added", "service_confirmed", "service_refused", "service_cancelled")

ServiceNumber = Annotated[int, NumberOf("service")]

LINK_VALID = timedelta(days=30)
"""So long a supplier can answer by a link."""
TOLD_ON = (-2, 0, 1)
"""Days after an option's last one on which its holder is told, as long as it is not confirmed."""
SOON = timedelta(days=2)
"""An option that runs out by then stands in the lists of what to do."""
MOST_ANSWERS = 20
"""So often one link is answered by; then the supplier phones."""


class ServiceKind(StrEnum):
    """What is booked."""

    FLIGHT = "flight"
    HOTEL = "hotel"
    TRANSFER = "transfer"
    INSURANCE = "insurance"
    EXCURSION = "excursion"
    OTHER = "other"

    @property
    def moves(self) -> bool:
        """Whether it goes from one place to another."""
        return self in (ServiceKind.FLIGHT, ServiceKind.TRANSFER)


class ServiceStatus(StrEnum):
    """What the supplier has said, or we have."""

    ASKED = "asked"
    CONFIRMED = "confirmed"
    REFUSED = "refused"
    CANCELLED = "cancelled"
    """By us."""


class SupplierAnswer(StrEnum):
    """What a supplier says behind the link."""

    CONFIRMED = "confirmed"
    REFUSED = "refused"
    ANOTHER_TIME = "another_time"


@dataclass(frozen=True)
class Stop:
    """Where and when something begins or ends, by the wall clock there; each part may be unknown."""

    day: date | None = None
    clock: str | None = None
    """ "06:40"."""
    zone: str | None = None
    place: str | None = None

    @property
    def time(self) -> time | None:
        return time.fromisoformat(self.clock) if self.clock else None

    @property
    def instant(self) -> datetime | None:
        """None unless day, hour and zone are known."""
        at = self.time
        if self.day is None or at is None or self.zone is None:
            return None
        return datetime.combine(self.day, at, zone(self.zone))


@dataclass(frozen=True, kw_only=True)
class ServicePlan:
    """What a colleague says of a service."""

    kind: ServiceKind
    title: str
    """ "FB 431", "Hotel Bellevue, double room"."""
    begins: Stop = Stop()
    ends: Stop = Stop()
    confirmation: str | None = None
    """The supplier's number."""
    option_until: date | None = None
    """Held for us until the end of that day."""
    free_until: date | None = None
    """Cancelled without a fee until the end of that day."""
    price: Money | None = None
    """What the client pays for it."""
    net: Money | None = None
    """What we pay."""
    words: str | None = None
    """What the supplier has to know besides: names, wishes."""
    supplier: Supplier | None = None

    def check(self, currency: str) -> None:
        """Raises Refusal: service_ends_before, unknown_zone, other_currency."""
        for each in (self.begins, self.ends):
            if each.zone is not None:
                zone(each.zone)
        if _is_before(self.ends, self.begins):
            raise Refusal("service_ends_before")
        for amount in (self.price, self.net):
            if amount is not None and amount.currency != currency:
                raise Refusal("other_currency", currency=currency)


def _is_before(ends: Stop, begins: Stop) -> bool:
    """As far as both are known; across zones by the instant."""
    last, first = ends.instant, begins.instant
    if last is not None and first is not None:
        return last < first
    return ends.day is not None and begins.day is not None and ends.day < begins.day


@dataclass(eq=False)
class Service:
    """Something booked for a deal. Of the link to its supplier only the hash is kept."""

    deal: Deal
    kind: ServiceKind
    title: str
    created_at: datetime
    begins: Stop | None = None
    ends: Stop | None = None
    confirmation: str | None = None
    option_until: date | None = None
    free_until: date | None = None
    price: Money | None = None
    net: Money | None = None
    words: str | None = None
    supplier: Supplier | None = None
    status: ServiceStatus = ServiceStatus.ASKED
    look_on: date | None = None
    """The day on which its holder is told next that the option runs out; None: no more."""
    link_hash: str | None = None
    link_until: datetime | None = None
    link_by: StaffMember | None = None
    looks: int = 0
    """How often the link was looked at."""
    looked_at: datetime | None = None
    answers: int = 0
    """How often a supplier has answered by a link."""
    answer: SupplierAnswer | None = None
    answered_at: datetime | None = None
    proposed: datetime | None = None
    """Another time, by the clock where it begins; it waits for a colleague."""
    supplier_words: str | None = None
    id: int = field(default=0)

    @property
    def branch(self) -> int | None:
        return self.deal.branch

    @property
    def is_live(self) -> bool:
        """It was neither refused nor cancelled."""
        return self.status in (ServiceStatus.ASKED, ServiceStatus.CONFIRMED)

    @property
    def is_confirmed(self) -> bool:
        return self.status is ServiceStatus.CONFIRMED

    @property
    def first(self) -> Stop:
        return self.begins or Stop()

    @property
    def last(self) -> Stop:
        return self.ends or Stop()

    @property
    def plan(self) -> ServicePlan:
        """As it stands, to be changed."""
        return ServicePlan(
            kind=self.kind,
            title=self.title,
            begins=self.first,
            ends=self.last,
            confirmation=self.confirmation,
            option_until=self.option_until,
            free_until=self.free_until,
            price=self.price,
            net=self.net,
            words=self.words,
            supplier=self.supplier,
        )

    def becomes(self, plan: ServicePlan, today: date) -> None:
        """As planned; whoever writes a confirmation number has it confirmed."""
        self.kind, self.title, self.words = plan.kind, plan.title, plan.words
        self.supplier = plan.supplier
        self.begins, self.ends = _known(plan.begins), _known(plan.ends)
        self.option_until, self.free_until = plan.option_until, plan.free_until
        self.price, self.net = plan.price, plan.net
        if plan.confirmation and plan.confirmation != self.confirmation and self.is_live:
            self.status = ServiceStatus.CONFIRMED
        self.confirmation = plan.confirmation
        self.looks_ahead(today)

    def looks_ahead(self, today: date) -> None:
        """When its holder is told next of the option: not today of what is done today."""
        self.look_on = next((day for day in self._told_on() if day > today), None)

    @property
    def is_held(self) -> bool:
        """There is an option that runs out, and nobody has confirmed."""
        return self.status is ServiceStatus.ASKED and self.option_until is not None

    def _told_on(self) -> list[date]:
        if not self.is_held or self.option_until is None:
            return []
        return [self.option_until + timedelta(days=days) for days in TOLD_ON]

    def must_be_live(self) -> None:
        """Raises Refusal: service_over."""
        if not self.is_live:
            raise Refusal("service_over")

    def closes_link(self) -> None:
        self.link_hash = self.link_until = None

    def must_be_answerable(self, now: datetime) -> None:
        """By the link. Raises NotFound: link_closed."""
        closed = self.link_until is None or now >= self.link_until
        if closed or self.status is ServiceStatus.CANCELLED:
            raise NotFound("link_closed")

    def accepts(self) -> datetime:
        """The other time that the supplier offered holds; its end moves along. Raises Refusal: nothing_proposed."""
        at = self.proposed
        if at is None:
            raise Refusal("nothing_proposed")
        self.must_be_live()
        before, after = self.first, self.last
        if before.day is not None and after.day is not None:
            self.ends = Stop(after.day + (at.date() - before.day), after.clock, after.zone, after.place)
        self.begins = Stop(at.date(), f"{at:%H:%M}", before.zone, before.place)
        self.status, self.proposed = ServiceStatus.CONFIRMED, None
        return at


def _known(stop: Stop) -> Stop | None:
    return None if stop == Stop() else stop
