"""What is late, in the chat: clients are reminded, colleagues call, take and decide, and the owner settles when."""

from datetime import UTC, datetime, time, timedelta

from domain.entities.documents import DocumentState
from domain.entities.payments import PaymentMethod
from domain.entities.people import Role
from domain.usecases.payments.payments import record_payment
from storage import SqlUnit
from tests.deals import a_deal, a_trip
from tests.people import Person
from tests.stories.asking import asks_for_lisbon
from tests.things import OHRID
from tests.world import AGENCY, World

DAY = timedelta(days=1)
DUE = OHRID.deposit_due


async def _turn(world: World, days: int, hour: int = 12) -> None:
    """To that day, counted from the one on which the deposit is due; every morning before comes first."""
    ends = datetime.combine(DUE + days * DAY, time(hour), AGENCY.zone).astimezone(UTC)
    await world.turn(ends.replace(hour=0) + timedelta(minutes=10))
    await world.turn(ends)


async def _booked(world: World, language: str = "en") -> tuple[Person, Person]:
    """Boris, and a client of his who has sent all papers."""
    boris = await world.colleague("Boris", Role.MANAGER)
    anna = await world.person("Anna", language)
    await anna.says("/start")
    await a_deal(
        world,
        client=anna,
        trip=await a_trip(world),
        seats=1,
        step="deposit",
        responsible=boris,
        travellers=["Anna Petrova"],
        passports=DocumentState.ACCEPTED,
    )
    await world.settle()
    return boris, anna


async def test_who_does_not_pay_is_reminded_and_then_called(world: World) -> None:
    boris, anna = await _booked(world)
    await _turn(world, -7)
    await anna.looks()
    anna.hears("💶 Ohrid 29.10", "Please pay the deposit of", "by 1 August")
    await _turn(world, 0)
    await anna.looks()
    anna.hears("is due today")
    await anna.taps("🧳 My trip")
    anna.hears("We are waiting for your deposit.")

    await _turn(world, 2)
    await anna.looks()
    anna.hears("was due on 1 August", "as soon as possible")
    anna.hears_nothing_of("by 1 August")

    await _turn(world, 3)
    await boris.looks()
    boris.hears("☎️ Please call Anna", "🔴 deposit", "3 days late")
    await boris.taps("✅ Called")
    assert boris.toast == "Noted: you called Anna."
    await boris.taps("⋯ More")
    await boris.taps("🕘 History")
    boris.hears("Called the client about overdue things", "Client reminded: deposit")
    await boris.says("/deals")
    boris.hears("#1 · Anna", "deposit €100")
    await boris.taps("🗂 By stage")
    await boris.taps("Deposit · 1")
    boris.hears("🔴 #1 · Anna")


async def test_who_pays_in_time_reads_nothing_more_in_russian(world: World) -> None:
    _boris, anna = await _booked(world, "ru")
    await _turn(world, -3)
    await anna.looks()
    anna.hears("Пожалуйста, внесите предоплату", "до 1 августа")
    said = len(anna.chat)

    def pays(unit: SqlUnit) -> None:
        desk = world.desk(unit)
        record_payment(desk, 1, OHRID.deposit, PaymentMethod.BANK, desk.today)

    await world.database.run(pays)
    await _turn(world, 5)
    await anna.looks()
    later = [message["text"] or "" for message in anna.chat[said:] if message["from"] == "bot"]
    assert [text for text in later if "внесите" in text or "Срок предоплаты" in text] == []


async def test_a_client_who_wants_no_reminders_gets_none_until_they_do_again(world: World) -> None:
    boris, anna = await _booked(world)
    await boris.says("Anna")
    await boris.taps("👤 Anna")
    await boris.taps("⋯ More")
    await boris.taps("🔕 No reminders")
    boris.hears("🔕 Reminders are off.")
    await _turn(world, -7)
    await anna.looks()
    anna.hears_nothing_of("Please pay the deposit")
    await boris.says("Anna")
    await boris.taps("👤 Anna")
    await boris.taps("⋯ More")
    await boris.taps("🔔 Remind again")
    boris.hears_nothing_of("🔕 Reminders are off.")
    await _turn(world, -3)
    await anna.looks()
    anna.hears("Please pay the deposit")


async def test_a_deal_that_is_open_after_its_trip_is_decided_about(world: World) -> None:
    boris, anna = await _booked(world)
    over = (OHRID.returns - DUE).days
    await _turn(world, over + 1)
    await boris.looks()
    boris.hears("🏁 The trip is over, but deal #1 is still open", "Did they travel?")
    await anna.says("/mytrips")
    anna.hears("This trip is over.")
    anna.hears_nothing_of("We are waiting for your deposit.")
    await boris.taps("✅ They did")
    assert boris.toast == "Deal #1 is done."
    boris.hears("Stage: Completed")


async def test_an_inquiry_nobody_took_is_taken_from_its_notice(world: World) -> None:
    boris = await world.colleague("Boris", Role.MANAGER)
    kalina = await world.colleague("Kalina", Role.OPERATOR, "bg")
    anna = await world.person("Anna")
    await asks_for_lisbon(anna)
    await world.turn(timedelta(hours=4))
    await boris.looks()
    boris.hears("🔴 Anna is waiting for an answer: 4 h")
    await boris.taps("🙋 I take it")
    boris.hears("✍️ Boris sees to it")
    await kalina.says("/inbox")
    kalina.hears("🔴 Anna · 4 ч · ✍️ Boris")


async def test_the_owner_settles_when_clients_are_reminded(world: World) -> None:
    olga = await world.colleague("Olga", Role.OWNER)
    await olga.says("/settings")
    await olga.taps("🕒 Hours")
    await olga.taps("⏰ Reminders")
    olga.hears("1st reminder: 7 days ahead", "Last reminder: 2 days late")
    await olga.taps("✏️ 1st reminder")
    await olga.says("90")
    olga.hears("From 1 to 60, please.")
    await olga.says("10")
    olga.hears("1st reminder: 10 days ahead")
