"""What the small agency has settled: a field of everything that has fields, and a list of coaches."""

from domain.entities.fields import FIELD, SUBJECTS, TRAVELLER, TRIP, AskedOf, Field, FieldType, Option, Sees
from domain.entities.own_kinds import OWN_KIND, OwnKind, subject_of
from domain.ports.desk import Desk
from domain.usecases.settings.defining import define
from domain.values.language import Language


def settle(desk: Desk) -> None:
    """The fields are called "client_note", "deal_note" and so on; "visa" is a traveller's, "size" a choice, "letter" a file."""
    for place, subject in enumerate(SUBJECTS):
        _field(desk, f"{subject}_note", subject, place=place)
    _field(desk, "visa", TRAVELLER, place=10)
    _field(desk, "size", TRAVELLER, FieldType.CHOICE, place=11)
    _field(desk, "letter", "deal", FieldType.FILE, place=12)
    define(
        desk,
        OWN_KIND,
        OwnKind({Language.ENGLISH: "Coach"}, {Language.ENGLISH: "Coaches"}),
        0,
        "x",
        key="coaches",
    )
    _field(desk, "plate", subject_of("coaches"))


def _field(desk: Desk, key: str, subject: str, kind: FieldType = FieldType.TEXT, *, place: int = 1) -> None:
    options = (_option("s"), _option("m")) if kind is FieldType.CHOICE else ()
    asked = subject in {*SUBJECTS} - {TRIP}
    value = Field(
        subject,
        kind,
        {Language.ENGLISH: f"{key} of {subject}"},
        options,
        Sees.CLIENT_TOO if asked else Sees.STAFF,
        AskedOf.CLIENT if asked else AskedOf.STAFF,
        place=place,
    )
    define(desk, FIELD, value, 0, "field_added", key=key)


def _option(key: str) -> Option:
    return Option(key, {Language.ENGLISH: key.upper()})
