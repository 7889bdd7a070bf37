"""Steps as the table of deals has them: "deposit", or "documents.sent" for a stage with sub-stages."""

from collections.abc import Collection

from sqlalchemy import ColumnElement, Select, and_, bindparam, false, func, literal_column, or_, select

from domain.entities.stages import LOST
from storage.mapping import deals

# Spelled out as in the index on seats, so that SQLite knows it may use it.
NOT_LOST: ColumnElement[bool] = deals.c.step_key != literal_column(f"'{LOST}'")


def at_stage(stage: str) -> ColumnElement[bool]:
    """Deals at this stage or a sub-stage of it: one range for the index ("/" comes after "."), then the rest."""
    key = deals.c.step_key
    return and_(key >= stage, key < f"{stage}/", or_(key == stage, key >= f"{stage}."))


def at_stages(stages: Collection[str]) -> ColumnElement[bool]:
    """Deals at any of these stages."""
    return or_(false(), *map(at_stage, stages))


def _next_step(after: ColumnElement[bool]) -> Select[tuple[str]]:
    return select(func.min(deals.c.step_key).label("step")).where(
        deals.c.closed_at.is_(None), after, deals.c.step_key < bindparam("beyond")
    )


# From one to the next by the index, however many deals wait at each.
_there = _next_step(deals.c.step_key >= bindparam("stage")).cte(recursive=True)
_there = _there.union_all(
    select(_next_step(deals.c.step_key > _there.c.step).scalar_subquery()).where(_there.c.step.is_not(None))
)
LAST = chr(0x10FFFF)
"""No step's name comes after it."""

STEPS_THERE = select(_there.c.step).where(_there.c.step.is_not(None))
"""Steps of a stage (and of those whose name begins so) at which there are open deals."""
