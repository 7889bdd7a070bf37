"""Kinds and channels of inquiries, as people see them."""

from domain.entities.inquiries import Channel, Inquiry, InquiryKind
from locales.sentence import Fact, Sentence, _

INQUIRY_KINDS: dict[InquiryKind, Sentence] = {
    InquiryKind.INDIVIDUAL: _("Individual"),
    InquiryKind.GROUP: _("Group"),
}
CHANNELS: dict[Channel, Sentence] = {
    Channel.CHAT: _("Chat"),
    Channel.JOIN_LINK: _("Join link"),
    Channel.PHONE: _("Phone"),
    Channel.FORWARDED: _("Forwarded message"),
    Channel.WEB: _("Web site"),
    Channel.EMAIL: _("E-mail"),
}


def came_by(inquiry: Inquiry) -> Fact:
    """The web site by its name; else how it has come."""
    return inquiry.source or CHANNELS[inquiry.channel]
