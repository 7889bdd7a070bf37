"""What was written is changed, or taken back: the first words stay with us, and whoever has read them learns of it."""

from datetime import timedelta

from domain.entities.interactions import Interaction, InteractionEdit, Said, Source
from domain.entities.people import Right
from domain.notices.interactions import ANSWER_EDITED, ANSWER_TAKEN_BACK, QUESTION_EDITED
from domain.ports.desk import Desk
from domain.queries.messages import delivered, notice_keys, told_of
from domain.usecases.staff_groups.showing import show_change
from domain.values.refusals import NotFound, Refusal

TOGETHER = timedelta(seconds=20)
"""Changes that follow so closely are told of once."""


def edit_said(desk: Desk, source: Source, text: str) -> Interaction | None:
    """What the actor wrote to us in this message reads so now; None when it is none of theirs. Twice is fine.

    Raises Refusal: sent_in_parts.
    """
    said = desk.archive.interactions.from_source(source.chat, source.message)
    if said is None or not _is_theirs(desk, said) or said.taken_back_at is not None:
        return None
    if text == said.words:
        return said
    if said.how is Said.ANSWER and len(notice_keys(said)) > 1:
        raise Refusal("sent_in_parts")
    before = list(desk.archive.interactions.edits_of(said))
    edit = InteractionEdit(said, text, desk.now)
    desk.archive.interactions.note_edit(edit)
    said.now_reads, said.edited_at = text, desk.now
    desk.repositories.flush()
    act = "edited" if said.staff is None else "answer_edited"
    desk.note_within(
        said.branch, "client", said.client.id, act, text=text, before=before[-1].text if before else said.text
    )
    _pass_on(desk, said, edit, before)
    show_change(desk, said)
    return said


def take_back_answer(desk: Desk, number: int) -> Interaction:
    """The actor would rather not have sent it: it disappears from the client's chat. Twice is fine.

    Raises Forbidden, NotFound, Refusal: sent_two_days_ago.
    """
    said = desk.repositories.interactions.locked(_answer_of_mine(desk, number).id)
    if said.taken_back_at is not None:
        return said
    said.taken_back_at = desk.now
    desk.note_within(said.branch, "client", said.client.id, "answer_taken_back", text=said.in_short)
    for told in delivered(desk, said):
        desk.notify(told.person, ANSWER_TAKEN_BACK, str(told.id), notice=told.id)
    show_change(desk, said)
    return said


def _answer_of_mine(desk: Desk, number: int) -> Interaction:
    """What the actor has sent to a client. Raises Forbidden, NotFound, Refusal: sent_two_days_ago."""
    desk.must(Right.ANSWER_CLIENTS)
    said = desk.repositories.interactions.get(number)
    if said.how is not Said.ANSWER or said.staff is None or said.staff is not desk.actor.staff:
        raise NotFound("no_such_interaction")
    if not said.can_be_deleted(desk.now) and said.taken_back_at is None:
        raise Refusal("sent_two_days_ago")
    return said


def _is_theirs(desk: Desk, said: Interaction) -> bool:
    if said.staff is None:
        return desk.actor.client is not None and said.client is desk.actor.client
    return said.staff is desk.actor.staff


def _pass_on(desk: Desk, said: Interaction, edit: InteractionEdit, before: list[InteractionEdit]) -> None:
    number = said.id
    key = f"{said.id}:{edit.id}"
    if said.how is Said.ANSWER:
        for told in delivered(desk, said)[:1]:
            desk.notify(told.person, ANSWER_EDITED, key, notice=told.id, interaction=number)
        return
    people = {told.person.id: told.person for told in told_of(desk, said)}
    earlier = [f"{QUESTION_EDITED}:{said.id}:{one.id}:{person}" for one in before for person in people]
    for waiting in desk.archive.notices.told_under(earlier):
        if waiting.waits:
            waiting.drop("edited again")
    for person in people.values():
        desk.notify(person, QUESTION_EDITED, key, due_at=desk.now + TOGETHER, interaction=number)
