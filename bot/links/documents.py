"""Documents: those of a deal and of one traveller, one to be checked, and files that nobody asked for."""

from bot.conversation.links import Action, View

DOCUMENTS = View[[int, int]]("papers", place=1)
DOCUMENT = View[[int]]("document", place=0)
"""All of them are one place: whoever checks one after another goes back to where they began."""
LOOK_AT = Action[[int]]("look_at")
ACCEPT_DOCUMENT = Action[[int]]("accept_document")
GIVE_FILE = Action[[int, int, int | None]]("give_file")
"""The document, the deal, and whose passport it is: None for no passport."""

WHOSE_FILES = View[[list[int], str | None]]("whose_files", place=2)
WHOSE_FILES_PAGE = View[[list[int], str | None, int]]("whose_files", place=2)
"""The same, at a page of those who travel."""
FILES_IN = View[[list[int], str | None]]("files_in")
ASSIGN_FILES = Action[[list[int], int, int | None, str | None]]("assign_files")
"""The documents, the deal, whose passport they are, and the album they came in."""
