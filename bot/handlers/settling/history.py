"""The words of the history: cards that were written, and settling."""

from bot.handlers.history.declared import act, reads
from domain.entities.settling import Gate, Writer
from locales import _
from locales.terms.settling import GATES, WRITERS

act("deal", "settled", _("Settled"))
act("deal", "not_settled", _("Not settled after all"))
act("deal", "data_card", _("Looked through the data card"))
act("deal", "record_written", _("Wrote the contact record ({writer}): {mark}/5"))
act("trip", "record_written", _("Wrote the contact record: {mark}/5"))
act("agency", "settling_changed", _("Cards after the trip: {gate}"))
act("agency", "card_writer_exempt", _("Writes no cards after the trip: {writer}"))
act("agency", "card_writer_writes", _("Writes cards after the trip again: {writer}"))
reads(lambda kept: GATES[Gate(kept)], "gate")
reads(lambda kept: WRITERS[Writer(kept)], "writer")
