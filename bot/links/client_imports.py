"""Clients from a file: the list of imports, one import with its rows, and what its columns hold."""

from bot.conversation.links import Action, View
from bot.conversation.slots import Slots
from domain.entities.client_imports import ClientImport

CLIENT_IMPORTS = View[[int]]("client_imports", place=0)
"""The page."""
CLIENT_IMPORT = View[[int]]("client_import")
CLIENT_IMPORT_SLOTS = Slots[ClientImport]("client_import")
IMPORT_COLUMNS = View[[int]]("import_columns")
IMPORT_COLUMN = View[[int, int]]("import_column")
"""Its number, which column."""
IMPORT_ENCODINGS = View[[int]]("import_encodings")
IMPORT_ROWS = View[[int, str, int]]("import_rows", place=1)
"""Its number, in which state, the page."""
IMPORT_ROW = View[[int, int]]("import_row")
CHOOSE_COLUMN = Action[[int, int, str]]("choose_import_column")
CHOOSE_ENCODING = Action[[int, str]]("choose_import_encoding")
SAY_HEADER = Action[[int, bool]]("say_import_header")
READ_ON = Action[[int]]("read_client_import")
START_IMPORT = Action[[int]]("start_client_import")
CANCEL_IMPORT = Action[[int]]("cancel_client_import")
UNDO_IMPORT = Action[[int]]("undo_client_import")
SETTLE_ROW = Action[[int, int, str]]("settle_import_row")
WRONG_ROWS = Action[[int]]("wrong_rows_of_import")
