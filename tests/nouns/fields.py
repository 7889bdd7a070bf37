"""Extra fields and their files: what the tests that walk everything need to know of them."""

from domain.entities.field_files import FieldFile
from domain.entities.field_values import put_values
from domain.entities.fields import FIELD, SUBJECTS, TRAVELLER, TRIP, AskedOf, Field, FieldType, Option, Sees
from domain.entities.files import SentFile
from domain.notices.fields import FIELD_FILE_REFUSED
from domain.ports.desk import Desk
from domain.queries import field_definitions
from domain.queries import fields as queries
from domain.usecases.fields import filling
from domain.usecases.settings import fields
from domain.usecases.settings.defining import define
from domain.values.language import Language
from tests.nouns.declared import (
    Branched,
    Facts,
    Few,
    Told,
    calls,
    everybodys,
    forged,
    in_each_branch,
    new_one,
    notice_facts,
    one_more,
    opened_with,
    settled,
)
from tests.storage.things import NOON
from tests.things import a_file

FILE = SentFile("file", "unique", "passport.jpg", "image/jpeg", 1000, is_photo=True)
LABEL = {Language.ENGLISH: "Something new"}

everybodys("field_use", "field_files")


@new_one
def file_of_a_field() -> FieldFile:
    return FieldFile(a_file(NOON), "traveller", 1, "visa")


@one_more
def sent_for_a_field(few: Few) -> None:
    few.records.field_files.add(file_of_a_field())


@settled
def some_fields(desk: Desk) -> None:
    """They are called "client_note", "deal_note" and so on; "visa" is a traveller's, "size" a choice, "letter" a file."""
    for place, subject in enumerate(SUBJECTS):
        define_one(desk, f"{subject}_note", subject, place=place)
    define_one(desk, "visa", TRAVELLER, place=10)
    define_one(desk, "size", TRAVELLER, FieldType.CHOICE, place=11)
    define_one(desk, "letter", "deal", FieldType.FILE, place=12)


def define_one(
    desk: Desk, key: str, subject: str, kind: FieldType = FieldType.TEXT, *, place: int = 1
) -> None:
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


@in_each_branch
def what_was_filled_in(its: Branched) -> dict[str, int]:
    """Of the deal and its first traveller."""
    put_values(its.deal.travellers[0], {"visa": its.words})
    letter = FieldFile(a_file(its.desk.now), "deal", its.deal.id, "letter")
    its.desk.repositories.field_files.add(letter)
    its.desk.repositories.flush()
    put_values(its.deal, {"letter": {"file": letter.id, "name": its.words}})
    return {"letter": letter.id}


forged("key", lambda _p, _t: ["visa", "letter", "size"])
forged("option", lambda _p, _t: ["s"])
opened_with("option", lambda _p, _t: "s")


@notice_facts
def said_of_files(told: Told) -> Facts:
    place = {"subject": "client", "number": told.client.id, "part": 0, "field": "letter"}
    return {FIELD_FILE_REFUSED: {"label": told.name, "file": told.name, "reason": "content_gone"} | place}


calls(
    {
        "fields.fill_fields": lambda d, _p, t: filling.fill_fields(
            d, "traveller", t.deal, {"visa": "B"}, t.second
        ),
        "fields.fill_fields of a client": lambda d, p, _t: filling.fill_fields(
            d, "client", p.client, {"client_note": "x"}
        ),
        "fields.fill_fields of a deal": lambda d, _p, t: filling.fill_fields(
            d, "deal", t.deal, {"letter": FILE}
        ),
        "fields.fill_fields of a trip": lambda d, _p, t: filling.fill_fields(
            d, "trip", t.trip, {"trip_note": "x"}
        ),
        "fields.fill_fields of an inquiry": lambda d, _p, t: filling.fill_fields(
            d, "inquiry", t.inquiry, {"inquiry_note": "x"}
        ),
        "fields.fill_fields of an item": lambda d, _p, t: filling.fill_fields(
            d, "own:coaches", t.item, {"plate": "CB 1"}
        ),
        "fields.take_over_fields": lambda d, _p, t: filling.take_over_fields(
            d, t.deal, t.second, t.traveller
        ),
        "settings.add_field": lambda d, _p, _t: fields.add_field(d, Field("deal", FieldType.DAY, LABEL)),
        "settings.add_options": lambda d, _p, _t: fields.add_options(d, "size", 1, [LABEL]),
        "settings.change_field": lambda d, _p, _t: fields.change_field(d, "visa", 1, listed=True),
        "settings.move_field_up": lambda d, _p, _t: fields.move_field_up(d, "visa", 1),
        "settings.rename_field": lambda d, _p, _t: fields.rename_field(d, "visa", 1, LABEL),
        "settings.retire_field": lambda d, _p, _t: fields.retire_field(d, "visa", 1, retired=True),
        "settings.retire_option": lambda d, _p, _t: fields.retire_option(d, "size", 1, "s", retired=True),
        "queries.field_definitions.field_card": lambda d, _p, _t: field_definitions.field_card(d, "visa"),
        "queries.field_definitions.field_to_change": lambda d, _p, _t: field_definitions.field_to_change(
            d, "visa"
        ),
        "queries.fields.field_to_fill": lambda d, _p, t: queries.field_to_fill(
            d, "traveller", t.deal, t.second, "visa"
        ),
        "queries.field_definitions.fields_defined": lambda d, _p, _t: field_definitions.fields_defined(
            d, "deal"
        ),
        "queries.fields.file_of_field": lambda d, _p, t: queries.file_of_field(
            d, "deal", t.deal, 0, "letter"
        ),
        "queries.fields.thing_with_fields": lambda d, _p, t: queries.thing_with_fields(
            d, "traveller", t.deal, t.traveller
        ),
        "queries.fields.thing_with_fields a client": lambda d, p, _t: queries.thing_with_fields(
            d, "client", p.client
        ),
        "queries.fields.thing_with_fields a trip": lambda d, _p, t: queries.thing_with_fields(
            d, "trip", t.trip
        ),
        "queries.fields.thing_with_fields an inquiry": lambda d, _p, t: queries.thing_with_fields(
            d, "inquiry", t.inquiry
        ),
        "queries.fields.thing_with_fields an item": lambda d, _p, t: queries.thing_with_fields(
            d, "own:coaches", t.item
        ),
        "settings.rename_option": lambda d, _p, _t: fields.rename_option(
            d, "size", 1, "s", Language.RUSSIAN, "Маленький"
        ),
        "queries.field_definitions.option_card": lambda d, _p, _t: field_definitions.option_card(
            d, "size", "s"
        ),
    }
)
