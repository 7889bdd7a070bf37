"""Documents: the papers of deals."""

from collections.abc import Sequence

from domain.entities.branches import within
from domain.entities.deals import Deal
from domain.entities.documents import Document
from domain.entities.files import StoredFile
from storage.mapping import documents
from storage.repositories.deals import SqlDeals
from storage.repositories.loads import one
from storage.repositories.reach import of_reached_deal
from storage.repositories.repository import Repository


class SqlDocuments(Repository[Document]):
    kind, table, missing = Document, documents, "no_such_document"
    loads = (
        one("deal", one("client", one("person")), one("trip")),
        one("traveller"),
        one("checked_by"),
        one("file"),
    )

    def get(self, number: int) -> Document:
        """With its deal, whole."""
        return self._with_deal(super().get(number))

    def unassigned(self, deal: Deal) -> Sequence[Document]:
        nobody = self._all().where(documents.c.deal_id == deal.id, documents.c.traveller_id.is_(None))
        nobody = nobody.where(*of_reached_deal(documents.c.deal_id, self.reach))
        return self._list(nobody.order_by(documents.c.id))

    def with_file(self, file: StoredFile) -> Document | None:
        """With its deal, whole."""
        owners = self._all().where(documents.c.stored_file_id == file.id)
        found = self._first(owners.where(*of_reached_deal(documents.c.deal_id, self.reach)))
        return self._with_deal(found) if found is not None else None

    def _with_deal(self, document: Document) -> Document:
        SqlDeals(self.session, self.reach).get(document.deal.id)
        return document

    def _within_reach(self, thing: Document) -> bool:
        return within(self.reach, thing.deal.branch)
