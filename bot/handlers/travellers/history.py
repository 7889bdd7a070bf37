"""The words of the history: who travels on a deal."""

from bot.handlers.history.declared import act, reads
from domain.entities.travellers import Relation
from locales import _
from locales.terms.travellers import RELATIONS

act("deal", "traveller_added", _("Traveller: {name} ({relation})"))
act("deal", "passport_twice", _("⚠️ The passport of {name} is on this trip with another deal, too"))
act("deal", "traveller_changed", _("Data of {name} changed"))
act("deal", "traveller_cancelled", _("{name} does not travel; now {seats}, {price}; before: {price_was}"))
reads(lambda kept: RELATIONS[Relation(kept)], "relation")
