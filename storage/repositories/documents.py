"""Documents: the papers of deals, and which of them are still to be fetched into our own store."""

from collections.abc import Collection, Sequence

from domain.entities.branches import within
from domain.entities.deals import Deal
from domain.entities.documents import Document, DocumentState
from storage.mapping import documents
from storage.repositories.deals import SqlDeals
from storage.repositories.loads import one
from storage.repositories.reach import of_reached_deal
from storage.repositories.repository import Repository


class SqlDocuments(Repository[Document]):
    kind, table, missing = Document, documents, "no_such_document"
    loads = (one("deal", one("client", one("person")), one("trip")), one("traveller"), one("checked_by"))

    def get(self, number: int) -> Document:
        """With its deal, whole."""
        found = super().get(number)
        SqlDeals(self.session, self.reach).get(found.deal.id)
        return found

    def unassigned(self, deal: Deal) -> Sequence[Document]:
        nobody = self._all().where(documents.c.deal_id == deal.id, documents.c.traveller_id.is_(None))
        nobody = nobody.where(*of_reached_deal(documents.c.deal_id, self.reach))
        return self._list(nobody.order_by(documents.c.id))

    def to_fetch(self, limit: int, besides: Collection[int] = ()) -> Sequence[Document]:
        absent = self._all().where(
            documents.c.content_hash.is_(None), documents.c.state == DocumentState.SENT
        )
        if besides:
            absent = absent.where(documents.c.id.not_in(besides))
        absent = absent.where(*of_reached_deal(documents.c.deal_id, self.reach))
        return self._list(absent.order_by(documents.c.sent_at, documents.c.id).limit(limit))

    def _within_reach(self, thing: Document) -> bool:
        return within(self.reach, thing.deal.branch)
