"""The whole way of one coach trip, as the agency lives it: from the owner's first link to the list for the guide.

Olga owns the agency, Boris sells, Kalina sits at the phone. Анна travels with her husband and their child, Mei taps the
trip's link, Pavel phones, and Emily's words are forwarded. Each part below begins where the one above it ended.
"""

from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from domain.entities.people import Role
from domain.values.language import Language
from locales import Voice, _, n_
from locales.terms.documents import PAPER_REASONS
from tests.dialogues import play
from tests.papers import reading
from tests.people import Person
from tests.stories.test_participants import newest_file, sheet_cells
from tests.stories.test_passports import PDF, photo
from tests.world import World

SOFIA = ZoneInfo("Europe/Sofia")
OHRID = "Ohrid 29.10"
README = Path(__file__).parents[2] / "README.md"
THE_DAY_BEFORE = datetime(2027, 10, 28, 6, 30, tzinfo=SOFIA)


@dataclass
class Tongue:
    """A language a client speaks: the house's English sentences as they appear on that client's phone."""

    language: Language

    def __call__(self, english: str, plural: str | None = None, **facts: object) -> str:
        words = n_(english, plural) if plural else _(english)
        return Voice(self.language, SOFIA, date(2027, 3, 1)).plain(words(**facts))


RU, ZH = Tongue(Language.RUSSIAN), Tongue(Language.CHINESE)


@dataclass
class Cast:
    """Everybody of the story."""

    world: World
    olga: Person
    boris: Person
    kalina: Person
    anna: Person
    mei: Person
    emily: Person
    join_link: str = ""


async def test_the_ohrid_trip(world: World) -> None:
    cast = await the_owner_lets_her_staff_in(world)
    await boris_puts_up_the_trip(cast)
    await people_ask_in_five_ways(cast)
    await inquiries_become_deals(cast)
    await boris_works_down_the_new_ones(cast)
    await annas_family_is_entered(cast)
    await passports_are_sent_and_checked(cast)
    await money_comes_to_the_cent(cast)
    await vouchers_go_out(cast)
    await the_day_before(cast)
    await the_time_changes(cast)
    await who_travels(cast)
    await one_cancels(cast)


async def the_owner_lets_her_staff_in(world: World) -> Cast:
    olga = await world.colleague("Olga", Role.OWNER)
    olga.hears("Welcome to Tourdesk! You are now: Owner.")
    boris, kalina = await world.person("Boris"), await world.person("Kalina")
    for colleague, role in ((boris, "Manager"), (kalina, "Operator")):
        await olga.says("/staff")
        await olga.taps("➕ Invite somebody")
        await olga.taps(f"➕ Invite: {role}")
        await colleague.says(f"/start {olga.link()}")
        colleague.hears(f"You are now: {role}.")
        await colleague.says("/menu")
    boris.sees("➕ New trip")
    kalina.sees("☎️ Take an inquiry")
    kalina.sees_no("➕ New trip", "👥 Staff")
    anna = await world.person("Анна", "ru")
    mei = await world.person("Mei", "zh", phone="+8613800200203")
    emily = await world.person("Emily")
    for client in (anna, mei, emily):
        await client.says("/start")
    return Cast(world, olga, boris, kalina, anna, mei, emily)


async def boris_puts_up_the_trip(cast: Cast) -> None:
    boris = cast.boris
    await boris.taps("➕ New trip")
    await boris.says("Ohrid")
    await boris.taps("🚌 Coach")
    await boris.says("31.02.2027")
    boris.hears("There is no such day", "Which day does it leave?")
    await boris.says("29.10.2027")
    await boris.says("06:30")
    await boris.says("Sofia, NDK car park")
    await boris.shares(location={"latitude": 42.6847, "longitude": 23.3189})
    await boris.taps("3 days later")
    await boris.says("5")
    await boris.says("300")
    await boris.taps("€90")
    await boris.says("Passport, warm jacket")
    await boris.taps("✅ As usual")
    boris.hears(
        OHRID,
        "Friday 29 October, 06:30",
        "NDK car park · map",
        "Back on 1 November",
        "5 seats",
        "deposit €90",
        "Documents by 29 September, deposit by 8 October",
    )
    await boris.taps("✅ Save")
    boris.hears(OHRID, "0 of 5 seats taken")
    await boris.taps("🔗 Join link")
    cast.join_link = boris.link()


async def people_ask_in_five_ways(cast: Cast) -> None:
    anna, mei, kalina = cast.anna, cast.mei, cast.kalina
    await anna.taps(RU("🏝 Ask for a tour"))
    await anna.says("Лиссабон, июль, двое")
    await anna.taps("Анна")
    await anna.says("+7 916 123-45-67")
    await anna.says("у моря")
    await anna.taps(RU("✅ Send"))
    anna.hears("Ваша заявка принята: Лиссабон, июль, 2 человека.")
    await anna.says("/tour")
    await anna.taps(RU("👥 For a group"))
    await anna.says("Хор «Весна»")
    await anna.says("Охрид")
    await anna.taps(RU("Skip"))
    await anna.says("25")
    await anna.taps(RU("✅ Send"))
    anna.hears("Ваша заявка принята: Охрид, 25 человек.")

    await mei.says(f"/start {cast.join_link}")
    mei.hears(OHRID, "€300")
    await mei.taps("1")
    await mei.taps("Mei")
    await mei.shares(contact=True)
    await mei.taps(ZH("✅ Send"))
    mei.hears("已收到您的咨询：", OHRID)

    await kalina.says("/inquiry")
    await kalina.says("Pavel Ivanov")
    await kalina.says("0888 765 432")
    await kalina.taps(f"{OHRID} · 5 free")
    await kalina.taps("1")
    await kalina.taps("✅ Save")
    kalina.hears("#4", "Pavel Ivanov", "not on Telegram", OHRID)

    await kalina.says("Is there a seat to Ohrid for me?", forward_from={"user": cast.emily.id})
    await kalina.taps("📥 Take an inquiry from Emily")
    await kalina.taps("Skip")
    await kalina.taps(OHRID)
    await kalina.taps("1")
    await kalina.taps("✅ Save")
    kalina.hears("#5", "Emily", "Is there a seat to Ohrid for me?")
    await cast.boris.looks()
    cast.boris.hears("Inquiry #1", "Анна", "Лиссабон", "Inquiry #3", "Mei", "Inquiry #5", "Entered by Kalina")


async def inquiries_become_deals(cast: Cast) -> None:
    boris, kalina, emily = cast.boris, cast.kalina, cast.emily
    await kalina.says("/deal")
    await kalina.says("анна")
    await kalina.taps("Анна · +7 916")
    await kalina.taps(f"{OHRID} · 5 free")
    await kalina.taps("3")
    kalina.hears("Client: Анна", "People: 3", "Price: €900", "Deposit: €270")
    await kalina.taps("✅ Open the deal")
    kalina.hears("Deal #1 is open.", OHRID)
    await boris.looks()
    boris.hears("Deal #1 is yours", "Анна, +7 916", f"{OHRID} · 3 seats")
    await cast.anna.looks()
    cast.anna.hears(
        OHRID,
        "№ 1",
        RU("Your contact is {name}: just write here. We will tell you about every step.", name="Boris"),
    )

    await deal_of_inquiry(kalina, 4)
    kalina.hears("Deal #2 is open.")
    await kalina.says("/inquiries")
    await kalina.taps("#5 ")
    await deal_of_inquiry(boris, 3)
    boris.hears("Deal #3 is open.", "Mei")
    await kalina.taps("➕ Open a deal")
    kalina.hears(f"{OHRID} is sold out.", "Emily wants 1 seat.")
    await kalina.taps("🕐 Waiting list: Emily")
    assert kalina.toast == "Emily is number 1 on the waiting list."
    await emily.says(f"/start {cast.join_link}")
    emily.hears(OHRID, "Sold out")


async def deal_of_inquiry(who: Person, number: int) -> None:
    """One tap from the inquiry to the deal: Boris is responsible, he is the only manager."""
    await who.says("/inquiries")
    await who.taps(f"#{number} ")
    await who.taps("➕ Open a deal")


async def boris_works_down_the_new_ones(cast: Cast) -> None:
    boris, kalina, emily = cast.boris, cast.kalina, cast.emily
    await boris.says("/deals")
    await boris.taps("🗂")
    await boris.taps("Documents · 1")
    boris.hears("#3 · Mei")
    await boris.taps("◀ Deals")
    await boris.taps("New · 2")
    await boris.taps("#2 · Pavel Ivanov")
    boris.hears("Pavel Ivanov", "Not on Telegram: please call.")
    await boris.taps("⋯ More")
    await boris.taps("✖ Close the deal")
    await boris.taps("Too expensive")
    await boris.taps("✖ Close the deal")
    boris.hears("Lost", "Too expensive")
    await emily.looks()
    emily.hears(OHRID, "1 seat")
    await emily.taps("✅ Yes, please")
    emily.hears(OHRID, "#4")
    await kalina.looks()

    await boris.says("/deals")
    await boris.taps("🗂")
    await boris.taps("New · 2")
    await boris.taps("#1 · Анна")
    await boris.taps("▶ Travellers' details")
    assert boris.toast == "#1 is now at “Travellers' details”."
    boris.sees_no("▶ ")
    boris.hears("Travellers' details", "⏳")
    await boris.taps("Next in New ▶")
    boris.hears("#4", "Emily")
    await boris.says("/deals 3")
    boris.hears("#3", "Mei")
    await boris.taps("⋯ More")
    await boris.taps("⏭ Move on anyway")
    await boris.says("She sends her passport today")
    boris.hears("#3 is now at “Passport photos”.")
    await boris.taps("⋯ More")
    await boris.taps("🕘 History")
    boris.hears("Travellers' details → Passport photos", "She sends her passport today")


async def annas_family_is_entered(cast: Cast) -> None:
    anna, boris = cast.anna, cast.boris
    await anna.looks()
    await anna.taps(RU("✍️ Add travellers"))
    for who, name, born, passport in (
        ("🙋 Myself", "Anna Petrova", "17.05.1985", "75 1234567"),
        ("💍 Husband or wife", "Ivan Petrov", "02.11.1983", "75 7654321"),
        ("🧒 Child", "Mila Petrova", "30.06.2017", "75 1111111"),
    ):
        await anna.taps(RU(who))
        await anna.says(name)
        await anna.says(born)
        await anna.says(passport)
        await anna.says("17.05.2031")
        await anna.taps(RU("✅ Save"))
        anna.hears(name)
        if name != "Mila Petrova":
            await anna.taps("➕")
    await boris.looks()
    boris.hears("Deal #1: travellers added", "Travelling: Anna Petrova, Ivan Petrov and Mila Petrova")
    boris.hears("Stage: Passport photos")
    boris.sees("📂 To the deal")
    boris.sees_no("▶")


async def passports_are_sent_and_checked(cast: Cast) -> None:
    anna, boris = cast.anna, cast.boris
    await anna.looks()
    await anna.says("/mytrips")
    await anna.taps(RU("📷 Passport: {name}", name="Anna Petrova"))
    await anna.shares(document={"name": "visa.docx", "mime": "application/msword"})
    anna.hears("visa.docx")
    await anna.sends(photo("anna"), photo=True)
    await anna.taps(RU("📷 Next: {name}", name="Ivan Petrov"))
    await anna.sends(("ivan.pdf", "application/pdf", PDF))
    await anna.taps(RU("📷 Next: {name}", name="Mila Petrova"))
    await anna.sends(photo("mila"), photo("mila, second page"), photo=True)
    await anna.taps(RU("✅ Done"))
    await boris.looks()
    boris.hears("Анна has sent documents", "#1")
    boris.hears("to check: 4")
    [hers] = [one for one in boris.chat if one["file"] and "📄 Anna Petrova" in one["text"]]
    await boris.taps("❌ Reject", message_id=hers["message_id"])
    await boris.taps("Blurred")
    for _paper in range(3):
        await boris.taps("✅ Accept")

    await anna.looks()
    anna.hears(OHRID, "Anna Petrova", RU(PAPER_REASONS["blurred"].english))
    await anna.taps(RU("📷 Send again"))
    await anna.sends(photo("anna, sharp"), photo=True)
    await anna.taps(RU("✅ Done"))
    await boris.looks()
    await boris.taps("✅ Accept")
    boris.hears("All passports of #1 are accepted.", "Passports: 3 accepted\n")
    boris.hears("Stage: Deposit", "the deposit of €270")


async def money_comes_to_the_cent(cast: Cast) -> None:
    anna, boris = cast.anna, cast.boris
    await anna.looks()
    anna.hears(OHRID, "270 €")
    await pays(boris, "269,99", "Bank transfer")
    boris.hears("€0.01 of the deposit")
    boris.sees_no("▶ Full payment")
    await pays(boris, "0.01", "Cash")
    boris.hears("Recorded: €0.01. Paid €270, left to pay €630.", "Stage: Full payment")
    await boris.taps("💶 Payments")
    await boris.taps("💶 Record a payment")
    await boris.says("630.01")
    boris.hears("Only €630 is left to pay", "How much arrived?")
    await boris.taps("Left to pay: €630")
    await boris.taps("Card")
    await boris.taps("Today")
    await boris.taps("✅ Record it")
    boris.hears("Paid €900, left to pay €0.")
    await anna.looks()
    anna.hears("630 €", RU("All paid."))


async def pays(boris: Person, amount: str, how: str) -> None:
    await boris.taps("💶 Payments")
    await boris.taps("💶 Record a payment")
    await boris.says(amount)
    await boris.taps(how)
    await boris.taps("Today")
    await boris.taps("✅ Record it")


async def vouchers_go_out(cast: Cast) -> None:
    anna, boris = cast.anna, cast.boris
    await boris.taps("📨 Send the voucher")
    boris.hears("the departure notice on 28 October")
    boris.sees_no("▶ Notified")
    await anna.looks()
    anna.hears(OHRID, "[voucher-1.pdf]")
    await anna.taps(RU("🧳 My trip"))
    await anna.taps(RU("🎫 Voucher again"))
    page = reading.words(await newest_file(cast.world, anna))
    for words in (
        OHRID,
        "Anna Petrova",
        "Ivan Petrov",
        "Mila Petrova",
        "06:30",
        "Sofia, NDK car park",
        "октября",
    ):
        assert words in page, words
    assert "October" not in page


async def the_day_before(cast: Cast) -> None:
    anna, mei, emily = cast.anna, cast.mei, cast.emily
    boris, kalina = cast.boris, cast.kalina
    await cast.world.post(f"/sim/people/{mei.id}/block", {})
    await cast.world.turn(THE_DAY_BEFORE)
    await anna.looks()
    anna.hears(
        "29 октября",
        "06:30",
        "Sofia, NDK car park",
        "Passport, warm jacket",
        RU("Are you coming? Please confirm."),
    )
    assert anna.chat[-1]["location"] == {"latitude": 42.6847, "longitude": 23.3189}
    await anna.taps(RU("✅ I'll be there"))
    anna.hears("29 октября", "06:30")
    await emily.taps("💬 I have a question")
    await emily.says("May I bring a big suitcase?")
    await kalina.looks()
    kalina.hears("Emily", OHRID, "May I bring a big suitcase?")
    await kalina.taps("✉️ Answer")
    await kalina.says("Yes, one each.")
    await emily.looks()
    emily.hears("Kalina", "Yes, one each.")
    await boris.looks()
    boris.hears("1 client could not be reached", "Mei, +86 138 0020 0203")

    await boris.says("/trips")
    await boris.taps("Ohrid 29.10")
    await boris.taps("📣 Departure")
    boris.hears(
        "Will be there: 3 seats", "Анна", "not confirmed yet: 1 seat", "Emily", "Not reached", "Mei, +"
    )
    await boris.taps("☎️ Told by phone: Mei")
    boris.hears_nothing_of("Not reached")
    await boris.says("/deals 1")
    boris.hears("Stage: Notified")


async def the_time_changes(cast: Cast) -> None:
    boris = cast.boris
    await boris.says("Ohrid")
    await boris.taps("✏️ Change")
    await boris.taps("🕒 Time")
    await boris.says("06:00")
    await boris.taps("✅ Save")
    for client, day in ((cast.anna, "29 октября"), (cast.emily, "29 October")):
        await client.looks()
        client.hears("Ohrid", day, "06:00")
    await boris.taps("📣 Departure")
    boris.hears("not confirmed yet: 4 seats")
    await cast.anna.taps(RU("✅ I'll be there"))
    await boris.taps("🔄 Refresh")
    boris.hears("Will be there: 3 seats")


async def who_travels(cast: Cast) -> None:
    kalina = cast.kalina
    await kalina.says(f"participants of {OHRID}")
    kalina.hears("5 people, 5 seats in all", "€900 of €1,500 paid, €600 left to pay", "3. Mila Petrova")
    kalina.hears_nothing_of("Pavel")
    await kalina.taps("📊 XLSX")
    cells = sheet_cells(await newest_file(cast.world, kalina))
    assert {"Anna Petrova", "Ivan Petrov", "Mila Petrova", "Emily", "Mei"} <= cells
    await kalina.taps("📄 PDF")
    page = reading.words(await newest_file(cast.world, kalina))
    assert "Ivan Petrov" in page
    assert "In all 1,500.00 900.00 600.00" in page
    await kalina.taps("Notified · 3")
    kalina.hears("3 people", "Mila Petrova")
    kalina.hears_nothing_of("Emily")


async def one_cancels(cast: Cast) -> None:
    boris, kalina = cast.boris, cast.kalina
    await boris.says("/deals 1")
    await boris.taps("📄 Documents")
    await boris.taps("👤 Mila Petrova")
    await boris.taps("✖ Not travelling")
    await boris.taps("Yes, not travelling")
    await kalina.says(f"/participants {OHRID}")
    kalina.hears("4 people, 5 seats in all")
    kalina.hears_nothing_of("Mila")
    await kalina.taps("📊 XLSX")
    assert "Mila Petrova" not in sheet_cells(await newest_file(cast.world, kalina))


async def test_as_the_first_page_tells_it(world: World) -> None:
    olga = await world.colleague("Olga", Role.OWNER)
    kalina = await world.colleague("Kalina", Role.OPERATOR)
    boris, mei = await world.person("Boris"), await world.person("Mei")

    async def boris_opens_the_link() -> None:
        await boris.says(f"/start {olga.link()}")

    async def mei_opens_the_trip() -> None:
        await boris.taps("🔗 Join link")
        await mei.says(f"/start {boris.link()}")

    acts = {
        "opens the link": boris_opens_the_link,
        "sends the place as a pin": lambda: boris.shares(
            location={"latitude": 42.6847, "longitude": 23.3189}
        ),
        "opens the trip's link": mei_opens_the_trip,
        "sends a photo": lambda: mei.sends(photo("mei"), photo=True),
        "the day before, 06:30 in Sofia": lambda: world.turn(THE_DAY_BEFORE),
    }
    story = README.read_text().partition("## The story")[2].partition("\n## ")[0]
    await play(story, olga, boris, kalina, mei, acts=acts)
