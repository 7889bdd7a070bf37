"""Who travelled with clients before there were companions, or is entered by the release before this one: kept on their files.

A portion at a time, and twice is fine: every traveller says whether the client's file knows of them.
"""

from sqlalchemy import select, update

from domain.entities.companions import Circle
from domain.entities.deals import Deal
from storage.mapping import travellers
from storage.unit import SqlUnit

AT_ONCE = 100
"""Travellers in one transaction."""


def anybody_unknown(unit: SqlUnit) -> bool:
    """Whether a traveller was not looked at yet."""
    unknown = select(travellers.c.id).where(travellers.c.remembered.is_(None)).order_by(travellers.c.id)
    return unit.session.scalars(unknown.limit(1)).first() is not None


def remember_some(unit: SqlUnit) -> int:
    """Keeps a portion of them on the files of their clients; how many."""
    unknown = select(travellers.c.id, travellers.c.deal_id).where(travellers.c.remembered.is_(None))
    rows = unit.session.execute(unknown.order_by(travellers.c.id).limit(AT_ONCE)).all()
    wanted: dict[int, set[int]] = {}
    for row in rows:
        wanted.setdefault(row.deal_id, set()).add(row.id)
    for deal in unit.repositories.deals.several(sorted(wanted)):
        _remember(unit, deal, wanted[deal.id])
    done = [row.id for row in rows]
    unit.session.flush()
    unit.session.execute(update(travellers).where(travellers.c.id.in_(done)).values(remembered=True))
    return len(rows)


def _remember(unit: SqlUnit, deal: Deal, some: set[int]) -> None:
    companions = unit.repositories.companions
    circle = Circle(deal.client, companions.of(deal.client))
    for one in deal.party:
        if one.id in some:
            learnt = circle.learn(one, deal.party, deal.created_at)
            if learnt.is_new:
                companions.add(learnt.companion)
    unit.session.flush()
