"""Two files that both knew somebody are joined: of each person one companion is shown, and both come back when they part."""

from collections.abc import Sequence

from domain.entities.clients import Client
from domain.entities.companions import newest_of, overlapping
from domain.ports.desk import Desk


def join_companions(desk: Desk, behind: Client, file: Client) -> list[int]:
    """Before what names the file `behind` names the other; the numbers of those that are not shown any more.

    Nothing is written over: with the newer passport is shown whoever has it. By the agency, for whoever may merge clients.
    """
    companions = desk.archive.companions
    hidden = []
    for one, other in overlapping(companions.of(behind), companions.of(file)):
        shown = newest_of(one, other)
        older = other if shown is one else one
        older.same_as = shown.id
        hidden.append(older.id)
    return hidden


def part_companions(desk: Desk, hidden: Sequence[int]) -> None:
    """Each file shows its own again, if they are still there. By the agency, likewise."""
    for one in desk.archive.companions.several(hidden):
        one.same_as = None
