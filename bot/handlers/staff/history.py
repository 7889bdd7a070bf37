"""The words of the history: what was done to colleagues, invitations and branches."""

from bot.handlers.history.declared import act, page, reads
from bot.links.staff import BRANCH, COLLEAGUE
from domain.entities.people import Role
from locales import _
from locales.terms.staff import ROLES

page("staff", _("<b>History of colleague #{number}</b>"), card=COLLEAGUE)
page("branch", _("<b>History of branch #{number}</b>"), card=BRANCH)
act("staff", "joined", _("Joined: {role}"))
act("staff", "left", _("Left: {role}"))
act("staff", "role_changed", _("{role_was} → {role}"))
act("staff", "transferred", _("Now works in the branch {name}"))
act("staff", "to_head_office", _("Now works at head office"))
act("invitation", "invited", _("Invited: {role}"))
act("invitation", "withdrawn", _("Invitation withdrawn: {role}"))
act("branch", "branch_opened", _("Branch opened: {name}"))
act("branch", "branch_renamed", _("Name: {name}; before: {was}"))
reads(lambda kept: ROLES[Role(kept)], "role", "role_was")
