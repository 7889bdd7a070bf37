"""Refusals about trips, their seats and their links: why something cannot be, and what to do instead."""

from bot.conversation.refusals import refusal_words
from locales import _, n_

refusal_words(
    "seats_taken",
    n_(
        "{count} seat is already taken: there cannot be fewer.",
        "{count} seats are already taken: there cannot be fewer.",
    ),
)
refusal_words("not_a_guide", _("{name} is not a guide here."))
refusal_words("trip_takes_place", _("The trip goes ahead."))
refusal_words("trip_cancelled", _("{trip} is cancelled."))
refusal_words("returns_before_departure", _("The return cannot be before the departure."))
refusal_words(
    "absurd_stay",
    n_(
        "That is more than {count} day after the departure. Please enter the return date again.",
        "That is more than {count} days after the departure. Please enter the return date again.",
    ),
)
refusal_words("due_in_the_past", _("That day has passed. Please choose a later one."))
refusal_words("deposit_above_price", _("The deposit cannot be above the price of {price}."))
refusal_words("due_after_departure", _("That must be no later than the departure on {day}."))
refusal_words(
    "less_than_paid",
    _(
        "#{number} has already paid {paid}, which is more than the new price. Apply it to new bookings only,"
        " or set a higher one."
    ),
)
refusal_words(
    "departure_changed",
    _("It has changed: {trip} leaves on {departs}, {place}. Please confirm under the newest message."),
)
refusal_words("trip_left", _("{trip} has left already."))
