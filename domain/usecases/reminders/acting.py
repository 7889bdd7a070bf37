"""What is done about what is late: a client was called, a question needs no answer, a journey is over, no more reminders."""

from domain.entities.clients import Client
from domain.entities.deals import Deal
from domain.entities.interactions import Interaction
from domain.entities.people import Right
from domain.ports.desk import Desk
from domain.queries.deal_steps import step_fact, waits_for
from domain.queries.late import is_undecided
from domain.usecases.conversations.moving import look_anew
from domain.usecases.settling.opening import open_settlement
from domain.values.refusals import Refusal


def note_called(desk: Desk, number: int) -> Deal:
    """A colleague has called the client of this deal about what is due. Twice a day is once. Raises Forbidden, NotFound."""
    desk.must(Right.MOVE_DEALS)
    deal = desk.repositories.deals.locked(number)
    day = desk.today.toordinal()
    if deal.reminded.get("called") != day:
        deal.reminded["called"] = day
        desk.note("deal", deal.id, "called")
    return deal


def conclude(desk: Desk, number: int) -> Deal:
    """The journey is over, and took place: the deal has come to its last stage, whatever is missing of it.

    Raises Forbidden, NotFound, Refusal: deal_closed, journey_not_over.
    """
    desk.must(Right.MOVE_DEALS)
    deal = desk.repositories.deals.locked(number)
    deal.must_be_open()
    if not is_undecided(desk, deal):
        raise Refusal("journey_not_over", number=deal.id)
    left_open = [gap.kind for gap in waits_for(desk, deal)]
    pipeline, came_from = desk.agency.pipelines.of(deal.step_key), deal.step_key
    deal.move_to(pipeline.last, pipeline, desk.now)
    moved = {"from": step_fact(desk, came_from), "to": step_fact(desk, deal.step_key)}
    desk.note("deal", deal.id, "advanced", **moved, missing=left_open)
    open_settlement(desk, deal)
    return deal


def needs_no_answer(desk: Desk, number: int) -> Interaction:
    """What a client wrote needs none: "thank you!". Twice is fine. Raises Forbidden, NotFound."""
    desk.must(Right.ANSWER_CLIENTS)
    question = desk.repositories.interactions.get(number)
    if not question.waits:
        return question
    question.answered_at = desk.now
    look_anew(desk, question.client)
    desk.note_within(question.branch, "client", question.client.id, "no_answer_needed")
    return question


def mute_reminders(desk: Desk, number: int, *, muted: bool) -> Client:
    """No reminders go to this client any more, or they do again. Twice is fine. Raises Forbidden, NotFound."""
    desk.must(Right.MOVE_DEALS)
    client = desk.repositories.clients.locked(number)
    if (client.muted_at is not None) is not muted:
        client.muted_at = desk.now if muted else None
        desk.note("client", client.id, "reminders_muted" if muted else "reminders_again")
    return client


def spoken_with(desk: Desk, client: Client) -> None:
    """Somebody has spoken with the client: nobody owes them an answer to what they asked before.

    What they asked another branch about its own deals still waits there.
    """
    for question in desk.repositories.interactions.unanswered_of(client):
        question.answered_at = desk.now
