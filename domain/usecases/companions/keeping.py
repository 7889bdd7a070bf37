"""The companions on a client's file as colleagues keep them: one is added, corrected, taken off."""

from dataclasses import dataclass
from datetime import date

from domain.entities.companions import Circle, Companion
from domain.entities.particulars import check_birth, check_name
from domain.entities.travellers import Relation, Traveller
from domain.ports.desk import Desk
from domain.queries.companions import companion_to_change, must_change_companions
from domain.values.refusals import Refusal


@dataclass(frozen=True)
class CompanionTold:
    """What a colleague knows of somebody; of a passport they do not see, nothing is said."""

    relation: Relation
    name: str
    born_on: date | None = None
    passport: str | None = None
    passport_expires: date | None = None
    citizenship: str | None = None


def add_companion(desk: Desk, client: int, told: CompanionTold) -> Companion:
    """Raises Forbidden, NotFound, Refusal: companion_there, not_as_in_passport, born_in_the_future."""
    file = must_change_companions(desk, client)
    _check(desk, told)
    known = Circle(file, desk.archive.companions.of(file)).knows(_as_traveller(told))
    if known is not None:
        raise Refusal("companion_there", name=known.name)
    new = Companion(
        file,
        told.relation,
        told.name,
        desk.now,
        told.born_on,
        told.passport,
        told.passport_expires if told.passport else None,
        told.citizenship,
    )
    desk.repositories.companions.add(new)
    desk.repositories.flush()
    desk.note("client", file.id, "companion_added", name=told.name, relation=told.relation.value)
    return new


def change_companion(desk: Desk, number: int, told: CompanionTold, *, with_passport: bool) -> Companion:
    """What a colleague says stands. Raises Forbidden, NotFound, Refusal as `add_companion` does."""
    found = companion_to_change(desk, number)
    one = desk.repositories.companions.locked(found.companion.id)
    _check(desk, told)
    data = {"relation": told.relation, "name": told.name, **_data(told)}
    if not (with_passport and found.sees_passport):
        data = {key: value for key, value in data.items() if not key.startswith("passport")}
    changed = [key for key, value in data.items() if getattr(one, key) != value]
    was = one.name
    for key in changed:
        setattr(one, key, data[key])
    if changed:
        one.renewed_at = desk.now
        desk.note("client", one.client.id, "companion_changed", name=one.name, was=was, changed=changed)
    return one


def set_relation(desk: Desk, number: int, relation: Relation) -> Companion:
    """Raises Forbidden, NotFound."""
    companion_to_change(desk, number)
    one = desk.repositories.companions.locked(number)
    if one.relation is not relation:
        one.relation = relation
        desk.note("client", one.client.id, "companion_is", name=one.name, relation=relation.value)
    return one


def remove_companion(desk: Desk, number: int) -> Companion:
    """Off the file; deals keep their travellers. Raises Forbidden, NotFound."""
    companion_to_change(desk, number)
    one = desk.repositories.companions.locked(number)
    desk.repositories.companions.remove(one)
    desk.note("client", one.client.id, "companion_removed", name=one.name)
    return one


def _check(desk: Desk, told: CompanionTold) -> None:
    check_name(told.name)
    if told.born_on is not None:
        check_birth(told.born_on, desk.today)


def _data(told: CompanionTold) -> dict[str, object]:
    return {
        "born_on": told.born_on,
        "passport": told.passport,
        "passport_expires": told.passport_expires if told.passport else None,
        "citizenship": told.citizenship,
    }


def _as_traveller(told: CompanionTold) -> Traveller:
    return Traveller(told.relation, told.name, told.born_on, told.passport, told.passport_expires)
