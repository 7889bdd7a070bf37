"""Steps as the table of deals has them: "deposit", or "documents.sent" for a stage with sub-stages."""

from sqlalchemy import ColumnElement, and_, or_

from storage.tables import deals


def at_stage(stage: str) -> ColumnElement[bool]:
    """Deals at this stage or a sub-stage of it: one range for the index ("/" comes after "."), then the rest."""
    key = deals.c.step_key
    return and_(key >= stage, key < f"{stage}/", or_(key == stage, key >= f"{stage}."))
