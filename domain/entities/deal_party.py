"""Who travels on a deal, and with which documents."""

from domain.entities.deal_state import DealState
from domain.entities.documents import GOOD, Document, DocumentKind, DocumentState
from domain.entities.files import SentFile
from domain.entities.travellers import Traveller
from domain.entities.trip_plans import MOST_SEATS
from domain.values.refusals import NotFound, Refusal


class DealParty(DealState):
    """The part of a deal that knows its travellers and what was sent of them."""

    seats: int
    travellers: list[Traveller]
    documents: list[Document]

    @property
    def party(self) -> list[Traveller]:
        """The travellers who still go."""
        return [traveller for traveller in self.travellers if traveller.cancelled_at is None]

    @property
    def seats_to_enter(self) -> int:
        """Seats of which nobody said who sits there."""
        return max(self.seats - len(self.party), 0)

    @property
    def all_told(self) -> bool:
        """Whether every seat has a traveller with all particulars."""
        return sum(traveller.complete for traveller in self.party) >= self.seats

    @property
    def to_check(self) -> list[Document]:
        """Papers that wait for a yes or no, oldest first; those of cancelled travellers do not."""
        return [one for one in self.documents if one.state is DocumentState.SENT and _counts(one)]

    @property
    def without_passport(self) -> list[Traveller]:
        """Travellers of whom no passport is here, or only rejected ones."""
        return [traveller for traveller in self.party if not self.passports(traveller, *GOOD)]

    @property
    def all_accepted(self) -> bool:
        """Whether every seat's passport is accepted."""
        accepted = [one for one in self.party if self.passports(one, DocumentState.ACCEPTED)]
        return len(accepted) >= self.seats

    def traveller(self, number: int) -> Traveller:
        """Raises NotFound: no_such_traveller."""
        for traveller in self.travellers:
            if traveller.id == number:
                return traveller
        raise NotFound("no_such_traveller")

    def going(self, number: int) -> Traveller:
        """A traveller who still goes. Raises NotFound, Refusal: traveller_cancelled."""
        traveller = self.traveller(number)
        if traveller.cancelled_at is not None:
            raise Refusal("traveller_cancelled", name=traveller.name)
        return traveller

    def sent_before(self, file: SentFile) -> Document | None:
        """The same file, unless it was rejected."""
        good = (one for one in self.documents if one.state in GOOD)
        return next((one for one in good if one.file.source_key == file.source_key), None)

    def passports(self, traveller: Traveller, *states: DocumentState) -> list[Document]:
        """The passport files of this traveller that are in one of these states."""
        return [
            document
            for document in self.documents
            if document.traveller is traveller
            and document.kind is DocumentKind.PASSPORT
            and document.state in states
        ]

    def must_have_room(self) -> None:
        """Raises Refusal: deal_closed, all_entered."""
        self.must_be_open()
        if not self.seats_to_enter:
            raise Refusal("all_entered", count=self.seats)

    def must_hold(self, seats: int) -> None:
        """Raises Refusal: deal_closed, not_a_count, seats_entered (more people are entered)."""
        self.must_be_open()
        if not 1 <= seats <= MOST_SEATS:
            raise Refusal("not_a_count", most=MOST_SEATS)
        if seats < len(self.party):
            raise Refusal("seats_entered", count=len(self.party))


def _counts(document: Document) -> bool:
    return document.traveller is None or document.traveller.cancelled_at is None
