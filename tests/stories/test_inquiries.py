"""Inquiries: asked for in the chat, taken by phone or from a forwarded message, listed, answered, closed."""

from bot.conversation.widgets.listing import SIZE
from bot.flows.inquiries import close, phone_inquiry, tour
from domain.entities.inquiries import Channel
from domain.entities.people import Role
from tests.deals import a_trip
from tests.dialogues import play
from tests.stories.asking import asks_for_lisbon, asks_for_lisbon_again, facts, look, notices_to
from tests.world import World


async def test_anna_asks_for_a_week_in_lisbon(world: World) -> None:
    olga = await world.colleague("Olga", Role.OWNER)
    boris = await world.colleague("Boris", Role.MANAGER)
    ivan = await world.colleague("Ivan", Role.ACCOUNTANT)
    anna = await world.person("Anna")

    await anna.says("/tour")
    anna.hears("Where would you like to go?")
    await anna.says("Lisbon")
    anna.sees("April", "September", "Skip")

    await anna.says("31.06.2027")
    anna.hears("There is no such day in the calendar.", "When? A date, a month, or in your own words.")
    await anna.says("12.02.2027 – 20.07.2027")
    anna.hears("That is in the past.")
    await anna.says("12.07.2027 – 20.07.2027, a day later is fine")
    anna.hears("How many people will travel?")
    await anna.taps("2")
    anna.hears("What is your name?")
    await anna.says("12345")
    anna.hears("A name needs letters.")
    await anna.says("Anna Petrova")
    await anna.says("+359 88 812 3456")
    anna.hears("Where: Lisbon", "Name: Anna Petrova", "+359 88 812 3456", "Anything else we should know?")
    await anna.says("With a sea view & <balcony>")
    anna.hears("Wishes: With a sea view & <balcony>")
    anna.hears_nothing_of("Anything else we should know?")
    await anna.taps("✏️ Change something")
    await anna.taps("✏️ Budget")
    await anna.taps("€1,000")
    anna.hears("Budget: €1,000", "Wishes: With a sea view & <balcony>")

    await anna.taps("✅ Send")
    anna.hears(
        "We have received your inquiry: Lisbon, 12.07 – 20.07, a day later is fine, 2 people.",
        "Boris will write to you here or call you on +359 88 812 3456.",
    )
    assert facts(await notices_to(world, boris, "inquiry_arrived")) == [{"inquiry": 1}]
    assert await notices_to(world, olga, "inquiry_arrived") == []
    assert await notices_to(world, ivan, "inquiry_arrived") == []

    await boris.says("/inquiries")
    boris.hears("Inquiries · 1 waiting")
    await boris.taps("#1 · Anna Petrova")
    boris.hears("Anna Petrova · +359 88 812 3456", "Budget €1,000", "With a sea view & <balcony>")
    await boris.says("/inquiries № 1")
    boris.hears("Inquiry #1", "Anna Petrova")


async def test_what_anna_told_is_not_asked_again(world: World) -> None:
    await world.colleague("Boris", Role.MANAGER)
    anna = await world.person("Anna")
    await asks_for_lisbon(anna, phone="0888123456")

    await anna.says("/tour")
    await anna.taps("👥 For a group")
    await anna.says("School 119")
    await anna.says("Vienna")
    await anna.taps("May")
    anna.hears("How many people are in the group?")
    await anna.says("forty or fifty")
    anna.hears("Please write a whole number from 1 to 500.")
    await anna.says("42")
    anna.hears("Group name: School 119", "People: 42")
    anna.hears_nothing_of("What is your name?")
    await anna.taps("✅ Send")
    anna.hears("We have received your inquiry: Vienna, May, 42 people.")


async def test_the_owner_hears_of_inquiries_when_nobody_else_takes_them(world: World) -> None:
    olga = await world.colleague("Olga", Role.OWNER)
    anna = await world.person("Anna")
    await asks_for_lisbon(anna)
    anna.hears("Olga will write to you here.")

    await olga.looks()
    olga.hears("Inquiry #1 · Chat", "Anna", "Lisbon")
    await olga.taps("📂 To the inquiry")
    olga.hears("Inquiry #1 · Individual · Chat", "Anna")


async def test_the_second_of_two_colleagues_hears_who_was_first(world: World) -> None:
    boris = await world.colleague("Boris", Role.MANAGER)
    kalina = await world.colleague("Kalina", Role.OPERATOR)
    anna = await world.person("Anna")
    await asks_for_lisbon(anna)

    for colleague in (boris, kalina):
        await colleague.says("/inquiries")
        await colleague.taps("#1")
        await colleague.taps("✖ Close")
    await boris.taps("Too expensive")
    boris.hears("Inquiry #1 is closed.", "Closed by Boris: Too expensive")
    await anna.looks()
    anna.hears("Your inquiry is closed.", "Lisbon", "write to us here")
    anna.hears_nothing_of("expensive")
    await anna.taps("💬 Write back")
    await anna.says("But why?")
    anna.hears("Boris will answer you here.")
    await boris.looks()
    boris.hears("Inquiry #1 · Lisbon", "But why?")

    await kalina.says("They found another agency")
    kalina.hears("Boris has already handled inquiry #1.")
    await kalina.says("/inquiries")
    kalina.hears("No inquiries waiting.")


async def test_of_two_who_take_an_inquiry_at_once_the_second_hears_who_has_it(world: World) -> None:
    boris = await world.colleague("Boris", Role.MANAGER)
    kalina = await world.colleague("Kalina", Role.OPERATOR)
    await asks_for_lisbon(await world.person("Anna"))
    for colleague in (boris, kalina):
        await colleague.says("/inquiries")
        await colleague.taps("#1 · Anna")
    await kalina.taps("🙋 I take it")
    assert kalina.toast == "It is yours."

    await boris.taps("🙋 I take it")
    assert boris.toast == "Kalina has just taken inquiry #1. You can take it over from them."
    assert boris.alert
    boris.hears("🙋 Taken by Kalina")
    await kalina.looks()
    kalina.hears_nothing_of("Boris")
    await boris.says("/inquiries")
    boris.sees("#1 · ✍️ Kalina · Anna · Lisbon · 2 people")
    await boris.taps("#1")
    await boris.taps("🙋 Take it over from Kalina")
    assert boris.toast == "It is yours."
    boris.hears("🙋 Taken by Boris")
    boris.sees_no("🙋")
    await kalina.looks()
    kalina.hears("Inquiry #1 is now with Boris", "Boris has taken it over from Kalina.", "Anna", "Lisbon")
    await kalina.taps("📂 To the inquiry")
    kalina.hears("🙋 Taken by Boris")
    await kalina.taps("⋯ More")
    await kalina.taps("🕘 History")
    kalina.hears("Now with Boris; before: Kalina", "Taken by Kalina")
    assert await notices_to(world, boris, "inquiry_handed_over") == []


async def test_who_has_an_inquiry_hears_that_a_colleague_closed_it(world: World) -> None:
    boris = await world.colleague("Boris", Role.MANAGER)
    kalina = await world.colleague("Kalina", Role.OPERATOR)
    anna = await world.person("Anna")
    for ask, closes in ((asks_for_lisbon, boris), (asks_for_lisbon_again, kalina)):
        await ask(anna)
        await kalina.says("/inquiries")
        await kalina.taps("#")
        await kalina.taps("🙋 I take it")
        await closes.says("/inquiries")
        await closes.taps("#")
        await closes.taps("✖ Close")
        await closes.taps("Too expensive")
        closes.hears("is closed.")
        await kalina.looks()
    (told,) = await notices_to(world, kalina, "inquiry_done")  # the other she closed herself
    assert told.facts["inquiry"] == 1
    said = [message["text"] or "" for message in kalina.chat]
    assert any("Boris has closed inquiry #1" in one and "Why: Too expensive" in one for one in said)


async def test_a_hand_over_says_who_hands_it_over(world: World) -> None:
    boris = await world.colleague("Boris", Role.MANAGER)
    kalina = await world.colleague("Kalina", Role.OPERATOR)
    vera = await world.colleague("Vera", Role.MANAGER)
    await asks_for_lisbon(await world.person("Anna"))
    await kalina.says("/inquiries")
    await kalina.taps("#1")
    await kalina.taps("🙋 I take it")
    await kalina.taps("🤝 Hand over")
    await kalina.taps("Vera · Manager")
    kalina.hears("🙋 Taken by Vera")
    await vera.looks()
    vera.hears("Inquiry #1 is now yours", "Kalina hands it over to Vera.", "Anna", "Lisbon")
    assert len(await notices_to(world, vera, "inquiry_arrived")) == 1
    assert await notices_to(world, kalina, "inquiry_handed_over") == []

    await boris.says("/inquiries")
    await boris.taps("#1")
    await boris.taps("⋯ More")
    await boris.taps("🤝 Hand over")
    await boris.taps("Kalina · Operator")
    await vera.looks()
    vera.hears("Inquiry #1 is now with Kalina", "Boris hands it over from Vera to Kalina.")
    await kalina.looks()
    kalina.hears("Inquiry #1 is now yours", "Boris hands it over from Vera to Kalina.")


async def test_anna_finds_her_inquiry_again_and_withdraws_it(world: World) -> None:
    kalina = await world.colleague("Kalina", Role.OPERATOR)
    anna = await world.person("Anna")
    await anna.says("/start")
    anna.sees_no("🧳 My trips")
    await asks_for_lisbon(anna)
    await anna.says("/start")
    anna.hears("📥 Lisbon, 12.07 – 20.07, 2 people: we are on it")
    await kalina.says("/inquiries")
    await kalina.taps("#1")
    await kalina.taps("🙋 I take it")

    await anna.says("/start")
    await anna.taps("🧳 My trips")
    anna.hears("My trips", "📥 Lisbon", "Kalina is on it")
    await anna.taps("📥 Lisbon")
    anna.hears("We have received your inquiry: Lisbon", "Kalina will write to you here.")
    await anna.taps("💬 Write to us")
    await anna.says("Or Porto?")
    anna.hears("Kalina will answer you here.")
    await kalina.looks()
    kalina.hears("Inquiry #1 · Lisbon", "Or Porto?")

    await anna.says("/mytrips")
    await anna.taps("📥 ")
    await anna.taps("✖ Withdraw it")
    anna.hears("Withdraw your inquiry: Lisbon")
    await anna.taps("◀ Back")
    await anna.taps("✖ Withdraw it")
    await anna.taps("✖ Yes, withdraw it")
    assert anna.toast == "Your inquiry is withdrawn."
    anna.hears_nothing_of("#1")
    anna.sees_no("🧳 My trips")
    await kalina.looks()
    kalina.hears("Inquiry #1 was withdrawn by the client", "Anna", "Lisbon")
    await kalina.taps("📂 To the inquiry")
    kalina.hears("✖ Withdrawn by the client")
    kalina.sees_no("✖ Close", "➕ Open a deal")
    await kalina.taps("🕘 History")
    kalina.hears("Withdrawn by the client")


async def test_who_asks_for_where_we_go_is_offered_the_trip_first(world: World) -> None:
    await a_trip(world)
    mei = await world.person("美李", "zh")
    await mei.says("/tour")
    await mei.says("OHRID")
    mei.hears("我们有去那里的团，还有空位：", "Ohrid", "剩45个座位")
    mei.sees("🚌 Ohrid", "🏝 仍要咨询")
    await mei.says("Lisbon")
    mei.hears_nothing_of("Ohrid")
    await mei.taps("◀")
    await mei.says("ohrid")
    await mei.taps("🏝 仍要咨询")
    mei.hears_nothing_of("剩45个座位")
    await mei.taps("◀")
    await mei.says("Ohrid，10月，46人")
    await mei.taps("🏝 仍要咨询")
    mei.hears("请问怎么称呼您？")
    await mei.says("/tour")
    await mei.says("Ohrid，10月，2人")
    await mei.taps("🚌 Ohrid")
    mei.hears("请问怎么称呼您？")
    await mei.says("李美")
    await mei.taps("跳过")
    mei.hears("Ohrid 29.10", "座位：2")


async def test_what_is_a_deal_already_cannot_be_withdrawn(world: World) -> None:
    kalina = await world.colleague("Kalina", Role.OPERATOR)
    anna = await world.person("Anna")
    await asks_for_lisbon(anna)
    await anna.says("/mytrips")
    await anna.taps("📥 ")
    await anna.taps("✖ Withdraw it")
    await kalina.says("/inquiries")
    await kalina.taps("#1")
    await kalina.taps("✖ Close")
    await kalina.taps("Too expensive")
    await anna.taps("✖ Yes, withdraw it")
    anna.hears("We have received your inquiry: Lisbon", "It is closed.")
    await asks_for_lisbon_again(anna)
    await anna.says("/mytrips")
    await anna.taps("📥 ")
    await anna.taps("✖ Withdraw it")
    await kalina.says("/inquiries")
    await kalina.taps("#2")
    await anna.taps("✖ Yes, withdraw it")
    assert anna.toast == "Your inquiry is withdrawn."
    await kalina.taps("🙋 I take it")
    assert kalina.toast == "The client has withdrawn inquiry #2."
    kalina.hears("✖ Withdrawn by the client")


async def test_the_card_leads_back_to_where_it_was_opened(world: World) -> None:
    """To its page of the list, or to the client's card."""
    kalina, anna = await world.colleague("Kalina", Role.OPERATOR), await world.person("Anna")
    await asks_for_lisbon(anna)
    for _more in range(SIZE):
        await asks_for_lisbon_again(anna)
    await kalina.says("/inquiries")
    await kalina.taps("Next ▶")
    kalina.sees("◀ Previous", "#9")
    await kalina.taps("#9")
    await kalina.taps("👤 Anna")
    await kalina.taps("📥 #8")
    kalina.hears("Inquiry #8")
    await kalina.taps("◀ Back")
    kalina.hears("Client since")
    await kalina.taps("◀ Back")
    kalina.hears("Inquiry #9")
    await kalina.taps("🙋 I take it")
    await kalina.taps("◀ Inquiries")
    kalina.sees("◀ Previous", "#9")


async def test_kalina_takes_an_inquiry_by_phone(world: World) -> None:
    kalina = await world.colleague("Kalina", Role.OPERATOR)
    boris = await world.colleague("Boris", Role.MANAGER)
    await a_trip(world)

    await kalina.says("/menu")
    await kalina.taps("☎️ Take an inquiry")
    kalina.hears("Who is calling?")
    await kalina.says("P\u0430vel Ivanov")
    kalina.hears("mixes Cyrillic and Latin letters that look alike. Is it all Latin?")
    await kalina.taps("Pavel Ivanov")
    await kalina.says("some number")
    kalina.hears("That does not look like a phone number.", "Their phone number?")
    await kalina.says("0888 765 432")
    kalina.hears("What is it about?")
    await kalina.taps("Ohrid 29.10 · 45 free")
    await kalina.taps("3")
    kalina.hears("Pavel Ivanov", "+359 88 876 5432", "Ohrid 29.10", "3")
    await kalina.taps("✅ Save")
    kalina.hears("Inquiry #1 saved.", "Inquiry #1 · Phone", "not on Telegram", "Entered by Kalina")
    kalina.sees_no("✉️ Answer")
    assert facts(await notices_to(world, boris, "inquiry_arrived")) == [{"inquiry": 1}]
    assert await notices_to(world, kalina, "inquiry_arrived") == []
    await boris.says("/inquiries")
    await boris.taps("#1")
    boris.hears("✍️ Entered by Kalina")
    boris.hears_nothing_of("Taken by")
    await boris.taps("🙋 Take it over from Kalina")
    boris.hears("✍️ Entered by Kalina", "🙋 Taken by Boris")


async def test_a_known_phone_is_a_known_client(world: World) -> None:
    kalina = await world.colleague("Kalina", Role.OPERATOR)
    anna = await world.person("Anna")
    await asks_for_lisbon(anna, phone="0888123456")

    await kalina.says("/inquiry")
    await kalina.says("Anna")
    await kalina.says("+359888123456")
    kalina.hears("Anna writes to us on Telegram and gave the number +359 88 812 3456. Is it the same person?")
    await kalina.taps("👤 Yes, the same")
    kalina.hears("Existing client: Anna.", "What is it about?")
    await kalina.taps("🏝 Individual tour")
    await kalina.says("Rome")
    await kalina.taps("Skip")
    await kalina.taps("2")
    await kalina.taps("✅ Save")
    kalina.sees("✉️ Answer")

    await kalina.says("/inquiry")
    await kalina.says("Dimitar")
    await kalina.says("0888123456")
    kalina.hears("Anna writes to us on Telegram and gave the number +359 88 812 3456. Is it the same person?")
    await kalina.taps("➕ No, a new client")
    kalina.hears_nothing_of("Existing client")
    await kalina.taps("🏝 Individual tour")
    await kalina.says("Paris")
    await kalina.taps("Skip")
    await kalina.taps("1")
    await kalina.taps("✅ Save")
    clients = await look(
        world, lambda desk: [desk.repositories.inquiries.get(number).client.name for number in (1, 2, 3)]
    )
    assert clients == ["Anna", "Anna", "Dimitar"]

    await kalina.says("/inquiry")
    await kalina.says("Maria")
    await kalina.says("0888123456")
    kalina.hears("+359 88 812 3456 is the number of our client Dimitar. Is it the same person?")


async def test_who_typed_somebody_s_number_gets_neither_their_calls_nor_their_file(world: World) -> None:
    kalina = await world.colleague("Kalina", Role.OPERATOR)
    eve = await world.person("Anna Petrova")
    await asks_for_lisbon(eve, phone="0888123456")

    await kalina.shares(contact={"phone_number": "+359888123456", "first_name": "Anna"})
    kalina.hears("Anna Petrova writes to us on Telegram", "Is it the same person?", "please ask")
    await kalina.taps("➕ No, a new client")
    await kalina.taps("🏝 Individual tour")
    await kalina.says("Rome")
    await kalina.taps("Skip")
    await kalina.taps("2")
    await kalina.taps("✅ Save")
    kalina.hears("Inquiry #2", "not on Telegram")

    anna = await world.person("Anna", phone="+359888123456")
    await anna.says("/tour")
    await anna.says("Vienna")
    await anna.taps("Skip")
    await anna.taps("2")
    await anna.taps("Anna")
    await anna.taps("📱 Share my phone number")
    await anna.taps("✅ Send")
    clients = await look(
        world, lambda desk: [desk.repositories.inquiries.get(n).client.id for n in (1, 2, 3)]
    )
    assert clients == [1, 2, 2]


async def test_a_forwarded_message_becomes_an_inquiry(world: World) -> None:
    kalina = await world.colleague("Kalina", Role.OPERATOR)
    anna = await world.person("Anna")
    await asks_for_lisbon(anna, phone="0888123456")

    await kalina.says("Do you have anything in Rome in May?", forward_from={"user": anna.id})
    kalina.hears("A message from our client Anna:", "anything in Rome")
    await kalina.taps("📥 Take an inquiry from Anna")
    kalina.hears("What is it about?")
    await kalina.taps("🏝 Individual tour")
    await kalina.says("Rome")
    await kalina.taps("May")
    await kalina.taps("2")
    kalina.hears("Wishes: Do you have anything in Rome in May?")
    await kalina.taps("✅ Save")
    kalina.hears("Inquiry #2 · Individual · Forwarded message", "Anna · +359 88 812 3456")

    await kalina.says("Our best offers!", forward_from={"channel": "Cheap tours"})
    kalina.hears("“Cheap tours” is not a person.")

    await kalina.says("To Rome please", forward_from={"hidden_name": "Somebody Shy"})
    await kalina.taps("📥 Take an inquiry from Somebody Shy")
    kalina.hears("Their phone number?")
    await kalina.taps("Skip")
    await kalina.says("Rome in May, 20 people")
    kalina.hears("About: Group tour", "Where: Rome", "When: May", "People: 20")
    await kalina.taps("✏️ Change something")
    await kalina.taps("✏️ Group name")
    await kalina.says("Choir")
    await kalina.taps("✅ Save")
    kalina.hears("Inquiry #3 · Group · Forwarded message", "Somebody Shy", "Choir")
    channels = await look(world, lambda desk: [one.channel for one in desk.repositories.inquiries.open()])
    assert channels == [Channel.CHAT, Channel.FORWARDED, Channel.FORWARDED]


async def test_a_forwarded_message_of_a_person_we_met_reaches_them_later(world: World) -> None:
    kalina = await world.colleague("Kalina", Role.OPERATOR)
    mei = await world.person("Mei")
    await mei.says("/start")

    await kalina.says("Is Ohrid nice?", forward_from={"user": mei.id})
    await kalina.taps("📥 Take an inquiry from Mei")
    await kalina.taps("Skip")
    await kalina.taps("🏝 Individual tour")
    await kalina.says("Ohrid")
    await kalina.taps("Skip")
    await kalina.taps("2")
    await kalina.taps("✅ Save")
    kalina.sees("✉️ Answer")
    assert await look(world, lambda desk: desk.repositories.inquiries.get(1).client.person is not None)


async def test_only_a_phone_that_telegram_vouches_for_opens_a_kept_file(world: World) -> None:
    kalina = await world.colleague("Kalina", Role.OPERATOR)
    await kalina.says("/inquiry")
    await kalina.says("Anna Petrova")
    await kalina.says("0888123456")
    await kalina.taps("🏝 Individual tour")
    await kalina.says("Rome")
    await kalina.taps("Skip")
    await kalina.taps("2")
    await kalina.taps("✅ Save")

    eve = await world.person("Eve")
    await asks_for_lisbon(eve, phone="+359888123456")
    anna = await world.person("Anna", phone="+359888123456")
    await anna.says("/tour")
    await anna.says("Lisbon")
    await anna.taps("Skip")
    await anna.taps("2")
    await anna.taps("Anna")
    await anna.shares(contact={"phone_number": "+359888999999", "first_name": "Boss", "user_id": eve.id})
    anna.hears("That is somebody else's contact.")
    await anna.taps("📱 Share my phone number")
    await anna.taps("✅ Send")

    numbers = await look(
        world, lambda desk: [desk.repositories.inquiries.get(n).client.id for n in (1, 2, 3)]
    )
    assert numbers[2] == numbers[0] != numbers[1]
    whats = await look(
        world, lambda desk: [entry.what for entry in desk.repositories.history.of("client", numbers[0])]
    )
    assert "linked" in whats


async def test_clients_and_strangers_never_see_the_desk_of_the_staff(world: World) -> None:
    ivan = await world.colleague("Ivan", Role.ACCOUNTANT)
    gita = await world.colleague("Gita", Role.GUIDE)
    await asks_for_lisbon(await world.person("Anna"))
    eve = await world.person("Eve")
    for person in (eve, ivan, gita):
        for command in ("/inquiries", "/inquiry", "/deal"):
            await person.says(command)
            person.hears("You are not allowed to do this.")
            person.hears_nothing_of("Anna", "Lisbon", "Who is calling?")
    await eve.says("hello", forward_from={"user": ivan.id})
    eve.hears("✉️ Sent.")
    met = await look(world, lambda desk: desk.repositories.people.by_telegram_id(eve.id))
    assert met is not None
    tried = await look(world, lambda desk: desk.repositories.history.of("person", met.id))
    assert [entry.what for entry in tried] == ["forbidden"] * 3


async def test_the_dialogues_of_asking_play_as_written(world: World) -> None:
    kalina = await world.colleague("Kalina", Role.OPERATOR)
    await play(phone_inquiry.__doc__, kalina)
    await play(close.__doc__, kalina)
    await play(tour.__doc__.replace("#1", "#2"), await world.person("Anna"))


async def test_a_call_typed_at_once_needs_no_command(world: World) -> None:
    """A name with a number that nobody has is a call; where the number is known its client is found, as ever."""
    kalina = await world.colleague("Калина", Role.OPERATOR, "bg")
    await a_trip(world)
    await kalina.says("Иван Петров 0888 123 456 Ohrid 29.10 двама")
    kalina.hears("Запитване", "Иван Петров", "+359 88 812 3456", "Ohrid 29.10", "2")
    await kalina.taps("✅")
    kalina.hears("Запитване № 1", "Ohrid 29.10")
    await kalina.says("0888 123 456")
    kalina.hears("Иван Петров")
    kalina.hears_nothing_of("За какво става дума?")
    await kalina.says("0888 123 459")
    kalina.hears("Нищо не е намерено за")

    await kalina.says("/inquiry")
    kalina.hears("Кой се обажда?")
    await kalina.says("Мария Иван\u006fва")
    kalina.hears("Да го запиша ли изцяло на кирилица?")
    kalina.sees("Мария Иванова", "Както е написано")
    await kalina.taps("✖ Отказ")
    await kalina.says("Мария Иванова 0888 123 457")
    kalina.hears("За какво става дума?")


async def test_a_call_typed_in_one_line_is_shown_and_saved(world: World) -> None:
    """Two exchanges; a line of which nothing but name and phone can be read is asked about as ever."""
    kalina = await world.colleague("Калина", Role.OPERATOR, "bg")
    await a_trip(world)
    await kalina.says("/inquiry")
    kalina.hears("Кой се обажда?")
    await kalina.says("Иван Петров 0888 123 456 Ohrid 29.10 двама")
    kalina.hears("Иван Петров", "+359 88 812 3456", "Ohrid 29.10", "2")
    await kalina.taps("✅")
    kalina.hears("Запитване № 1", "Ohrid 29.10")
    await kalina.taps("➕ Направи сделка")
    kalina.hears("№ 1 · Ohrid 29.10", "Иван Петров")

    await kalina.says("/inquiry")
    await kalina.says("Мария Иванова 0888 123 457")
    kalina.hears("За какво става дума?")
    for wrong in ("🙂", "12345"):
        await kalina.says(wrong)
        kalina.hears("⚠️")
    await kalina.says("Лисабон")
    await kalina.taps("Пропусни")
    await kalina.says("безброй")
    kalina.hears("⚠️")
    await kalina.says("две")
    await kalina.taps("✏️ Промени отговор")
    await kalina.taps("✏️ Пожелания")
    await kalina.says("край морето")
    await kalina.taps("✅")
    kalina.hears("Запитване № 2", "Лисабон", "край морето")


async def test_a_place_is_told_with_its_time_and_people(world: World) -> None:
    """Also the name of a trip; what is not said is asked for, and what cannot be is refused."""
    kalina = await world.colleague("Калина", Role.OPERATOR, "bg")
    await a_trip(world)
    for said, asked, shown in (
        ("Истанбул през юни, двама", None, ("Истанбул", "юни", "2")),
        ("Рим, трима", "Кога?", ("Рим", "3")),
        ("Ohrid 29.10, четирима", None, ("Ohrid 29.10", "4")),
    ):
        await kalina.says("/inquiry")
        await kalina.says("Мария Иванова")
        await kalina.taps("Пропусни")
        await kalina.says("0, двама")
        kalina.hears("⚠️", "За какво става дума?")
        await kalina.says(said)
        if asked:
            kalina.hears(asked)
            await kalina.taps("Пропусни")
        kalina.hears(*shown)
        await kalina.taps("✅")
        kalina.hears("Прието: запитване №", *shown[:1])


async def test_the_words_of_a_line_are_somebody_elses_language(world: World) -> None:
    li = await world.colleague("Li", Role.OPERATOR, "zh")
    await li.says("/inquiry")
    await li.says("王伟 13800138000 里斯本 2027年6月 3人")
    li.hears("王伟", "+86 138 0013 8000", "里斯本", "6月", "3")
    await li.taps("✅")
    li.hears("王伟")
