"""The words of the history: what was done to the file of a client."""

from bot.handlers.history.declared import act, page, reads, said_about
from bot.links.clients import CLIENT
from locales import Joined, _
from locales.terms.client_facts import fact_name, fact_words

page("client", _("<b>History of client #{number}</b>"), card=CLIENT)
act("client", "known", _("Client added: {name}"))
act("client", "introduced", _("Name: {name}; before: {before}"))
act("client", "phone_told", _("Phone added"))
act("client", "linked", _("Found in Telegram as {person}"))
act("client", "merged", _("Joined with file #{other}, {name}, now part of this one"))
act("client", "merged_into", _("Joined with file #{other}, {name}, which is the one in use now"))
act("client", "apart", _("Taken apart from file #{other}, {name}"))
act("client", "differs", _("Not the same person as #{other}, {name}"))
act("client", "fact_changed", _("{fact}: {fact_is}; before: {fact_was}"))
act("client", "fact_hidden", _("Changed: {fact}"))
act("client", "facts_learned", _("Known from deal #{deal}: {fact_keys}"))
act("client", "facts_taken_over", _("Taken over from file #{other}: {fact_keys}"))
reads(fact_name, "fact")
reads(lambda kept: fact_words(*kept), "fact_is", "fact_was")
reads(lambda keys: Joined([fact_name(key) for key in keys]), "fact_keys")
act("client", "link_given", _("Personal link made, valid until {on}"))
act("client", "link_closed", _("Personal link closed"))
act("client", "link_opened", _("Personal link opened by {person}, who is client #{other}"))
act("client", "disconnected", _("No longer connected with {person} in Telegram"))
act("client", "waits", _("On the waiting list for {trip}: {seats}"))
act("client", "seat_offered", _("Offered {seats} on {trip}"))
act("client", "promise_taken_back", _("No longer offered {seats} on {trip}"))
act("client", "left_line", _("Left the waiting list for {trip}"))
act("client", "deal_opened", _("Deal #{deal} opened: {title}"))
act("client", "taken_back", _("Taken back what was sent last"))
said_about("client")
