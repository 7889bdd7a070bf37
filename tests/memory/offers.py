"""Offers, in memory."""

from collections.abc import Sequence

from domain.entities.deals import Deal
from domain.entities.files import StoredFile
from domain.entities.inquiries import Inquiry
from domain.entities.offers import Offer, OfferState
from domain.entities.suppliers import Supplier
from domain.ports.offers import Offers
from tests.memory.shelf import Shelf, Things, in_memory, newest, page


class MemoryOffers(Shelf[Offer]):
    kind, missing = Offer, "no_such_offer"

    def add(self, offer: Offer) -> None:
        self.hold(offer)

    def of(self, inquiry: Inquiry, limit: int = 8, offset: int = 0) -> Sequence[Offer]:
        return page(newest(self._of(inquiry), lambda one: one.id), limit, offset)

    def count(self, inquiry: Inquiry) -> int:
        return len(self._of(inquiry))

    def open_of(self, inquiry: Inquiry) -> Sequence[Offer]:
        return [one for one in self._of(inquiry) if one.state in {OfferState.KEPT, OfferState.SENT}]

    def sent_of(self, inquiry: Inquiry, limit: int = 8) -> Sequence[Offer]:
        sent = (one for one in self._of(inquiry) if one.sent_at is not None)
        return page(newest(sent, lambda one: one.id), limit)

    def of_deal(self, deal: Deal) -> Offer | None:
        return next((one for one in self.all_seen() if one.deal is deal), None)

    def bought_of(self, supplier: Supplier, limit: int = 8, offset: int = 0) -> Sequence[Offer]:
        sold = (one for one in self.all_seen() if one.supplier is supplier and one.deal is not None)
        return page(newest(sold, lambda one: one.id), limit, offset)

    def with_file(self, file: StoredFile) -> Offer | None:
        return next((one for one in self.all_seen() if one.file is file), None)

    def sees(self, thing: Offer) -> bool:
        return self.reaches(thing.branch)

    def _of(self, inquiry: Inquiry) -> list[Offer]:
        return sorted((one for one in self.all_seen() if one.inquiry is inquiry), key=lambda one: one.id)


@in_memory
def offers(things: Things, reach: int | None) -> Offers:
    return MemoryOffers(things, reach)
