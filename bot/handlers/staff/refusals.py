"""Refusals about colleagues, invitations and branches: why something cannot be, and what to do instead."""

from bot.conversation.refusals import refusal_words
from locales import _

refusal_words("already_staff", _("You already work here."))
refusal_words("last_owner", _("The agency needs at least one owner."))
refusal_words("branch_exists", _("There is already a branch “{name}”."))
refusal_words("no_such_branch", _("There is no such branch."))
refusal_words("no_such_invitation", _("This invitation no longer works."))
refusal_words("no_such_staff_member", _("No colleague with that number."))
