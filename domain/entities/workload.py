"""Workload: what is in the hands of one colleague just now."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Workload:
    """Counted no further than anybody counts (`MOST`)."""

    deals: int = 0
    """Open ones that they lead."""
    overdue: int = 0
    """Of those, with something overdue."""
    inquiries: int = 0
    """Open ones that they have taken."""
    questions: int = 0
    """Of clients, about their deals and inquiries, that nobody has answered."""
    leaving: int = 0
    """Travellers of theirs who leave within a week."""

    def __bool__(self) -> bool:
        return any((self.deals, self.overdue, self.inquiries, self.questions, self.leaving))
