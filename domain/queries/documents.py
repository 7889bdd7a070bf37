"""Papers as they are read: those of a deal, of one traveller, and one to be looked at."""

from collections.abc import Sequence
from dataclasses import dataclass

from domain.entities.deals import Deal
from domain.entities.documents import Document
from domain.entities.files import SentFile
from domain.entities.people import Right
from domain.entities.travellers import Traveller
from domain.ports.desk import Desk
from domain.queries.deals import deal
from domain.queries.my_deals import all_mine, within_reach
from domain.values.refusals import NotFound


@dataclass(frozen=True)
class TravellerCard:
    """Somebody who travels with a deal, and all their files, oldest first."""

    deal: Deal
    traveller: Traveller
    files: Sequence[Document]


def traveller_card(desk: Desk, number: int, traveller: int) -> TravellerCard:
    """Raises Forbidden, NotFound, Refusal: traveller_cancelled."""
    found = deal(desk, number)
    one = found.going(traveller)
    return TravellerCard(found, one, [file for file in found.documents if file.traveller is one])


def document_of(desk: Desk, number: int) -> Document:
    """A paper within the actor's reach. Raises NotFound: not_found, Forbidden."""
    document = _found(desk, number)
    within_reach(desk, document.deal.id)
    return document


def document_to_see(desk: Desk, number: int) -> Document:
    """For whoever checks papers. Raises Forbidden, NotFound: not_found."""
    desk.must(Right.CHECK_DOCUMENTS)
    return _found(desk, number)


def document_to_reject(desk: Desk, number: int) -> Document:
    """Raises Forbidden, NotFound: not_found, Refusal: document_checked, deal_closed."""
    document = document_to_see(desk, number)
    document.must_wait()
    document.deal.must_be_open()
    return document


def document_sent_before(desk: Desk, file: SentFile) -> Document | None:
    """The same file in one of the actor's own open deals, unless it was rejected."""
    same = (one.sent_before(file) for one in all_mine(desk, only_open=True))
    return next((document for document in same if document is not None), None)


def unassigned(desk: Desk, number: int) -> Sequence[Document]:
    """Files sent for a deal of which nobody said whose passport they are. Raises NotFound, Forbidden."""
    found = within_reach(desk, number)
    return [one for one in desk.repositories.documents.unassigned(found) if one.awaits_owner]


def _found(desk: Desk, number: int) -> Document:
    try:
        return desk.repositories.documents.get(number)
    except NotFound:
        raise NotFound("not_found") from None
