"""How many years the books are kept: what a client reads who wants to be forgotten."""

from domain.entities.books import BOOKS, Books, check_books
from domain.ports.desk import Desk
from domain.usecases.settings.defining import define, fits


@fits(BOOKS)
def books_fit(_desk: Desk, _key: str, value: Books | None) -> None:
    """Raises Refusal: not_within."""
    if value is not None:
        check_books(value)


def keep_books(desk: Desk, seen: int, years: int) -> None:
    """Raises Forbidden, Refusal: not_within, changed_meanwhile."""
    before = desk.agency.books.years
    define(desk, BOOKS, Books(years), seen, "books_kept", before=before, years=years)
