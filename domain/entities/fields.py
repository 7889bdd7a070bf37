"""Extra fields: what an agency wants to know of a client, an inquiry, a deal, a trip or a traveller besides."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from domain.entities.definitions import DefinitionKind, definition_kind, numbered
from domain.entities.files import PHOTOS_AND_PDF, file_purpose
from domain.entities.rights import Right
from domain.values.labels import Labels
from domain.values.refusals import NotFound

CLIENT, INQUIRY, DEAL, TRIP, TRAVELLER = "client", "inquiry", "deal", "trip", "traveller"
SUBJECTS = (CLIENT, INQUIRY, DEAL, TRIP, TRAVELLER)
"""What can have fields; a list of the agency's own making can too, see `domain.entities.own_kinds`."""
OF_A_DEAL = (CLIENT, DEAL, TRIP, TRAVELLER)
"""What a deal has, and may have to wait for at a stage."""
OF_A_SEAT = (CLIENT, DEAL, TRAVELLER)
"""What can stand in a column of the participant list."""

MOST_FIELDS = 60
"""Of one subject, besides those that are retired."""
MOST_OPTIONS = 50
MOST_LISTED = 5
"""Columns that the participant list has room for."""


class FieldType(StrEnum):
    """What is filled into a field. The types never change; what each reads and keeps: `domain.entities.field_values`."""

    TEXT = "text"
    NUMBER = "number"
    MONEY = "money"
    DAY = "day"
    YES_NO = "yes_no"
    CHOICE = "choice"
    FILE = "file"


class Sees(StrEnum):
    """Who sees what was filled in: colleagues who see the thing and have the `right`, if there is one."""

    right: Right | None

    def __new__(cls, value: str, right: Right | None = None) -> "Sees":
        one = str.__new__(cls, value)
        one._value_, one.right = value, right
        return one

    STAFF = "staff"
    CLIENT_TOO = "client_too"
    SALES = "sales", Right.OPEN_DEALS
    MONEY = "money", Right.SEE_MONEY
    MANAGEMENT = "management", Right.PLAN_TRIPS

    @property
    def openly(self) -> bool:
        """Whether everybody who reads the thing's history may read there what was filled in."""
        return self.right is None


class AskedOf(StrEnum):
    """Who is asked when the thing is made. Colleagues may fill in every field that they see."""

    NOBODY = "nobody"
    STAFF = "staff"
    CLIENT = "client"


@dataclass(frozen=True)
class Option:
    """One of the answers of a choice; one that is retired is not offered any more, and stays readable."""

    key: str
    labels: Labels
    retired: bool = False


@dataclass(frozen=True)
class Field:
    """A field as the owner has defined it. `place` orders the fields of a subject."""

    subject: str
    type: FieldType
    labels: Labels
    options: tuple[Option, ...] = ()
    sees: Sees = Sees.STAFF
    asked_of: AskedOf = AskedOf.NOBODY
    stage: str | None = None
    """A deal does not leave this stage before it is filled in."""
    listed: bool = False
    """Whether it has a column in the participant list."""
    place: int = 0
    retired: bool = False

    @property
    def offered(self) -> list[Option]:
        return [option for option in self.options if not option.retired]

    def option(self, key: str) -> Option | None:
        return next((option for option in self.options if option.key == key), None)


FIELD: DefinitionKind[Field] = definition_kind("field", Field)

FIELD_FILE = file_purpose("field", noun="field", accepts=PHOTOS_AND_PDF)

Fields = Mapping[str, Field]
"""By key, in the order of their places."""


def fields_of(all_: Fields, subject: str, *, retired: bool = False) -> Fields:
    """Those of a subject, in order; the retired ones stand last, and only when they are asked for."""
    some = {key: one for key, one in all_.items() if one.subject == subject and (retired or not one.retired)}
    return dict(sorted(some.items(), key=lambda item: (item[1].retired, item[1].place)))


def first_at(fields: Fields, stage: str | None) -> Fields:
    """The fields of this stage before all others."""
    return dict(sorted(fields.items(), key=lambda item: item[1].stage is None or item[1].stage != stage))


def a_key(labels: Iterable[str], taken: Iterable[str], word: str) -> str:
    """A new key, stable for ever: of the first label's Latin letters, or of the word and a number."""
    first = next(iter(labels), "")
    letters = "".join(sign if sign.isascii() and sign.isalnum() else "_" for sign in first.casefold())
    plain = "_".join(part for part in letters.split("_") if part)[:20].rstrip("_")
    known = set(taken)
    return (
        plain if any(sign.isalpha() for sign in plain) and plain not in known else numbered(f"{word}_", known)
    )


def must_have_option(one: Field, key: str) -> Option:
    """Raises NotFound: no_such_option."""
    found = one.option(key)
    if found is None:
        raise NotFound("no_such_option")
    return found


def must_be_one(all_: Fields, key: str) -> Field:
    """Raises NotFound: no_such_field."""
    try:
        return all_[key]
    except KeyError:
        raise NotFound("no_such_field") from None
