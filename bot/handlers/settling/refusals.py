"""Refusals about settling: why something cannot be, and what to do instead."""

from collections.abc import Sequence

from bot.conversation.refusals import refusal_words, refusal_words_by
from domain.entities.settling import Card
from locales import Sentence, _
from locales.terms.settling import missing_words

refusal_words("deal_not_travelled", _("The trip of deal #{number} is not over, or it was cancelled."))
refusal_words("trip_not_left", _("{trip} has not left yet."))
refusal_words("not_a_mark", _("Please choose a mark from 1 to 5."))


@refusal_words_by("cards_missing")
def cards_missing(number: int, missing: Sequence[Card]) -> Sentence:
    words = _("Deal #{number} cannot be settled yet. Missing: {cards}.")
    return words(number=number, cards=missing_words(missing))
