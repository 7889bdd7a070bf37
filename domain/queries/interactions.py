"""One interaction: all that is known of it, and of whom it is."""

from collections.abc import Sequence
from dataclasses import dataclass

from domain.entities.clients import Client
from domain.entities.deals import Deal
from domain.entities.inquiries import Inquiry
from domain.entities.interactions import Interaction, InteractionEdit, Said
from domain.entities.note_lines import NoteLine, called_so
from domain.entities.people import Right
from domain.ports.desk import Desk
from domain.values.refusals import NotFound, Refusal


@dataclass(frozen=True)
class Whose:
    """Whom something is about, and in which matter."""

    client: Client
    inquiry: Inquiry | None = None
    deal: Deal | None = None


def whose_to_note(desk: Desk, client: int, inquiry: int | None = None, deal: int | None = None) -> Whose:
    """Raises Forbidden, NotFound, also for a deal or an inquiry of somebody else."""
    desk.must(Right.ANSWER_CLIENTS)
    papers = desk.repositories
    found = papers.clients.get(client)
    wish = papers.inquiries.get(inquiry) if inquiry is not None else None
    sale = papers.deals.get(deal) if deal is not None else None
    if wish is not None and wish.client is not found:
        raise NotFound("no_such_inquiry")
    if sale is not None and sale.client is not found:
        raise NotFound("no_such_deal")
    return Whose(found, wish, sale)


@dataclass(frozen=True)
class InteractionCard:
    """One interaction, and all it read since its first words, oldest first."""

    said: Interaction
    edits: Sequence[InteractionEdit]
    mine: bool
    """Whether the actor has written it."""


def interaction_card(desk: Desk, number: int) -> InteractionCard:
    """Raises Forbidden, NotFound."""
    desk.must(Right.ANSWER_CLIENTS)
    said = desk.repositories.interactions.get(number)
    mine = said.staff is not None and said.staff is desk.actor.staff
    return InteractionCard(said, desk.repositories.interactions.edits_of(said), mine)


def must_note_clients(desk: Desk) -> None:
    """Raises Forbidden."""
    desk.must(Right.ANSWER_CLIENTS)


def note_of_mine(desk: Desk, number: int) -> Interaction:
    """What the actor has written down, lately enough to be taken back.

    Raises Forbidden, NotFound, Refusal: noted_two_days_ago.
    """
    said = note_called(desk, number)
    if said.staff is None or said.staff is not desk.actor.staff:
        raise NotFound("no_such_interaction")
    if not said.can_be_deleted(desk.now) and said.taken_back_at is None:
        raise Refusal("noted_two_days_ago")
    return said


def note_called(desk: Desk, number: int) -> Interaction:
    """What a colleague has written down. Raises Forbidden, NotFound."""
    desk.must(Right.ANSWER_CLIENTS)
    said = desk.repositories.interactions.get(number)
    if said.how not in (Said.NOTE, Said.CALL):
        raise NotFound("no_such_interaction")
    return said


_LOOKED_THROUGH = 30


@dataclass(frozen=True)
class Named:
    """Whom a note in one line may be about, and what it says of them."""

    clients: Sequence[Client]
    words: str


def clients_named(desk: Desk, line: NoteLine) -> Named:
    """Those on file who are called so; before a colon also by the beginning of a name, or by the phone.

    Nobody for whoever keeps no notes on clients: they are not told who is on file. Raises Forbidden.
    """
    desk.must(Right.NOTE_MARKET)
    if not desk.actor.may(Right.ANSWER_CLIENTS):
        return Named((), line.words)
    search = desk.repositories.clients.search
    if line.name is not None:
        found = search(line.name, _LOOKED_THROUGH)
        return Named(called_so(found, line.name) or found, line.words)
    for name, words in line.beginnings():
        if found := called_so(search(name, _LOOKED_THROUGH), name):
            return Named(found, words)
    return Named((), line.words)
