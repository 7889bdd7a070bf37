"""What stands with a client, counted in one statement; of each table by an index that names the client."""

from functools import cache

from sqlalchemy import ColumnElement, ScalarSelect, bindparam, exists, func, or_, select

from domain.entities.clients import Client
from domain.entities.inquiries import InquiryState
from domain.entities.overview import Overview
from storage.engine.compiled import Compiled
from storage.mapping import clients, deals, inquiries, interactions
from storage.mapping.companions import companions
from storage.mapping.consents import consents
from storage.mapping.families import family_members, family_proposals
from storage.mapping.merging import doubts, merges
from storage.repositories.reach import of_reached_deal, of_reached_inquiry, reached
from storage.session import Session


def overview_of(session: Session, client: Client, reach: int | None) -> Overview:
    session.autoflushed()
    person = client.person.id if client.person else 0
    [row] = session.rows(_counted(reach), client=client.id, person=person)
    return Overview(*row)


@cache
def _counted(reach: int | None) -> Compiled:
    dealt = _theirs(deals.c.client_id), *reached(deals.c.branch_id, reach)
    wished = _theirs(inquiries.c.client_id), *reached(inquiries.c.branch_id, reach)
    said = (
        _theirs(interactions.c.client_id),
        *of_reached_deal(interactions.c.deal_id, reach),
        *of_reached_inquiry(interactions.c.inquiry_id, reach),
    )
    joined = _theirs(merges.c.kept), merges.c.undone_at.is_(None)
    agreed = exists().where(consents.c.person_id == bindparam("person", type_=clients.c.id.type))
    seen = companions.c.same_as.is_(None)
    return Compiled(
        select(
            _count(deals.c.id, *dealt),
            exists().where(*dealt, deals.c.closed_at.is_not(None)),
            _count(inquiries.c.id, *wished),
            exists().where(*wished, inquiries.c.state == InquiryState.OPEN),
            exists().where(*said),
            _either(doubts.c.first, doubts.c.second, doubts.c.settled_at.is_(None)),
            exists().where(*joined),
            _count(companions.c.id, _theirs(companions.c.client_id), seen),
            or_(
                exists().where(_theirs(family_members.c.client_id)),
                _either(
                    family_proposals.c.first,
                    family_proposals.c.second,
                    family_proposals.c.settled_at.is_(None),
                ),
            ),
            or_(exists().where(_theirs(consents.c.client_id)), agreed),
        )
    )


def _theirs(column: ColumnElement[int]) -> ColumnElement[bool]:
    return column == bindparam("client", type_=clients.c.id.type)


def _count(number: ColumnElement[int], *which: ColumnElement[bool]) -> ScalarSelect[int]:
    return select(func.count(number)).where(*which).scalar_subquery()


def _either(
    first: ColumnElement[int], second: ColumnElement[int], is_open: ColumnElement[bool]
) -> ColumnElement[bool]:
    """Of a pair that is not settled, each of the two."""
    return or_(*(exists().where(_theirs(one), is_open) for one in (first, second)))
