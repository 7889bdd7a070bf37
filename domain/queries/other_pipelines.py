"""Where an open deal can go that is to go through other stages."""

from dataclasses import dataclass

from domain.entities.deals import Deal
from domain.entities.people import Right
from domain.entities.pipeline import Pipeline
from domain.entities.stages import Step
from domain.ports.desk import Desk
from domain.values.refusals import NotFound


@dataclass(frozen=True)
class Elsewhere:
    """An open deal, and the pipelines it could go on in, by their keys."""

    deal: Deal
    pipelines: dict[str, Pipeline]


def other_pipelines(desk: Desk, number: int) -> Elsewhere:
    """All in which deals are opened, but its own. Raises Forbidden, NotFound, Refusal: deal_closed."""
    desk.must(Right.OVERRIDE)
    found = desk.repositories.deals.get(number)
    found.must_be_open()
    return Elsewhere(found, pipelines_beside(desk, found))


def steps_elsewhere(desk: Desk, number: int, pipeline: str) -> tuple[Deal, list[Step]]:
    """Where in that pipeline it could stand; its end is for what has been gone through.

    Raises Forbidden, NotFound: no_such_definition, Refusal: deal_closed.
    """
    found = other_pipelines(desk, number)
    if pipeline not in found.pipelines:
        raise NotFound("no_such_definition")
    return found.deal, [*found.pipelines[pipeline].steps[:-1]]


def pipelines_beside(desk: Desk, deal: Deal) -> dict[str, Pipeline]:
    own, pipelines = desk.agency.pipelines.key_of(deal.step_key), desk.agency.pipelines
    return {key: one for key, one in pipelines.all.items() if key != own and not one.retired}
