"""The inbox: who waits for an answer, who takes it, who gets it handed over, and nothing is answered twice unknowingly."""

from datetime import timedelta

from bot.flows.conversations import answer
from domain.entities.people import Role
from tests.dialogues import play
from tests.stories.asking import notices_to, presses
from tests.world import World


async def test_two_colleagues_and_a_client_who_waits(world: World) -> None:
    boris = await world.colleague("Boris", Role.MANAGER)
    kalina = await world.colleague("Kalina", Role.OPERATOR, language="bg")
    anna = await world.person("Anna")
    await anna.says("/write")
    await anna.says("May I bring my dog?")
    await world.turn(timedelta(minutes=3))

    async def takes_it() -> None:
        await kalina.says("/inbox")
        kalina.hears("Чакат и никой не ги е поел", "🟡 Anna · 3 мин", "„May I bring my dog?“")
        await kalina.taps("🟡 Anna")
        await kalina.taps("🙋 Поемам го")
        kalina.hears("✍️ Отговаря Kalina")
        await kalina.taps("✉️ Отговор")

    await play(answer.__doc__, boris, acts={"Kalina takes it": takes_it})
    await kalina.says("Only a small one.")
    kalina.hears("Вече има отговор (Boris): „Yes, of course.“", "Да го изпратя ли въпреки това?")
    await kalina.taps("✉️ Изпрати все пак")
    kalina.hears("Изпратено до Anna.", "Никой не чака.")
    await anna.looks()
    anna.hears("Boris, Tourdesk", "Yes, of course.", "Kalina, Tourdesk", "Only a small one.")

    await anna.says("/write")
    await anna.says("And a parrot?")
    await boris.looks()
    notice = next(one["message_id"] for one in reversed(boris.chat) if "a parrot" in str(one))
    await kalina.says("/inbox")
    await kalina.taps("Anna · 0 мин")
    await kalina.taps("🙋 Поемам го")
    await boris.says("Why not!", reply_to=notice)
    boris.hears("✍️ Kalina sees to it", "Yours is not sent yet: “Why not!”")
    await anna.looks()
    anna.hears_nothing_of("Why not!")
    await boris.taps("✉️ Send anyway")
    boris.hears("Sent to Anna.")
    await anna.looks()
    anna.hears("Why not!")


async def test_it_turns_red_and_is_handed_over(world: World) -> None:
    olga = await world.colleague("Olga", Role.OWNER)
    boris = await world.colleague("Boris", Role.MANAGER)
    kalina = await world.colleague("Kalina", Role.OPERATOR)
    anna = await world.person("Anna")
    await anna.says("/write")
    await anna.says("May I bring my dog?")
    await boris.says("/inbox")
    await boris.taps("Anna · 0 min")
    await boris.taps("🤝 Hand over")
    await boris.taps("Kalina")
    boris.hears("✍️ Kalina sees to it")
    await boris.taps("🙋 Take from Kalina")
    await boris.taps("🤝 Hand over")
    await boris.taps("Kalina")
    await kalina.looks()
    kalina.hears("Boris hands over to you: Anna", "May I bring my dog?")

    await world.turn(timedelta(minutes=5))
    (late,) = await notices_to(world, kalina, "answer_late")
    await kalina.looks()
    kalina.hears("🔴 Anna is waiting for an answer: 5 min")
    await world.turn(timedelta(minutes=5))
    await olga.looks()
    olga.hears("🔴 Nobody answers Anna: 10 min", "🙋 Responsible: Kalina")
    await world.turn(timedelta(minutes=5))
    (offered,) = await notices_to(world, boris, "answer_late")
    await boris.looks()
    boris.hears("🔴 Can you answer Anna? Waiting: 15 min")
    await presses(boris, offered, "take_conversation")
    boris.hears("✍️ Boris sees to it")
    await kalina.looks()
    kalina.hears("Boris takes over: Anna")
    await presses(kalina, late, "take_conversation")
    assert kalina.toast == "Boris sees to Anna already. To take it over all the same, open the conversation."
    await boris.taps("✅ No answer needed")
    boris.hears("✅ Nobody is waiting.")
    await boris.taps("✉️ Answer")
    await boris.shares(voice=True)
    boris.hears("Sent to Anna.")
    await anna.looks()
    anna.hears("💬 Boris, Tourdesk", "[voice.oga]")
