"""All definitions as one file: written for the owner, read from one that was sent."""

from bot.conversation.links import Action, View

DEFINITION_FILES = View[[]]("definition_files")
EXPORT_DEFINITIONS = Action[[]]("export_definitions")
IMPORT = View[[int, bool, int]]("import_definitions", place=1)
"""Its number, whether the agency's own data are taken over too, the page."""
TAKE_OVER = Action[[int, bool]]("take_over_definitions")
