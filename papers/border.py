"""The border's list: name, birth, citizenship and passport of everybody on a trip; as PDF and XLSX."""

from datetime import datetime

from domain.entities.participants import BorderLine, BorderList
from locales import Sentence, Voice, _, lines, n_
from locales.terms.countries import country_words
from papers.typesetting import legible, printable, typeset
from papers.workbook import Cell, Sheet, written_sheet

ANOTHER_BRANCH = _("of another branch")
HEADS = n_("{count} traveller", "{count} travellers")


def border_pdf(list_: BorderList, voice: Voice, printed_at: datetime) -> bytes:
    """Upright, with page numbers, in the reader's language. `printed_at` is aware."""
    voice = voice.on_paper()
    facts = {
        "lang": voice.language.value,
        "title": printable(_title(list_, voice)),
        "agency": "",
        "trip": printable(list_.trip),
        "about": [printable(about) for about in _about(list_, voice)],
        "printed": voice.plain(_("Printed {moment}")(moment=printed_at)),
        "columns": _columns(voice),
        "lines": [
            [printable(cell) for cell in (f"{place}", *_cells(line, voice))]
            for place, line in enumerate(list_.lines, 1)
        ],
    }
    return typeset("border", facts, printed_at, tags=False)


def border_xlsx(list_: BorderList, voice: Voice, printed_at: datetime) -> bytes:
    """The same list as a sheet: every cell is text, so that no number loses a nought."""
    voice = voice.on_paper()
    rows: list[tuple[Cell, ...]] = [
        (place, *_cells(line, voice)) for place, line in enumerate(list_.lines, 1)
    ]
    sheet = Sheet(
        name=voice.plain(_("Border list")),
        title=_title(list_, voice),
        about=(*_about(list_, voice), voice.plain(_("Printed {moment}")(moment=printed_at))),
        columns=tuple(_columns(voice)),
        rows=tuple(rows),
        total="",
        totals=(),
        made_at=printed_at,
    )
    return written_sheet(sheet)


def _title(list_: BorderList, voice: Voice) -> str:
    return voice.plain(_("{trip}: border list")(trip=list_.trip))


def _about(list_: BorderList, voice: Voice) -> list[str]:
    about: list[Sentence] = [
        _("Departs {day}")(day=list_.departs),
        _("Returns {day}")(day=list_.returns),
        HEADS(count=len(list_.lines)),
    ]
    return voice.plain(lines(*about)).splitlines()


def _columns(voice: Voice) -> list[str]:
    names = (_("No."), _("Traveller"), _("Born"), _("Citizenship"), _("Passport"), _("Expires"))
    return [voice.plain(name) for name in names]


def _cells(line: BorderLine, voice: Voice) -> tuple[str, ...]:
    """Days in figures, as forms have them; what is not known is left free to be written in."""
    if not line.within_reach:
        return (legible(line.name), voice.plain(ANOTHER_BRANCH), "", "", "")
    country = country_words(line.citizenship).said(voice.language) if line.citizenship else ""
    return (
        legible(line.name),
        f"{line.born_on:%d.%m.%Y}" if line.born_on else "",
        country,
        legible(line.passport),
        f"{line.passport_expires:%d.%m.%Y}" if line.passport_expires else "",
    )
