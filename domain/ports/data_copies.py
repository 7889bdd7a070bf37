"""What the trade asks of whoever keeps copies of clients' data."""

from collections.abc import Sequence
from datetime import datetime
from typing import Protocol

from domain.entities.clients import Client
from domain.entities.data_copies import DataCopy


class DataCopies(Protocol):
    def get(self, number: int) -> DataCopy: ...
    def locked(self, number: int) -> DataCopy: ...
    def add(self, copy: DataCopy) -> None: ...
    def last_of(self, client: Client) -> DataCopy | None:
        """The one asked for last."""

    def to_make(self, limit: int = 8) -> Sequence[DataCopy]:
        """Those asked for that nobody has put together, oldest first."""

    def to_clear(self, made_before: datetime, limit: int = 8) -> Sequence[DataCopy]:
        """Those whose ZIPs are in our store for longer than that, oldest first."""
