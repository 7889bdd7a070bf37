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
