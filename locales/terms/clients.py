"""A client in a line, as people see it."""

from domain.entities.clients import Client
from locales.sentence import Sentence, _, n_, verbatim
from locales.terms.phones import pretty_phone

PEOPLE = n_("{count} person", "{count} people")


def people(count: int) -> Sentence:
    return PEOPLE(count=count)


def whom_to_call(client: Client) -> Sentence:
    """ "Anna Petrova, +359 88 812 3456"; the name alone when we have no number."""
    if client.phone is None:
        return verbatim(client.name)
    return _("{client}, {phone}")(client=client.name, phone=pretty_phone(client.phone))
