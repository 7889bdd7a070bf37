"""Clients ask, staff answer, calls are noted; all of it stays on the client's card."""

from datetime import timedelta

from bot.flows.clients import answer, note_call, question, write
from bot.flows.interactions import note
from domain.entities.people import Role
from sandbox import objects
from tests.deals import a_deal
from tests.dialogues import play
from tests.people import Person
from tests.stories.asking import asks_for_lisbon, look, notices_to, presses
from tests.stories.test_branches import colleague, two_branches
from tests.world import World


async def test_anna_asks_and_boris_answers(world: World) -> None:
    boris = await world.colleague("Boris", Role.MANAGER)
    ivan = await world.colleague("Ivan", Role.ACCOUNTANT)
    anna = await world.person("Anna")
    await asks_for_lisbon(anna)

    await anna.says("/write")
    anna.hears("What would you like to tell us?")
    await anna.says("May I bring my <dog> & cat?")
    anna.hears("✉️ Sent. Tourdesk will answer you here.")

    (asked,) = await notices_to(world, boris, "question")
    await ivan.looks()
    ivan.hears_nothing_of("dog")
    await boris.looks()
    boris.hears("Anna asks", "May I bring my <dog> & cat?")
    await boris.taps("✉️ Answer")
    boris.hears("Anna: May I bring my <dog> & cat?", "Your answer?")
    await boris.says("Only the dog.")
    boris.hears("Sent to Anna.", "Recent messages", "Only the dog.", "May I bring my <dog> & cat?")

    await anna.looks()
    anna.hears("Boris, Tourdesk", "Only the dog.")
    await anna.taps("💬 Write back")
    anna.hears("What would you like to tell Boris?")
    await anna.says("A pity.")
    anna.hears("✉️ Sent. Boris will answer you here.")
    assert len(await notices_to(world, boris, "question")) == 2

    await presses(boris, asked, "answer_client")
    boris.hears("Boris answers: “Only the dog.”")
    whats = await look(
        world, lambda desk: [entry.what for entry in desk.repositories.history.of("client", 1)]
    )
    assert whats[:3] == ["question", "answer", "question"]


async def test_a_question_about_a_deal_goes_to_its_responsible(world: World) -> None:
    boris = await world.colleague("Boris", Role.MANAGER)
    kalina = await world.colleague("Kalina", Role.OPERATOR)
    anna, eve = await world.person("Anna"), await world.person("Eve")
    await anna.says("/start")
    await eve.says("/start")
    deal = await a_deal(world, client=anna, responsible=kalina)

    await _begins_question(anna)
    await anna.says("When do we leave?")
    anna.hears("✉️ Sent. Kalina will answer you here.")
    assert len(await notices_to(world, kalina, "question")) == 1
    assert await notices_to(world, boris, "question") == []
    (asked,) = await notices_to(world, kalina, "question")

    await presses(eve, asked, "answer_client")
    eve.hears_nothing_of("When do we leave?")
    await presses(boris, asked, "answer_client")
    boris.hears_nothing_of("When do we leave?")
    await presses(kalina, asked, "departure_of")  # no such button under a question
    assert kalina.heard == []
    await kalina.taps("📂 To the deal")
    kalina.hears(f"#{deal}", "Honeymoon in Vienna")


async def test_an_answer_to_boris_goes_to_boris_and_stays_with_the_inquiry(world: World) -> None:
    plovdiv, varna = await two_branches(world)
    boris, vera = await colleague(world, "Boris", plovdiv), await colleague(world, "Vera", varna)
    kalina = await colleague(world, "Kalina", plovdiv, Role.OPERATOR)
    emily = await world.person("Emily")
    await asks_for_lisbon(emily)
    await kalina.says("/inquiries")
    await kalina.taps("#1")
    await kalina.taps("🙋 I take it")
    await boris.says("/inquiries")
    await boris.taps("#1")
    await boris.taps("✉️ Answer")
    await boris.says("When would you like to go?")

    await emily.looks()
    await emily.taps("💬 Write back")
    await emily.says("In June!")
    emily.hears("✉️ Sent. Boris or a colleague will answer you here.")
    for colleague_ in (boris, kalina):
        await colleague_.looks()
        colleague_.hears(
            "Emily asks", "Inquiry #1 · Lisbon", "↩️ Boris: “When would you like to go?”", "In June!"
        )
    assert await notices_to(world, vera, "question") == []
    await boris.taps("📂 To the inquiry")
    boris.hears("Recent messages", "Emily: In June!", "Boris: When would you like to go?")
    await boris.taps("➕ Open a deal")
    await boris.taps("✖ Cancel")

    (question, *_rest) = await notices_to(world, boris, "question")
    await presses(boris, question, "answer_client")
    await boris.says("June it is.")
    await emily.looks()
    ours = emily.last["message_id"]
    await emily.says("Two weeks, please.", reply_to=ours)
    emily.hears("✉️ 2 messages sent. Boris or a colleague will answer you here.")
    await kalina.looks()
    kalina.hears("Inquiry #1 · Lisbon", "↩️ Boris: “June it is.”", "Two weeks, please.")
    theirs = kalina.last["message_id"]
    await kalina.says("Two weeks are fine.", reply_to=theirs)
    kalina.hears("Sent to Emily.")
    await kalina.says("/inquiries")
    await kalina.taps("#1")
    kalina.hears("Kalina: Two weeks are fine.", "Emily: Two weeks, please.", "Boris: June it is.")
    await emily.looks()
    emily.hears("Kalina, Tourdesk", "Two weeks are fine.")
    await emily.says("Thanks!", reply_to=emily.chat[0]["message_id"])  # her own words: nothing of ours
    await kalina.looks()
    kalina.hears("Inquiry #1 · Lisbon", "↩️ Kalina: “Two weeks are fine.”", "Thanks!")
    assert await notices_to(world, vera, "question") == []


async def test_what_is_said_about_a_deal_stays_with_the_deal(world: World) -> None:
    boris = await world.colleague("Boris", Role.MANAGER)
    kalina = await world.colleague("Kalina", Role.OPERATOR)
    anna = await world.person("Anna")
    await anna.says("/start")
    deal = await a_deal(world, client=anna, responsible=kalina)
    await boris.says(f"/deals {deal}")
    boris.hears_nothing_of("Recent messages")
    await boris.taps("✉️ Write")
    await boris.says("The hotel is booked.")
    boris.hears(
        "Sent to Anna.", f"#{deal} · Honeymoon in Vienna", "Recent messages", "Boris: The hotel is booked."
    )
    await anna.looks()
    await anna.taps("💬 Write back")
    await anna.says("With a balcony?")
    anna.hears("Boris or a colleague will answer you here.")
    assert len(await notices_to(world, kalina, "question")) == 1
    await kalina.looks()
    kalina.hears(
        "Anna (+359 88 812 1003) asks", f"#{deal} · Honeymoon in Vienna", "↩️ Boris: “The hotel is booked.”"
    )
    await kalina.taps("📂 To the deal")
    kalina.hears("Recent messages", "Anna: With a balcony?", "Boris: The hotel is booked.")
    await kalina.taps("👤 Client")
    await kalina.taps("✉️ Write")
    await kalina.says("By the way, happy birthday!")
    await anna.looks()
    await anna.taps("💬 Write back")
    await anna.says("Thank you!")
    assert len(await notices_to(world, kalina, "question")) == 2
    assert len(await notices_to(world, boris, "question")) == 1


async def test_whatever_a_client_writes_or_sends_reaches_whoever_leads_the_deal(world: World) -> None:
    boris = await world.colleague("Boris", Role.MANAGER)
    kalina = await world.colleague("Kalina", Role.OPERATOR)
    mei = await world.person("Mei")
    await mei.says("Hello! Do you have trips to China?")
    mei.hears("✉️ Sent. Tourdesk will answer you here.")
    assert len(await notices_to(world, boris, "question")) == 1
    assert len(await notices_to(world, kalina, "question")) == 1

    deal = await a_deal(world, client=mei, responsible=kalina)
    await mei.shares(voice=True)
    mei.hears("✉️ 2 messages sent. Kalina will answer you here.")
    await kalina.looks()
    kalina.hears("Mei: 🎤 0:03", f"#{deal} · Honeymoon in Vienna")
    assert kalina.last["file"]["name"] == "voice.oga"  # after the words, to be listened to
    await kalina.says("Gladly!", reply_to=kalina.last["message_id"])
    kalina.hears("Sent to Mei.", "Mei: 🎤 0:03")
    await mei.looks()
    mei.hears("Kalina, Tourdesk", "Gladly!")

    for thing, said in (
        ({"sticker": "🌊"}, "🙂 sticker"),
        ({"location": {"latitude": 41.1, "longitude": 20.8}}, "📍 place on the map"),
        ({"contact": {"phone_number": "+359888000111", "first_name": "Li"}}, "👤 contact"),
        ({"video": True, "caption": "The lake!"}, "🎬 0:03"),
        ({"video_note": {"duration": 9}}, "🎬 0:09"),
    ):
        await mei.shares(**thing)
        await kalina.looks()
        kalina.hears(said, f"#{deal} · Honeymoon in Vienna", str(thing.get("caption", "")))
    assert (kalina.last["file"]["seconds"], kalina.last["file"]["round"]) == (9, True)
    assert len(await notices_to(world, boris, "question")) == 1
    await world.turn(timedelta(minutes=1))
    there = world.sandbox.telegram.world.chats[mei.id].messages
    del there[next(number for number, one in reversed([*there.items()]) if "video_note" in one.content)]
    before = len(kalina.chat)
    await kalina.taps("🔁 Show it again")
    assert kalina.toast == "Here it comes."
    await kalina.looks()
    assert len(kalina.chat) > before
    assert kalina.last["file"]["round"], "from our own store: Mei has deleted it"
    waiting = await look(
        world,
        lambda desk: desk.repositories.interactions.unanswered_of(desk.repositories.deals.get(deal).client),
    )
    assert [one.original.medium for one in waiting if one.original] == [
        "sticker",
        "location",
        "contact",
        "video",
        "video_note",
    ]
    await mei.sends(("route.docx", "application/msword", b"words"), caption="Here is our route")
    await kalina.looks()
    kalina.hears("📎 file", "Here is our route")
    assert kalina.last["file"]["name"] == "route.docx"


async def test_who_walks_while_sharing_where_they_are_is_told_of_once(world: World) -> None:
    boris = await world.colleague("Boris", Role.MANAGER)
    anna = await world.person("Анна", "ru")
    await anna.shares(location={"latitude": 41.1, "longitude": 20.8})
    anna.hears("✉️ Передано.")
    telegram = world.sandbox.telegram
    chat = telegram.world.chats[anna.id]
    message = next(m for m in reversed([*chat.messages.values()]) if "location" in m.content)
    for step in range(5):
        message.content["location"] |= {"latitude": 41.1 + step / 100, "live_period": 900}
        telegram.tell_bot("edited_message", objects.message(telegram.world, message), chat=chat.id)
        await world.settle()
        await anna.looks()
        assert anna.heard == []
    assert len(await notices_to(world, boris, "question")) == 1


async def test_a_voice_answers_and_nothing_is_answered_twice_unknowingly(world: World) -> None:
    olga = await world.colleague("Olga", Role.MANAGER)
    boris = await world.colleague("Boris", Role.MANAGER)
    mei = await world.person("Mei", "zh")
    await mei.says("有去中国的团吗？")
    await olga.looks()
    await boris.looks()
    await boris.taps("✉️ Answer")
    await olga.shares(voice=True, reply_to=next(one["message_id"] for one in olga.chat if "有去" in str(one)))
    olga.hears("Sent to Mei.", "Olga: 🎤 0:03")
    await mei.looks()
    mei.hears("Olga", "Tourdesk")
    assert mei.last["file"]["name"] == "voice.oga"

    await boris.says("有,五月。")
    boris.hears("Olga has answered just now:", "🎤 0:03", "Yours is not sent yet: “有,五月。”")
    await mei.looks()
    mei.hears_nothing_of("五月")
    await boris.taps("✉️ Send mine too")
    boris.hears("Sent to Mei.")
    await mei.looks()
    mei.hears("Boris", "有,五月。")

    await boris.says("有,六月。", edit=_own(boris, "有,五月。"))
    boris.hears("✏️ Changed for Mei too.")
    await mei.looks()
    assert "有,六月。" in str(mei.chat[-1])
    await mei.says("有去日本的团吗？", edit=_own(mei, "有去中国的团吗？"))
    mei.hears("✏️ 已修改。")
    await world.turn(timedelta(minutes=1))
    await olga.looks()
    olga.hears("✏️ Mei has changed what they wrote:", "有去日本的团吗？", "Before: “有去中国的团吗？”")
    await olga.says("/clients Mei")
    olga.hears("Mei: 有去日本的团吗？ · edited")
    await boris.taps("↩️ What I sent")
    boris.hears("First: “有,五月。”")
    boris.sees_no("🔁 Show it again")
    await boris.taps("↩️ Take back")
    boris.hears("Boris has taken back: 有,六月。")
    await mei.looks()
    assert "六月" not in str(mei.chat)
    boris.sees_no("↩️ Take back")
    await olga.says("五月十日出发。", reply_to=_told(olga, "Mei has changed"))
    olga.hears("Sent to Mei.")
    await boris.says("🗑", reply_to=_told(boris, "Boris has taken back"))
    boris.hears("There is nothing of yours to take back.")
    await olga.says("undo", reply_to=_own(olga, "五月十日出发。"))
    olga.hears("↩️ Taken back.")
    await mei.looks()
    assert "五月十日" not in str(mei.chat)
    await mei.says("谢谢", reply_to=_own(mei, "有去"))
    await mei.says("撤回", reply_to=_own(mei, "谢谢"))
    mei.hears("↩️ 已撤回。")


async def test_an_album_is_one_interaction_with_the_words_of_its_third_picture(world: World) -> None:
    boris, mei = await world.colleague("Boris", Role.MANAGER), await world.person("Mei", "zh")
    await mei.says("有照片吗？")
    await boris.looks()
    await boris.taps("✉️ Answer")
    pictures = [(f"{one}.jpg", "image/jpeg", b"\xff\xd8\xff" + one.encode()) for one in ("a", "b", "c")]
    await boris.sends(*pictures, caption="湖边的酒店", photo=True, under=3)
    said = await look(
        world, lambda desk: [(one.text, len(one.album)) for one in desk.repositories.interactions.latest(5)]
    )
    assert said == [("湖边的酒店", 2), ("有照片吗？", 0)]
    await mei.looks()
    assert sum(bool(one.get("file")) for one in mei.chat) == 3
    await boris.says("/clients Mei")
    boris.hears("Boris: 🖼 3 photos: 湖边的酒店")


async def test_what_did_not_arrive_is_said_lastingly_and_arrives_later(world: World) -> None:
    boris = await world.colleague("Борис", Role.MANAGER)
    anna = await world.person("Anna")
    await anna.says("Do you have trips to Rome?")
    await boris.looks()
    asked = boris.last["message_id"]
    world.sandbox.telegram.world.people[anna.id].blocked = True  # a moment ago: nobody knows yet
    await boris.says("In May.", reply_to=asked)
    boris.hears("Sent to Anna.")
    boris.hears(
        "Anna has blocked us on Telegram and did not get this:", "In May.", "We have no phone number."
    )
    await boris.taps("👤 Client")
    boris.hears("In May. · 📵 not delivered")
    await world.post(f"/sim/people/{anna.id}/unblock", {})
    await world.settle()
    await anna.looks()
    anna.hears("In May.")
    await boris.looks()
    boris.hears("✅ Anna is back and has got this:", "In May.")


def _told(person: Person, words: str) -> int:
    """The message in which they were told this."""
    return next(
        int(one["message_id"]) for one in reversed(person.chat) if one["from"] == "bot" and words in str(one)
    )


def _own(person: Person, words: str) -> int:
    """The message in which they wrote this."""
    return next(
        int(one["message_id"]) for one in reversed(person.chat) if one["from"] != "bot" and words in str(one)
    )


async def test_what_was_sent_can_be_taken_back_for_a_minute(world: World) -> None:
    boris = await world.colleague("Boris", Role.MANAGER)
    mei = await world.person("Mei", "zh")
    await mei.says("你好")
    await mei.shares(voice=True)
    await mei.shares(video=True)
    await mei.shares(video_note=True)
    mei.hears("已转达4条消息")
    await boris.looks()
    before = len(boris.chat)
    await mei.taps("↩️ 撤回")
    mei.hears("已撤回。")
    await boris.looks()
    assert (
        len(boris.chat) == before - 7
    )  # the words; the voice and both videos, each with what was told of it
    await boris.says("/today")
    boris.hears_nothing_of("waiting")
    whats = await look(
        world, lambda desk: [entry.what for entry in desk.repositories.history.of("client", 1)]
    )
    await boris.says("Mei")
    await boris.taps("📖 Timeline")
    boris.hears("Timeline: Mei", "↩️ Taken back.")
    boris.hears_nothing_of("🎤")
    went_on = ["privacy_agreed"]  # with the second: the first was answered with how we keep data
    assert whats[:9] == ["taken_back"] * 4 + ["question"] * 3 + went_on + ["question"]

    await mei.says("有去中国的团吗？")
    await boris.looks()
    await boris.says("有。", reply_to=boris.last["message_id"])
    await mei.taps("↩️ 撤回")
    assert mei.toast == "Boris 已经答复了。"
    await mei.says("谢谢")
    await world.turn(timedelta(minutes=2))
    await mei.taps("↩️ 撤回")
    assert mei.toast.startswith("已超过一分钟")
    mei.sees_no("↩️ 撤回")
    await boris.looks()
    await world.turn(timedelta(hours=9))
    await mei.says("晚安")
    mei.hears("3月2日", "开始答复")
    await world.turn(timedelta(hours=9))
    await mei.says("早上好")
    mei.hears("我们从09:00开始答复")


async def test_a_voice_beside_a_question_leaves_the_question_open(world: World) -> None:
    boris = await world.colleague("Boris", Role.MANAGER)
    anna = await world.person("Anna")
    await anna.says("/start")
    deal = await a_deal(world, client=anna, travellers=["Anna"], responsible=boris)
    await anna.says("/mytrips")
    await anna.taps("📷 Passport: Anna")
    await anna.shares(voice=True)
    anna.hears("✉️ Sent. Boris will answer you here.", "Anna's passport")
    await boris.looks()
    boris.hears("🎤 0:03", f"#{deal}")
    await anna.says("Is the red one fine?")
    anna.hears("Please send a photo or a PDF.")
    anna.sees_no("✉️ Send it to Boris")
    await anna.says("I have two of them")
    await anna.taps("✉️ Send it to Boris")
    anna.hears("✉️ Sent. Boris will answer you here.", "Anna's passport")
    await boris.looks()
    boris.hears("I have two of them")
    await anna.sends(("route.docx", "application/msword", b"words"), caption="And our route")
    await anna.taps("✉️ Send it to Boris")
    await boris.looks()
    boris.hears("📎 file", "And our route")
    await anna.sends(("red.jpg", "image/jpeg", b"\xff\xd8\xff\xe0 red"), photo=True, caption="The red one")
    anna.hears("Your message has gone to the agency too.", "Anna's passport: 1 file received.")
    await boris.looks()
    boris.hears("The red one")


async def test_a_long_text_arrives_whole_in_parts(world: World) -> None:
    boris = await world.colleague("Boris", Role.MANAGER)
    mei = await world.person("Mei")
    text = " ".join(f"wish-{number}" for number in range(700))
    split = text.rindex(" ", 0, 4096)  # as Telegram does: where a word ends
    first, rest = text[:split], text[split:]
    await mei.says(first)
    await mei.says(rest)
    mei.hears("✉️ 2 messages sent.")
    await boris.looks()
    boris.hears("Mei asks", "Part 1 of 2", "Mei asks", "Part 2 of 2", "Mei asks")
    told = " ".join(boris.heard).split()
    assert {f"wish-{number}" for number in range(700)} <= set(told)
    assert sum(bool(one["buttons"]) for one in boris.chat if "wish" in (one["text"] or "")) == 2
    parts = [one for one in boris.chat if "Part 1 of 2" in (one["text"] or "")]
    await boris.says("we will look at it.", reply_to=parts[-1]["message_id"])
    boris.hears("Sent to Mei.")


async def test_a_client_who_cannot_be_reached_is_phoned(world: World) -> None:
    boris = await world.colleague("Boris", Role.MANAGER)
    anna = await world.person("Anna")
    await asks_for_lisbon(anna, phone="0888123456")
    await boris.says("/inquiries")
    await boris.taps("#1")
    await boris.taps("✉️ Answer")
    await world.post(f"/sim/people/{anna.id}/block", {})
    await world.settle()
    await boris.says("We have a hotel for you.")
    boris.hears("Anna cannot be reached on Telegram. Please call: +359 88 812 3456.")

    await boris.says("/inquiries")
    await boris.taps("#1")
    boris.sees_no("✉️ Answer")
    await boris.taps("☎️ Note a call")
    await boris.says("She wants the hotel by the river.")
    boris.hears("Noted.", "Inquiry #1", "She wants the hotel by the river.")
    await boris.taps("👤 Anna")
    boris.hears("Anna", "+359 88 812 3456 · has blocked us on Telegram", "She wants the hotel by the river.")
    await boris.taps("⋯ More")
    await boris.taps("💬 All messages")
    boris.hears("Timeline: Anna", "· Boris", "On the phone: “She wants the hotel by the river.”")
    await boris.taps("☎️ Talks")
    assert "✓ ☎️ Talks" in boris.buttons
    boris.hears("On the phone: “She wants the hotel by the river.”")
    await boris.taps("1")
    boris.hears("Boris", "She wants the hotel by the river.")


async def test_staff_write_first_and_the_accountant_only_looks(world: World) -> None:
    boris = await world.colleague("Boris", Role.MANAGER)
    ivan = await world.colleague("Ivan", Role.ACCOUNTANT)
    gita = await world.colleague("Gita", Role.GUIDE)
    anna = await world.person("Anna")
    await asks_for_lisbon(anna, phone="0888123456")
    await boris.says("/inquiries")
    await boris.taps("#1")
    await boris.taps("👤 Anna")
    await boris.taps("✉️ Write")
    await boris.says("Hello, Anna! Lisbon it is.")
    boris.hears("Sent to Anna.")
    assert len(await notices_to(world, anna, "answer")) == 1
    await boris.taps("⋯ More")
    await boris.taps("💬 All messages")
    boris.hears("Timeline: Anna", "Hello, Anna! Lisbon it is.")
    assert "✓ 💬 Messages" in boris.buttons

    (answer,) = await notices_to(world, anna, "answer")
    await presses(ivan, answer, "answer_client")
    await presses(gita, answer, "answer_client")
    for other in (ivan, gita):
        other.hears_nothing_of("Lisbon")


async def test_the_dialogues_of_writing_play_as_written(world: World) -> None:
    boris, anna = await world.colleague("Boris", Role.MANAGER), await world.person("Anna")
    await play(question.__doc__, anna)
    await boris.looks()
    await boris.taps("✉️ Answer")
    await play(answer.__doc__, boris)
    await play(write.__doc__, boris)
    await play(note_call.__doc__, boris)
    await play(note.__doc__, boris)
    await boris.taps("They called")
    boris.hears("Boris · They called: She would like a sea view.")
    await boris.taps("◀ Back")
    boris.hears("☎️", "They called: She would like a sea view.")


async def _begins_question(person: Person) -> None:
    """From the client's own card of the deal."""
    await person.says("/mytrips")
    await person.taps("💬 Ask a question")
    person.hears("What would you like to know about")
