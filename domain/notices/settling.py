"""Notices about the cards after a journey: they are wanted, and the digest of those that were written."""

from domain.entities.notices import Audience, notice_kind
from domain.entities.rights import Right

CARDS_WANTED = notice_kind("cards_wanted", Audience.STAFF, "write_cards", right=Right.WRITE_CARDS)
"""Once a day for all that are missing."""
CARDS_COPIED = notice_kind("cards_copied", Audience.PERSON, "read_cards")
"""To supervisors and owners: yesterday's, all in one."""
