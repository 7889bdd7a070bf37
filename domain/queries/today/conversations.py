"""Today: clients who wait for an answer: the actor's and nobody's; of the owner, those who wait for too long."""

from domain.entities.people import Right, Role
from domain.ports.desk import Desk
from domain.queries.conversations import count_late_answers, to_answer
from domain.queries.today.declared import Found, today_line


@today_line("to_answer", {Role.MANAGER: 30, Role.OPERATOR: 30}, Right.ANSWER_CLIENTS)
def _to_answer_line(desk: Desk) -> Found | None:
    """With the age of the oldest."""
    found = to_answer(desk)
    return None if found is None else Found(found.count, found.only, {"since": found.since})


@today_line("late_answers", {Role.OWNER: 60}, Right.ANSWER_CLIENTS)
def _late_answers_line(desk: Desk) -> Found:
    return Found(count_late_answers(desk))
