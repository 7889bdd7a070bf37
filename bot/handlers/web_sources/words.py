"""Why a web source is not as wished, and what the history says of it."""

from bot.conversation.refusals import refusal_words
from bot.handlers.history.declared import act
from locales import _

refusal_words("no_such_source", _("This web site is closed."))
refusal_words("too_many_sources", _("There are {most} already. Close one first."))
refusal_words("source_called_so", _("“{name}” is there already. Choose another name."))
refusal_words("too_many_origins", _("At most {most} addresses. Take them off and add the right ones."))

act("agency", "source_added", _("Web site added: {name}"))
act("agency", "source_token", _("New token of {name}"))
act("agency", "source_origin", _("{name}: pages of {origin} may send"))
act("agency", "source_no_origins", _("{name}: no page may send from a browser"))
act("agency", "source_closed", _("Web site closed: {name}"))
