"""The participant list: who travels, at which stage, what is paid and owed; as PDF and XLSX."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from itertools import count

from domain.entities.field_values import Read
from domain.entities.participants import Participant, ParticipantDeal, ParticipantList
from domain.values.labels import said
from domain.values.money import Money
from locales import Sentence, Voice, _, lines, n_, verbatim
from locales.terms.deals import stage_words
from locales.terms.fields import read_words
from locales.terms.phones import pretty_phone
from papers.typesetting import legible, printable, typeset
from papers.workbook import Cell, Sheet, written_sheet

TICK = "✓"
UNNAMED = _("name to follow")


@dataclass(frozen=True)
class Line:
    """One seat as it is written down. The money of a deal stands on its first line only: columns add up."""

    place: int
    first: bool
    traveller: str
    client: str
    phone: str
    stage: str
    confirmed: bool
    deal: int
    fields: tuple[Read, ...]
    money: tuple[Money, ...] | None


def participants_pdf(list_: ParticipantList, voice: Voice, printed_at: datetime) -> bytes:
    """A landscape list with page numbers, in the reader's language. `printed_at` is aware."""
    voice = voice.on_paper()
    written = written_lines(list_, voice)
    totals = [_amount(sum_, voice) for sum_ in _totals(list_)]
    facts = {
        "lang": voice.language.value,
        "title": printable(_title(list_, voice)),
        "agency": "",
        "trip": printable(list_.trip),
        "about": [printable(about) for about in (*_about(list_, voice), *_legend(list_, voice))],
        "printed": voice.plain(_("Printed {moment}")(moment=printed_at)),
        "columns": [*_columns(voice, verbatim(TICK)), *_fields(list_, voice), *_sums(list_, voice)],
        "fields": len(list_.fields),
        "unnamed": voice.plain(UNNAMED),
        "lines": [_cells(line, voice) for line in written],
        "total": [voice.plain(_("In all")), *totals],
        "wide": max(map(len, totals), default=0) > len("100,000.00"),
    }
    return typeset("participants", facts, printed_at, tags=False)


def participants_xlsx(list_: ParticipantList, voice: Voice, printed_at: datetime) -> bytes:
    """The same list as a sheet: texts are texts, sums are numbers to the cent. `printed_at` is aware."""
    voice = voice.on_paper()
    sheet = Sheet(
        name=voice.plain(_("Participants")),
        title=_title(list_, voice),
        about=(*_about(list_, voice), voice.plain(_("Printed {moment}")(moment=printed_at))),
        columns=(*_columns(voice, _("Confirmed")), *_fields(list_, voice), *_sums(list_, voice)),
        rows=tuple(_row(line, voice, len(_totals(list_))) for line in written_lines(list_, voice)),
        total=voice.plain(_("In all")),
        totals=_totals(list_),
        made_at=printed_at,
    )
    return written_sheet(sheet)


def written_lines(list_: ParticipantList, voice: Voice) -> list[Line]:
    """Every seat, deal by deal; a deal that has lost its seats still shows its money."""
    named = _named_sums(list_)
    seats: dict[int, list[Participant]] = {deal.deal: [] for deal in list_.deals}
    for person in list_.participants:
        seats.setdefault(person.deal, []).append(person)
    deals = {deal.deal: deal for deal in list_.deals}
    places = count(1)
    written: list[Line] = []
    for number, people in seats.items():
        if not people:
            written.append(_seatless(list_, deals[number], _sums_of(deals[number], named)))
        for nth, person in enumerate(people):
            deal = None if nth else deals.get(number)
            money = _sums_of(deal, named) if deal else None
            written.append(_line(list_, next(places), person, money, voice, first=not nth))
    return written


def _seatless(list_: ParticipantList, deal: ParticipantDeal, money: tuple[Money, ...]) -> Line:
    nothing = (None,) * len(list_.fields)
    return Line(0, True, "", legible(deal.client), "", "", False, deal.deal, nothing, money)


def _line(
    list_: ParticipantList,
    place: int,
    person: Participant,
    money: tuple[Money, ...] | None,
    voice: Voice,
    *,
    first: bool,
) -> Line:
    return Line(
        place=place,
        first=first,
        traveller=legible(person.traveller),
        client=legible(person.client),
        phone=legible(pretty_phone(person.phone)) if person.phone else "",
        stage=voice.plain(stage_words(person.step, list_.names)),
        confirmed=person.confirmed,
        deal=person.deal,
        fields=tuple(person.shown(key, one) for key, one in list_.fields.items()),
        money=money,
    )


def _cells(line: Line, voice: Voice) -> dict[str, object]:
    place, mark = f"{line.place or ''}", TICK if line.confirmed else ""
    texts = (
        place,
        line.traveller,
        line.client,
        line.phone.replace(" ", "\u00a0"),
        line.stage,
        mark,
        f"{line.deal}",
        *(_told(value, voice) for value in line.fields),
    )
    sums = [_amount(sum_, voice) for sum_ in line.money or ()]
    return {"first": line.first, "texts": [printable(text) for text in texts], "sums": sums}


def _row(line: Line, voice: Voice, count: int) -> tuple[Cell, ...]:
    """With so many sums, or as many empty cells."""
    place, mark = line.place or None, TICK if line.confirmed else None
    sums: tuple[Cell, ...] = line.money or (None,) * count
    name = line.traveller or (voice.plain(UNNAMED) if line.place else None)
    fields = (_cell(value, voice) for value in line.fields)
    return place, name, line.client, line.phone, line.stage, mark, line.deal, *fields, *sums


def _title(list_: ParticipantList, voice: Voice) -> str:
    return voice.plain(_("{trip}: participants")(trip=list_.trip))


def _about(list_: ParticipantList, voice: Voice) -> list[str]:
    heads = n_("{count} traveller", "{count} travellers")(count=list_.heads)
    about: list[Sentence | None] = [
        _("Departs {day}")(day=list_.departs),
        _("{travellers}, {seats} seats in all")(travellers=heads, seats=list_.seats),
        _("Only at the stage: {stage}")(stage=stage_words(list_.stage, list_.names)) if list_.stage else None,
    ]
    return voice.plain(lines(*about)).splitlines()


def _legend(list_: ParticipantList, voice: Voice) -> list[str]:
    """What the tick means, where there is one; a sheet has a column of that name."""
    ticked = any(one.confirmed for one in list_.participants)
    return [voice.plain(_("✓ has confirmed the departure"))] if ticked else []


def _columns(voice: Voice, confirmed: Sentence) -> list[str]:
    names = (_("No."), _("Traveller"), _("Client"), _("Phone"), _("Stage"), confirmed, _("Deal"))
    return [voice.plain(name) for name in names]


def _fields(list_: ParticipantList, voice: Voice) -> list[str]:
    return [voice.plain(verbatim(said(one.labels))) for one in list_.fields.values()]


def _told(value: Read, voice: Voice) -> str:
    """As the reader says it; nothing where nothing was filled in."""
    return "" if value is None else legible(voice.plain(lines(read_words(value))))


def _cell(value: Read, voice: Voice) -> Cell:
    """Numbers and sums are numbers in a sheet."""
    if isinstance(value, Money | Decimal):
        return value
    return _told(value, voice) or None


def _named_sums(list_: ParticipantList) -> dict[str, Sentence]:
    """By attribute, in order; none for a reader who may not see money. To give back there mostly is nothing."""
    if not list_.money:
        return {}
    usual = {"price": _("Price"), "paid": _("Paid"), "owed": _("Left to pay")}
    return usual | ({"to_return": _("To give back")} if list_.to_return else {})


def _sums_of(whose: ParticipantList | ParticipantDeal, named: Iterable[str]) -> tuple[Money, ...]:
    return tuple(getattr(whose, name) for name in named)


def _totals(list_: ParticipantList) -> tuple[Money, ...]:
    return _sums_of(list_, _named_sums(list_))


def _sums(list_: ParticipantList, voice: Voice) -> list[str]:
    return [f"{voice.plain(name)}, {list_.currency}" for name in _named_sums(list_).values()]


def _amount(sum_: Money, voice: Voice) -> str:
    """Without the currency, which the column names."""
    return voice.figures(sum_)
