"""A pasted list of travellers: what is understood of it, and which lines somebody should look at."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from domain.entities.deals import Deal
from domain.entities.particulars import (
    LONG_LIVED,
    age_on,
    check_birth,
    check_expiry,
    check_passport,
    odd_validity,
)
from domain.entities.pasted_lines import Country, Line, lines_of, month_is_first, no_country, read_line
from domain.entities.travellers import Traveller
from domain.values.language import Language
from domain.values.refusals import Refusal


@dataclass(frozen=True)
class Pasted:
    """A line as it was written; `settled` when somebody looked at it and wants it so."""

    written: str
    settled: bool = False


def pasted(text: str) -> tuple[Pasted, ...]:
    """Raises Refusal: nobody_in_list."""
    found = tuple(Pasted(line) for line in lines_of(text))
    if not found:
        raise Refusal("nobody_in_list")
    return found


def read_list(
    lines: Sequence[Pasted],
    deal: Deal,
    today: date,
    language: Language | None = None,
    country: Country = no_country,
) -> tuple[Line, ...]:
    """Each line with what it tells. What does not fit the deal, or stands there twice, is in doubt.

    Of a settled line only what may be is taken.
    """
    month_first = month_is_first(tuple(line.written for line in lines))
    read: list[Line] = []
    for one in lines:
        line = read_line(one.written, today, language, month_first=month_first, country=country)
        fit, doubt = _fitting(line, deal, today, read)
        read.append(replace(fit, doubt=None if one.settled else line.doubt or doubt))
    return tuple(read)


def first_doubt(read: Sequence[Line]) -> int | None:
    """The place of the first line to look at."""
    return next((place for place, line in enumerate(read) if line.doubt), None)


def _fitting(line: Line, deal: Deal, today: date, before: Sequence[Line]) -> tuple[Line, Refusal | None]:
    """The line without what cannot be, and the first reason why."""
    doubt = _twice(line, deal, before)
    if line.born_on and (why := _refused(lambda: check_birth(line.born_on or today, today))):
        line, doubt = replace(line, born_on=None), doubt or why
    if line.passport_expires and (
        why := _refused(lambda: check_expiry(line.passport_expires or today, deal, today))
    ):
        line, doubt = replace(line, passport_expires=None), doubt or why
    doubt = doubt or _odd(line, today)
    if line.passport and (why := _passport_of_another(line, deal, before)):
        line, doubt = replace(line, passport=None), doubt or why
    return line, doubt


def _odd(line: Line, today: date) -> Refusal | None:
    """What may be, but hardly is."""
    if line.born_on and age_on(today, line.born_on) >= LONG_LIVED:
        return Refusal("odd_age_in_line", count=age_on(today, line.born_on))
    if line.passport_expires and (years := odd_validity(line.passport_expires, today)):
        return Refusal("odd_validity_in_line", count=years)
    return None


def _refused(check: Callable[[], None]) -> Refusal | None:
    try:
        check()
    except Refusal as refusal:
        return refusal
    return None


def _passport_of_another(line: Line, deal: Deal, before: Sequence[Line]) -> Refusal | None:
    for other in before:
        if other.passport == line.passport:
            return Refusal("passport_of_another", name=other.name)
    return _refused(lambda: check_passport(line.passport or "", deal.party))


def _twice(line: Line, deal: Deal, before: Sequence[Line]) -> Refusal | None:
    """The same name and no other day of birth: one person twice, or a namesake."""
    others: list[Line | Traveller] = [*before, *deal.party]
    for other in others:
        same = other.name.casefold() == line.name.casefold()
        if same and (line.born_on is None or other.born_on in {None, line.born_on}):
            return Refusal("twice_in_list", name=line.name)
    return None
