"""Entering travellers: by the client, from an earlier trip, by staff; and taking one off again."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from bot.flows.travellers import traveller as flow
from domain.entities.deals import Deal
from domain.entities.documents import DocumentState
from domain.entities.particulars import Particulars
from domain.entities.people import Role
from domain.entities.travellers import Relation, Traveller
from domain.entities.waiting import WaitingPlace
from domain.ports.desk import Desk
from domain.usecases.travellers.travellers import cancel_traveller, enter_traveller
from domain.values.refusals import Refusal
from tests.deals import a_deal, a_trip, told, with_deal
from tests.dialogues import play
from tests.people import Person
from tests.stories.test_my_deals import paper
from tests.things import OHRID
from tests.world import World


async def at_desk(world: World, who: Person, number: int, act: str) -> str | None:
    """The refusal that this person's own desk answers with, None when it was done."""

    def work(desk: Desk, deal: Deal) -> str | None:
        person = desk.repositories.people.by_telegram_id(who.id)
        assert person is not None
        staff, client = desk.repositories.staff.of(person), desk.repositories.clients.of(person)
        there = replace(desk, actor=replace(desk.actor, person=person, staff=staff, client=client))
        try:
            if act == "cancel":
                cancel_traveller(there, number, deal.travellers[0].id)
            else:
                enter_traveller(there, number, SOMEBODY)
        except Refusal as refusal:
            return refusal.kind
        return None

    kind: str | None = await with_deal(world, number, work)
    return kind


SOMEBODY = Particulars(Relation.SELF, "Maria", date(1985, 5, 17), "AB1234567", date(2031, 5, 17))


async def party(world: World, number: int) -> list[Traveller]:
    travellers: list[Traveller] = await with_deal(world, number, lambda _desk, deal: deal.party)
    return travellers


async def history(world: World, number: int) -> list[tuple[str, dict[str, Any]]]:
    def work(desk: Desk, _deal: Deal) -> list[tuple[str, dict[str, Any]]]:
        return [(entry.what, entry.facts) for entry in desk.repositories.history.of("deal", number)]

    told: list[tuple[str, dict[str, Any]]] = await with_deal(world, number, work)
    return told


async def start(person: Person) -> None:
    await person.says("/start")


async def test_as_the_flow_tells_it(world: World) -> None:
    anna = await world.person("Anna")
    await start(anna)
    await a_deal(world, client=anna, trip=await a_trip(world))
    await play(flow.__doc__, anna)
    anna.hears("1 traveller left to add.")
    anna.sees("➕ Add the next one (2 of 2)", "📷 Passport: Anna", "🧳 The trip")


async def enters(person: Person, relation: str, name: str, number: str, expires: str = "17.05.2031") -> None:
    """From the first question to the saved traveller."""
    await person.taps(relation)
    await person.says(name)
    await person.says("03.04.1990")
    await person.says(number)
    await person.says(expires)
    await person.taps("✅ Save")


async def test_a_whole_party_and_the_manager_hears_once(world: World) -> None:
    boris = await world.colleague("Boris", Role.MANAGER)
    kalina = await world.colleague("Kalina", Role.OPERATOR)
    anna = await world.person("Anna")
    await start(anna)
    trip = await a_trip(world)
    number = await a_deal(world, client=anna, trip=trip, seats=3, step="documents.data", responsible=boris)

    await anna.says("/mytrips")
    await anna.taps("✍️ Traveller 1 of 3")
    await enters(anna, "🙋 Myself", "Anna O'Neill-Petrova", "AA1111111")
    await anna.taps("➕ Add the next one (2 of 3)")
    anna.sees_no("🙋 Myself")
    await enters(anna, "💍 Husband or wife", "Иван Петров", "BB2222222")
    await boris.looks()
    boris.hears_nothing_of("№")
    await anna.taps("➕ Add the next one (3 of 3)")
    await anna.taps("🧒 Child")
    await anna.says("<b>Ada</b>")
    anna.hears("A name has only letters", "Name in Latin letters, as in the passport?")
    await anna.says("Ada")
    await anna.shares(sticker="👶")
    anna.hears("Please write it like 17.05.1985.")
    await anna.says("in spring")
    anna.hears("cannot read that as a date. Please write it like 17.05.1985.", "Write it like 17.05.1985")
    await anna.says("31.02.2020")
    anna.hears("There is no such day in the calendar. Please write it like 17.05.1985.", "When was Ada born?")
    await anna.says("01.04.2027")
    anna.hears("That day is still to come.")
    await anna.says("01.01.1899")
    anna.hears("There is no such day in the calendar.")
    await anna.says("1 апр. 20")
    await anna.says("123")
    anna.hears("A passport number has 5 to 20 letters and digits.")
    for day in ("30.12.2027", "30 December 2027"):
        await anna.says(day)
        anna.hears("That is a date.", "Passport number?")
    await anna.says("bb2222222")
    anna.hears("That is Иван Петров's passport.", "Passport number?")
    await anna.says("CC-333 3333")
    await anna.says("28.02.2027")
    anna.hears("That passport has expired.")
    await anna.says("31.10.2027")
    anna.hears("The passport must be valid until the return on 1 November.")
    await anna.says("1 December 2027")
    anna.hears("Born 1 April 2020", "expires less than six months after the return")
    anna.hears_nothing_of("years old")
    await anna.taps("✏️ Born")
    await anna.says("1.4.1950")
    anna.hears("Born 1 April 1950", "⚠️ That is 76 years old. Is that right?")
    await anna.taps("✏️ Born")
    await anna.says("1.4.2020")
    anna.hears_nothing_of("years old")
    await anna.taps("✅ Save")
    anna.hears("✅ Ada: added.", "All travellers added.")
    anna.sees_no("➕ Add")

    await boris.looks()
    boris.hears("#1", "Stage: Passport photos")  # it has gone on by itself
    boris.sees("📂 To the deal")
    boris.sees_no("▶")
    await kalina.looks()
    kalina.hears_nothing_of("#1")
    entered = await party(world, number)
    assert [(one.relation, one.name, one.passport) for one in entered] == [
        (Relation.SELF, "Anna O'Neill-Petrova", "AA1111111"),
        (Relation.SPOUSE, "Иван Петров", "BB2222222"),
        (Relation.CHILD, "Ada", "CC3333333"),
    ]
    assert entered[2].born_on == date(2020, 4, 1)
    entries = await history(world, number)
    assert [what for what, _facts in entries].count("traveller_added") == 3
    assert not any(passport in str(entries) for passport in ("AA1111111", "BB2222222", "CC3333333"))

    await anna.says("/mytrips")
    anna.sees_no("✍️ Traveller")
    await anna.taps("👥 Travellers")
    await anna.taps("✏️ Ada")
    await anna.taps("✏️ Name")
    await anna.says("Ad\u0430 Petrova")
    anna.hears("mixes Cyrillic and Latin letters that look alike. Is it all Latin?")
    await anna.taps("As I wrote")
    await anna.taps("✏️ Name")
    await anna.says("Ada Petrova")
    await anna.taps("✅ Save")
    anna.hears("Ada Petrova: added.")
    await boris.looks()
    boris.hears_nothing_of("#1")
    assert ("traveller_changed", {"name": "Ada Petrova", "was": "Ada", "changed": ["name"]}) in await history(
        world, number
    )


async def test_a_name_that_stands_in_no_passport_is_not_offered(world: World) -> None:
    anna = await world.person("Anna 🌸")
    await start(anna)
    await a_deal(world, client=anna, seats=1)
    await anna.says("/mytrips")
    await anna.taps("✍️ Traveller 1 of 1")
    await anna.taps("🙋 Myself")
    anna.sees_no("Anna 🌸")
    await anna.says("Anna")
    anna.hears("When was Anna born?")


async def test_a_name_in_other_letters_is_taken_with_a_note(world: World) -> None:
    mei = await world.person("Mei")
    await start(mei)
    await a_deal(world, client=mei, seats=1)
    await mei.says("/mytrips")
    await mei.taps("✍️ Traveller 1 of 1")
    await mei.taps("👤 Someone else")
    await mei.says("12345")
    mei.hears("A name needs letters.")
    await mei.says("王美")
    await mei.says("1990年5月17日")
    await mei.says("E12345678")
    await mei.says("2031-05-17")
    mei.hears("王美", "If the passport also has the name in Latin letters")
    await mei.taps("✅ Save")
    mei.hears("王美: added.", "All travellers added.")


async def test_days_are_chosen_with_a_few_taps(world: World) -> None:
    anna = await world.person("Anna")
    await start(anna)
    number = await a_deal(world, client=anna, seats=1)
    await anna.says("/mytrips")
    await anna.taps("✍️ Traveller 1 of 1")
    await anna.taps("🙋 Myself")
    await anna.taps("Anna")
    for label in ("1990…", "◀ 1990…", "1980…", "1985", "May"):
        await anna.taps(label)
    anna.sees("◀ May 1985")
    await anna.taps("17")
    await anna.says("AB1234567")
    anna.sees("2027", "2037")
    await anna.taps("2031")
    await anna.taps("Feb")
    anna.sees_no("29")
    await anna.taps("28")
    await anna.taps("✅ Save")
    (saved,) = await party(world, number)
    assert (saved.born_on, saved.passport_expires) == (date(1985, 5, 17), date(2031, 2, 28))


async def went_before(world: World, client: Person, *people: tuple[Any, ...]) -> None:
    """Relation, name, birthday, passport and its last day, on a deal that is over."""
    number = await a_deal(world, client=client, seats=len(people))

    def earlier(desk: Desk, deal: Deal) -> None:
        deal.travellers += [Traveller(*one) for one in people]
        deal.closed_at, deal.step_key = desk.now, "travelled"

    await with_deal(world, number, earlier)
    await world.settle()


ANNA = (Relation.SELF, "Anna Petrova", date(1985, 5, 17), "AB1234567", date(2031, 5, 17))
IVAN = (Relation.SPOUSE, "Ivan Petrov", date(1983, 2, 1), "AB1234568", date(2027, 10, 30))
TOM = (Relation.CHILD, "Tom Petrov", date(2019, 6, 1), "AB1234569", date(2028, 3, 1))
EMIL = (Relation.OTHER, "Emil Green", date(1950, 1, 1), "AB1234570", date(2033, 3, 1))


async def test_who_went_before_is_ticked_and_only_what_is_missing_is_asked(world: World) -> None:
    anna = await world.person("Anna")
    await start(anna)
    await went_before(world, anna, ANNA, IVAN, TOM, EMIL)
    number = await a_deal(world, client=anna, trip=await a_trip(world), seats=4)
    await anna.says("/mytrips")
    await anna.taps("🧳 Ohrid 29.10")
    await anna.taps("✍️ Traveller 1 of 4")
    anna.hears("Tap everyone who is coming")
    ivan, tom = "☐ 💍 Ivan Petrov · passport needed", "☐ 🧒 Tom Petrov, 8 · passport needed"
    anna.sees("☐ 🙋 Anna Petrova (you)", ivan, tom, "☐ 👤 Emil Green", "💍 Husband or wife")
    anna.sees_no("🙋 Myself", "✅ Add")
    await anna.says("Nobody we know")
    anna.hears("Please choose")
    await anna.taps("☐ 🙋 Anna Petrova (you)")
    await anna.taps(ivan)
    await anna.says("tom")
    anna.sees("☑ 🧒 Tom Petrov, 8 · passport needed")
    await anna.taps("☐ 👤 Emil Green")
    await anna.taps("☑ 👤 Emil Green")
    await anna.taps("✅ Add 3")
    anna.hears(
        "✅ 3 travellers added.", "The passport of Ivan Petrov that we know expires on 30 October 2027."
    )
    await anna.says("CD7654321")
    await anna.says("31.10.2027")
    anna.hears("The passport must be valid until the return on 1 November.")
    await anna.says("17.05.2035")
    anna.hears("Ivan Petrov", "Passport CD7654321, expires 17 May 2035")
    await anna.taps("✅ Save")
    anna.hears("The passport of Tom Petrov that we know expires on 1 March 2028.")
    await anna.taps("↩️ The same passport, until 1 March 2028")
    anna.hears("Tom Petrov", "AB1234569", "less than six months after the return")
    await anna.taps("✅ Save")
    anna.hears("✅ Tom Petrov: added.", "1 traveller left to add.")
    assert [(one.name, one.passport, one.complete) for one in await party(world, number)] == [
        ("Anna Petrova", "AB1234567", True),
        ("Ivan Petrov", "CD7654321", True),
        ("Tom Petrov", "AB1234569", True),
    ]
    await anna.taps("➕ Add the next one (4 of 4)")
    anna.sees_no("Anna Petrova", "Ivan", "Tom", "☐")
    await anna.taps("👤 Emil Green")
    anna.hears("✅ Emil Green: added.", "All travellers added.")

    again = await a_deal(world, client=anna, trip=await a_trip(world, replace(OHRID, name="Bansko")), seats=2)
    await anna.says("/mytrips")
    await anna.taps("🧳 Bansko 29.10")
    await anna.taps("✍️ Traveller 1 of 2")
    for label in ("☐ 💍 Ivan Petrov", "☐ 🙋 Anna Petrova (you)", "☐ 👤 Emil Green"):
        await anna.taps(label)
    await anna.taps("✅ Add 3")
    assert anna.alert
    assert "3 people are chosen, and 2 are left to add" in anna.toast
    await anna.taps("☑ 👤 Emil Green")
    await anna.taps("✅ Add 2")
    anna.hears("✅ 2 travellers added.", "Bansko")
    assert [one.passport for one in await party(world, again)] == ["CD7654321", "AB1234567"]


async def test_accepted_papers_are_changed_by_staff_only(world: World) -> None:
    boris = await world.colleague("Boris", Role.MANAGER)
    anna = await world.person("Anna")
    await start(anna)
    number = await a_deal(world, client=anna, seats=1, travellers=["Anna"])
    await anna.says("/mytrips")
    await anna.taps("👥 Travellers")
    await anna.taps("✏️ Anna")
    await anna.taps("✏️ Name")
    await anna.says("Anna P")

    def accepted(desk: Desk, deal: Deal) -> None:
        deal.documents.append(paper(deal, deal.travellers[0], DocumentState.ACCEPTED, desk.now))

    await with_deal(world, number, accepted)
    await anna.taps("✅ Save")
    assert anna.alert
    assert "already accepted" in anna.toast
    await anna.says("/mytrips")
    await anna.taps("👥 Travellers")
    anna.sees_no("✏️ Anna")
    assert [one.name for one in await party(world, number)] == ["Anna"]

    await boris.says("/deals 1")
    await boris.taps("📄 Documents")
    await boris.taps("👤 Anna")
    await boris.taps("✏️ Change details")
    await boris.taps("✏️ Name")
    await boris.says("Anna Petrova")
    await boris.taps("✅ Save")
    boris.hears("Anna Petrova: added.")
    assert [one.name for one in await party(world, number)] == ["Anna Petrova"]


async def test_staff_enter_travellers_for_a_client_without_telegram(world: World) -> None:
    kalina = await world.colleague("Kalina", Role.OPERATOR)
    ivan = await world.colleague("Ivan", Role.ACCOUNTANT)
    number = await a_deal(world, client="Maria Ivanova", seats=1, step="documents.data", responsible=kalina)
    await kalina.says("/deals 1")
    await kalina.taps("📄 Documents")
    kalina.hears("Maria Ivanova", "1 traveller left to add")
    await kalina.taps("✍️ Traveller 1 of 1")
    await kalina.taps("The client")
    await kalina.taps("Maria Ivanova")
    await kalina.says("17.05.85")
    await kalina.says("AB1234567")
    await kalina.says("17.05.2031")
    await kalina.taps("✅ Save")
    kalina.hears("✅ Maria Ivanova: added.")
    kalina.sees("📷 Passport: Maria Ivanova", "📄 Documents")
    kalina.sees_no("🧳 The trip")
    assert (await party(world, number))[0].born_on == date(1985, 5, 17)
    await kalina.taps("📄 Documents")
    kalina.hears("AB1234567, expires 17 May 2031")

    await ivan.says("/deals 1")
    ivan.sees_no("📄 Documents")


async def test_one_does_not_travel_after_all(world: World) -> None:
    boris = await world.colleague("Boris", Role.MANAGER)
    kalina = await world.colleague("Kalina", Role.OPERATOR)
    anna, pavel = await world.person("Anna"), await world.person("Pavel")
    await start(anna)
    await start(pavel)
    trip = await a_trip(world, replace(OHRID, seats=3))
    number = await a_deal(
        world, client=anna, trip=trip, seats=3, travellers=["Anna", "Ivan", "Ada"], responsible=kalina
    )
    other = await a_deal(world, client=pavel, travellers=["Pavel"])

    def in_line(desk: Desk, deal: Deal) -> None:
        assert deal.trip is not None
        client = desk.repositories.deals.get(other).client
        desk.repositories.trips.wait(WaitingPlace(deal.trip, client, 1, desk.now))

    await with_deal(world, number, in_line)

    await boris.says("/deals 1")
    await boris.taps("📄 Documents")
    await boris.taps("👤 Ivan")
    await boris.taps("✖ Not travelling")
    boris.hears("Seats: 3 → 2", "Price: €900 → €600", "Deposit: €300 → €200")
    await boris.taps("◀ Back")
    await boris.taps("✖ Not travelling")
    await boris.taps("Yes, not travelling")
    boris.hears("Documents · #1", "Anna", "Ada")
    boris.hears_nothing_of("Ivan")
    assert not [notice for notice in await told(world, kalina) if notice.startswith("travellers_entered")]
    await pavel.looks()
    pavel.hears("Ohrid 29.10")

    def listed(desk: Desk, deal: Deal) -> Any:
        assert deal.trip is not None
        there = desk.repositories.deals.participants(deal.trip)
        return [p.traveller for p in there.participants], deal.seats, str(deal.price), str(deal.deposit)

    assert await with_deal(world, number, listed) == (["Anna", "Ada"], 2, "600.00 EUR", "200.00 EUR")
    await anna.says("/mytrips")
    anna.hears("Anna", "Ada", "Price €600")
    anna.hears_nothing_of("Ivan")

    await boris.taps("👤 Ada")
    await boris.taps("✖ Not travelling")
    await boris.taps("Yes, not travelling")
    await boris.taps("👤 Anna")
    await boris.taps("✖ Not travelling")
    assert boris.alert
    assert "close the deal instead" in boris.toast


@pytest.mark.parametrize("role", [Role.ACCOUNTANT, Role.GUIDE])
async def test_others_neither_enter_nor_cancel(world: World, role: Role) -> None:
    boris = await world.colleague("Boris", Role.MANAGER)
    other = await world.colleague("Other", role)
    number = await a_deal(world, seats=2, travellers=["Anna", "Ada"], responsible=boris)
    await boris.says("/deals 1")
    await boris.taps("📄 Documents")
    await boris.taps("👤 Ada")
    await boris.taps("✖ Not travelling")
    data = boris.last["buttons"][0][0]["callback_data"]
    await other.says("/start")
    await other.forges(data, other.last["message_id"])
    assert len(await party(world, number)) == 2

    for act in ("cancel", "enter"):
        assert await at_desk(world, other, number, act) == "forbidden"


async def test_a_stopped_draft_goes_on_where_it_was(world: World) -> None:
    """Anna blocks the bot in the middle, comes back, and loses nothing."""
    anna = await world.person("Anna")
    await start(anna)
    number = await a_deal(world, client=anna, seats=1)
    await anna.says("/mytrips")
    await anna.taps("✍️ Traveller 1 of 1")
    await anna.taps("🙋 Myself")
    await anna.taps("Anna")
    await world.post(f"/sim/people/{anna.id}/block", {})
    await world.settle()
    await world.post(f"/sim/people/{anna.id}/unblock", {})
    await world.settle()
    await anna.says("/start")
    await anna.taps("▶ Continue: ")
    anna.hears("When was Anna born?")
    await anna.says("17.05.1985")
    await anna.says("AB1234567")
    await anna.says("17.05.2031")
    await anna.taps("✅ Save")
    assert [one.name for one in await party(world, number)] == ["Anna"]
