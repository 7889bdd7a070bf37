"""What a deal waits for at its step, and whether it goes on by itself."""

from datetime import date, timedelta
from typing import Any

from domain.entities.deals import Deal
from domain.entities.field_needs import unfilled
from domain.entities.fields import FIELD, Fields
from domain.entities.requirements import REQUIREMENTS, Missing, missing
from domain.entities.stages import Step
from domain.ports.desk import Desk
from domain.values.labels import said

DEPARTED = "departed"


def waits_for(desk: Desk, deal: Deal) -> list[Missing]:
    """What must still happen before the deal may leave its step; nothing keeps a closed one."""
    if not deal.is_open:
        return []
    return _waits_at(desk, deal, deal.step_key)


def stands_after(desk: Desk, deal: Deal) -> Step:
    """Where an open deal will stand when it is moved on: past the steps that are passed by themselves."""
    pipeline = desk.agency.pipelines.of(deal.step_key)
    step = pipeline.after(deal.step_key) or pipeline.last
    while (following := passed_to(desk, deal, step.key)) is not None:
        step = following
    return step


def passed_to(desk: Desk, deal: Deal, step: str, *, taken_up: bool = False) -> Step | None:
    """What an open deal goes on to by itself from this step; None: it stays there.

    A new deal stays among the new ones until somebody has `taken_up` it, and a deal at a step that names nothing to wait for
    stays until somebody moves it. The end is not come to like this: a journey is over when its last day is.
    """
    pipeline = desk.agency.pipelines.of(step)
    if not pipeline.has(step) or _waits_at(desk, deal, step):
        return None
    goes_on = taken_up if step == pipeline.first.key else goes_on_by_itself(desk, step)
    following = pipeline.after(step) if goes_on else None
    return None if following == pipeline.last else following


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
    return _besides_at(desk, deal, deal.step_key)


def _waits_at(desk: Desk, deal: Deal, step: str) -> list[Missing]:
    here = desk.agency.pipelines.of(step).step(step)
    return [*missing(deal, here, desk.local_now), *_besides_at(desk, deal, step)]


def _besides_at(desk: Desk, deal: Deal, step: str) -> list[Missing]:
    stage = desk.agency.pipelines.of(step).step(step).stage
    fields = unfilled(deal, desk.agency.definitions.all(FIELD), stage)
    return [*fields, *_to_be_told(desk, deal, step), *_to_depart(desk, deal, step)]


def _to_depart(desk: Desk, deal: Deal, step: str) -> list[Missing]:
    pipeline = desk.agency.pipelines.of(step)
    ends = pipeline.has(step) and pipeline.after(step) == pipeline.last
    if not ends or DEPARTED in pipeline.step(step).needs:
        return []
    gap = REQUIREMENTS[DEPARTED](deal, desk.local_now)
    return [gap] if gap is not None else []


def _to_be_told(desk: Desk, deal: Deal, step: str) -> list[Missing]:
    pipeline = desk.agency.pipelines.of(step)
    following = pipeline.after(step) if pipeline.has(step) else None
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
