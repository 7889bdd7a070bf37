"""Who waits for us by what the release before this one wrote, and has no conversation that says so; and the other way round.

That release goes on beside this one until it is stopped: it hears clients and answers them without a look at conversations.
Goes with the release after this one.
"""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import ColumnElement, Select, and_, or_, select, text, union

from domain.entities.conversations import Waits
from domain.entities.inquiries import InquiryState
from storage.mapping import inquiries, interactions
from storage.mapping.conversations import conversations
from storage.unit import SqlUnit

# Spelled out as in the indexes, so that SQLite knows it may use them.
_UNANSWERED: ColumnElement[bool] = text(
    "interactions.how = 'question' AND interactions.staff_id IS NULL AND interactions.answered_at IS NULL"
)  # type: ignore[assignment]
_UNTAKEN: ColumnElement[bool] = text("inquiries.state = 'open' AND inquiries.taken_by_id IS NULL")  # type: ignore[assignment]
_FOR_US: ColumnElement[bool] = text("conversations.waits = 'us'")  # type: ignore[assignment]


def clients_overtaken(unit: SqlUnit, after: int, most: int) -> Sequence[int]:
    """The first so many clients above this number whose conversations have not heard of it."""
    found = union(_asked(), _wished(), _answered(), _over()).subquery()
    numbers = select(found.c.client_id).where(found.c.client_id > after).order_by(found.c.client_id)
    return unit.session.scalars(numbers.limit(most)).all()


def _asked() -> Select[Any]:
    """They have asked, and nobody has answered: then a conversation waits for us, always."""
    here = conversations.c.client_id == interactions.c.client_id
    waiting = interactions.outerjoin(conversations, and_(here, conversations.c.waits == Waits.FOR_US))
    asked = select(interactions.c.client_id).select_from(waiting)
    return asked.where(_UNANSWERED, conversations.c.id.is_(None))


def _wished() -> Select[Any]:
    """What they wish nobody has taken, and no word was said or taken as an answer since it came."""
    theirs = inquiries.outerjoin(conversations, conversations.c.client_id == inquiries.c.client_id)
    older = and_(conversations.c.waits != Waits.FOR_US, conversations.c.since < inquiries.c.received_at)
    wished = select(inquiries.c.client_id).select_from(theirs)
    return wished.where(_UNTAKEN, or_(conversations.c.id.is_(None), older))


def _answered() -> Select[Any]:
    """What waits for us was answered."""
    asked = conversations.join(interactions, interactions.c.id == conversations.c.question)
    waiting = select(conversations.c.client_id).select_from(asked)
    return waiting.where(_FOR_US, interactions.c.answered_at.is_not(None))


def _over() -> Select[Any]:
    """What waits for us is a deal by now, or closed."""
    wished = conversations.join(inquiries, inquiries.c.id == conversations.c.inquiry)
    waiting = select(conversations.c.client_id).select_from(wished)
    return waiting.where(_FOR_US, conversations.c.question.is_(None), inquiries.c.state != InquiryState.OPEN)
