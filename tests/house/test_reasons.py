"""Every usual reason for which a paper is rejected can be said."""

from domain.entities.documents import RejectReason
from locales.terms.documents import PAPER_REASONS, REJECT_REASONS


def test_every_usual_reason_has_words() -> None:
    assert set(REJECT_REASONS) == set(RejectReason)
    assert set(RejectReason) <= set(PAPER_REASONS)
