"""Refusals about settings: why something cannot be settled so, and what to do instead."""

from bot.conversation.refusals import refusal_words, refusal_words_by
from locales import Sentence, _

refusal_words(
    "changed_meanwhile",
    _(
        "Somebody has changed this meanwhile; you see how it is now. If it should still be otherwise, change it again."
    ),
)
refusal_words("no_such_definition", _("That is not here any more."))
refusal_words("label_empty", _("A name needs at least one letter or digit."))
refusal_words(
    "label_too_long", _("That is {count} characters; a button shows {most}. Please say it shorter.")
)

refusal_words("definitions_file_wanted", _("Please send a file, not words: agency.toml."))
refusal_words("no_such_import", _("That file is not here."))
refusal_words("import_not_read", _("The file is still being read."))
refusal_words("import_applied", _("This file was taken over already."))
refusal_words("nothing_to_import", _("Everything is so already: nothing would change."))
refusal_words("import_not_ours", _("This is no file of settings: it has no line “tourdesk = 1”."))
refusal_words(
    "import_other_version",
    _(
        "The file was written by another version (format {version}; this one reads {known}). Nothing was changed."
    ),
)
refusal_words(
    "import_unknown_kind", _("The file has a part “{name}” that is not known here. Nothing was changed.")
)
refusal_words(
    "import_unknown_word", _("In “{where}” there is a word that is not known: “{name}”. Nothing was changed.")
)
refusal_words("import_wrong_value", _("What stands in “{where}” cannot be read. Nothing was changed."))


@refusal_words_by("import_broken")
def import_broken(line: int | None) -> Sentence:
    if line is None:
        return _("The file breaks off before its end. Please send it whole; nothing was changed.")
    return _("The file cannot be read: look at line {line}. Nothing was changed.")(line=line)
