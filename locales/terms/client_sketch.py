"""What a colleague would say of a client, in the reader's language."""

from collections.abc import Iterable

from domain.entities.client_sketch import LOOKED_AT, Party, Sketch
from domain.values.month import Month
from locales.sentence import COMMA, Fact, Joined, Sentence, _, n_, verbatim
from locales.terms.client_facts import NEXT_QUESTIONS, NIGHTS, STARS
from locales.terms.clients import PEOPLE

EVERY = (
    _("Every January"),
    _("Every February"),
    _("Every March"),
    _("Every April"),
    _("Every May"),
    _("Every June"),
    _("Every July"),
    _("Every August"),
    _("Every September"),
    _("Every October"),
    _("Every November"),
    _("Every December"),
)
TRIPS = n_("{count} trip with us", "{count} trips with us")
MANY = _("More than {count} trips with us")
NO_TRIP = _("No trip with us yet")
PARTIES = {
    Party.ALONE: _("alone"),
    Party.COUPLE: _("as a couple"),
    Party.FAMILY: n_("with the family, {count} child", "with the family, {count} children"),
    Party.CHILDREN: n_("with {count} child", "with {count} children"),
    Party.COMPANY: PEOPLE,
}


def sketch_lines(one: Sketch) -> Iterable[Sentence]:
    """Two at most; nothing of somebody of whom nothing is known."""
    if one.trips or one.habit or one.stars or one.nights:
        yield _("{row}.")(row=Joined([*_usually(one)], by=COMMA))
    if (then := _then(one)) is not None:
        yield then


def _usually(one: Sketch) -> Iterable[Fact]:
    yield _rhythm(one)
    if one.party is not None:
        yield PARTIES[one.party](count=one.heads)
    if one.stars:
        yield STARS(count=one.stars)
    if one.nights:
        yield NIGHTS(count=one.nights)


def _rhythm(one: Sketch) -> Sentence:
    if one.habit:
        return verbatim(one.habit[0].upper() + one.habit[1:].rstrip(".。"))
    if one.month:
        return EVERY[one.month - 1]
    if one.many:
        return MANY(count=LOOKED_AT - 1)
    return TRIPS(count=one.trips) if one.trips else NO_TRIP


def _then(one: Sketch) -> Sentence | None:
    ask = None if one.ask_next is None else NEXT_QUESTIONS.get(one.ask_next) or one.ask_next
    if one.last is None:
        return None if ask is None else _("Ask: {question}")(question=ask)
    facts = {"trip": one.last.called, "month": Month(one.last.first_day.year, one.last.first_day.month)}
    if ask is None:
        return _("Last: {trip}, {month}.")(**facts)
    return _("Last: {trip}, {month}. Ask: {question}")(**facts, question=ask)
