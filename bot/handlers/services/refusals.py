"""Refusals about services: why something cannot be, and what to do instead."""

from bot.conversation.refusals import refusal_words
from locales import _

refusal_words("no_such_service", _("There is no such service."))
refusal_words("service_ends_before", _("It cannot end before it begins. Please look at the days and hours."))
refusal_words(
    "service_over", _("This service was refused or cancelled. Please enter a new one if it is wanted again.")
)
refusal_words("too_many_services", _("This deal has {most} services already. Please cancel some first."))
refusal_words("nothing_proposed", _("The supplier has offered no other time."))
refusal_words("time_wanted", _("Please give the day and the hour."))
refusal_words("answered_too_often", _("This link was answered too often. Please call us."))
refusal_words("link_open", _("The supplier has a link already. Close it before you make another."))
