"""The voucher on its way: sent, sent again, shown to staff, handed over where there is no Telegram."""

from domain.entities.people import Role
from tests.deals import a_deal, a_trip, later, told
from tests.papers import reading
from tests.people import Person
from tests.world import World


async def test_the_client_gets_the_voucher_once_and_once_more_when_asked(world: World) -> None:
    boris = await world.colleague("Boris", Role.MANAGER)
    kalina = await world.colleague("Kalina", Role.OPERATOR)
    anna = await world.person("Anna")
    await anna.says("/start")
    await a_deal(world, client=anna, trip=await a_trip(world), step="voucher", travellers=["Anna Petrova"])

    for one in (boris, kalina):
        await one.says("/deals 1")
        one.sees("📨 Send the voucher")
    await boris.taps("📨 Send the voucher")
    assert boris.toast == "The voucher is on its way to Anna."
    boris.hears("⏳ the departure notice on 28 October")
    boris.sees("📣 Departure")
    boris.sees_no("▶ Notified")
    await kalina.taps("📨 Send the voucher")
    assert kalina.toast.startswith("The voucher was already sent on 1 March")
    assert await told(world, anna) == ["voucher {'deal': 1}"]
    await anna.looks()
    assert await _papers(anna) == ["voucher-1.pdf"]

    later(world, hours=1)
    await kalina.taps("⋯ More")
    await kalina.taps("🎫 Voucher")
    kalina.hears("Sent to Anna on 1 March", "⚠️ €600 left to pay.")
    await kalina.taps("📨 Send it again")
    assert await told(world, anna) == ["voucher {'deal': 1}"] * 2

    await anna.says("/menu")
    await anna.taps("🧳 My trip")
    await anna.taps("🎫 Voucher again")
    anna.hears("🎫 Ohrid 29.10", "[voucher-1.pdf]")
    assert len(await _papers(anna)) == 3
    await kalina.says("/deals 1")
    await kalina.taps("⋯ More")
    await kalina.taps("🕘 History")
    kalina.hears("Anna\nAsked for the voucher again", "Kalina\nVoucher sent again", "Boris\nVoucher sent")


async def test_staff_see_the_paper_in_the_language_of_the_client(world: World) -> None:
    ivan = await world.colleague("Ivan", Role.ACCOUNTANT)
    mei = await world.person("Mei", "zh")
    await mei.says("/start")
    await a_deal(world, client=mei, trip=await a_trip(world))

    await ivan.says("/deals 1")
    await ivan.taps("⋯ More")
    await ivan.taps("🎫 Voucher")
    ivan.hears("Not sent to Mei yet.")
    ivan.sees_no("📨")
    await ivan.taps("🎫 Show the voucher")
    ivan.hears("🎫 Ohrid 29.10", "[voucher-1.pdf]")
    paper = await _newest_paper(ivan)
    for words in ("出行凭证", "Mei", "10月29日", "06:30", "Sofia, NDK car park", "€600"):
        assert words.replace(" ", "") in paper.replace(" ", "")
    assert await told(world, mei) == []


async def test_before_its_stage_it_goes_out_only_with_a_reason(world: World) -> None:
    boris = await world.colleague("Boris", Role.MANAGER)
    kalina = await world.colleague("Kalina", Role.OPERATOR)
    anna = await world.person("Anna")
    await anna.says("/start")
    await a_deal(world, client=anna, step="payment")

    await kalina.says("/deals 1")
    await kalina.taps("⋯ More")
    await kalina.taps("🎫 Voucher")
    kalina.sees_no("📨")
    await boris.says("/deals 1")
    await boris.taps("⋯ More")
    await boris.taps("🎫 Voucher")
    await boris.taps("📨 Send early")
    boris.hears("The deal is not at the voucher stage yet. Why send it now?")
    await boris.says("Her bank needs it for the loan")
    assert await told(world, anna) == ["voucher {'deal': 1}"]
    await boris.taps("⋯ More")
    await boris.taps("🕘 History")
    boris.hears("Boris\nVoucher sent", "Why: Her bank needs it for the loan")


async def test_who_has_no_telegram_gets_it_by_hand(world: World) -> None:
    boris = await world.colleague("Boris", Role.MANAGER)
    await a_deal(world, client="Maria Ivanova", step="voucher")

    await boris.says("/deals 1")
    boris.sees_no("📨 Send the voucher")
    boris.sees("🎫 Handed over")
    await boris.taps("⋯ More")
    await boris.taps("🎫 Voucher")
    boris.hears("Not sent to Maria Ivanova yet.", "📵 Cannot be reached on Telegram")
    boris.sees_no("📨")
    await boris.taps("🎫 Show the voucher")
    boris.hears("🎫 Honeymoon in Vienna", "[voucher-1.pdf]")
    await boris.taps("🎫 Handed over")
    assert boris.toast == "Noted: Maria Ivanova has the voucher."
    boris.hears("Stage: Notified")


async def test_a_client_who_blocked_us_is_not_written_to(world: World) -> None:
    boris = await world.colleague("Boris", Role.MANAGER)
    anna = await world.person("Anna")
    await anna.says("/start")
    await a_deal(world, client=anna, step="voucher")
    await boris.says("/deals 1")
    boris.sees("📨 Send the voucher")

    await world.post(f"/sim/people/{anna.id}/block", {})
    await world.settle()
    await boris.taps("📨 Send the voucher")
    assert boris.toast.startswith("Anna cannot be reached on Telegram. Please call: +359 88 812")
    boris.hears("📵 Has blocked us: please call.")
    boris.sees_no("📨 Send the voucher")
    assert await told(world, anna) == []
    await boris.taps("⋯ More")
    await boris.taps("🎫 Voucher")
    boris.sees("🎫 Handed over")


async def _papers(person: Person) -> list[str]:
    return [message["file"]["name"] for message in person.chat if message.get("file")]


async def _newest_paper(person: Person) -> str:
    """The words of the last PDF that came."""
    files = [message["file"] for message in person.chat if message.get("file")]
    return reading.words(await person.world.download(files[-1]["url"])).replace("\u00a0", " ")
