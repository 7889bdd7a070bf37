"""Extra fields: what each type reads and refuses, what an owner may define, who fills in what, and what a deal waits for."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from domain.entities.field_values import as_read, must_fit, put_values, read_told, told, values_of
from domain.entities.fields import FIELD, AskedOf, Field, FieldType, Option, Sees, a_key, fields_of
from domain.entities.files import SentFile, StoredFile
from domain.entities.own_kinds import OwnKind
from domain.entities.people import Role
from domain.entities.travellers import Relation, Traveller
from domain.notices.fields import FIELD_FILE_REFUSED
from domain.ports.desk import Actor, Desk
from domain.queries.deal_steps import waits_for
from domain.queries.fields import all_fields, asked_with, fields_seen
from domain.usecases.deals.stages import advance
from domain.usecases.fields.filling import fill_fields
from domain.usecases.files.fetched import collect, file_arrived, file_refused
from domain.usecases.settings.defining import as_shipped, define
from domain.usecases.settings.fields import (
    add_field,
    add_options,
    change_field,
    move_field_up,
    new_options,
    rename_field,
    retire_field,
    retire_option,
)
from domain.usecases.settings.own_kinds import add_kind, retire_kind
from domain.values.language import Language
from domain.values.money import Money
from domain.values.reading.decimals import read_number
from domain.values.refusals import Forbidden, NotFound, Refusal
from tests.domain.one_deal import ANNA, OneDeal, a_deal, agency_desk

ENGLISH, BULGARIAN = Language.ENGLISH, Language.BULGARIAN
SIZES = new_options([{ENGLISH: "S"}, {ENGLISH: "M", BULGARIAN: "Среден"}])
SIZE = Field("traveller", FieldType.CHOICE, {ENGLISH: "T-shirt size"}, SIZES, Sees.CLIENT_TOO, AskedOf.CLIENT)


WISH, DEBTS = ({"text": label, "others": {"en": label}, "written_in": "en"} for label in ("Wish", "Debts"))


def text(label: str = "Wish", subject: str = "deal", **more: Any) -> Field:
    return Field(subject, FieldType.TEXT, {ENGLISH: label}, **more)


@pytest.fixture
def shop() -> OneDeal:
    return OneDeal(a_deal())


def owner(shop: OneDeal) -> Desk:
    return shop.desk(Role.OWNER)


def as_(desk: Desk, role: Role | None) -> Desk:
    """The same agency as it stands on this desk, with somebody else at it; without a role the client herself."""
    staff = replace_role(desk, role) if role else None
    client = desk.archive.clients.get(1) if role is None else None
    return replace(desk, actor=Actor(ANNA, staff, client))


def replace_role(desk: Desk, role: Role) -> Any:
    assert desk.actor.staff is not None
    return replace(desk.actor.staff, role=role)


@pytest.mark.parametrize(
    ("kind", "kept", "read"),
    [
        (FieldType.TEXT, "sea view", "sea view"),
        (FieldType.NUMBER, "12.5", Decimal("12.5")),
        (FieldType.MONEY, "12.50 EUR", Money(1250, "EUR")),
        (FieldType.DAY, "2027-05-17", date(2027, 5, 17)),
        (FieldType.YES_NO, False, False),
        (FieldType.CHOICE, "s", "S"),
        (FieldType.FILE, {"file": 1, "name": "visa.pdf"}, "visa.pdf"),
    ],
)
def test_every_type_reads_what_fits_and_refuses_what_does_not(kind: FieldType, kept: Any, read: Any) -> None:
    one = Field("deal", kind, {ENGLISH: "It"}, SIZES if kind is FieldType.CHOICE else ())
    must_fit(one, kept)
    assert as_read(one, kept) == read
    assert read_told(told(one, kept)) == read
    assert told(one, None) is None
    wrongs: tuple[Any, ...] = ({}, [], None, 10**30, "x" * 501)
    for wrong in wrongs:
        with pytest.raises(Refusal, match=r"value_does_not_fit|choice_wanted|too_long"):
            must_fit(one, wrong)
        assert as_read(one, wrong) is not None, "whatever stands there can be said"


@pytest.mark.parametrize(
    ("written", "number"), [("12", "12"), ("-3", "-3"), ("1 234,50", "1234.5"), ("٣", "3"), ("0,0", "0")]
)
def test_numbers_are_read_as_people_write_them(written: str, number: str) -> None:
    assert read_number(written) == Decimal(number)


@pytest.mark.parametrize("written", ["", "twelve", "1,2,3", "1e9", "--1", "12 34", "½"])
def test_what_is_no_number_is_refused(written: str) -> None:
    with pytest.raises(Refusal, match="not_a_number"):
        read_number(written)


def test_absurd_numbers_are_refused() -> None:
    for written in ("9" * 13, "-9999999999999", "9" * 400):
        with pytest.raises(Refusal, match="absurd_number"):
            read_number(written)


def test_values_stand_in_one_text_and_nothing_is_none() -> None:
    one = Traveller(Relation.SELF, "Anna")
    assert (one.extra, values_of(one)) == (None, {})
    put_values(one, {"size": "m", "visa": None})
    assert (one.extra, values_of(one)) == ('{"size": "m"}', {"size": "m"})
    put_values(one, {"size": None})
    assert one.extra is None


def test_keys_are_ours_and_stay() -> None:
    assert a_key(["T-shirt size"], [], "field") == "t_shirt_size"
    assert a_key(["Размер"], [], "field") == "field_1"
    assert a_key(["Размер"], ["field_1"], "field") == "field_2"
    assert a_key(["Size", "Размер"], ["size"], "field") == "field_1"
    assert len(a_key(["An endless label of a field which is long"], [], "field")) <= 24


def test_what_a_definition_cannot_be(shop: OneDeal) -> None:
    desk = owner(shop)
    wrong: list[tuple[Field, str]] = [
        (text("x" * 300), "label_too_long"),
        (text("👍"), "label_empty"),
        (replace(text(), labels={}), "label_empty"),
        (replace(text(), subject="backup"), "not_found"),
        (replace(SIZE, options=()), "options_wanted"),
        (
            replace(SIZE, options=tuple(Option(str(n), {ENGLISH: f"size {n}"}) for n in range(10_000))),
            "too_many_options",
        ),
        (replace(SIZE, options=(Option("a", {ENGLISH: "S"}), Option("b", {ENGLISH: "s"}))), "option_twice"),
        (replace(SIZE, options=(SIZES[0], SIZES[0])), "options_wanted"),
        (replace(text(), options=SIZES), "no_options_wanted"),
        (replace(text(), asked_of=AskedOf.CLIENT), "asked_and_not_seen"),
        (text(subject="trip", sees=Sees.CLIENT_TOO, asked_of=AskedOf.CLIENT), "field_without_client"),
        (text(stage="lunch"), "no_such_stage"),
        (text(stage="travelled"), "no_such_stage"),
        (text(subject="inquiry", stage="deposit"), "no_such_stage"),
        (text(subject="trip", listed=True), "not_in_the_list"),
    ]
    for value, kind in wrong:
        with pytest.raises((Refusal, NotFound), match=kind):
            add_field(desk, value)
    assert not all_fields(desk)
    add_field(desk, text("Wish"))
    add_field(desk, text("Wish", subject="client"))
    with pytest.raises(Refusal, match="field_label_taken"):
        add_field(desk, Field("deal", FieldType.DAY, {BULGARIAN: "wish"}))


def test_there_is_an_end_to_fields_and_columns(shop: OneDeal) -> None:
    desk = owner(shop)
    for number in range(5):
        add_field(desk, text(f"Column {number}", listed=True))
    with pytest.raises(Refusal, match="too_many_in_the_list"):
        add_field(desk, text("Column 6", listed=True))
    for number in range(55):
        add_field(desk, text(f"Field {number}"))
    with pytest.raises(Refusal, match="too_many_fields"):
        add_field(desk, text("One more"))


def test_the_type_of_a_field_stays_once_it_was_filled_in(shop: OneDeal) -> None:
    desk = owner(shop)
    key = add_field(desk, SIZE)
    change_field(desk, key, 1, type=FieldType.TEXT, options=())
    change_field(desk, key, 2, type=FieldType.CHOICE, options=SIZES)
    traveller = _traveller(shop)
    fill_fields(desk, "traveller", 1, {key: "m"}, traveller.id)
    for changes in ({"type": FieldType.TEXT, "options": ()}, {"subject": "deal"}, {"options": SIZES[:1]}):
        with pytest.raises(Refusal, match="field_in_use"):
            change_field(desk, key, 3, **changes)
    with pytest.raises(Refusal, match="field_in_use"):
        as_shipped(desk, FIELD, 3, "x", key=key)
    retire_option(desk, key, 3, "m", retired=True)
    [shown] = fields_seen(desk, "traveller", traveller)
    assert shown.read == "M"
    with pytest.raises(Refusal, match="choice_wanted"):
        fill_fields(desk, "traveller", 1, {key: "m"}, traveller.id)
    with pytest.raises(Refusal, match="options_wanted"):
        retire_option(desk, key, 4, "s", retired=True)
    add_options(desk, key, 4, [{ENGLISH: "L"}])
    retire_field(desk, key, 5, retired=True)
    assert [one.kept for one in fields_seen(desk, "traveller", traveller)] == ["m"]
    with pytest.raises(Forbidden):
        fill_fields(desk, "traveller", 1, {key: "s"}, traveller.id)


def test_fields_stand_in_the_order_the_owner_gives(shop: OneDeal) -> None:
    desk = owner(shop)
    first, second = add_field(desk, text("First")), add_field(desk, text("Second"))
    move_field_up(desk, second, 1)
    assert list(fields_of(all_fields(desk), "deal")) == [second, first]
    move_field_up(desk, second, 2)
    assert list(fields_of(all_fields(desk), "deal")) == [second, first]
    rename_field(desk, first, 2, {BULGARIAN: "Първо"})
    assert all_fields(desk)[first].labels == {ENGLISH: "First", BULGARIAN: "Първо"}
    with pytest.raises(Refusal, match="changed_meanwhile"):
        rename_field(desk, first, 2, {BULGARIAN: "Друго"})


def test_who_sees_and_fills_what(shop: OneDeal) -> None:
    desk = owner(shop)
    asked = add_field(desk, text("Asked", sees=Sees.CLIENT_TOO, asked_of=AskedOf.CLIENT))
    seen = add_field(desk, text("Seen", sees=Sees.CLIENT_TOO))
    staff = add_field(desk, text("Staff", asked_of=AskedOf.STAFF))
    secret = add_field(desk, text("Managers", sees=Sees.MANAGEMENT))
    fill_fields(desk, "deal", 1, dict.fromkeys((asked, seen, staff, secret), "x"))

    def shown(role: Role | None) -> list[str]:
        return [one.key for one in fields_seen(as_(desk, role), "deal", shop.deal)]

    assert shown(None) == [asked, seen]
    assert shown(Role.OPERATOR) == [asked, seen, staff]
    assert shown(Role.MANAGER) == shown(Role.OWNER) == [asked, seen, staff, secret]
    assert list(asked_with(as_(desk, None), "deal")) == [asked]
    assert list(asked_with(as_(desk, Role.OPERATOR), "deal")) == [asked, staff]
    fill_fields(as_(desk, None), "deal", 1, {asked: "y"})
    for key in (seen, staff, secret):
        with pytest.raises((Forbidden, NotFound)):
            fill_fields(as_(desk, None), "deal", 1, {key: "y"})
    with pytest.raises(Forbidden):
        fill_fields(as_(desk, Role.OPERATOR), "deal", 1, {secret: "y"})
    with pytest.raises(Forbidden):
        fill_fields(as_(desk, Role.ACCOUNTANT), "deal", 1, {staff: "y"})
    assert values_of(shop.deal) == {asked: "y", seen: "x", staff: "x", secret: "x"}


def test_the_history_tells_what_was_and_is_but_not_what_few_may_see(shop: OneDeal) -> None:
    desk = owner(shop)
    wish, secret = add_field(desk, text("Wish")), add_field(desk, text("Debts", sees=Sees.MANAGEMENT))
    fill_fields(desk, "deal", 1, {wish: "sea view", secret: "many"})
    fill_fields(desk, "deal", 1, {wish: None})
    fill_fields(desk, "deal", 1, {wish: None})
    about = [(one.what, one.facts) for one in shop.written if one.subject == "deal"]
    assert about == [
        ("field_filled", {"label": WISH, "value_was": None, "value": ["text", "sea view"]}),
        ("field_changed", {"label": DEBTS}),
        ("field_filled", {"label": WISH, "value_was": ["text", "sea view"], "value": None}),
    ]
    assert "many" not in str([one.facts for one in shop.written])


def test_a_deal_waits_at_the_stage_of_a_field(shop: OneDeal) -> None:
    desk = owner(shop)
    shop.deal = a_deal(step="inquiry")
    traveller = _traveller(shop)
    size = add_field(desk, replace(SIZE, stage="inquiry"))
    wish = add_field(desk, text(stage="inquiry"))
    add_field(desk, text("Later", stage="deposit"))
    assert [(gap.kind, gap.facts.get("names")) for gap in waits_for(desk, shop.deal)] == [
        ("field_of_travellers", ["Anna Petrova"]),
        ("field_wanted", None),
    ]
    with pytest.raises(Refusal, match="not_ready"):
        advance(desk, 1, "inquiry")
    fill_fields(desk, "traveller", 1, {size: "s"}, traveller.id)
    fill_fields(desk, "deal", 1, {wish: "sea view"})
    assert shop.deal.stage == "documents"
    retire_field(desk, size, 1, retired=True)
    with pytest.raises(Refusal, match="not_ready"):
        advance(desk, 1, "documents.data")


PHOTO = SentFile("source", "key", "letter.jpg", "image/jpeg", 1000, is_photo=True)


@pytest.mark.parametrize("subject", ["deal", "traveller"])
def test_a_file_is_waited_for_until_it_is_here(shop: OneDeal, subject: str) -> None:
    desk = owner(shop)
    shop.deal = a_deal(step="inquiry")
    traveller = _traveller(shop)
    shop.things.hold(desk.actor.person)
    key = add_field(desk, Field(subject, FieldType.FILE, {ENGLISH: "Letter"}, stage="inquiry"))
    part, thing = (traveller.id, traveller) if subject == "traveller" else (0, shop.deal)

    def sends() -> int:
        fill_fields(desk, subject, 1, {key: PHOTO}, part)
        return max(one.id for one in shop.things.of(StoredFile))

    collect()
    first = sends()
    assert (shop.deal.stage, len(waits_for(desk, shop.deal))) == ("inquiry", 1), "nobody knows yet what it is"
    file_refused(agency_desk(shop.memory), first, "content_not_a_paper")
    assert (values_of(thing), len(waits_for(desk, shop.deal))) == ({}, 1)
    assert [(one.kind, one.person.id, one.facts["part"]) for one in shop.told] == [
        (FIELD_FILE_REFUSED, 2, part)
    ]
    assert shop.written[-1].what == ("field_refused" if subject == "deal" else "field_of_one_refused")

    second, third = sends(), sends()
    file_refused(agency_desk(shop.memory), second, "content_gone")
    assert len(shop.told) == 1, "another one was sent meanwhile"
    file_arrived(agency_desk(shop.memory), third, "ab" * 32, "image/jpeg", b"")
    assert values_of(thing)[key]["name"] == "letter.jpg"
    assert shop.deal.stage == "documents"


def test_a_retired_field_keeps_nobody_waiting(shop: OneDeal) -> None:
    desk = owner(shop)
    key = add_field(desk, text(stage="new"))
    assert waits_for(desk, shop.deal)
    retire_field(desk, key, 1, retired=True)
    assert waits_for(desk, shop.deal) == []


def test_a_list_has_fields_of_its_own(shop: OneDeal) -> None:
    desk = owner(shop)
    with pytest.raises(NotFound):
        add_field(desk, text("Plate", subject="own:coaches"))
    coaches = add_kind(desk, OwnKind({ENGLISH: "Coach"}, {ENGLISH: "Coaches"}, "🚍"))
    add_field(desk, text("Plate", subject=f"own:{coaches}"))
    with pytest.raises(Refusal, match="list_label_taken"):
        add_kind(desk, OwnKind({ENGLISH: "Bus"}, {ENGLISH: "coaches"}))
    for icon in ("bus", "", "🚍🚍🚍🚍🚍"):
        with pytest.raises(Refusal, match="not_an_icon"):
            add_kind(desk, OwnKind({ENGLISH: "Bus"}, {ENGLISH: "Buses"}, icon))
    retire_kind(desk, coaches, 1, retired=True)
    assert add_kind(desk, OwnKind({ENGLISH: "Coach"}, {ENGLISH: "Coaches"})) == "list_1"


def test_only_owners_define(shop: OneDeal) -> None:
    for role in (Role.MANAGER, Role.GUIDE):
        with pytest.raises(Forbidden):
            add_field(shop.desk(role), text())
        with pytest.raises(Forbidden):
            define(shop.desk(role), FIELD, text(), 0, "x", key="mine")


def _traveller(shop: OneDeal) -> Traveller:
    one = Traveller(Relation.SELF, "Anna Petrova")
    shop.deal.travellers.append(one)
    shop.memory.flush()
    return one
