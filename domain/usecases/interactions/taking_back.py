"""What somebody replies to with "take back" is taken back, whatever it became."""

from domain.entities.interactions import Interaction, Said, Source
from domain.ports.desk import Desk
from domain.usecases.clients.messages import take_back
from domain.usecases.interactions.editing import take_back_answer
from domain.usecases.interactions.noting import take_back_note


def take_back_said(desk: Desk, source: Source) -> Interaction | None:
    """What the actor wrote to us in this message; None when nothing of theirs was made of it. Twice is fine.

    Raises Refusal: sent_two_days_ago, noted_two_days_ago, answered_already, sent_long_ago.
    """
    said = desk.archive.interactions.from_source(source.chat, source.message)
    if said is None:
        return None
    if said.staff is None:
        mine = desk.actor.client is not None and said.client is desk.actor.client
        return take_back(desk, said.id) if mine and said.how is Said.QUESTION else None
    if said.staff is not desk.actor.staff:
        return None
    if said.how is Said.ANSWER:
        return take_back_answer(desk, said.id)
    return take_back_note(desk, said.id) if said.how in (Said.NOTE, Said.CALL) else None
