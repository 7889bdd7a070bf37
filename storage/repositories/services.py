"""What was booked for deals: of one deal, options that run out, and by the link to a supplier."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from sqlalchemy import Column, Select, exists, func, literal, select

from domain.declarations import declare
from domain.entities.branches import within
from domain.entities.deals import Deal
from domain.entities.people import StaffMember
from domain.entities.services import Service, ServiceStatus
from storage.mapping import deals
from storage.mapping.services import services
from storage.repositories.deals import DEAL
from storage.repositories.loads import one
from storage.repositories.reach import BRANCHED, Conditions, of_reached_deal
from storage.repositories.repository import Repository

LIVE = (ServiceStatus.ASKED, ServiceStatus.CONFIRMED)


class SqlServices(Repository[Service]):
    kind, table, missing = Service, services, "no_such_service"
    loads = (one("deal", *DEAL[:3]), one("link_by", one("person")), one("supplier"))

    def of_deal(self, deal: Deal, limit: int = 50, offset: int = 0) -> Sequence[Service]:
        in_order = (
            services.c.begins_on.is_(None),
            services.c.begins_on,
            services.c.begins_clock.is_(None),
            services.c.begins_clock,
        )
        theirs = self._seen().where(services.c.deal_id == deal.id)
        found = theirs.order_by(*in_order, services.c.id).limit(limit).offset(offset)
        return self._list(found)

    def count_of(self, deal: Deal) -> int:
        live = services.c.deal_id == deal.id, services.c.status.in_(LIVE)
        counted = select(func.count()).select_from(services).where(*live)
        return self.session.scalar(counted.where(*of_reached_deal(services.c.deal_id, self.reach))) or 0

    def running_out(
        self, to_day: date, responsible: Sequence[StaffMember] = (), limit: int = 8, offset: int = 0
    ) -> Sequence[Service]:
        found = self._held_for_us(self._all(), to_day, responsible)
        return self._list(found.order_by(services.c.option_until, services.c.id).limit(limit).offset(offset))

    def count_running_out(
        self, to_day: date, responsible: Sequence[StaffMember] = (), most: int = 100
    ) -> int:
        some = self._held_for_us(select(literal(1)).select_from(services), to_day, responsible)
        counted = select(func.count()).select_from(some.limit(most + 1).subquery())
        return self.session.scalar(counted) or 0

    def to_look_at(self, day: date, limit: int) -> Sequence[Service]:
        come = self._seen().where(services.c.look_on <= day)
        return self._list(self._held(come.order_by(services.c.look_on, services.c.id).limit(limit)))

    def by_link(self, token_hash: str) -> Service | None:
        return self._first(self._all().where(services.c.link_hash == token_hash))

    def _held_for_us(
        self, rows: Select[Any], to_day: date, responsible: Sequence[StaffMember]
    ) -> Select[Any]:
        held = (
            services.c.status == ServiceStatus.ASKED,
            services.c.option_until.is_not(None),
            services.c.option_until <= to_day,
        )
        open_deal = [deals.c.id == services.c.deal_id, deals.c.closed_at.is_(None)]
        if responsible:
            open_deal.append(deals.c.responsible_id.in_([member.id for member in responsible]))
        theirs = rows.where(*held, exists().where(*open_deal))
        return theirs.where(*of_reached_deal(services.c.deal_id, self.reach))

    def _seen(self) -> Select[Any]:
        return self._all().where(*of_reached_deal(services.c.deal_id, self.reach))

    def _within_reach(self, thing: Service) -> bool:
        return within(self.reach, thing.deal.branch)


def _of_reached_service(number: Column[int], reach: int | None) -> Conditions:
    """What is told of a service is told where its deal is."""
    if reach is None:
        return ()
    its_deal = select(services.c.id).where(
        services.c.id == number, *of_reached_deal(services.c.deal_id, reach)
    )
    return (its_deal.exists(),)


declare(BRANCHED, "service", _of_reached_service)
