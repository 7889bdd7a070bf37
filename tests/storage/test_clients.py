"""Clients, what was said with them, and their inquiries."""

from domain.entities.inquiries import InquiryState
from domain.entities.interactions import Interaction, Said
from domain.values.money import Money
from storage import Database
from tests.storage.things import DAY, HOUR, NOON, client, deal, inquiry, keep, member, person


async def test_clients_by_person_and_phone(database: Database) -> None:
    ivan, boris = client("Ivan", "+359888123456", person("Ivan")), client("Boris", "+359888123456")
    await keep(database, ivan, boris)
    assert ivan.person is not None
    who = ivan.person
    found = await database.read(lambda unit: unit.repositories.clients.of(who))
    assert found is not None
    assert (found.id, found.reachable) == (ivan.id, True)
    first = await database.read(lambda unit: unit.repositories.clients.by_phone("+359888123456"))
    assert first is not None
    assert first.id == boris.id  # whose number nobody but the staff told
    assert await database.read(lambda unit: unit.repositories.clients.by_phone("+1")) is None


async def test_words_newest_first_with_all_they_were_about(database: Database) -> None:
    ivan, maria = client("Ivan"), member("Maria")
    wish, sale = inquiry(ivan), deal(ivan, responsible=maria)
    words = [
        Interaction(ivan, Said.QUESTION, "When?", NOON, deal=sale),
        Interaction(ivan, Said.ANSWER, "At six.", NOON + HOUR, staff=maria, inquiry=wish),
        Interaction(client("Boris"), Said.CALL, "Rang", NOON),
    ]
    await keep(database, *words)
    said = await database.read(lambda unit: unit.repositories.interactions.of(ivan))
    assert [word.text for word in said] == ["At six.", "When?"]
    answer, question = said
    assert question.deal is not None
    assert (question.deal.id, question.client.name) == (sale.id, "Ivan")
    assert answer.staff is not None
    assert answer.inquiry is not None
    assert (answer.staff.person.name, answer.inquiry.destination) == ("Maria", "Ohrid")
    paged = await database.read(lambda unit: unit.repositories.interactions.of(ivan, limit=1, offset=1))
    assert [word.text for word in paged] == ["When?"]
    again = await database.read(lambda unit: unit.repositories.interactions.get(question.id))
    assert again.client.name == "Ivan"
    assert again.deal is not None
    assert again.deal.responsible is not None
    assert again.deal.responsible.person.name == "Maria"


async def test_open_inquiries_oldest_first(database: Database) -> None:
    ivan = client("Ivan")
    late, early, done = inquiry(ivan, NOON + DAY), inquiry(ivan, budget=Money(5, "USD")), inquiry(ivan)
    done.state = InquiryState.CLOSED
    await keep(database, late, early, done)
    opened = await database.read(lambda unit: unit.repositories.inquiries.open())
    assert [each.id for each in opened] == [early.id, late.id]
    assert [each.budget for each in opened] == [Money(5, "USD"), None]
    assert await database.read(lambda unit: unit.repositories.inquiries.count_open()) == 2
    paged = await database.read(lambda unit: unit.repositories.inquiries.open(limit=1, offset=1))
    assert [each.id for each in paged] == [late.id]
    theirs = await database.read(lambda unit: unit.repositories.inquiries.of(ivan))
    assert [each.id for each in theirs] == [late.id, done.id, early.id]
    assert (await database.read(lambda unit: unit.repositories.inquiries.get(late.id))).client.name == "Ivan"
