"""A deal goes on through other stages than those it was opened in."""

from domain.entities.deals import Deal
from domain.entities.people import Right
from domain.ports.desk import Desk
from domain.queries.deal_steps import step_fact
from domain.queries.other_pipelines import pipelines_beside
from domain.usecases.deals.passing import entered
from domain.values.refusals import NotFound


def go_elsewhere(desk: Desk, number: int, expected: str, to: str) -> Deal:
    """To this step of another pipeline, whatever is missing; `expected` is the step the mover saw.

    The client is asked for what that step wants of them, unless they were asked before.
    Raises Forbidden, NotFound: no_such_definition, Refusal: deal_closed, already_moved.
    """
    desk.must(Right.OVERRIDE)
    deal = desk.repositories.deals.locked(number)
    deal.must_be_open()
    deal.must_stand_at(expected, desk.agency.pipelines.names)
    others = pipelines_beside(desk, deal).values()
    goal = next(((one, step) for one in others for step in one.steps[:-1] if step.key == to), None)
    if goal is None:
        raise NotFound("no_such_definition")
    came_from, (pipeline, step) = step_fact(desk, deal.step_key), goal
    deal.move_to(step, pipeline, desk.now)
    desk.note("deal", deal.id, "went_elsewhere", **{"from": came_from, "to": step_fact(desk, to)})
    entered(desk, deal)
    return deal
