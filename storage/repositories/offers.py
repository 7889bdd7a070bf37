"""Offers, found by their inquiry, by the deal that one became, and by the supplier of whom it was bought."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Select, func, select

from domain.entities.branches import within
from domain.entities.deals import Deal
from domain.entities.files import StoredFile
from domain.entities.inquiries import Inquiry
from domain.entities.offers import Offer, OfferState
from domain.entities.suppliers import Supplier
from storage.mapping.offers import offers
from storage.repositories.loads import one
from storage.repositories.reach import of_reached_inquiry
from storage.repositories.repository import Repository, first_of

_NEWEST = offers.c.id.desc()
_UNANSWERED = offers.c.state.in_([OfferState.KEPT, OfferState.SENT])
_SOLD = offers.c.deal_id.is_not(None)


class SqlOffers(Repository[Offer]):
    kind, table, missing = Offer, offers, "no_such_offer"
    loads = (
        one(
            "inquiry", one("client", one("person")), one("trip"), one("taken_by", one("person")), one("deal")
        ),
        one("author", one("person")),
        one("supplier"),
        one("file"),
        one("deal"),
    )

    def of(self, inquiry: Inquiry, limit: int = 8, offset: int = 0) -> Sequence[Offer]:
        return self._list(first_of(self._for(inquiry).order_by(_NEWEST), limit, offset))

    def count(self, inquiry: Inquiry) -> int:
        reached = of_reached_inquiry(offers.c.inquiry_id, self.reach)
        counted = select(func.count()).select_from(offers)
        return self.session.scalar(counted.where(offers.c.inquiry_id == inquiry.id, *reached)) or 0

    def open_of(self, inquiry: Inquiry) -> Sequence[Offer]:
        return self._list(self._for(inquiry).where(_UNANSWERED).order_by(offers.c.id))

    def sent_of(self, inquiry: Inquiry, limit: int = 8) -> Sequence[Offer]:
        sent = self._for(inquiry).where(offers.c.sent_at.is_not(None))
        return self._list(first_of(sent.order_by(_NEWEST), limit))

    def of_deal(self, deal: Deal) -> Offer | None:
        return self._first(self._seen().where(offers.c.deal_id == deal.id))

    def bought_of(self, supplier: Supplier, limit: int = 8, offset: int = 0) -> Sequence[Offer]:
        sold = self._seen().where(offers.c.supplier_id == supplier.id, _SOLD)
        return self._list(first_of(sold.order_by(_NEWEST), limit, offset))

    def with_file(self, file: StoredFile) -> Offer | None:
        return self._first(self._seen().where(offers.c.file_id == file.id))

    def _for(self, inquiry: Inquiry) -> Select[Any]:
        return self._seen().where(offers.c.inquiry_id == inquiry.id)

    def _seen(self) -> Select[Any]:
        return self._all().where(*of_reached_inquiry(offers.c.inquiry_id, self.reach))

    def _within_reach(self, thing: Offer) -> bool:
        return within(self.reach, thing.branch)
