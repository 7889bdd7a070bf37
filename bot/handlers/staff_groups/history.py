"""The words of the history about the staff's group."""

from bot.handlers.history.declared import act
from locales import _

act("agency", "group_tied", _("Staff group tied: {title}"))
act("agency", "group_not_tied", _("Staff group cannot be used: {title}"))
act("agency", "group_untied", _("Staff group untied: {title}"))
