"""The words of the history: what became known of a client, and what was corrected."""

from bot.handlers.history.declared import act, reads
from locales import Joined, _
from locales.terms.client_facts import fact_name, fact_words

act("client", "fact_changed", _("{fact}: {fact_is}; before: {fact_was}"))
act("client", "fact_hidden", _("Changed: {fact}"))
act("client", "facts_learned", _("Known from deal #{deal}: {fact_keys}"))
act("client", "facts_taken_over", _("Taken over from file #{other}: {fact_keys}"))
reads(fact_name, "fact")
reads(lambda kept: fact_words(*kept), "fact_is", "fact_was")
reads(lambda keys: Joined([fact_name(key) for key in keys]), "fact_keys")
