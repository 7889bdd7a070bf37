"""What the trade asks of whoever keeps documents."""

from collections.abc import Sequence
from typing import Protocol

from domain.entities.deals import Deal
from domain.entities.documents import Document
from domain.entities.files import StoredFile


class Documents(Protocol):
    def get(self, number: int) -> Document:
        """With its deal."""

    def add(self, document: Document) -> None: ...
    def unassigned(self, deal: Deal) -> Sequence[Document]:
        """Files sent for the deal of which nobody said whose they are."""

    def with_file(self, file: StoredFile) -> Document | None:
        """The one this file belongs to."""
