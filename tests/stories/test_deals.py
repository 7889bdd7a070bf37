"""The way of a deal through its stages, from card to card, by whoever has the right to move it."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta

from sqlalchemy import Table, insert, select, update

from bot.flows.deals import lose, override, price
from domain.entities.deals import Deal
from domain.entities.documents import DocumentState
from domain.entities.history import HistoryEntry
from domain.entities.people import Role
from domain.ports.desk import Desk
from domain.values.money import Money
from storage import SqlUnit
from storage.mapping import deals, inquiries, screens
from tests.deals import a_deal, a_place_in_line, a_trip, later, told, with_deal
from tests.dialogues import play
from tests.people import Person
from tests.stories.asking import asks_for_lisbon
from tests.things import OHRID, enter, send_photo
from tests.world import World


async def test_the_manager_works_down_new(world: World) -> None:
    boris = await world.colleague("Boris", Role.MANAGER)
    anna = await world.person("Anna")
    await anna.says("/start")
    trip = await a_trip(world)
    await a_deal(world, client=anna, trip=trip)
    await a_deal(world, client="Pavel", trip=trip, seats=1)
    await a_deal(world, client="Mei", trip=trip, seats=1)

    await boris.says("/deals")
    await boris.taps("🗂")
    boris.hears("3 open deals")
    await boris.taps("New · 3")
    boris.hears("New · 3 deals, oldest first", "✅ #1 · Anna · Ohrid 29.10, since 1 March")

    await boris.taps("#1 · Anna")
    boris.hears(
        "#1 · Ohrid 29.10",
        "Anna · +359 88 812",
        "Stage: New, since 1 March",
        "✅ Ready for the next stage",
        "2 seats · 0 with all details",
        "Price €600 · paid €0 · left to pay €600",
        "Deposit: €200 by 1 August",
        "In full: €600 by 1 October",
        "Departs 29 October, 06:30, Sofia, NDK car park",
        "Responsible: nobody yet",
    )
    await boris.taps("▶ Travellers' details")
    boris.hears("Stage: Travellers' details", "⏳ the details of 2 travellers")
    assert boris.toast == "#1 is now at “Travellers' details”."
    boris.sees("✍️ Traveller 1 of 2")

    await boris.taps("Next in New ▶")
    boris.hears("#2", "Pavel", "📵 Not on Telegram: please call.")
    await boris.taps("⋯ More")
    await boris.taps("✖ Close the deal")
    boris.hears("Why is #2 · Pavel · Ohrid 29.10 being closed?")
    await boris.taps("Too expensive")
    boris.hears("#2 · Pavel · Ohrid 29.10", "Reason: Too expensive")
    boris.hears_nothing_of("The client is told")
    await boris.taps("✖ Close the deal")
    boris.hears("Stage: Lost", "Why: Too expensive")
    boris.sees_no("▶", "✍️ Traveller", "✍️ Add", "✉️")
    await boris.taps("⋯ More")
    boris.sees_no("⏭", "✖", "🤝", "🏷")
    await boris.taps("◀ Back")

    await boris.taps("Next in New ▶")
    boris.hears("#3", "Mei")
    await boris.taps("🤝 Hand over")
    await boris.taps("◀ Back")
    await boris.taps("⋯ More")
    boris.sees_no("🤝")
    await boris.taps("🎫 Voucher")
    await boris.taps("◀ Back")
    boris.sees("🕘 History", "✖ Close the deal")
    await boris.taps("◀ Back")
    await boris.taps("💶 Payments")
    await boris.taps("◀ Back")
    boris.sees("◀ New")
    boris.sees_no("Next in New")
    await boris.taps("▶ Travellers' details")
    await boris.taps("◀ New")
    boris.hears("New · nothing here")
    await boris.taps("◀ Deals")
    boris.sees("New · 0", "Inquiry · 0", "Documents · 2", "Notified · 0")
    boris.sees_no("Completed", "Lost")


async def test_a_deal_that_moves_within_its_stage_does_not_hide_the_next_one(world: World) -> None:
    boris = await world.colleague("Boris", Role.MANAGER)
    await a_deal(world, client="Anna", seats=1, step="documents.data", travellers=["Anna"])
    await a_deal(world, client="Pavel", seats=1, step="documents.data", travellers=["Pavel"])
    await a_deal(world, client="Mei", seats=1, step="documents.sent")
    later(world, hours=1)

    await boris.says("/deals")
    await boris.taps("🗂")
    await boris.taps("Documents · 3")
    await boris.taps("#1 · Anna")
    await boris.taps("▶ Passport photos")
    boris.hears("⏳ the passport photo of Anna")
    await boris.taps("Next in Documents ▶")
    boris.hears("#2", "Pavel")
    await boris.taps("Next in Documents ▶")
    boris.hears("#3", "Mei")
    await boris.taps("Next in Documents ▶")
    boris.hears("#1", "Anna")


async def test_back_leads_to_the_page_a_deal_was_opened_from(world: World) -> None:
    boris = await world.colleague("Boris", Role.MANAGER)
    for number in range(1, 11):
        await a_deal(world, client=f"Client {number}", seats=1)

    await boris.says("/deals")
    await boris.taps("🗂")
    boris.sees("New · 10")
    await boris.taps("New · 10")
    await boris.taps("Next ▶")
    await boris.taps("#9 · Client 9")
    await boris.taps("Next in New ▶")
    boris.hears("#10", "Client 10")
    await boris.taps("👤 Client")
    await boris.taps("🗂 #10")
    await boris.taps("◀ New")
    boris.hears("#9 · Client 9", "#10 · Client 10")
    boris.sees("◀ Previous")
    await boris.taps("#10 · Client 10")
    boris.sees_no("Next in New")

    await boris.says("Client 10")
    await boris.taps("🗂 #10")
    await boris.taps("◀ Back")
    boris.hears("Client 10", "🗂 Deals: 1")


async def test_a_deal_opened_by_a_list_of_the_release_before_knows_its_list(world: World) -> None:
    """Its buttons said which list it was, and at which place."""
    boris = await world.colleague("Boris", Role.MANAGER)
    for name in ("Anna", "Pavel"):
        await a_deal(world, client=name, seats=1)
    await boris.says("/deals")
    await boris.taps("🗂")
    await boris.taps("New · 2")
    button = next(button for row in boris.last["buttons"] for button in row if button["label"] == "#1 · Anna")
    old = update(screens).values(trail=None, actions=[["go", "deal", 1, "new", False, 0]] * 9)
    await world.database.run(lambda unit: unit.session.execute(old))

    await boris.forges(button["callback_data"], boris.last["message_id"])
    boris.hears("#1", "Anna")
    await boris.taps("Next in New ▶")
    boris.hears("#2", "Pavel")
    await boris.taps("◀ New")
    boris.hears("New · 2 deals")


async def test_a_deal_goes_all_the_way(world: World) -> None:
    kalina = await world.colleague("Kalina", Role.OPERATOR)
    anna = await world.person("Anna")
    await anna.says("/start")
    deal = await a_deal(world, client=anna, trip=await a_trip(world))

    await kalina.says("/deals 1")
    await kalina.taps("▶ Travellers' details")
    kalina.hears("⏳ the details of 2 travellers")
    kalina.sees_no("▶")
    assert await told(world, anna) == ["travellers_wanted {'deal': 1}"]

    await with_deal(world, deal, _enter_anna_and_ivan)
    await kalina.says("/deals 1")
    kalina.hears("2 seats · 2 with all details", "Passports: 2 missing")
    await kalina.taps("▶ Passport photos")
    kalina.hears("⏳ the passport photo of Anna Petrova and Ivan Petrov")
    assert (await told(world, anna))[-1] == "passports_wanted {'deal': 1}"
    await anna.looks()
    anna.hears("Now we need the passport photos of: Anna Petrova and Ivan Petrov", "By 1 September")
    await anna.taps("📷 Send the passports")
    anna.hears("Whose passport?")
    await anna.taps("✖ Cancel")

    await with_deal(world, deal, _send_and_accept)
    await kalina.says("/deals 1")
    kalina.hears("Passports: 2 accepted\n")
    await kalina.taps("▶ Deposit")
    kalina.hears("⏳ the deposit of €200")
    wanted = "deposit_wanted {'deal': 1, 'amount': '200.00 EUR', 'due': '2027-08-01'}"
    assert (await told(world, anna))[-1] == wanted

    await _pays(kalina, "Deposit: €200")
    kalina.hears("Stage: Full payment", "paid €200 · left to pay €400")
    wanted = "balance_wanted {'deal': 1, 'amount': '400.00 EUR', 'due': '2027-10-01'}"
    assert (await told(world, anna))[-1] == wanted

    await _pays(kalina, "Left to pay: €400")
    kalina.hears("⏳ the voucher to be sent")
    await kalina.taps("📨 Send the voucher")
    assert (await told(world, anna))[-1] == "voucher {'deal': 1}"
    kalina.hears("⏳ the departure notice on 28 October")
    kalina.sees_no("▶ Notified")

    await world.turn(datetime(2027, 10, 28, 9, 0, tzinfo=UTC))
    await anna.looks()
    anna.hears("Tomorrow: Ohrid")
    await kalina.looks()
    kalina.sees("📊 Rate")  # after thirty days she is asked how she finds it
    await kalina.says("/deals 1")
    kalina.hears("⏳ the departure on 29 October, 06:30")
    kalina.sees_no("▶ Completed")

    later(world, days=2)
    await kalina.says("/deals 1")
    await kalina.taps("▶ Completed")
    kalina.hears("Stage: Completed")
    kalina.sees_no("▶", "⏭", "✖", "🏷", "🤝")

    await kalina.taps("⋯ More")
    await kalina.taps("🕘 History")
    kalina.hears("Kalina\nNotified → Completed", "the agency\nVoucher → Notified", "Kalina\nVoucher sent")
    await kalina.taps("Next ▶")
    kalina.hears("Inquiry → Travellers' details", "New → Inquiry")
    kalina.sees("◀ Previous", "◀ Back")
    moves = [entry for entry in await _history(world, deal) if entry.what in {"advanced", "passed"}]
    assert [entry.facts["to"] for entry in reversed(moves)] == [
        "inquiry",
        "documents.data",
        "documents.sent",
        "documents.received",
        "deposit",
        "payment",
        "voucher",
        "notified",
        "travelled",
    ]


async def test_only_a_manager_moves_on_past_what_is_missing_and_says_why(world: World) -> None:
    kalina = await world.colleague("Kalina", Role.OPERATOR)
    boris = await world.colleague("Boris", Role.MANAGER)
    deal = await a_deal(world, step="deposit")

    await kalina.says("/deals 1")
    kalina.sees_no("⏭ Move on anyway", "▶")
    await boris.says("/deals 1")
    await boris.taps("⋯ More")
    await boris.taps("⏭ Move on anyway")
    boris.hears("Missing: the deposit of €200", "Why move it on to “Full payment” anyway?")
    await boris.says("x" * 301)
    boris.hears("at most 300 fit", "Why move it on")
    await boris.says("She pays all of it on Friday")
    boris.hears("#1 is now at “Full payment”.", "Stage: Full payment")

    await kalina.says("/deals 1")
    await kalina.taps("⋯ More")
    await kalina.taps("🕘 History")
    kalina.hears("Boris\nDeposit → Full payment\nWithout: the deposit", "Why: She pays all of it on Friday")
    (entry,) = await _history(world, deal)
    assert entry.facts["missing"] == ["deposit_paid"]


async def test_a_number_nobody_has_leads_nowhere(world: World) -> None:
    boris = await world.colleague("Boris", Role.MANAGER)
    await a_deal(world)
    for number in ("2", "0", "999999999"):
        await boris.says(f"/deals {number}")
        boris.hears("There is no such deal.")
    for words in ("1" * 30, "1; drop", "-1", "१"):
        await boris.says(f"/deals {words}")
        boris.sees("✓ 🙋 Need me", "🗂 By stage")
    await boris.says("/deals № 1")
    boris.hears("#1 · Honeymoon in Vienna")


async def test_no_screen_counts_further_than_99(world: World) -> None:
    boris = await world.colleague("Boris", Role.MANAGER)
    vera = await world.colleague("Вера", Role.OPERATOR, "bg")
    anna = await world.person("Anna")
    await asks_for_lisbon(anna)
    await a_deal(world)
    for kind in (deals, inquiries):
        await world.database.run(lambda unit: _a_hundred_like_the_first(unit, kind))  # noqa: B023

    await boris.says("/deals")
    await boris.taps("🗂 By stage")
    boris.hears("more than 99 open deals")
    await boris.taps("New · 99+")
    boris.hears("New · more than 99 deals, longest waiting first")
    await boris.says("/inquiries")
    boris.hears("Inquiries · more than 99 waiting")
    await vera.says("/deals")
    await vera.taps("🗂")
    vera.hears("над 99 отворени сделки")
    await vera.says("/inquiries")
    vera.hears("Запитвания · чакат над 99")


def _a_hundred_like_the_first(unit: SqlUnit, table: Table) -> None:
    first = unit.session.connection().execute(select(table)).mappings().first()
    assert first is not None
    for number in range(1_001, 1_101):
        unit.session.connection().execute(insert(table), {**first, "id": number})


async def test_two_who_move_one_deal_move_it_once(world: World) -> None:
    boris = await world.colleague("Boris", Role.MANAGER)
    kalina = await world.colleague("Kalina", Role.OPERATOR)
    deal = await a_deal(world)
    for one in (boris, kalina):
        await one.says("/deals 1")

    await boris.taps("▶ Travellers' details")
    await kalina.taps("▶ Travellers' details")
    assert kalina.toast == "Deal #1 has moved on already: it is at “Travellers' details”."
    assert kalina.alert
    kalina.hears("Stage: Travellers' details")
    await kalina.taps("⋯ More")
    await kalina.taps("🕘 History")
    kalina.hears("Inquiry → Travellers' details, automatically", "New → Inquiry")
    assert [entry.actor for entry in await _history(world, deal)] == ["Boris", "Boris"]


async def test_who_may_not_move_a_deal_cannot_even_with_an_old_button(world: World) -> None:
    olga = await world.colleague("Olga", Role.OWNER)
    boris = await world.colleague("Boris", Role.MANAGER)
    ivan = await world.colleague("Ivan", Role.ACCOUNTANT)
    gergana = await world.colleague("Gergana", Role.GUIDE)
    eve = await world.person("Eve")
    deal = await a_deal(world)

    await ivan.says("/deals 1")
    ivan.sees("💶 Payments")
    ivan.sees_no("▶", "📄", "✉️")
    await ivan.taps("⋯ More")
    ivan.sees("🕘 History", "🎫 Voucher")
    ivan.sees_no("⏭", "✖ Close", "🤝", "🏷")
    for stranger in (gergana, eve):
        await stranger.says("/deals 1")
        stranger.hears("You are not allowed to do this.")
        stranger.hears_nothing_of("Maria Ivanova", "600.00")

    await boris.says("/deals 1")
    await olga.says("/staff")
    await olga.taps("👤 Boris")
    await olga.taps("✖ Boris leaves")
    await olga.taps("Yes, leaves")
    await boris.taps("▶ Travellers' details")
    assert boris.toast == "These buttons are out of date. Here is the current state."
    assert await with_deal(world, deal, lambda _desk, found: found.step_key) == "new"

    await olga.says("/deals 1")
    await olga.taps("▶ Travellers' details")
    olga.hears("Stage: Travellers' details")


async def test_losing_a_deal_tells_the_client_and_frees_the_seats(world: World) -> None:
    boris = await world.colleague("Boris", Role.MANAGER)
    anna = await world.person("Anna")
    await anna.says("/start")
    pavel = await world.person("Pavel")
    await pavel.says("/start")
    trip = await a_trip(world, replace(OHRID, seats=2))
    deal = await a_deal(world, client=anna, trip=trip)
    await a_place_in_line(world, trip, pavel, seats=1)
    assert await _taken(world, trip) == 2

    await boris.says("/deals 1")
    await boris.taps("⋯ More")
    await boris.taps("✖ Close the deal")
    await boris.shares(sticker="🐈")
    boris.hears("Please write it in words.", "Why is #1 · Anna")
    await boris.says("Her <b>cat</b> is ill")
    boris.hears("Reason: Her <b>cat</b> is ill", "The client will be told that the booking is closed.")
    await boris.taps("✖ Close the deal")
    boris.hears("Stage: Lost", "Why: Her <b>cat</b> is ill")
    assert await told(world, anna) == ["deal_closed {'deal': 1}"]
    await anna.looks()
    await anna.says("/mytrips")
    anna.hears("▸ This booking is closed.")
    anna.hears_nothing_of("left to pay", "Your contact", "In full", "Left to pay")
    assert await told(world, pavel) == ["seat_free {'trip': 1, 'place': 1}"]
    assert await _taken(world, trip) == 0

    await boris.taps("⋯ More")
    await boris.taps("🕘 History")
    boris.hears("Boris\nNew → closed", "Why: Her <b>cat</b> is ill")
    assert await with_deal(world, deal, lambda _desk, found: found.lost_reason) == "Her <b>cat</b> is ill"


async def test_a_colleague_takes_a_deal_over_and_moves_it_from_the_notice(world: World) -> None:
    boris = await world.colleague("Boris", Role.MANAGER)
    kalina = await world.colleague("Kalina", Role.OPERATOR)
    await world.colleague("Ivan", Role.ACCOUNTANT)
    await a_deal(world, responsible=boris)

    await boris.says("/deals 1")
    await boris.taps("🤝 Hand over")
    boris.hears("Responsible now: Boris.")
    boris.sees("Kalina · Operator")
    boris.sees_no("Ivan", "Boris")
    await boris.taps("Kalina · Operator")
    boris.hears("Responsible: Kalina")
    assert await told(world, kalina) == ["deal_assigned {'deal': 1, 'step': 'new'}"]

    await kalina.says("/deals")
    await kalina.taps("🗂")
    await kalina.taps("🙋 Only mine")
    kalina.hears("My deals", "1 open deal")
    await boris.says("/deals")
    await boris.taps("🗂")
    await boris.taps("🙋 Only mine")
    boris.hears("My deals", "0 open deals")

    await kalina.taps("▶ Travellers' details")
    kalina.hears("Stage: Travellers' details")
    await kalina.taps("▶ Travellers' details")
    assert kalina.toast == "Deal #1 has moved on already: it is at “Travellers' details”."
    kalina.hears("Stage: Travellers' details")
    await kalina.taps("📂 To the deal")
    kalina.hears("#1 · Honeymoon in Vienna")

    await boris.forges("n:1:advance")
    boris.hears_nothing_of("Stage")


async def test_a_tailor_made_deal_gets_its_price_in_the_chat(world: World) -> None:
    boris = await world.colleague("Boris", Role.MANAGER)
    zero = Money.zero("EUR")
    await a_deal(world, step="inquiry", price=zero, deposit=zero)

    await boris.says("/deals 1")
    boris.hears("⏳ a price", "Price: not set yet")
    boris.sees_no("💶 Record a payment")
    await boris.taps("💶 Price")
    boris.hears("what does it cost for everybody in total?")
    for refused, why in (
        ("lots", "I cannot read that as an amount."),
        ("-5", "An amount cannot be below zero."),
        ("0", "The amount must be above zero."),
        ("100 USD", "Amounts here are in EUR."),
        ("2000000", "That is too much: €1,000,000 at most"),
    ):
        await boris.says(refused)
        boris.hears(why, "what does it cost")
    await boris.says("1 850,50")
    boris.hears("How much of it is the deposit?")
    await boris.says("1850.51")
    boris.hears("The deposit cannot be above the price of €1,850.50", "How much of it is the deposit?")
    await boris.says("500")
    boris.hears("Price: €1,850.50", "Deposit: €500")
    await boris.taps("✅ Save")
    boris.hears("Stage: Travellers' details", "Price €1,850.50", "Deposit: €500")
    await boris.taps("⋯ More")
    await boris.taps("🕘 History")
    boris.hears("Price €1,850.50, deposit €500; before: €0 and —")


async def test_a_sum_that_is_overdue_is_marked(world: World) -> None:
    boris = await world.colleague("Boris", Role.MANAGER)
    await a_deal(world, trip=await a_trip(world), step="deposit")
    later(world, days=160)

    await boris.says("/deals 1")
    boris.hears("🔴 Deposit: €200 by 1 August, overdue", "In full: €600 by 1 October")
    boris.hears_nothing_of("October, overdue")


async def test_the_dialogues_of_closing_and_overriding_play_as_written(world: World) -> None:
    boris = await world.colleague("Boris", Role.MANAGER)
    anna = await world.person("Anna")
    await anna.says("/start")
    await a_deal(world, client=anna, trip=await a_trip(world), step="deposit")

    await boris.says("/deals 1")
    await play(override.__doc__, boris)
    await play(lose.__doc__, boris)


async def test_the_dialogue_of_a_price_plays_as_written(world: World) -> None:
    boris = await world.colleague("Boris", Role.MANAGER)
    await a_deal(world, client="Anna", title="Vienna")

    await boris.says("/deals 1")
    await play(price.__doc__, boris)
    boris.hears("Price €1,850.50", "Deposit: €500")


def _enter_anna_and_ivan(desk: Desk, deal: Deal) -> None:
    for name in ("Anna Petrova", "Ivan Petrov"):
        enter(deal, name, None, desk.now)


def _send_and_accept(desk: Desk, deal: Deal) -> None:
    for traveller in deal.travellers:
        send_photo(deal, traveller, DocumentState.ACCEPTED, desk.now)


async def _pays(staff: Person, amount: str) -> None:
    await staff.taps("💶 Payments")
    await staff.taps("💶 Record a payment")
    await staff.taps(amount)
    await staff.taps("Cash")
    await staff.taps("Today")
    await staff.taps("✅ Record it")


async def _history(world: World, deal: int) -> Sequence[HistoryEntry]:
    return await world.database.read(lambda unit: unit.repositories.history.of("deal", deal, 100))


async def _taken(world: World, trip: int) -> int:
    return await world.database.read(
        lambda unit: unit.repositories.trips.taken(unit.repositories.trips.get(trip))
    )


async def test_deals_open_on_those_that_need_one(world: World) -> None:
    boris = await world.colleague("Борис", Role.MANAGER, "bg")
    other = await world.colleague("Kalina", Role.OPERATOR)
    trip = await a_trip(world)
    await a_deal(world, client="Ready", trip=trip, responsible=boris, step="new")
    await a_deal(world, client="Waits", trip=trip, responsible=boris, step="payment")
    await a_deal(world, client="Theirs", trip=trip, responsible=other, step="new")
    lost = await a_deal(world, client="Gone", trip=trip, responsible=boris)
    await boris.says(f"/deals {lost}")
    await boris.taps("⋯")
    await boris.taps("✖ Закрий сделката")
    await boris.taps("Твърде скъпо")
    await boris.taps("✖")

    await boris.says("/deals")
    boris.sees("✓ 🙋 За мен", "🔴 Просрочени", "Всички", "🔒 Закрити", "🗂 По етапи")
    boris.hears("№ 1 · Ready")
    boris.hears_nothing_of("Waits", "Theirs", "Gone")
    await boris.taps("Всички")
    boris.hears("Ready", "Theirs", "Waits")
    boris.hears_nothing_of("Gone")
    await boris.taps("🔒 Закрити")
    boris.hears("✖ № 4 · Gone · Ohrid 29.10 · Твърде скъпо")
    await boris.taps("🔴 Просрочени")
    boris.hears("Няма просрочени.")
    await world.turn(timedelta(days=230))
    await boris.says("/deals")
    boris.hears("🔴 № 1 · Ready")
    await boris.taps("🔴 Просрочени")
    boris.hears("🔴 №", "Theirs")
    await boris.taps("💬 Чакат отговор")
    boris.hears("💬")
    await boris.taps("◀ Назад")
    boris.sees("✓ 🔴 Просрочени")
