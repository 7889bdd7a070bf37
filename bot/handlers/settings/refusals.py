"""Refusals about settings: why something cannot be settled so, and what to do instead."""

from typing import Any

from bot.conversation.refusals import refusal_words, refusal_words_by
from locales import Sentence, _, n_
from locales.terms.deals import step_kept

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


refusal_words(
    "pipeline_without_end",
    _("At least two stages are needed: a first one, and the last one, the journey done."),
)
refusal_words(
    "pipeline_used",
    _("Deals are opened in these stages. Choose other stages for them first, then retire these."),
)
refusal_words(
    "pipeline_retired", _("These stages are retired: no deal is opened there. Bring them back first.")
)
refusal_words("too_many_stages", _("More than {most} stages nobody keeps in mind. Please fewer."))
refusal_words("stage_twice", _("Two stages would be called “{name}”. Please call one of them otherwise."))
refusal_words("stage_key_taken", _("The key of a stage is used twice, here or among other stages."))
refusal_words("stage_key_wrong", _("“{name}” cannot be the key of a stage."))
refusal_words(
    "told_at_the_end",
    _("The last stage cannot be where the client knows of the departure: the journey is still to come."),
)
refusal_words(
    "told_waits",
    _(
        "Where the client knows of the departure, a deal can wait for the departure only: it goes on by itself after the trip."
    ),
)
refusal_words("need_unknown", _("“{name}” is not known as something a stage can wait for or ask for."))


@refusal_words_by("stage_left_out")
def stage_left_out(step: Any, count: int) -> Sentence:
    return n_(
        "“{stage}” would be gone, and {count} open deal stands there. Retire the stage first: then you say where it goes.",
        "“{stage}” would be gone, and {count} open deals stand there. Retire the stage first: then you say where they go.",
    )(stage=step_kept(step), count=count)
