"""Notices about papers: those that are wanted, came, or cannot be used."""

from domain.entities.notices import Audience, notice_kind

PASSPORTS_WANTED = notice_kind(
    "passports_wanted", Audience.CLIENT, "send_passport", needs="travellers", places="trip number due"
)
DOCUMENTS_ARRIVED = notice_kind("documents_arrived", Audience.STAFF, "check_papers")
DOCUMENT_REJECTED = notice_kind(
    "document_rejected", Audience.CLIENT, "send_passport", needs="traveller reason", places="trip number"
)
