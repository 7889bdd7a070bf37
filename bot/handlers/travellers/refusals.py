"""Refusals about travellers and their passports: why something cannot be, and what to do instead."""

from bot.conversation.refusals import refusal_words
from locales import _, n_

refusal_words("no_such_traveller", _("There is no such traveller in this deal."))
refusal_words("nobody_entered", _("Please say who is travelling first."))
refusal_words(
    "all_entered",
    n_("The {count} traveller has already been added.", "All {count} travellers have already been added."),
)
refusal_words("self_entered", _("The client is already among the travellers. Who else is it?"))
refusal_words(
    "known_no_more", _("That traveller's details can no longer be reused. Please enter them again.")
)
refusal_words(
    "too_many_chosen",
    n_(
        "{count} person is chosen, and {seats} are left to add. Please leave somebody out.",
        "{count} people are chosen, and {seats} are left to add. Please leave somebody out.",
    ),
)
refusal_words("traveller_cancelled", _("{name} is no longer travelling."))
refusal_words("last_traveller", _("This is the only traveller: close the deal instead."))
refusal_words(
    "papers_accepted",
    _("{name}'s passport is already accepted. To change something, please write to us."),
)
refusal_words("nobody_in_list", _("I found no names there. Please send one traveller per line."))
refusal_words(
    "list_too_long",
    n_(
        "The list has {count} traveller, and {seats} are left to add. Please check it.",
        "The list has {count} travellers, and {seats} are left to add. Please check it.",
    ),
)
refusal_words("strange_in_line", _("I do not know what “{text}” is."))
refusal_words(
    "two_days_in_line", _("“{text}” could be two different days. Please write the month as a word.")
)
refusal_words(
    "days_in_line",
    n_(
        "There is {count} date, and I cannot tell which is which.",
        "There are {count} dates, and I cannot tell which is which.",
    ),
)
refusal_words("name_of_many_words", _("That is too long for a name."))
refusal_words("name_of_one_word", _("Is that the whole name?"))
refusal_words("one_or_several", _("Is that one person or several? Please write each on a line of their own."))
refusal_words("twice_in_list", _("{name} is already on the list."))
refusal_words("not_a_birthday", _("I cannot read that as a date. Please write it like 17.05.1985."))
refusal_words("no_such_birthday", _("There is no such day in the calendar. Please write it like 17.05.1985."))
refusal_words(
    "born_in_the_future", _("That day is still to come. When was it? Please write it like 17.05.1985.")
)
refusal_words(
    "not_as_in_passport",
    _("A name has only letters, spaces, hyphens, apostrophes and dots. Please write it as in the passport."),
)
refusal_words("passport_is_a_day", _("That is a date. What is the number of the passport?"))
refusal_words("not_a_passport", _("A passport number has 5 to 20 letters and digits. Please check it."))
refusal_words("passport_of_another", _("That is {name}'s passport. Please check it."))
refusal_words(
    "passport_expired", _("That passport has expired. Please renew it, or give the date of the new one.")
)
refusal_words(
    "passport_ends_before_return",
    _(
        "The passport must be valid until the return on {returns}. Please renew it, or give the date of the new one."
    ),
)
refusal_words(
    "passport_on_trip", _("The passport of {name} is already on this trip. Please check its number.")
)
refusal_words("passport_of_decades", _("No passport is valid until {day}. Please check the year."))
refusal_words(
    "odd_age_in_line",
    n_("That is {count} year old. Is that right?", "That is {count} years old. Is that right?"),
)
refusal_words(
    "odd_validity_in_line",
    n_(
        "The passport would be valid for {count} more year. Is that right?",
        "The passport would be valid for {count} more years. Is that right?",
    ),
)
