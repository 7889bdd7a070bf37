"""Refusals about deals, their prices and vouchers: why something cannot be, and what to do instead."""

from collections.abc import Sequence

from bot.conversation.refusals import refusal_words, refusal_words_by
from domain.entities.requirements import Missing
from domain.values.labels import Names
from locales import Joined, Sentence, _, n_
from locales.terms.deals import stage_words
from locales.terms.requirements import gap_words

refusal_words("cannot_lead", _("{name} can no longer be responsible for deals. Please choose somebody else."))
refusal_words("no_price", _("A price above zero is needed. Please write it like 200 or 200.50."))
refusal_words("deal_closed", _("Deal #{number} is closed."))
refusal_words("journey_not_over", _("The trip of deal #{number} is not over yet."))
refusal_words("no_such_deal", _("There is no such deal."))
refusal_words(
    "seats_entered",
    n_(
        "{count} traveller has been added: remove them first.",
        "{count} travellers have been added: remove some of them first.",
    ),
)
refusal_words("price_missing", _("The price is not set yet. Please set it first."))
refusal_words("voucher_too_early", _("It is too early for the voucher: the deal is not at that stage yet."))
refusal_words("voucher_sent_already", _("The voucher was already sent on {at}."))
refusal_words(
    "voucher_not_sent",
    _("There is no voucher for this trip yet. We will send it as soon as everything is ready."),
)


@refusal_words_by("already_moved")
def already_moved(number: int, step: str, names: Names) -> Sentence:
    return _("Deal #{number} has moved on already: it is at “{stage}”.")(
        number=number, stage=stage_words(step, names)
    )


@refusal_words_by("not_ready")
def not_ready(missing: Sequence[Missing], **_more: object) -> Sentence:
    return _("Still to do: {missing}.")(missing=Joined([gap_words(gap) for gap in missing]))
