"""Companions: who travels with a client, themselves among them, kept on the client's file for the next deal."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Annotated

from domain.entities.clients import Client
from domain.entities.travellers import Relation, Traveller
from domain.values.names import same_name
from domain.values.numbers import NumberOf
from domain.values.secret import SecretText

CompanionNumber = Annotated[int, NumberOf("companion")]


@dataclass(eq=False)
class Companion:
    """Somebody who went with this client, with the newest passport we know; `name` as it stands there."""

    client: Client
    relation: Relation
    name: str
    renewed_at: datetime
    """When we last heard of them: entered for a deal, or corrected."""
    born_on: date | None = None
    passport: SecretText = SecretText()
    passport_expires: date | None = None
    citizenship: str | None = None
    traveller: int | None = None
    """The number under which they travelled last."""
    same_as: int | None = None
    """Two files were joined that both knew them: the companion of this number is shown in place of this one."""
    id: int = field(default=0)

    @property
    def is_bare(self) -> bool:
        """Nothing but a name is known."""
        return self.born_on is None and self.passport is None


@dataclass(frozen=True)
class _Known:
    """A companion with the passport opened once."""

    one: Companion
    passport: str | None


@dataclass(frozen=True)
class Learnt:
    """What came of a traveller: the companion that it is, whether there was none before, and whether the passport is newer."""

    companion: Companion
    is_new: bool = False
    renewed: bool = False


class Circle:
    """All companions of one client: a traveller is one of them for sure, or becomes one more; nobody is mixed with another."""

    def __init__(self, client: Client, known: Iterable[Companion]) -> None:
        self.client = client
        self._known = [_Known(one, one.passport) for one in known]

    def learn(self, told: Traveller, party: Sequence[Traveller], at: datetime) -> Learnt:
        """What is told of a traveller, who goes with the others of this party, is kept of who they are."""
        passport = told.passport
        known = self._who(told, passport, [one for one in party if one is not told])
        if known is None:
            new = Companion(
                self.client,
                told.relation,
                told.name,
                at,
                told.born_on,
                passport,
                told.passport_expires,
                told.citizenship,
                told.id or None,
            )
            self._known.append(_Known(new, passport))
            return Learnt(new, is_new=True)
        renewed = _learn(known, told, passport, at)
        if renewed:
            self._known[self._known.index(known)] = _Known(known.one, passport)
        return Learnt(known.one, renewed=renewed and known.passport is not None)

    def knows(self, told: Traveller, party: Sequence[Traveller] = ()) -> Companion | None:
        """Who of them this traveller is."""
        known = self._who(told, told.passport, [one for one in party if one is not told])
        return None if known is None else known.one

    def _who(self, told: Traveller, passport: str | None, others: Sequence[Traveller]) -> _Known | None:
        free = [one for one in self._known if not any(_is_theirs(one, passport, other) for other in others)]
        if passport is not None:
            for known in free:
                if known.passport == passport and _agree(known.one, told):
                    return known
        return _by_name(free, told, passport)


def _by_name(free: Sequence[_Known], told: Traveller, passport: str | None) -> _Known | None:
    """By name and birthday; where that says two, or nothing, it is somebody we do not know."""
    if told.born_on is None and passport is None:
        return next((known for known in free if same_name(known.one.name, told.name)), None)
    born = [known for known in free if told.born_on is not None and known.one.born_on == told.born_on]
    alike = [known for known in born if _named_alike(known.one, told)]
    if alike:
        return alike[0] if len(alike) == 1 or passport is None else None
    bare = [known for known in free if known.one.is_bare and same_name(known.one.name, told.name)]
    return bare[0] if len(bare) == 1 else None


def _is_theirs(known: _Known, passport: str | None, other: Traveller) -> bool:
    """Another of the party is this companion: by name and birthday, unless the passport says who of two namesakes it is."""
    one = known.one
    if other.born_on is None or one.born_on != other.born_on or not same_name(one.name, other.name):
        return False
    return known.passport is None or known.passport != passport or known.passport == other.passport


def _agree(one: Companion, told: Traveller) -> bool:
    """With the same passport: the name is the same, or the birthday; else one of the two numbers is a slip."""
    same_day = one.born_on is not None and one.born_on == told.born_on
    return same_day or same_name(one.name, told.name)


def _named_alike(one: Companion, told: Traveller) -> bool:
    """There is one client only, however the name was spelt."""
    both_the_client = one.relation is told.relation is Relation.SELF
    return both_the_client or same_name(one.name, told.name)


def _learn(known: _Known, told: Traveller, passport: str | None, at: datetime) -> bool:
    """Keeps what is newer; whether the passport is. One that expires sooner tells of an earlier time."""
    one = known.one
    one.renewed_at, one.traveller = at, told.id or one.traveller
    if one.relation is Relation.OTHER:
        one.relation = told.relation
    one.born_on = one.born_on or told.born_on
    if passport is None or not _is_newer(known, told, passport):
        return False
    one.name = told.name
    one.born_on = told.born_on or one.born_on
    one.citizenship = told.citizenship or one.citizenship
    one.passport_expires = told.passport_expires
    if passport == known.passport:
        return False
    one.passport = passport
    return True


def _is_newer(known: _Known, told: Traveller, passport: str) -> bool:
    """The same passport may be told again, and more rightly; of another one it has to be known until when each is valid."""
    if known.passport is None or known.passport == passport:
        return known.passport is None or told.passport_expires is not None
    until, before = told.passport_expires, known.one.passport_expires
    return until is not None and (before is None or until > before)


def overlapping(left: Iterable[Companion], kept: Iterable[Companion]) -> list[tuple[Companion, Companion]]:
    """Of two files that are joined: the companions that are one person, each of the left with one of the kept."""
    free = [_Known(one, one.passport) for one in kept]
    found = []
    for one in left:
        passport = one.passport
        other = next((known for known in free if _is_one(one, passport, known)), None)
        if other is not None:
            free.remove(other)
            found.append((one, other.one))
    return found


def _is_one(one: Companion, passport: str | None, known: _Known) -> bool:
    other = known.one
    if one.relation is other.relation is Relation.SELF:
        return True
    if passport is not None and passport == known.passport:
        return one.born_on == other.born_on or same_name(one.name, other.name)
    born_alike = one.born_on is not None and one.born_on == other.born_on
    return born_alike and same_name(one.name, other.name)


def newest_of(one: Companion, other: Companion) -> Companion:
    """Of two that are one person, whom to show: with the passport that is valid longer."""
    return max((one, other), key=lambda each: (each.passport_expires or date.min, each.renewed_at, each.id))
