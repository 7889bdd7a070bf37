"""Whom the agency asks for names and documents: never a child, whatever file of their own they have."""

from domain.entities.deals import Deal
from domain.entities.particulars import is_child
from domain.entities.people import Person
from domain.ports.desk import Desk


def is_a_childs(desk: Desk, deal: Deal) -> bool:
    """Whether the client of this deal will be a child when it begins: then a colleague asks the parents."""
    born_on = deal.client.born_on
    return born_on is not None and is_child(born_on, deal.first_day or desk.today)


def asked_for_documents(desk: Desk, deal: Deal) -> Person | None:
    """Who is written to for names, passports and the like. None: nobody is."""
    return None if is_a_childs(desk, deal) else deal.client.person
