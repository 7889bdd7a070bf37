"""A client who was on file only is in Telegram from now on: addressed as the file says, and found by their name there."""

from domain.entities.clients import Client
from domain.entities.people import Person
from domain.ports.desk import Desk
from domain.usecases.clients.noticing import notice_facts


def came(desk: Desk, file: Client, person: Person) -> None:
    """By the agency, for whoever has found out whose file it is. Who was told to be called so there may be the same."""
    file.person = person
    file.speak_as_noted()
    desk.note("client", file.id, "linked", person=person.name)
    if file.telegram_name is not None:
        desk.archive.flush()
        desk.archive.clients.renamed(file)
        notice_facts(desk, file, "username")
