"""Refusals about offers: why something cannot be, and what to do instead."""

from bot.conversation.refusals import refusal_words
from locales import _

refusal_words("no_such_offer", _("There is no such offer."))
refusal_words("offer_over", _("{title}: this offer is over."))
refusal_words("offer_expired", _("{title}: this offer is no longer valid."))
refusal_words("offer_changed", _("{title} has changed. Please look at it again."))
refusal_words("offer_file_gone", _("That photo could not be had. Please send another one."))
refusal_words("nothing_to_offer", _("There is no offer to send. Please add one first."))
refusal_words("too_many_offers", _("Please choose {most} offers at most."))
