"""From a call or a message to a deal."""

from tests.deals import a_deal, a_trip
from tests.stories.asking import a_join_link
from tests.taps.cast import a_client, a_manager, an_operator, asks_for_lisbon
from tests.taps.counting import Cost, Counted, counted
from tests.taps.jobs import job
from tests.world import World


@job("phone inquiry of an individual", before="8 (5 T + 3 W)", now=Cost(2, 3), aim=6)
async def phone_inquiry_usual(world: World) -> Counted:
    kalina = await counted(await an_operator(world))
    await kalina.says("/inquiry")
    await kalina.says("Pavel Ivanov")
    await kalina.says("0888 765 432")
    await kalina.says("Istanbul in June, 2 people")
    await kalina.taps("✅ Save")
    kalina.hears("Inquiry #1 saved.", "Istanbul", "June")
    return kalina


@job("phone inquiry, each question by itself", before="8 (5 T + 3 W)", now=Cost(4, 2), aim=6)
async def phone_inquiry_asked(world: World) -> Counted:
    kalina = await counted(await an_operator(world))
    await kalina.says("/inquiry")
    kalina.hears("Name and phone number")
    await kalina.says("Pavel Ivanov 0888 765 432")
    await kalina.says("Istanbul")
    await kalina.taps("June")
    await kalina.taps("2")
    await kalina.taps("✅ Save")
    kalina.hears("Inquiry #1 saved.", "Pavel Ivanov", "Istanbul", "June", "2 people")
    return kalina


@job("phone inquiry, name and number each by itself", before="8 (5 T + 3 W)", now=Cost(2, 4), aim=6)
async def phone_inquiry_name_alone(world: World) -> Counted:
    kalina = await counted(await an_operator(world))
    await kalina.says("/inquiry")
    await kalina.says("Pavel Ivanov")
    await kalina.says("0888 765 432")
    await kalina.says("Istanbul")
    kalina.hears("When, and how many people?")
    await kalina.says("June, 2 people")
    await kalina.taps("✅ Save")
    kalina.hears("Inquiry #1 saved.", "Pavel Ivanov", "Istanbul", "June", "2 people")
    return kalina


@job("phone inquiry, all in one line", before="–", now=Cost(2, 1), aim=3)
async def phone_inquiry_in_a_line(world: World) -> Counted:
    await a_trip(world)
    kalina = await counted(await an_operator(world))
    await kalina.says("/inquiry")
    await kalina.says("Ivan Petrov 0888 123 456 Ohrid 29.10 2 people")
    await kalina.taps("✅ Save")
    kalina.hears("Inquiry #1 saved.", "Ohrid 29.10")
    return kalina


@job("phone inquiry for a listed trip", before="6", now=Cost(4, 2), aim=6)
async def phone_inquiry_for_a_trip(world: World) -> Counted:
    await a_trip(world)
    kalina = await counted(await an_operator(world))
    await kalina.says("/inquiry")
    await kalina.says("Pavel Ivanov")
    await kalina.says("0888 765 432")
    await kalina.taps("Ohrid 29.10")
    await kalina.taps("3")
    await kalina.taps("✅ Save")
    kalina.hears("Inquiry #1 saved.", "Ohrid 29.10")
    return kalina


@job("phone inquiry of a group", before="–", now=Cost(3, 3), aim=6)
async def phone_inquiry_of_a_group(world: World) -> Counted:
    kalina = await counted(await an_operator(world))
    await kalina.says("/inquiry")
    await kalina.says("Pavel Ivanov")
    await kalina.says("0888 765 432")
    await kalina.taps("👥 Group tour")
    await kalina.says("Ohrid in June, 25 people")
    await kalina.taps("✅ Save")
    kalina.hears("Inquiry #1 saved.", "Group", "Ohrid", "June", "25 people")
    return kalina


@job("phone inquiry of a group, all in one line", before="–", now=Cost(2, 1), aim=3)
async def phone_inquiry_of_a_group_in_a_line(world: World) -> Counted:
    kalina = await counted(await an_operator(world))
    await kalina.says("/inquiry")
    await kalina.says("Ivan Petrov 0888 123 456 Ohrid 18.12 25 people")
    await kalina.taps("✅ Save")
    kalina.hears("Inquiry #1 saved.", "Group", "Ohrid", "18.12", "25 people")
    return kalina


@job("inquiry → deal on a trip, from its notice", before="4 T", now=Cost(1), aim=1)
async def deal_on_a_trip(world: World) -> Counted:
    boris = await a_manager(world)
    link = await a_join_link(world, await a_trip(world))
    anna = await a_client(world)
    await anna.says(f"/start {link}")
    await anna.taps("2")
    await anna.taps("Anna")
    await anna.taps("📱 Share my phone number")
    await anna.taps("✅ Send")
    boris = await counted(boris)
    await boris.taps("➕ Open a deal")
    boris.hears("Deal #1 is open.")
    return boris


@job("inquiry → tailor-made deal with its price, from its notice", before="9 T + 1 W", now=Cost(3, 1), aim=4)
async def tailor_made_deal(world: World) -> Counted:
    boris = await a_manager(world)
    await asks_for_lisbon(await a_client(world), "12.07.2027 – 20.07.2027")
    boris = await counted(boris)
    await boris.taps("➕ Open a deal")
    await boris.says("1200")
    await boris.taps(boris.buttons[0])  # the usual deposit
    await boris.taps("✅")
    boris.hears("Deal #1 is open.")
    return boris


@job("staff's answer to a question", before="1 W", now=Cost(0, 1), aim=1)
async def staffs_answer(world: World) -> Counted:
    boris, anna = await a_manager(world), await a_client(world)
    await a_deal(world, client=anna, responsible=boris)
    await anna.says("May I bring a big suitcase?")
    boris = await counted(boris)
    boris.hears("May I bring a big suitcase?")
    await boris.says("Yes, one each.", reply_to=boris.last["message_id"])
    await anna.looks()
    anna.hears("Yes, one each.")
    return boris


@job("an offer in one line, sent", before="–", now=Cost(5, 1), aim=6)
async def an_offer_sent(world: World) -> Counted:
    boris = await a_manager(world)
    anna = await a_client(world)
    await asks_for_lisbon(anna)
    kalina = await counted(boris)
    await kalina.taps("📂 To the inquiry")
    await kalina.taps("🛍 Add an offer")
    await kalina.says("Alfama Palace HB, 12.07-20.07, 900, net 780, till 20.03")
    await kalina.taps("Skip")
    await kalina.taps("✅ Save")
    await kalina.taps("📨 Send it")
    kalina.hears("Alfama Palace", "€900", "sent")
    return kalina
