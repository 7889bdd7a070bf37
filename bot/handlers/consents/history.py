"""The words of the history: what clients agreed to, and what the agency says of their data."""

from bot.handlers.history.declared import act, reads
from domain.entities.consents import Given
from locales import _
from locales.terms.privacy import HOW

act("client", "privacy_agreed", _("Privacy notice, version {version}: agreed {given}"))
act("client", "mailings_agreed", _("Wants offers by message: {given}"))
act("client", "mailings_withdrawn", _("Wants no offers by message any more"))
act("client", "data_copy_asked", _("Asked for all their data"))
act("client", "data_copy_for", _("Took out all their data to hand over"))
act("client", "forget_asked", _("Asked to be forgotten"))
act("client", "forget_confirmed", _("Is to be forgotten"))
act("client", "forget_taken_back", _("Is not to be forgotten after all"))
act("client", "forget_put_off", _("Waits to be forgotten: a deal was opened"))
act("client", "forgotten", _("Forgotten"))
act("agency", "books_kept", _("Years of the books: {before} → {years}"))
act("agency", "privacy_changed", _("Privacy notice changed ({language}): version {version}"))
reads(lambda kept: HOW[Given(kept)], "given")
