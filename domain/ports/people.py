"""What the trade asks of whoever keeps people."""

from typing import Protocol

from domain.entities.people import Person


class People(Protocol):
    def by_telegram_id(self, telegram_id: int) -> Person | None: ...
    def get(self, number: int) -> Person: ...
    def add(self, person: Person) -> None: ...
