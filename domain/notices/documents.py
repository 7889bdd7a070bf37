"""Notices about papers: those that are wanted, came, or cannot be used."""

from domain.entities.notices import Audience, notice_kind
from domain.entities.rights import Right

PASSPORTS_WANTED = notice_kind(
    "passports_wanted", Audience.CLIENT, "send_passport", needs="travellers", places="trip number due"
)
DOCUMENTS_ARRIVED = notice_kind(
    "documents_arrived", Audience.STAFF, "check_papers", right=Right.CHECK_DOCUMENTS
)
DOCUMENTS_ARRIVED.at_times |= {"accept_paper", "reject_paper"}
DOCUMENTS_RENEWED = notice_kind("documents_renewed", Audience.STAFF)
"""What the notice that papers came says by now: it is changed where it stands, and nobody's phone rings."""
DOCUMENTS_RENEWED.at_times |= DOCUMENTS_ARRIVED.verbs | DOCUMENTS_ARRIVED.at_times
DOCUMENT_REJECTED = notice_kind(
    "document_rejected", Audience.CLIENT, "send_passport", needs="traveller reason", places="trip number"
)
