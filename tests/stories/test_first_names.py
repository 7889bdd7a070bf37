"""Clients read the first names of colleagues, and colleagues read whole ones."""

from domain.entities.people import Role
from tests.deals import a_deal, a_trip
from tests.stories.test_ideas import puts_to_vote, says_idea
from tests.world import World


async def test_a_wish_that_comes_with_its_command_is_answered_by_a_first_name(world: World) -> None:
    olga = await world.colleague("Olga Marinova", Role.OWNER)
    anna = await world.person("Анна", "ru", last_name="Петрова")
    await anna.says("/idea Хочу на море в мае")
    anna.hears("Спасибо! Мы записали ваше пожелание.")
    anna.hears_nothing_of("Olga", "Чего бы вам хотелось?")
    await olga.looks()
    olga.hears("💡 A wish from Анна Петрова", "Хочу на море в мае")
    await olga.taps("✉️ Answer")
    await olga.says("Nesebar, from the 1st of May")
    await anna.looks()
    anna.hears(
        "💡 Ответ на ваше пожелание", "Хочу на море в мае", "Nesebar, from the 1st of May", "Olga, Tourdesk"
    )
    anna.hears_nothing_of("Marinova")
    await olga.taps("📌 Planned")
    await anna.looks()
    anna.hears("📌 В планах: ваше пожелание")


async def test_an_idea_behind_the_command_that_is_too_long_is_asked_for_again(world: World) -> None:
    await world.colleague("Olga", Role.OWNER)
    boris = await world.colleague("Boris", Role.MANAGER)
    await boris.says("/idea " + "x" * 1001)
    boris.hears("That is 1001 characters; at most 1000 fit.")
    await boris.says("/idea Fewer taps")
    boris.hears("Thank you. Passed on to Olga.")


async def test_who_asks_reads_the_first_name_of_whom_it_is_with(world: World) -> None:
    await world.colleague("Olga Marinova", Role.OWNER)
    boris = await world.colleague("Борис Стоянов", Role.MANAGER, "bg")
    mei = await world.person("美", "zh", last_name="李")
    await mei.says("/start")
    await a_deal(world, client=mei, trip=await a_trip(world), responsible=boris)
    await mei.says("/mytrips")
    mei.hears("Борис")
    mei.hears_nothing_of("Стоянов")
    await mei.taps("💬")
    await mei.says("几点出发？")
    mei.hears("Борис")
    mei.hears_nothing_of("Стоянов")
    await boris.looks()
    await boris.taps("✉️ Отговори")
    await boris.says("06:30")
    await mei.looks()
    mei.hears("💬 Борис，Tourdesk", "06:30")
    mei.hears_nothing_of("Стоянов")


async def test_clients_who_vote_read_of_the_trip_and_not_of_numbers(world: World) -> None:
    olga = await world.colleague("Olga", Role.OWNER)
    boris = await world.colleague("Boris", Role.MANAGER)
    georgi = await world.person("Георги", "bg")
    await georgi.says("/start")
    await a_deal(world, client=georgi, trip=await a_trip(world))
    for words in ("alpha", "beta", "gamma"):
        await says_idea(boris, words)
    await puts_to_vote(olga, "alpha", "beta", "gamma")
    await olga.taps("🚌 Ohrid")
    olga.hears("1 person will be asked.")
    await olga.taps("🗳 Ask them")
    olga.hears("🗳 Vote #1", "Open since")
    await georgi.looks()
    await georgi.taps("2. beta")
    georgi.hears("🗳 Ohrid 29.10", "2. beta – 1 глас")
    georgi.hears_nothing_of("№", "Открито")
    await olga.taps("🏁 Close the vote")
    await georgi.looks()
    georgi.hears("🏁 Ohrid 29.10: гласуването приключи", "2. beta – 1 глас")
    await boris.says("/vote")
    boris.hears("You have not been asked to vote yet.")
