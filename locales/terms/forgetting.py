"""What goes and what stays when a client is forgotten, and why: before it is done, and after."""

from domain.ports.agency import Agency
from locales.sentence import Sentence, _


def goes_and_stays(agency: Agency) -> list[Sentence]:
    return [
        _("What goes: names, phones, messages, travellers with their passports, photos and files."),
        _("What stays, without any name: what was booked and paid, because the law asks for the books."),
        _("Backups of {agency} forget it when they are replaced by newer ones.")(agency=agency.name),
    ]
