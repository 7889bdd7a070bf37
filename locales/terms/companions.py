"""Companions of a client, as people read them."""

from collections.abc import Iterator
from datetime import date

from domain.entities.travellers import Relation
from domain.queries.companions import CompanionSeen, Offered
from locales.sentence import FullDay, Sentence, _
from locales.terms.countries import country_words

_WITH_AGE = _("{who}, {age}")
GROWN_UP = 18


def companion_words(one: Offered, *, own: bool) -> Sentence:
    """ "🙋 Emily (you)", "🧒 Tom, 8"; with what has to be asked of them. `own`: the client reads it themselves."""
    words = named(one.companion.relation, one.companion.name, own=own)
    if one.age is not None and one.age < GROWN_UP:
        words = _WITH_AGE(who=words, age=one.age)
    return words if one.wanted is None else _("{who} · passport needed")(who=words)


def named(relation: Relation, name: str, *, own: bool) -> Sentence:
    """With the sign of what they are to the client."""
    if relation is Relation.SELF:
        return _("🙋 {name} (you)")(name=name) if own else _("🙋 {name} (client)")(name=name)
    return _NAMED[relation](name=name)


_NAMED = {
    Relation.SPOUSE: _("💍 {name}"),
    Relation.CHILD: _("🧒 {name}"),
    Relation.OTHER: _("👤 {name}"),
}


def companion_line(seen: CompanionSeen) -> Sentence:
    """ "💍 Ivan Petrov, 44 · passport until 17 May 2031", as far as the reader may see it."""
    one = seen.companion
    words = named(one.relation, one.name, own=False)
    if seen.age is not None:
        words = _WITH_AGE(who=words, age=seen.age)
    if not seen.sees_passport or one.passport_expires is None:
        return words
    return _("{who} · passport until {day}")(who=words, day=FullDay(one.passport_expires))


def companion_lines(seen: CompanionSeen, today: date) -> Iterator[Sentence]:
    """The card of one of them."""
    one, until = seen.companion, seen.companion.passport_expires
    yield _("<b>{who}</b>")(who=named(one.relation, one.name, own=False))
    yield _("On the file of {client}")(client=one.client.name)
    if one.born_on is not None:
        yield _("Born {day}, age {age}")(day=FullDay(one.born_on), age=seen.age)
    if one.citizenship:
        yield _("Citizenship: {country}")(country=country_words(one.citizenship))
    if not seen.sees_passport or one.passport is None:
        return
    yield _("Passport: {number}")(number=one.passport)
    if until is not None:
        yield (_("⚠️ Expired {day}") if until < today else _("Expires {day}"))(day=FullDay(until))
