"""The words of the history: reminders, calls, and what was brought up again."""

from bot.handlers.history.declared import act, reads
from domain.entities.lateness import Expected
from locales import Joined, _
from locales.terms.dues import CALLED

act("deal", "reminded", _("Client reminded: {due}"))
act("deal", "called", _("Called the client about overdue things"))
act("client", "no_answer_needed", _("The question needs no answer"))
act("client", "reminders_muted", _("Reminders off"))
act("client", "reminders_again", _("Reminders on again"))
act("inquiry", "brought_up", _("Nobody has taken it yet; asked: {names}"))
reads(lambda kept: CALLED[Expected(kept)], "due")
reads(Joined, "names")
