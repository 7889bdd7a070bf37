"""The words of the history: what was done to a deal."""

from bot.handlers.history.declared import act, page, reads, said_about
from bot.links.deals import DEAL
from domain.entities.deals import AfterCancel
from locales import _
from locales.terms.cancelling import AFTER_CANCEL
from locales.terms.deals import step_kept

page("deal", _("<b>History of deal #{number}</b>"), card=DEAL)
act("deal", "opened", _("Opened: {title}, {seats}, {price}. Responsible: {responsible}"))
act("deal", "advanced", _("{from} → {to}"))
act("deal", "passed", _("{from} → {to}, automatically"))
act("deal", "overridden", _("{from} → {to}"))
act("deal", "lost", _("{from} → closed"))
act("deal", "handed_over", _("Handed over to {name}"))
act("deal", "branch_changed", _("Now belongs to the branch {name}"))
act("deal", "priced", _("Price {price}, deposit {deposit}; before: {price_was} and {deposit_was}"))
act("deal", "seats_changed", _("Now {seats}, {price}; before: {price_was}"))
act("deal", "chosen_after_cancel", _("Instead of the trip: {choice}"))
reads(lambda kept: AFTER_CANCEL[AfterCancel(kept)], "choice")
act("deal", "days_changed", _("Days or deadlines changed"))
act("deal", "voucher_sent", _("Voucher sent"))
act("deal", "voucher_sent_again", _("Voucher sent again"))
act("deal", "voucher_handed_over", _("Voucher handed over"))
act("deal", "voucher_asked_again", _("Asked for the voucher again"))
act("deal", "told", _("Departure notice: {departs}, {place}"))
act("deal", "told_of_journey", _("Told that it begins: {on}"))
act("deal", "confirmed", _("Departure confirmed: {departs}, {place}"))
act("deal", "stays_away", _("Said that they cannot come"))
act("deal", "comes_late", _("Said: {minutes} min late"))
act("deal", "not_reached", _("The departure notice did not arrive"))
said_about("deal")
reads(step_kept, "from", "to")
