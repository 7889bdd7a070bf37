"""Notices of the language bridge."""

from domain.entities.notices import Audience, notice_kind
from domain.entities.rights import Right

BRIDGE_TESTED = notice_kind("bridge_tested", Audience.STAFF)
TRANSLATED = notice_kind("translated", Audience.STAFF, "answer_translated", right=Right.ANSWER_CLIENTS)
"""What a client has said, in the language of whoever was told of it."""
NOT_TRANSLATED = notice_kind("not_translated", Audience.STAFF, right=Right.ANSWER_CLIENTS)
TRANSLATION_READY = notice_kind("translation_ready", Audience.STAFF, "send_translation", "send_as_written")
"""A colleague's answer in the client's language, to be sent or not."""
