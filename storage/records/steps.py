"""Steps as the table of deals has them: "deposit", or "documents.sent" for a stage with sub-stages."""

from sqlalchemy import ColumnElement, or_

from storage.tables import deals


def at_stage(stage: str) -> ColumnElement[bool]:
    """Deals at this stage or a sub-stage of it. A range, so that an index serves ("/" comes after ".")."""
    key = deals.c.step_key
    return or_(key == stage, (key >= f"{stage}.") & (key < f"{stage}/"))
