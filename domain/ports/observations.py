"""What the trade asks of whoever keeps observations."""

from collections.abc import Sequence
from typing import Protocol

from domain.entities.files import StoredFile
from domain.entities.observations import Observation, Watched


class Observations(Protocol):
    """Those that were withdrawn are given by their number only."""

    def get(self, number: int) -> Observation: ...
    def locked(self, number: int) -> Observation: ...
    def add(self, observation: Observation) -> None: ...
    def corrected(self, observation: Observation) -> None:
        """Its words are others now: it is found by them."""

    def latest(self, limit: int = 8, offset: int = 0) -> Sequence[Observation]:
        """Newest first."""

    def under(
        self, about: Watched, keys: Sequence[str], limit: int = 8, offset: int = 0
    ) -> Sequence[Observation]:
        """Filed under any of these, newest first."""

    def count(self, about: Watched, keys: Sequence[str]) -> int: ...
    def newest_names(self, about: Watched, limit: int = 8) -> Sequence[Observation]:
        """Of each name the newest, newest first, as far as the last hundred tell."""

    def search(self, text: str, limit: int = 8, offset: int = 0) -> Sequence[Observation]:
        """By the beginnings of words in any script, newest first."""

    def with_file(self, file: StoredFile) -> Observation | None: ...
