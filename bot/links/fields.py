"""Extra fields: those of one thing with what was filled in, and how the owner defines them."""

from bot.conversation.links import Action, View

FIELDS = View[[str, int, int, int]]("fields", place=3)
"""The subject, the number of the thing (of a traveller's deal), the traveller or 0, and the page."""
MY_FIELDS = View[[int]]("my_fields")
"""The client's own deal."""
FIELD_FILE = Action[[str, int, int, str]]("field_file")

FIELD_SUBJECTS = View[[]]("field_subjects")
FIELDS_OF = View[[str, int]]("fields_of", place=1)
"""A subject, and the page."""
FIELD_CARD = View[[str]]("field")
FIELD_OPTIONS = View[[str, int]]("field_options", place=1)
RETIRE_FIELD = Action[[str, int, bool]]("retire_field")
"""With the revision that was seen, as all changes of a definition."""
LIST_FIELD = Action[[str, int, bool]]("list_field")
MOVE_FIELD_UP = Action[[str, int]]("move_field_up")
FIELD_OPTION = View[[str, str, int]]("field_option", place=2)
"""A field, its option, and the page of the list it stands on."""
RETIRE_OPTION = Action[[str, int, str, bool, int]]("retire_option")
"""The last is the page to go on with."""
