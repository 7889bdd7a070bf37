"""Two files of one client become one: what was filled in and what hung there goes over, sealed anew, and is told in both."""

from domain.entities.field_files import FieldFile
from domain.entities.field_values import put_values, values_of
from domain.entities.fields import FIELD, Field, FieldType, Sees
from domain.entities.own_kinds import OwnItem, OwnLink
from domain.ports.desk import Desk
from domain.usecases.fields.merging import merge_fields
from domain.usecases.own_kinds.items import merge_items
from domain.usecases.settings.defining import define
from domain.values.language import Language
from storage import Database
from storage.client_data import repoint
from tests.rights.undoing import desk_of, kept
from tests.storage.things import client
from tests.things import a_file

FIELDS = {
    "shoe": (FieldType.TEXT, Sees.STAFF),
    "size": (FieldType.TEXT, Sees.STAFF),
    "debts": (FieldType.TEXT, Sees.MONEY),
    "letter": (FieldType.FILE, Sees.STAFF),
}


async def two_files(database: Database) -> tuple[int, int]:
    """Ana twice, with a coach each and one that hangs on both; the first one has what the second has not, and otherwise."""

    def work(desk: Desk) -> tuple[int, int]:
        for key, (kind, sees) in FIELDS.items():
            define(
                desk,
                FIELD,
                Field("client", kind, {Language.ENGLISH: key.title()}, sees=sees),
                0,
                "x",
                key=key,
            )
        left, stays = client("Ana", "+359888000001"), client("Ana P.", "+359888000002")
        for one in (left, stays):
            desk.repositories.clients.add(one)
        desk.repositories.flush()
        letter = FieldFile(a_file(desk.now), "client", left.id, "letter")
        desk.repositories.field_files.add(letter)
        desk.repositories.flush()
        named = {"file": letter.id, "name": "visa.pdf"}
        put_values(left, {"shoe": "38", "size": "M", "debts": "none", "letter": named})
        put_values(stays, {"size": "L"})
        both, own = (OwnItem("coaches", name, desk.now) for name in ("Setra", "MAN"))
        for item in (both, own):
            desk.repositories.own_items.add(item)
        for item, on in ((both, left), (both, stays), (own, left)):
            desk.repositories.own_items.hang(OwnLink(item, "client", on.id, desk.now))
        return left.id, stays.id

    return await kept(database, work)


async def test_the_files_own_word_stands_and_everything_else_goes_over(database: Database) -> None:
    left, stays = await two_files(database)

    def merges(desk: Desk) -> None:
        merge_fields(desk, left, stays)
        merge_items(desk, left, stays)

    await kept(database, merges)
    await database.run(lambda unit: repoint(unit.session, left, stays))

    def look(desk: Desk) -> None:
        behind, file = (desk.archive.clients.get(number) for number in (left, stays))
        values = values_of(file)
        assert (values["shoe"], values["size"], values["debts"]) == ("38", "L", "none")
        assert {key: value for key, value in values_of(behind).items() if key != "letter"} == {
            "shoe": "38",
            "size": "M",
            "debts": "none",
        }, "it still says what it said"
        letter = desk.archive.field_files.get(values["letter"]["file"])
        assert (letter.subject, letter.subject_id) == ("client", stays)
        hung = [
            [link.item.name for link in desk.archive.own_items.hung_on("client", one)]
            for one in (left, stays)
        ]
        assert hung == [["Setra"], ["Setra", "MAN"]]

    await database.read(lambda unit: look(desk_of(unit)))


async def test_both_histories_tell_it_and_neither_what_few_may_see(database: Database) -> None:
    left, stays = await two_files(database)
    await kept(database, lambda desk: merge_fields(desk, left, stays))

    def told(desk: Desk, number: int) -> list[tuple[str, str]]:
        entries = desk.archive.history.of("client", number)
        return sorted((one.what, one.facts["label"]["text"]) for one in entries)

    mine, hers = await database.read(lambda unit: (told(desk_of(unit), stays), told(desk_of(unit), left)))
    assert mine == hers
    assert mine == [
        ("field_merged", "Debts"),
        ("field_stayed", "Size"),
        ("field_taken_over", "Letter"),
        ("field_taken_over", "Shoe"),
    ]
    written = await database.read(
        lambda unit: str([one.facts for one in unit.repositories.history.of("client", stays)])
    )
    assert "none" not in written
    assert "'M'" in written


async def test_a_file_is_not_merged_with_itself(database: Database) -> None:
    left, _stays = await two_files(database)
    await kept(database, lambda desk: merge_fields(desk, left, left))
    values = await database.read(lambda unit: values_of(unit.repositories.clients.get(left)))
    assert values["shoe"] == "38"
