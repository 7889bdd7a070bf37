"""Refusals about extra fields: why something cannot be filled in or defined so, and what to do instead."""

from bot.conversation.refusals import refusal_words
from locales import _, n_

refusal_words("no_such_field", _("That field is no longer here."))
refusal_words("no_such_option", _("That option is no longer here."))
refusal_words("value_does_not_fit", _("That does not fit “{label}”. Please fill it in again."))
refusal_words("not_a_number", _("I cannot read that as a number. Please write it like 12 or 12,5."))
refusal_words("absurd_number", _("That number is too large. Please check it."))
refusal_words(
    "field_file_gone", _("The file {name} could not be fetched from Telegram. Please send it again.")
)
refusal_words(
    "field_in_use",
    _("“{label}” has already been filled in, so it stays as it is. Retire it and make a new field."),
)
refusal_words("no_options_wanted", _("Only a choice has options; “{label}” is not one."))
refusal_words("options_wanted", _("A choice needs at least one option."))
refusal_words(
    "too_many_options",
    n_(
        "That is {count} option; a choice has at most {most}.",
        "Those are {count} options; a choice has at most {most}.",
    ),
)
refusal_words("option_twice", _("The option “{label}” is there twice."))
refusal_words(
    "other_count_of_options",
    n_("Please write {count} line, one for each option.", "Please write {count} lines, one for each option."),
)
refusal_words("field_without_client", _("A client cannot be asked for that: choose a colleague, or nobody."))
refusal_words(
    "asked_and_not_seen", _("A client who is asked must be able to see it. Please choose who sees it first.")
)
refusal_words("no_such_stage", _("No deal waits at that stage. Please choose one of the buttons."))
refusal_words("too_many_fields", _("There are {most} fields already. Please retire one first."))
refusal_words("field_label_taken", _("There is already a field “{label}” here. Please choose another name."))
refusal_words("not_in_the_list", _("Only fields of clients, deals and travellers can be in a trip's list."))
refusal_words(
    "too_many_in_the_list", _("The list has room for {most} such columns. Please remove one first.")
)
