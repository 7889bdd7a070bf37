"""Saved replies are kept by a manager, and fill an answer in the client's language, with what is owed."""

from bot.flows.saved_replies import keep
from domain.entities.people import Role
from tests.deals import a_deal
from tests.dialogues import play
from tests.world import World


async def test_a_reply_is_written_once_and_sent_in_the_clients_language(world: World) -> None:
    boris = await world.colleague("Boris", Role.MANAGER)
    kalina = await world.colleague("Kalina", Role.OPERATOR, "bg")
    anna = await world.person("Анна", "ru")
    await anna.says("/start")
    await a_deal(world, client=anna, responsible=boris)
    await play(keep.__doc__, boris)
    boris.hears("Русский: nothing yet; another language is sent instead")

    await anna.says("Сколько осталось доплатить?")
    await boris.looks()
    await boris.taps("✉️ Answer")
    await boris.taps("💬 Saved replies")
    await boris.taps("What is left to pay")
    boris.hears(
        "This is how Анна will read it, in Russian:",
        "Анна, по поездке «Honeymoon in Vienna» осталось оплатить 600 €.",
        "Send it, or write it otherwise",
    )
    await boris.taps("✅ Send")
    boris.hears("Sent to Анна.")
    await anna.looks()
    anna.hears("Boris, Tourdesk", "осталось оплатить")

    await anna.says("А собаку можно?")
    await kalina.says("/inbox")
    await kalina.taps("Анна")
    await kalina.taps("✉️ Отговор")
    await kalina.taps("💬 Готови отговори")
    await kalina.taps("Dogs")
    kalina.hears("⚠️", "Анна, dogs travel along for €30.")
    await kalina.says("Анна, собаки едут за 30 €.")
    kalina.hears("Изпратено до Анна.")
    await anna.looks()
    anna.hears("собаки едут за 30 €")
