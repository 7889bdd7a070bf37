"""What is said of a file of clients: what its columns hold, how a row stands, and why one is not taken."""

from domain.entities.client_imports import Column, ImportState, RowState
from locales.sentence import _

COLUMNS = {
    Column.NAME: _("Full name"),
    Column.FIRST_NAME: _("First name"),
    Column.MIDDLE_NAME: _("Middle name"),
    Column.LAST_NAME: _("Surname"),
    Column.LATIN_NAME: _("Name in Latin"),
    Column.PHONE: _("Phone"),
    Column.EMAIL: _("E-mail"),
    Column.TELEGRAM: _("Telegram"),
    Column.BIRTHDAY: _("Date of birth"),
    Column.ADDRESS: _("Address"),
    Column.LANGUAGE: _("Language"),
    Column.SOURCE: _("Source"),
    Column.TAGS: _("Tags"),
    Column.NOTES: _("Notes"),
}
LEFT_OUT = _("Leave out")
WRONG, LINE = _("What is wrong"), _("Line")
"""What stands above the columns that we add."""

ROW_STATES = {
    RowState.NEW: _("new"),
    RowState.MATCH: _("on file"),
    RowState.DOUBT: _("doubtful"),
    RowState.FAULT: _("with errors"),
    RowState.MADE: _("added"),
    RowState.FILLED: _("filled in"),
    RowState.LEFT: _("left out"),
    RowState.TAKEN_BACK: _("taken back"),
    RowState.STAYED: _("stayed"),
}

REASONS = {
    "row_without_name": _("no name"),
    "row_name": _("a name needs letters, 80 at most: {cell}"),
    "row_phone": _("not a phone number: {cell}"),
    "row_email": _("not an e-mail address: {cell}"),
    "row_birthday": _("not a date of birth: {cell}"),
    "row_two_birthdays": _("which is the day and which the month: {cell}"),
    "row_latin_name": _("not in Latin letters: {cell}"),
    "row_tags": _("too many tags, or one is too long: {cell}"),
    "row_too_long": _("too long: {cell}"),
    "row_of_several": _("several clients on file fit"),
    "row_other_name": _("on file under another name"),
    "row_other_birthday": _("on file with another date of birth"),
    "row_twice": _("the same phone or e-mail as in line {cell}"),
    "row_came_meanwhile": _("came on file meanwhile"),
}
"""Why a row is no plain matter; `cell` is what stands there."""

STATES = {
    ImportState.FETCHING: _("The file is on its way."),
    ImportState.LOOKING: _("The file is being read."),
    ImportState.READING: _("The file is being read."),
    ImportState.ASKS: _("Please say what the columns hold."),
    ImportState.READY: _("Nothing has changed yet."),
    ImportState.IMPORTING: _("The clients are being added."),
    ImportState.DONE: _("✅ Done."),
    ImportState.UNDOING: _("It is being taken back."),
    ImportState.UNDONE: _("Taken back."),
    ImportState.CANCELLED: _("Cancelled; nothing was changed."),
    ImportState.REFUSED: _("The file could not be read; nothing was changed."),
}
