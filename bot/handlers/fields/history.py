"""The words of the history: what was filled into fields, and how the owner has defined them."""

from bot.handlers.history.declared import act, reads
from domain.entities.field_values import read_told
from domain.values.translated import Translated
from locales import Fact, _
from locales.terms.documents import paper_reason_words
from locales.terms.fields import FIELD_SUBJECTS, read_words


def _value(kept: object) -> Fact:
    return read_words(read_told(kept))


for _subject in ("client", "inquiry", "deal", "trip"):
    act(_subject, "field_filled", _("{label}: {value}; before: {value_was}"))
    act(_subject, "field_changed", _("Changed: {label}"))
    act(_subject, "field_refused", _("Empty again: {label}. The file cannot be used: {why_refused}"))
act("deal", "field_of_one_filled", _("{name}, {label}: {value}; before: {value_was}"))
act("deal", "field_of_one_changed", _("{name}, changed: {label}"))
act("deal", "field_of_one_refused", _("{name}, empty again: {label}. The file cannot be used: {why_refused}"))

act("client", "field_taken_over", _("{label}: {value}, as two files became one (the other: #{other})"))
act("client", "field_stayed", _("{label} stays {value}; the other file (#{other}) said {value_was}"))
act("client", "field_merged", _("{label}: two files became one (the other: #{other})"))

act("agency", "field_added", _("New field “{label}”: {of}"))
act("agency", "field_renamed", _("The field “{label_was}” is now called “{label}”"))
act("agency", "field_changed", _("The field “{label}” was changed"))
act("agency", "option_renamed", _("“{label}”: “{label_was}” is now called “{option}”"))
act("agency", "field_moved", _("The field “{label}” was moved"))
act("agency", "field_retired", _("The field “{label}” is no longer asked for"))
act("agency", "field_back", _("The field “{label}” is asked for again"))

reads(_value, "value", "value_was")
reads(paper_reason_words, "why_refused")
reads(Translated.of_kept, "label", "label_was", "option")
reads(lambda kept: FIELD_SUBJECTS.get(kept) or kept, "of")
