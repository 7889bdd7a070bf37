"""The words of the history: what was offered for an inquiry, and what became of it."""

from bot.handlers.history.declared import act, reads
from domain.entities.offers import Declined
from locales import _
from locales.terms.offers import DECLINED_FOR

act("inquiry", "offer_added", _("Offer found: {title}, {price}"))
act("inquiry", "offer_changed", _("Offer changed: {title}, {price}"))
act("inquiry", "offer_photo", _("Photo of an offer: {title}"))
act("inquiry", "offer_photo_refused", _("The photo of {title} could not be had"))
act("inquiry", "offer_sent", _("Offer sent: {title}, {price}"))
act("inquiry", "offer_taken", _("Offer taken: {title}, {price}"))
act("inquiry", "offer_declined", _("Offer declined: {title}"))
act("inquiry", "offer_declined_for", _("Offer declined: {title}. Why: {declined}"))
act("inquiry", "offer_withdrawn", _("Offer withdrawn: {title}"))
act("deal", "by_offer", _("By an offer: {title}, {price}"))
reads(lambda kept: DECLINED_FOR[Declined(kept)], "declined")
