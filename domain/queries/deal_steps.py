"""What a deal waits for at its step, and whether it goes on by itself."""

from datetime import date, timedelta
from typing import Any

from domain.entities.deals import Deal
from domain.entities.field_needs import unfilled
from domain.entities.fields import FIELD, Fields
from domain.entities.requirements import REQUIREMENTS, Missing, missing
from domain.ports.desk import Desk
from domain.values.labels import said

DEPARTED = "departed"


def waits_for(desk: Desk, deal: Deal) -> list[Missing]:
    """What must still happen before the deal may leave its step; nothing keeps a closed one."""
    if not deal.is_open:
        return []
    step = desk.agency.pipelines.of(deal.step_key).step(deal.step_key)
    return [*missing(deal, step, desk.local_now), *waits_for_besides(desk, deal)]


def goes_on_by_itself(desk: Desk, step: str) -> bool:
    """Whether deals leave this step as soon as it has what it waits for; one that waits for nothing is left by hand."""
    pipeline = desk.agency.pipelines.of(step)
    following = pipeline.after(step) if pipeline.has(step) else None
    here = pipeline.step(step)
    fields: Fields = desk.agency.definitions.all(FIELD)
    asked = any(one.stage == here.stage and not one.retired for one in fields.values())
    return bool(here.needs) or asked or (following is not None and following.told)


def waits_for_besides(desk: Desk, deal: Deal) -> list[Missing]:
    """Fields of the agency's own; that the client is told of the departure before a step that says they are; and, whoever
    made the stages, that the journey has begun before the last one.
    """
    fields = unfilled(deal, desk.agency.definitions.all(FIELD))
    return [*fields, *_to_be_told(desk, deal), *_to_depart(desk, deal)]


def _to_depart(desk: Desk, deal: Deal) -> list[Missing]:
    pipeline = desk.agency.pipelines.of(deal.step_key)
    ends = pipeline.has(deal.step_key) and pipeline.after(deal.step_key) == pipeline.last
    if not ends or DEPARTED in pipeline.step(deal.step_key).needs:
        return []
    gap = REQUIREMENTS[DEPARTED](deal, desk.local_now)
    return [gap] if gap is not None else []


def _to_be_told(desk: Desk, deal: Deal) -> list[Missing]:
    pipeline = desk.agency.pipelines.of(deal.step_key)
    following = pipeline.after(deal.step_key) if pipeline.has(deal.step_key) else None
    told_on = _told_on(desk, deal)
    if following is None or not following.told or deal.told_at or told_on is None:
        return []
    return [Missing("client_told", {"day": told_on})]


def _told_on(desk: Desk, deal: Deal) -> date | None:
    """The day on which the client is told of a departure that is still ahead."""
    trip = deal.trip
    if trip is not None:
        return trip.reminder_at.astimezone(trip.where).date() if trip.departs_at > desk.now else None
    ahead = timedelta(days=desk.agency.timing.departure_days)
    return deal.starts - ahead if deal.starts and deal.starts > desk.today else None


def step_fact(desk: Desk, step: str) -> Any:
    """A step as the history keeps it: by its key, or in the owner's words as they are now."""
    labels = desk.agency.pipelines.names.get(step)
    return said(labels).kept() if labels else step


def too_early(desk: Desk, deal: Deal) -> bool:
    """Whether a voucher would go out before its stage."""
    return not desk.agency.pipelines.of(deal.step_key).may_have_voucher(deal.step_key)
