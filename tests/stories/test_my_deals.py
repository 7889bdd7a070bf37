"""The client's own trips: the card, the way to it, and what nobody else gets to see."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime

import pytest

from bot.flows.clients import my_phone
from domain.entities.deals import Deal
from domain.entities.documents import Document, DocumentKind, DocumentState
from domain.entities.payments import Payment, PaymentMethod
from domain.entities.people import Role
from domain.entities.travellers import Traveller
from domain.ports.desk import Desk
from domain.queries.my_deals import mine
from domain.values.refusals import Refusal
from tests.deals import a_deal, a_trip, with_deal
from tests.dialogues import play
from tests.things import a_file, eur
from tests.world import World


def paid(amount: float) -> Callable[[Desk, Deal], None]:
    def work(desk: Desk, deal: Deal) -> None:
        deal.payments.append(Payment(eur(amount), PaymentMethod.BANK, desk.today, None, desk.now))

    return work


def paper(deal: Deal, traveller: Traveller, state: DocumentState, now: datetime) -> Document:
    """A passport photo, in our own store already."""
    kind, reason = DocumentKind.PASSPORT, "blurred" if state is DocumentState.REJECTED else None
    return Document(deal, kind, a_file(now, f"photo of {traveller.name}", "0" * 64), traveller, state, reason)


async def test_the_card_says_everything_and_the_next_step_comes_first(world: World) -> None:
    boris = await world.colleague("Boris", Role.MANAGER)
    anna = await world.person("Anna")
    await anna.says("/start")
    anna.sees_no("🧳 My trips")
    trip = await a_trip(world)
    number = await a_deal(world, client=anna, trip=trip, step="documents.data", responsible=boris)

    await anna.says("/start")
    await anna.taps("🧳 My trips")
    anna.hears(
        "Ohrid 29.10",
        "Friday 29 October, 06:30",
        "Sofia, NDK car park",
        "Back on Monday 1 November",
        "We are waiting for the travellers' details.",
        "2 travellers left to add",
        "Price €600 · paid €0 · left to pay €600",
        "Deposit: €200 by 1 August",
        "Your contact: Boris",
    )
    assert anna.buttons[0] == "✍️ Traveller 1 of 2"
    anna.sees("💬 Ask a question")
    anna.sees_no("🎫 Voucher again", "👥 Travellers")

    await with_deal(world, number, paid(250))
    await anna.says("/mytrips")
    anna.hears("paid €250 · left to pay €350", "Left to pay: €350 by 1 October")
    anna.hears_nothing_of("Deposit")

    await with_deal(world, number, paid(350))
    await anna.says("/mytrips")
    anna.hears("paid €600 · left to pay €0")
    anna.hears_nothing_of("Left to pay")


async def test_every_stage_has_words_of_the_clients(world: World) -> None:
    anna = await world.person("Anna")
    await anna.says("/start")
    told = {
        "new": "Your booking is in progress",
        "inquiry": "We are preparing your trip.",
        "documents.data": "We are waiting for the travellers' details.",
        "documents.sent": "We are waiting for the passport photos.",
        "documents.received": "We are checking the passports.",
        "deposit": "We are waiting for your deposit.",
        "payment": "We are waiting for the payment.",
        "voucher": "We are waiting for the payment.",
        "notified": "Have a good trip!",
        "own_stage_of_the_owner": "We are arranging your trip.",
    }
    number = await a_deal(world, client=anna)
    for step, words in told.items():

        def move(_desk: Desk, deal: Deal, step: str = step) -> None:
            deal.step_key = step

        await with_deal(world, number, move)
        await anna.says("/mytrips")
        anna.hears(words)


async def test_what_is_paid_is_not_waited_for(world: World) -> None:
    """Words follow the balance, not the stage."""
    anna = await world.person("Anna")
    await anna.says("/start")
    number = await a_deal(world, client=anna)

    def pays(desk: Desk, deal: Deal) -> None:
        deal.payments.append(Payment(deal.price, PaymentMethod.CASH, desk.today, None, desk.now))

    await with_deal(world, number, pays)
    for step, words in (
        ("deposit", "Your deposit has arrived."),
        ("payment", "All paid. We are preparing your voucher."),
        ("voucher", "All paid. Your voucher will arrive here."),
    ):

        def move(_desk: Desk, deal: Deal, step: str = step) -> None:
            deal.step_key = step

        await with_deal(world, number, move)
        await anna.says("/mytrips")
        anna.hears(words)
        anna.hears_nothing_of("We are waiting for")


async def test_how_each_travellers_papers_stand(world: World) -> None:
    anna = await world.person("Anna")
    await anna.says("/start")
    number = await a_deal(world, client=anna, seats=4, travellers=["Anna", "Ivan", "Ada", "Petar"])

    def papers(desk: Desk, deal: Deal) -> None:
        states = [DocumentState.ACCEPTED, DocumentState.SENT, DocumentState.REJECTED]
        for traveller, state in zip(deal.travellers, states, strict=False):
            deal.documents.append(paper(deal, traveller, state, desk.now))

    await with_deal(world, number, papers)
    await anna.says("/mytrips")
    anna.hears(
        "✅ Anna · passport accepted",
        "⏳ Ivan · passport being checked",
        "❌ Ada · passport: the photo is blurred.",
        "✍️ Petar · passport photo needed",
    )
    assert anna.buttons[:2] == ["📷 Passport: Ada", "📷 Passport: Petar"]


async def test_several_trips_and_a_closed_one(world: World) -> None:
    anna = await world.person("Anna")
    await anna.says("/start")
    await a_deal(
        world, client=anna, title="Vienna 2025", step="travelled", closed_at=world.sandbox.clock.now()
    )
    await a_deal(world, client=anna, title="Lisbon 2028")
    await anna.says("/mytrips")
    anna.hears("Lisbon 2028: Your booking is in progress", "Vienna 2025: This trip is over.")
    await anna.taps("📁 Vienna 2025")
    anna.hears("This trip is over.")
    anna.sees_no("✍️ Traveller", "📷")
    await anna.taps("🧳 My trips")
    await anna.taps("🧳 Lisbon 2028")
    anna.sees("✍️ Traveller 1 of 2")


async def test_nobody_elses_trip_is_ever_shown(world: World) -> None:
    anna, eve = await world.person("Anna"), await world.person("Eve")
    await anna.says("/start")
    await eve.says("/mytrips")
    eve.hears("You have no trips with us yet.")
    number = await a_deal(world, client=anna, title="Lisbon 2028")
    await a_deal(world, client=eve, title="Vienna 2028")

    await eve.says("/mytrips")
    eve.hears("Vienna 2028")
    eve.hears_nothing_of("Lisbon")
    await anna.says("/mytrips")
    data = anna.last["buttons"][0][0]["callback_data"]
    await eve.forges(data, eve.last["message_id"])
    eve.hears_nothing_of("Lisbon")

    def foreign(desk: Desk, _deal: Deal) -> list[tuple[str, str]]:
        told = []
        person = desk.repositories.people.by_telegram_id(eve.id)
        assert person is not None
        there = replace(
            desk, actor=replace(desk.actor, person=person, client=desk.repositories.clients.of(person))
        )
        for wanted in (number, 99_999):
            try:
                mine(there, wanted)
            except Refusal as refusal:
                told.append((type(refusal).__name__, refusal.kind))
        return told

    assert await with_deal(world, number, foreign) == [("NotFound", "not_found")] * 2


def no_phone(_desk: Desk, deal: Deal) -> None:
    deal.client.phone = None


async def test_a_client_without_a_phone_leaves_one(world: World) -> None:
    anna = await world.person("Anna", phone="+359888123456")
    await anna.says("/start")
    number = await a_deal(world, client=anna)
    await with_deal(world, number, no_phone)
    await anna.says("/mytrips")
    await anna.taps("📱 Leave my number")
    await anna.says("my number")
    anna.hears("That does not look like a phone number.")
    await play(my_phone.__doc__, anna)
    anna.hears("Thank you.", "Honeymoon in Vienna")
    anna.sees_no("📱 Leave my number")
    assert await with_deal(world, number, lambda _desk, deal: deal.client.phone) == "+359888123456"


@pytest.mark.parametrize(
    ("language", "key", "wrong", "hint", "typed", "number"),
    [
        ("ru", "📱 Оставить номер", "мой", "+7 916 123-45-67", "8 916 123-45-67", "+79161234567"),
        ("zh", "📱 留下我的电话", "电话", "+86 138 0020 0203", "13800200203", "+8613800200203"),
        ("en", "📱 Leave my number", "13012345678", "several countries", "+1 3012345678", "+13012345678"),
    ],
)
async def test_a_phone_is_read_as_at_home(
    world: World, language: str, key: str, wrong: str, hint: str, typed: str, number: str
) -> None:
    anna = await world.person("Anna", language)
    await anna.says("/start")
    deal = await a_deal(world, client=anna)
    await with_deal(world, deal, no_phone)
    await anna.says("/mytrips")
    await anna.taps(key)
    await anna.says(wrong)
    anna.hears("⚠️", hint)
    await anna.says(typed)
    assert await with_deal(world, deal, lambda _desk, found: found.client.phone) == number


async def test_the_voucher_comes_once_more(world: World) -> None:
    anna = await world.person("Anna")
    await anna.says("/start")
    await a_deal(
        world,
        client=anna,
        step="voucher",
        travellers=["Anna", "Ivan"],
        voucher_sent_at=world.sandbox.clock.now(),
    )
    await anna.says("/mytrips")
    anna.hears("you have your voucher")
    await anna.taps("🎫 Voucher again")
    anna.hears("voucher-1.pdf")


async def test_the_first_screen_begins_with_what_is_next(world: World) -> None:
    """Bulgarian and English: the line says what is due, the first button does it, and nothing contradicts the balance."""
    boris = await world.colleague("Boris", Role.MANAGER)
    anna = await world.person("Анна", "bg")
    await anna.says("/start")
    anna.sees_no("🧳")
    trip = await a_trip(world)
    await anna.says("/start")
    assert anna.buttons[:2] == ["🏝 Запитване за пътуване", "🚌 Нашите пътувания"]
    await anna.taps("🚌 Нашите пътувания")
    anna.hears("Ohrid · петък, 29 октомври", "остават 45 места")
    await anna.taps("🚌 Ohrid")
    anna.hears("Колко места")

    number = await a_deal(
        world, client=anna, trip=trip, seats=1, travellers=["Анна"], step="documents.sent", responsible=boris
    )
    await anna.says("/start")
    anna.hears("Ohrid 29.10: Капаро:")
    assert anna.buttons[1].startswith("💶 Плащане: ")  # the flow that was left open comes first
    await anna.taps("💶 Плащане")
    anna.hears(f"резервация № {number}")
    await pays(world, number)
    await anna.says("/start")
    anna.hears("Ohrid 29.10: Чакаме снимките на паспортите.")
    assert anna.buttons[1] == "📷 Паспорт: Анна"
    await anna.says("/language")
    await anna.taps("English")
    anna.hears("Ohrid 29.10: We are waiting for the passport photos.")


async def pays(world: World, number: int) -> None:
    """All of it."""

    def work(desk: Desk, deal: Deal) -> None:
        deal.payments.append(Payment(deal.price, PaymentMethod.BANK, desk.today, None, desk.now))

    await with_deal(world, number, work)
