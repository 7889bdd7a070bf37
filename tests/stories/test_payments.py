"""Money in the chat: recorded by whoever may, told to the client, taken back with a reason, right to the cent."""

from dataclasses import replace

from bot.flows.payments import payment, take_back
from domain.entities.people import Role
from domain.values.money import Money
from tests.deals import a_deal, a_trip, told
from tests.dialogues import play
from tests.things import OHRID
from tests.world import World


async def test_the_dialogue_of_a_payment_plays_as_written(world: World) -> None:
    ivan = await world.colleague("Ivan", Role.ACCOUNTANT)
    anna = await world.person("Anna")
    await anna.says("/start")
    await a_deal(world, client=anna, trip=await a_trip(world), step="deposit")

    await ivan.says("/deals 1")
    await play(payment.__doc__, ivan)
    ivan.hears("Price €600 · paid €200 · left to pay €400", "Left to pay: €400 by 1 October")
    ivan.hears_nothing_of("Deposit: ")
    facts = "{'deal': 1, 'amount': '200.00 EUR', 'paid': '200.00 EUR', 'owed': '400.00 EUR'}"
    wanted = "balance_wanted {'deal': 1, 'amount': '400.00 EUR', 'due': '2027-10-01'}"
    assert await told(world, anna) == [f"payment_recorded {facts}", wanted]


async def test_an_amount_that_cannot_be_is_refused_until_it_can(world: World) -> None:
    ivan = await world.colleague("Ivan", Role.ACCOUNTANT)
    deal = await a_deal(world, step="deposit")
    await ivan.says("/deals 1")
    await ivan.taps("💶 Payments")
    await ivan.taps("💶 Record a payment")
    ivan.sees("Deposit: €200", "In full: €600")
    for refused, why in (
        ("600.01", "Only €600 is left to pay; more cannot be recorded."),
        ("-20", "An amount cannot be below zero."),
        ("0", "The amount must be above zero."),
        ("99999999", "That is too much: €1,000,000 at most."),
        ("$100", "Amounts here are in EUR."),
        ("two or three hundred", "I cannot read that as an amount."),
        ("1.234", "Only €600 is left to pay"),
    ):
        await ivan.says(refused)
        ivan.hears(f"⚠️ {why}", "€600 left to pay. How much arrived?")
    await ivan.shares(sticker="💶")
    ivan.hears("I cannot read that as an amount. Please write it like 200 or 200.50")
    await ivan.says("€ 199,99")
    await ivan.says("cheque")
    ivan.hears("Please choose one of the buttons.", "How was it paid?")
    await ivan.says("bank transfer")
    for refused, why in (
        ("2.3.2027", "That day is still to come."),
        ("1.3.2025", "That is more than a year ago."),
        ("31.2.2027", "There is no such day in the calendar."),
    ):
        await ivan.says(refused)
        ivan.hears(f"⚠️ {why}", "Which day did it arrive?")
    await ivan.says("yesterday")
    ivan.hears(
        "Amount: €199.99", "Method: Bank transfer", "Day: 28 February", "Left to pay after that: €400.01"
    )
    await ivan.taps("✅ Record it")
    ivan.hears("Recorded: €199.99. Paid €199.99, left to pay €400.01.")
    ivan.hears("⏳ €0.01 of the deposit", "Rest of the deposit: €0.01", "Left to pay: €400.01")
    await ivan.taps("💶 Payments")
    await ivan.taps("💶 Record a payment")
    ivan.sees("Rest of the deposit: €0.01", "Left to pay: €400.01")
    payments = await world.database.read(lambda unit: unit.repositories.deals.get(deal).payments)
    assert [(one.amount.minor, one.received_on.isoformat()) for one in payments] == [(199_99, "2027-02-28")]


async def test_a_dear_journey_is_paid_to_the_last_kopeck(world: World) -> None:
    """More than anybody types in one go: a group's forty seats in roubles."""
    ivan = await world.colleague("Ivan", Role.ACCOUNTANT)
    anna = await world.person("Anna", "ru")
    await anna.says("/start")
    roubles = Money(6_000_000_00, "RUB")
    trip = await a_trip(world, replace(OHRID, price=roubles, deposit=Money(1_000_000_00, "RUB")))
    await a_deal(world, client=anna, trip=trip, seats=40, step="deposit")

    for amount in ("40 000 000", "Left to pay: ₽200,000,000"):
        await ivan.says("/deals 1")
        await ivan.taps("💶 Payments")
        await ivan.taps("💶 Record a payment")
        await (ivan.taps(amount) if amount.startswith("Left") else ivan.says(amount))
        await ivan.taps("Bank transfer")
        await ivan.taps("Today")
        await ivan.taps("✅ Record it")
    ivan.hears("Paid ₽240,000,000, left to pay ₽0.")
    ivan.sees_no("💶 Record a payment")
    await world.settle()
    await anna.looks()
    anna.hears("Получили 40 000 000 ₽", "Получили 200 000 000 ₽", "Всё оплачено")


async def test_two_accountants_record_the_same_transfer(world: World) -> None:
    ivan = await world.colleague("Ivan", Role.ACCOUNTANT)
    vera = await world.colleague("Vera", Role.ACCOUNTANT)
    await a_deal(world, step="payment")
    for one in (ivan, vera):
        await one.says("/deals 1")
        await one.taps("💶 Payments")
        await one.taps("💶 Record a payment")
        await one.taps("In full: €600")
        await one.taps("Card")
        await one.taps("Today")
    await ivan.taps("✅ Record it")
    await vera.taps("✅ Record it")
    assert vera.toast.replace("\u00a0", " ") == "Only €0 is left to pay; more cannot be recorded."
    vera.sees("✅ Record it", "✏️ Amount", "✖ Cancel")

    await vera.says("/deals 1")
    vera.hears("paid €600 · left to pay €0")
    vera.sees_no("💶 Record a payment")
    await vera.taps("💶 Payments")
    vera.hears("1 March · €600 · Card · Ivan")


async def test_a_payment_is_taken_back_and_still_shown(world: World) -> None:
    ivan = await world.colleague("Ivan", Role.ACCOUNTANT)
    anna = await world.person("Anna")
    await anna.says("/start")
    await a_deal(world, client=anna, step="deposit")
    await ivan.says("/deals 1")
    await play(payment.__doc__.replace("Ohrid 29.10", "Honeymoon in Vienna"), ivan)

    await ivan.taps("💶 Payments")
    await play((take_back.__doc__ or "").replace("Typed the wrong sum", "It was for deal #2"), ivan)
    ivan.hears("paid €0 · left to pay €600", "€200 · Cash · Ivan cancelled: It was for deal #2")
    ivan.sees_no("↩")
    await ivan.taps("💶 Record a payment")
    await ivan.taps("✖ Cancel")

    await ivan.says("/deals 1")
    await ivan.taps("⋯ More")
    await ivan.taps("🕘 History")
    ivan.hears(
        "Ivan\nPayment cancelled: €200\nWhy: It was for deal #2",
        "Ivan\nPaid: €200, Cash, 1 March",
    )
    await world.settle()
    await anna.looks()
    anna.hears("The payment of €200 no longer counts", "Paid: €0", "Left to pay: €600")
    anna.hears_nothing_of("deal #2")
    anna.sees("🧳 My trip", "💬 Ask a question")


async def test_the_next_step_is_offered_as_soon_as_the_money_is_there(world: World) -> None:
    kalina = await world.colleague("Kalina", Role.OPERATOR)
    await a_deal(world, step="deposit")
    await kalina.says("/deals")
    await kalina.taps("🗂")
    await kalina.taps("Deposit · 1")
    await kalina.taps("#1")
    kalina.sees_no("▶")
    await kalina.taps("💶 Payments")
    await kalina.taps("💶 Record a payment")
    await kalina.taps("Deposit: €200")
    await kalina.taps("Cash")
    await kalina.taps("Today")
    await kalina.taps("✅ Record it")
    kalina.hears("Stage: Full payment", "⏳ the balance of €400")
    kalina.sees("💶 €400 received", "◀ Deposit")


async def test_what_is_owed_is_recorded_with_two_taps(world: World) -> None:
    """By the usual means, today; anything else is said before the second tap, a typing error until it is right."""
    kalina = await world.colleague("Калина", Role.OPERATOR, "bg")
    await a_deal(world, step="deposit")
    await kalina.says("/deals 1")
    await kalina.taps("💶 Платено 200 €")
    kalina.hears("Сума: 200 €", "Банков превод", "След това остава: 400 €")
    await kalina.taps("✅")
    kalina.hears("Етап: Пълно плащане")

    await kalina.taps("💶 Платено 400 €")
    await kalina.taps("✏️ Сума")
    for wrong in ("много", "400,01", "-1"):
        await kalina.says(wrong)
        kalina.hears("⚠️")
    await kalina.says("150,50")
    await kalina.taps("✏️ Начин")
    await kalina.taps("В брой")
    kalina.hears("Сума: 150,50 €", "В брой", "След това остава: 249,50 €")
    await kalina.taps("✅")
    await kalina.taps("💶 Платено 249,50 €")
    kalina.hears("В брой")
    await kalina.taps("✅")
    kalina.hears("Етап: Ваучер")


async def test_a_guide_sees_no_money(world: World) -> None:
    gergana = await world.colleague("Gergana", Role.GUIDE)
    await a_deal(world)
    await gergana.says("/menu")
    gergana.sees_no("🗂 Deals")
    await gergana.says("/deals 1")
    gergana.hears("You are not allowed to do this.")
    gergana.hears_nothing_of("EUR")
    await gergana.says("/today")
    gergana.hears("Hello, Gergana.")


async def test_who_leads_the_deal_hears_what_colleagues_do_with_it(world: World) -> None:
    boris = await world.colleague("Boris", Role.MANAGER)
    ivan = await world.colleague("Ivan", Role.ACCOUNTANT)
    kalina = await world.colleague("Kalina", Role.OPERATOR)
    await a_deal(world, trip=await a_trip(world), step="deposit", responsible=boris)
    for colleague, amount, owed in ((ivan, "200", "€400"), (boris, "50", "€350")):
        await colleague.says("/deals 1")
        await colleague.taps("💶 Payments")
        await colleague.taps("💶 Record a payment")
        await colleague.says(amount)
        await colleague.taps("Cash")
        await colleague.taps("Today")
        await colleague.taps("✅ Record it")
        colleague.hears(f"left to pay {owed}")
        await boris.looks()
    assert await told(world, boris) == [
        "paid_to_colleague {'deal': 1, 'amount': '200.00 EUR', 'owed': '400.00 EUR', 'by': 'Ivan'}"
    ]
    said = "\n".join(message["text"] or "" for message in boris.chat).replace("\u00a0", " ")
    assert "Deal #1: €200 received" in said
    assert "Recorded by Ivan" in said

    await kalina.says("/deals 1")
    await kalina.taps("⋯ More")
    await kalina.taps("✖ Close the deal")
    await kalina.taps("Too expensive")
    await kalina.taps("✖ Close the deal")
    await boris.looks()
    boris.hears("Kalina has closed deal #1", "Maria Ivanova · Ohrid 29.10", "Why: Too expensive")
    await boris.taps("📂 To the deal")
    boris.hears("Stage: Lost")
