"""Documents: the papers clients send, from the chat to the manager's yes or no."""

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

from domain.entities.files import PHOTOS_AND_PDF, StoredFile, file_purpose
from domain.entities.people import StaffMember
from domain.entities.timeline import DOCUMENTS
from domain.values.numbers import NumberOf
from domain.values.refusals import Refusal

DocumentNumber = Annotated[int, NumberOf("document")]

if TYPE_CHECKING:
    from domain.entities.deals import Deal
    from domain.entities.travellers import Traveller

DOCUMENTS.tells("deal", "document_sent", "document_accepted", "document_rejected")
DOCUMENTS.tells("deal", "voucher_sent", "voucher_sent_again", "voucher_handed_over")

DOCUMENT_FILE = file_purpose("document", noun="document", accepts=PHOTOS_AND_PDF)


class DocumentKind(StrEnum):
    """What a paper is."""

    PASSPORT = "passport"
    OTHER = "other"


class DocumentState(StrEnum):
    """A paper waits for the manager until it is accepted or rejected; one that is not what it said is rejected by itself."""

    SENT = "sent"
    ACCEPTED = "accepted"
    REJECTED = "rejected"


GOOD = (DocumentState.SENT, DocumentState.ACCEPTED)
"""Of papers that need not be sent again."""


class RejectReason(StrEnum):
    """Why papers are rejected most often. Any other reason is kept in somebody's own words."""

    BLURRED = "blurred"
    CUT_OFF = "cut_off"
    WRONG_PAGE = "wrong_page"
    EXPIRED = "expired"
    NOT_A_PASSPORT = "not_a_passport"


@dataclass(eq=False)
class Document:
    """A paper of a deal; `traveller` is None until somebody says whose it is."""

    deal: "Deal"
    kind: DocumentKind
    file: StoredFile
    traveller: "Traveller | None" = None
    state: DocumentState = DocumentState.SENT
    reason: str | None = None
    checked_by: StaffMember | None = None
    checked_at: datetime | None = None
    id: int = field(default=0)

    @property
    def awaits_owner(self) -> bool:
        """Whether nobody has said yet whose passport this is."""
        waits = self.traveller is None and self.kind is DocumentKind.PASSPORT
        return waits and self.state is DocumentState.SENT

    def accept(self, by: StaffMember | None, now: datetime) -> None:
        """Raises Refusal: document_checked."""
        self._check(DocumentState.ACCEPTED, by, now)

    def reject(self, reason: str, by: StaffMember | None, now: datetime) -> None:
        """Raises Refusal: document_checked."""
        self._check(DocumentState.REJECTED, by, now)
        self.reason = reason

    def must_wait(self) -> None:
        """Raises Refusal: document_checked."""
        if self.state is not DocumentState.SENT:
            raise Refusal("document_checked", by=self.checked_by.name if self.checked_by else None)

    def _check(self, state: DocumentState, by: StaffMember | None, now: datetime) -> None:
        self.must_wait()
        self.state, self.checked_by, self.checked_at = state, by, now
