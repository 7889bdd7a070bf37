"""What the agency knows of a traveller, as people read it."""

from collections.abc import Iterator
from datetime import date

from domain.entities.deals import Deal
from domain.entities.particulars import ends_soon
from domain.entities.travellers import Relation, Traveller
from locales.sentence import FullDay, Sentence, _
from locales.terms.countries import country_words

RELATIONS: dict[Relation, Sentence] = {
    Relation.SELF: _("The client"),
    Relation.SPOUSE: _("Spouse"),
    Relation.CHILD: _("Child"),
    Relation.OTHER: _("Someone else"),
}


def particulars_lines(
    deal: Deal, traveller: Traveller, today: date, *, with_passport: bool
) -> list[Sentence]:
    """Birth, citizenship and, for those who may read it, the passport: what a photo is compared with."""
    return [*_who(traveller), *(_passport(deal, traveller, today) if with_passport else ())]


def _who(traveller: Traveller) -> Iterator[Sentence]:
    if traveller.born_on:
        relation = RELATIONS[traveller.relation]
        yield _("    born {day} · {relation}")(day=FullDay(traveller.born_on), relation=relation)
    if traveller.citizenship:
        yield _("    citizenship: {country}")(country=country_words(traveller.citizenship))


def _passport(deal: Deal, traveller: Traveller, today: date) -> Iterator[Sentence]:
    until = traveller.passport_expires
    if until is None:
        return
    valid = _("    {number}, expires {day}")(number=traveller.passport, day=FullDay(until))
    yield _("{line} ⚠️ expires soon")(line=valid) if ends_soon(until, deal, today) else valid
