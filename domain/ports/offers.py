"""What the trade asks of whoever keeps offers."""

from collections.abc import Sequence
from typing import Protocol

from domain.entities.deals import Deal
from domain.entities.files import StoredFile
from domain.entities.inquiries import Inquiry
from domain.entities.offers import Offer
from domain.entities.suppliers import Supplier


class Offers(Protocol):
    """Those of inquiries within reach."""

    def get(self, number: int) -> Offer: ...
    def locked(self, number: int) -> Offer: ...
    def add(self, offer: Offer) -> None: ...
    def of(self, inquiry: Inquiry, limit: int = 8, offset: int = 0) -> Sequence[Offer]:
        """Newest first."""

    def count(self, inquiry: Inquiry) -> int: ...
    def open_of(self, inquiry: Inquiry) -> Sequence[Offer]:
        """Those that nobody has answered yet, oldest first."""

    def sent_of(self, inquiry: Inquiry, limit: int = 8) -> Sequence[Offer]:
        """Those that the client has been sent, newest first."""

    def of_deal(self, deal: Deal) -> Offer | None:
        """By which it came."""

    def bought_of(self, supplier: Supplier, limit: int = 8, offset: int = 0) -> Sequence[Offer]:
        """Those that were taken, newest first."""

    def with_file(self, file: StoredFile) -> Offer | None: ...
