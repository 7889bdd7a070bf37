"""How long the law asks an agency to keep its books: what was booked and paid stays for so long, whoever is forgotten."""

from dataclasses import dataclass

from domain.entities.definitions import ONLY, definition_kind
from domain.values.refusals import Refusal

LEAST, MOST = 1, 50


@dataclass(frozen=True)
class Books:
    """Ten years are enough wherever most agencies are."""

    years: int = 10


BOOKS = definition_kind("books", Books, {ONLY: Books()})


def check_books(books: Books) -> None:
    """Raises Refusal: not_within."""
    if not LEAST <= books.years <= MOST:
        raise Refusal("not_within", what="years", least=LEAST, most=MOST)
