"""The words of the history: what was done to an inquiry."""

from bot.handlers.history.declared import act, page, reads, said_about
from bot.links.inquiries import INQUIRY
from domain.entities.inquiries import Channel
from locales import _
from locales.terms.inquiries import CHANNELS

page("inquiry", _("<b>History of inquiry #{number}</b>"), card=INQUIRY)
act("inquiry", "received", _("Received from {client}: {channel}"))
act("inquiry", "converted", _("Became deal #{deal}"))
act("inquiry", "taken", _("Taken by {name}"))
act("inquiry", "taken_over", _("Now with {name}; before: {before}"))
act("inquiry", "closed", _("Closed"))
act("inquiry", "withdrawn", _("Withdrawn by the client"))
said_about("inquiry")
reads(lambda kept: CHANNELS[Channel(kept)], "channel")
