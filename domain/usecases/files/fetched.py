"""What a file brings about when it was fetched, or cannot be: told by whoever owns files of its purpose."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, TypeVar

from domain import usecases
from domain.declarations import declare, import_modules
from domain.entities.files import FilePurpose, StoredFile
from domain.ports.desk import Desk

T = TypeVar("T")


@dataclass(frozen=True)
class Outcome:
    """How the owner of a file is found, and what becomes of it."""

    owner: Callable[[Desk, StoredFile], Any]
    arrived: Callable[[Desk, Any, bytes], None]
    refused: Callable[[Desk, Any, str], None]


OUTCOMES: dict[FilePurpose, Outcome] = {}
"""By purpose, declared beside the noun; complete after `collect`."""


def on_fetched(
    purpose: FilePurpose,
    *,
    owner: Callable[[Desk, StoredFile], T | None],
    refused: Callable[[Desk, T, str], None],
    arrived: Callable[[Desk, T], None] | None = None,
    reads: Callable[[Desk, T, bytes], None] | None = None,
) -> None:
    """Declares whose the files of this purpose are, and what happens when one came, or is refused for a reason.

    `reads` is given what stands in the file, too: for what is not kept as a file, but understood.
    """

    def came(desk: Desk, thing: T, content: bytes) -> None:
        if arrived is not None:
            arrived(desk, thing)
        if reads is not None:
            reads(desk, thing, content)

    declare(OUTCOMES, purpose, Outcome(owner, came, refused))


def collect() -> None:
    """Has every use case declared what it has to."""
    import_modules(usecases.__name__, usecases.__path__)


def file_arrived(desk: Desk, number: int, content_hash: str, mime: str, content: bytes) -> None:
    """It is in our store under this name, and is of this type. Twice is fine. Raises NotFound."""
    file = desk.repositories.files.locked(number)
    if file.is_wanted:
        file.store(content_hash, mime)
        outcome = OUTCOMES[file.purpose]
        owner = outcome.owner(desk, file)
        if owner is not None:
            outcome.arrived(desk, owner, content)


def file_refused(desk: Desk, number: int, reason: str) -> None:
    """It will never be in our store. Twice is fine. Raises NotFound.

    `reason` is a key with words in every language: content_not_a_paper, content_too_big, content_gone.
    """
    file = desk.repositories.files.locked(number)
    if file.is_wanted:
        file.refuse(reason)
        outcome = OUTCOMES[file.purpose]
        owner = outcome.owner(desk, file)
        if owner is not None:
            outcome.refused(desk, owner, reason)
