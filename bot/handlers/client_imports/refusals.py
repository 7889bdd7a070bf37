"""Refusals about clients from a file: why it cannot be read, and what to do instead."""

from bot.conversation.refusals import refusal_words
from locales import _

refusal_words("table_empty", _("There is nothing in this file. Please send the one with your clients."))
refusal_words(
    "table_not_known",
    _("This is not a list of clients I can read. Please save it as XLSX, CSV or vCard and send that."),
)
refusal_words(
    "table_old_excel", _("This is an old Excel file (XLS). Please save it as XLSX or CSV and send that.")
)
refusal_words("table_unreadable", _("The file could not be read. Please save it as CSV and send that."))
refusal_words(
    "table_too_long",
    _(
        "There are more than {most} rows. Please send the file in parts, or read it on the server: python -m tourdesk import."
    ),
)
refusal_words(
    "table_too_wide", _("Line {line} has more than {most} columns. Please leave out those you do not need.")
)
refusal_words(
    "table_cell_too_long",
    _("A cell in line {line} is too long: {most} characters at most. A quotation mark may be missing there."),
)
refusal_words(
    "table_quotes",
    _("The quotation marks in line {line} do not match. Please correct it and send the file again."),
)
refusal_words("table_broken", _("Line {line} cannot be read. Please correct it and send the file again."))
refusal_words(
    "table_encoding",
    _("Line {line} is written in another encoding. Please choose another one, or save the file as UTF-8."),
)
refusal_words("workbook_broken", _("This file is damaged. Please open it, save it again and send it."))
refusal_words("workbook_locked", _("This file has a password. Please save it without one and send it again."))
refusal_words(
    "workbook_too_big",
    _("This file unpacks to more than {most} MB. Please save it as CSV, in parts if need be."),
)
refusal_words(
    "card_breaks_off",
    _(
        "The card that begins in line {line} has no end. Please export the contacts again and send all of the file."
    ),
)
refusal_words(
    "card_without_beginning",
    _("In line {line} a card ends that has no beginning. Please export the contacts again."),
)

refusal_words(
    "clients_file_too_big",
    _(
        "Telegram gives us files up to {most} MB. Please send it as ZIP or in parts, or read it on the server:"
        " python -m tourdesk import."
    ),
)
refusal_words(
    "not_a_clients_file",
    _("“{name}” is not a list of clients I can read. Please save it as XLSX, CSV or vCard and send that."),
)
refusal_words(
    "zip_of_several",
    _("There are {count} files in this ZIP. Please send one list at a time."),
)
refusal_words("clients_file_wanted", _("Please send a file, not text: XLSX, CSV or vCard."))
refusal_words(
    "table_not_fetched",
    _("Telegram did not give us the file. Please send it again; a big one as ZIP or in parts."),
)
refusal_words("no_such_client_import", _("That import is not here."))
refusal_words("no_such_row", _("That row is not here."))
refusal_words(
    "no_such_match", _("There is nobody on file whom this could be. Choose “new”, or leave it out.")
)
refusal_words("import_elsewhere", _("Import #{number} has gone on meanwhile. Please look at it again."))
refusal_words("no_names_in_file", _("Please say first which column holds the names."))
refusal_words("nobody_to_import", _("There is nobody to import: no row is new or fills anything in."))
refusal_words(
    "imported_long_ago",
    _("That can no longer be taken back: {days} days have passed, or nothing of it is left."),
)
