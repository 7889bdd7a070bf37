"""The words of the history: who travels on a deal."""

from bot.handlers.history.declared import act, reads
from domain.entities.travellers import Relation
from locales import _
from locales.terms.travellers import RELATIONS

act("deal", "traveller_added", _("Traveller: {name} ({relation})"))
act("deal", "passport_twice", _("⚠️ The passport of {name} is already on this trip, with another deal"))
act("deal", "traveller_changed", _("{name}'s details changed"))
act("deal", "traveller_cancelled", _("{name} is not travelling; now {seats}, {price}; before: {price_was}"))
reads(lambda kept: RELATIONS[Relation(kept)], "relation")
