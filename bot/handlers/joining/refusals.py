"""Refusals about joining a trip, its line and its link: why something cannot be, and what to do instead."""

from bot.conversation.refusals import refusal_words
from locales import _, n_

refusal_words(
    "not_enough_seats", n_("There is only {count} free seat.", "There are only {count} free seats.")
)
refusal_words(
    "seats_promised",
    n_(
        "{count} seat is promised until {until}. You can take that back on the waiting list of the trip.",
        "{count} seats are promised until {until}. You can take that back on the waiting list of the trip.",
    ),
)
refusal_words("sold_out", _("{trip} is sold out."))
refusal_words("link_changed", _("A colleague has just changed this link. Here is the new one."))
refusal_words("join_closed", _("Requests for {trip} through this link are closed. Please ask the agency."))
refusal_words(
    "more_than_trip_has",
    n_("{trip} has {count} seat in all.", "{trip} has {count} seats in all."),
)
