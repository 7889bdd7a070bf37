"""Whom a question of a client is for, before it is everybody's who may answer."""

from domain.entities.clients import Client
from domain.entities.interactions import Interaction
from domain.entities.people import Right, StaffMember
from domain.ports.desk import Desk


def addressees(desk: Desk, question: Interaction, answered: Interaction | None = None) -> list[StaffMember]:
    """Who wrote what it replies to and who looks after what it is about; else whose the client is. Nobody: it is for all."""
    return question.addressees(answered) or keeper(desk, question.client, question.branch)


def keeper(desk: Desk, client: Client, branch: int | None) -> list[StaffMember]:
    """The colleague who looks after the client, as long as they can answer what belongs to this branch."""
    member = desk.archive.clients.responsible_of(client)
    if member is None or not member.active or not member.may(Right.ANSWER_CLIENTS):
        return []
    return [member] if member.sees(branch) and member.person.reachable else []
