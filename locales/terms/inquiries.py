"""Kinds and channels of inquiries, as people see them."""

from domain.entities.inquiries import Channel, InquiryKind
from locales.sentence import Sentence, _

INQUIRY_KINDS: dict[InquiryKind, Sentence] = {
    InquiryKind.INDIVIDUAL: _("Individual"),
    InquiryKind.GROUP: _("Group"),
}
CHANNELS: dict[Channel, Sentence] = {
    Channel.CHAT: _("Chat"),
    Channel.JOIN_LINK: _("Join link"),
    Channel.PHONE: _("Phone"),
    Channel.FORWARDED: _("Forwarded message"),
}
