"""Refusals about settings: why something cannot be settled so, and what to do instead."""

from typing import Any

from bot.conversation.refusals import refusal_words, refusal_words_by
from locales import Sentence, _, n_
from locales.terms.deals import step_kept

refusal_words(
    "changed_meanwhile",
    _("Somebody has just changed this; you see the latest. If you still want to change it, do it again."),
)
refusal_words("no_such_definition", _("That is no longer here."))
refusal_words("label_empty", _("A name needs at least one letter or digit."))
refusal_words(
    "label_too_long", _("That is {count} characters; a button shows {most}. Please make it shorter.")
)

refusal_words(
    "definitions_file_too_big",
    _("A file of settings has at most {most} MB. Please send the one that was exported: agency.toml."),
)
refusal_words(
    "not_a_definitions_file",
    _("“{name}” is not a settings file. Please send the one that was exported: agency.toml."),
)
refusal_words("definitions_file_wanted", _("Please send a file, not text: agency.toml."))
refusal_words("no_such_import", _("That file is not here."))
refusal_words("import_not_read", _("The file is still being read."))
refusal_words("import_applied", _("This file has already been applied."))
refusal_words("nothing_to_import", _("Nothing would change: everything is already like this."))
refusal_words("import_not_ours", _("This is not a settings file: it has no line “tourdesk = 1”."))
refusal_words(
    "import_other_version",
    _(
        "The file was written by another version (format {version}; this one reads {known}). Nothing was changed."
    ),
)
refusal_words("import_unknown_kind", _("The file has an unknown part “{name}”. Nothing was changed."))
refusal_words(
    "import_unknown_word", _("There is an unknown word in “{where}”: “{name}”. Nothing was changed.")
)
refusal_words("import_wrong_value", _("What is in “{where}” cannot be read. Nothing was changed."))


@refusal_words_by("import_broken")
def import_broken(line: int | None) -> Sentence:
    if line is None:
        return _("The file is incomplete. Please send all of it; nothing was changed.")
    return _("The file cannot be read: see line {line}. Nothing was changed.")(line=line)


refusal_words(
    "pipeline_without_end",
    _("At least two stages are needed: a first one and a last one, when the trip is over."),
)
refusal_words(
    "pipeline_used",
    _("Deals are opened in these stages. Choose others for them first, then retire these."),
)
refusal_words(
    "pipeline_retired", _("These stages are retired: no deals are opened there. Bring them back first.")
)
refusal_words("too_many_stages", _("There can be at most {most} stages. Please use fewer."))
refusal_words("stage_twice", _("Two stages would be called “{name}”. Please rename one of them."))
refusal_words("stage_key_taken", _("A stage key is used twice, here or among other stages."))
refusal_words("stage_key_wrong", _("“{name}” cannot be the key of a stage."))
refusal_words(
    "told_at_the_end",
    _("The last stage cannot be the one where clients know the departure: the trip is still to come."),
)
refusal_words(
    "told_waits",
    _(
        "At a stage where clients know the departure, a deal can wait only for the departure: it moves on by"
        " itself after the trip."
    ),
)
refusal_words("need_unknown", _("“{name}” is not something a stage can wait for or ask for."))


@refusal_words_by("stage_left_out")
def stage_left_out(step: Any, count: int) -> Sentence:
    return n_(
        "“{stage}” would be gone, and {count} open deal is there. Retire the stage first: then you can say where it goes.",
        "“{stage}” would be gone, and {count} open deals are there. Retire the stage first: then you can say where they go.",
    )(stage=step_kept(step), count=count)
