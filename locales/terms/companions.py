"""Companions of a client, as people read them."""

from domain.entities.travellers import Relation
from domain.queries.companions import Offered
from locales.sentence import Sentence, _

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
