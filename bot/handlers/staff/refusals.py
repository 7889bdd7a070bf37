"""Refusals about colleagues, invitations and branches: why something cannot be, and what to do instead."""

from bot.conversation.refusals import refusal_words
from locales import _, n_

refusal_words("already_staff", _("You already work here."))
refusal_words("last_owner", _("The agency needs at least one owner."))
refusal_words("branch_exists", _("There is already a branch “{name}”."))
refusal_words("no_such_branch", _("There is no such branch."))
refusal_words("no_such_invitation", _("This invitation no longer works."))
refusal_words("no_such_staff_member", _("No colleague with that number."))
refusal_words("no_such_holiday", _("This holiday is not planned any more."))
refusal_words("holiday_is_over", _("These days are over. Please choose later ones."))
refusal_words("ends_before_it_begins", _("The last day must not be before the first."))
refusal_words(
    "holiday_too_long",
    n_(
        "A holiday lasts at most {count} day.",
        "A holiday lasts at most {count} days. Whoever is away for longer leaves: their work goes to others.",
    ),
)
refusal_words("too_far_ahead", _("That is more than two years ahead. Please check the year."))
refusal_words("holidays_overlap", _("There is a holiday already: {first} – {last}. Change that one."))
refusal_words(
    "too_many_holidays",
    n_("At most {count} holiday at a time.", "At most {count} holidays can be planned at a time."),
)
refusal_words(
    "cannot_stand_in", _("{name} cannot stand in for {whom}: not everything is theirs to see and do.")
)
refusal_words("supervises_already", _("{name} supervises {whom}: that would go in a circle."))
