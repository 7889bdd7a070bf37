"""Ideas are said, answered and voted on, and colleagues tell once how they find the program."""

from datetime import UTC, datetime, timedelta

from bot.flows.ideas import answer, feedback, idea
from domain.entities.people import Role
from tests.deals import a_deal, a_trip
from tests.dialogues import play
from tests.people import Person
from tests.stories.asking import look, notices_to, presses
from tests.world import World


async def says_idea(person: Person, words: str) -> None:
    await person.says("/idea")
    await person.says(words)


async def puts_to_vote(olga: Person, *ideas: str) -> None:
    """Chosen from the newest; whom to ask is left open."""
    await olga.says("/menu")
    await olga.taps("⋯ More")
    await olga.taps("💡 Ideas")
    await olga.taps("🗳 Votes")
    await olga.taps("➕ Put three ideas to a vote")
    for words in ideas:
        await olga.taps(f"💡 {words}")
    await olga.taps("▶ Who should I ask?")


async def test_the_dialogue_of_an_idea_plays_as_written(world: World) -> None:
    await world.colleague("Olga", Role.OWNER)
    boris, anna = await world.colleague("Boris", Role.MANAGER), await world.person("Anna")

    await play(idea.__doc__, boris, anna)

    await boris.taps("⋯ More")
    await boris.taps("💡 Ideas")
    boris.hears("New idea · Boris: The list of deals should show the phone")
    boris.hears_nothing_of("sea in May")
    boris.sees_no("📊 How colleagues find it", "Planned")


async def test_the_owner_hears_of_an_idea_answers_and_marks_it(world: World) -> None:
    olga = await world.colleague("Olga", Role.OWNER)
    boris = await world.colleague("Boris", Role.MANAGER)
    await boris.says("/idea")
    await boris.shares(sticker="👍")
    boris.hears("There is no text in that message.", "What annoys you")
    await boris.says("x" * 1001)
    boris.hears("That is 1001 characters; at most 1000 fit.")
    await boris.says("The list of deals should show the phone")
    boris.hears("Thank you. Passed on to Olga.")

    await olga.looks()
    olga.hears("💡 Boris has an idea", "The list of deals should show the phone")
    await play(answer.__doc__, olga)
    olga.hears("Idea #1 · New idea", "Answered: “Good thought, next week”")
    await boris.looks()
    boris.hears("💡 Olga answers your idea", "The list of deals", "Good thought, next week")

    await olga.taps("📌 Planned")
    assert olga.toast == "Boris will be told."
    olga.hears("Idea #1 · Planned")
    olga.sees_no("📌 Planned")
    await boris.looks()
    boris.hears("📌 Planned: your idea")
    await olga.taps("🕘 History")
    olga.hears("Marked: Planned; before: New idea", "Answered: “Good thought, next week”", "Suggested")

    await olga.says("phone list")
    olga.hears("Idea #1")


async def test_the_list_of_the_owner_is_sorted_by_what_was_decided(world: World) -> None:
    olga = await world.colleague("Olga", Role.OWNER)
    boris = await world.colleague("Boris", Role.GUIDE)
    for number in range(6):
        await says_idea(boris, f"idea number {number}")
    await olga.says("/menu")
    await olga.taps("⋯ More")
    await olga.taps("💡 Ideas")
    olga.hears("idea number 5", "idea number 2")
    olga.hears_nothing_of("idea number 1")
    await olga.taps("Next ▶")
    olga.hears("idea number 1", "idea number 0")
    await olga.taps("💡 idea number 0")
    await olga.taps("✖ Not now")
    await boris.looks()
    boris.hears("💡 Not now, but thank you for the idea", "idea number 0")
    await olga.taps("◀ Back")
    olga.hears("idea number 1")
    olga.hears_nothing_of("idea number 0")
    await olga.taps("Not now")
    olga.hears("Boris: idea number 0")
    olga.hears_nothing_of("Not now ·")
    await olga.taps("Done")
    olga.hears("Nothing yet.")
    await olga.taps("All")
    olga.hears("idea number 5")


async def test_a_client_far_away_hears_everything_in_their_language(world: World) -> None:
    olga = await world.colleague("Olga", Role.OWNER, "ru")
    li = await world.person("Li", "zh")
    await li.says("/start")
    await li.taps("💡 提个愿望")
    li.hears("您有什么愿望？")
    await li.says("五月去海边")
    li.hears("谢谢！您的愿望我们已记下。")

    await olga.looks()
    olga.hears("💡 Li: пожелание", "五月去海边")
    await olga.taps("✉️ Ответить")
    olga.hears("Li: «五月去海边»", "Что ответить?")
    await olga.says("好主意")
    olga.hears("Отправлено: Li.")
    await li.looks()
    li.hears("💡 您的愿望有回复了", "五月去海边", "好主意", "Olga，Tourdesk")
    await olga.taps("✅ Готово")
    await li.looks()
    li.hears("✅ 已实现：您的愿望")


async def test_a_client_who_went_away_is_not_answered(world: World) -> None:
    olga = await world.colleague("Olga", Role.OWNER)
    anna = await world.person("Anna")
    await says_idea(anna, "More trips to the sea")
    (said,) = await notices_to(world, olga, "idea_said")
    await olga.looks()
    await world.post(f"/sim/people/{anna.id}/block", {})
    await world.settle()
    await presses(olga, said, "answer_idea")
    assert "Anna cannot be reached on Telegram" in olga.toast
    await presses(olga, said, "open_idea")
    olga.sees_no("✉️ Answer")
    await world.post(f"/sim/people/{anna.id}/unblock", {})
    await anna.says("/start")
    await presses(olga, said, "answer_idea")
    await olga.says("In May!")
    await anna.looks()
    anna.hears("In May!")


async def test_the_staff_vote_and_everybody_hears_how_it_ended(world: World) -> None:
    olga = await world.colleague("Olga", Role.OWNER)
    boris = await world.colleague("Boris", Role.MANAGER)
    kalina = await world.colleague("Калина", Role.OPERATOR, "bg")
    anna = await world.person("Anna")
    for words in ("alpha", "beta", "gamma"):
        await says_idea(boris, words)
    await says_idea(anna, "delta")

    await puts_to_vote(olga, "alpha", "beta", "delta")
    await olga.taps("👥 The staff")
    olga.hears("A vote among the staff", "1. alpha", "2. beta", "3. delta", "3 people will be asked.")
    await olga.taps("🗳 Ask them")
    olga.hears("Vote #1 · The staff", "1. alpha — 0 votes", "Voted: 0 of 3")

    await boris.looks()
    boris.hears("🗳 Which of these is the best?", "You have one vote")
    await boris.taps("2. beta")
    boris.hears("Vote #1", "1. alpha — 0 votes", "2. beta — 1 vote", "Voted: 1 of 3")
    await boris.taps("💡 alpha")
    boris.hears("1. alpha — 1 vote", "2. beta — 0 votes", "Voted: 1 of 3")
    await kalina.looks()
    kalina.hears("🗳 Коя от тези идеи е най-добра?", "3. delta")
    await kalina.taps("1. alpha")
    kalina.hears("1. alpha – 2 гласа", "Гласували: 2 от 3")
    (asked,) = await notices_to(world, boris, "vote_opened")
    await presses(anna, asked, "vote_first")
    anna.hears_nothing_of("alpha")

    await olga.taps("💡 delta")
    olga.hears("3. delta — 1 vote", "Voted: 3 of 3")
    await olga.taps("🏁 Close the vote")
    olga.hears("Closed on", "1. alpha — 2 votes")
    olga.sees_no("🏁 Close the vote", "💡 delta")
    await boris.looks()
    boris.hears("🏁 The vote is closed", "1. alpha — 2 votes", "2. beta — 0 votes", "3. delta — 1 vote")
    await kalina.looks()
    kalina.hears("🏁 Гласуването приключи", "3. delta – 1 глас")
    await presses(boris, asked, "vote_third")
    assert boris.toast == "This vote is closed. Everybody has been told the result."
    await boris.says("/menu")
    await boris.taps("💡 Ideas")
    boris.hears("Anna: delta", "Boris: alpha")
    assert await look(world, lambda desk: desk.archive.votes.counts(desk.archive.votes.get(1))) == {
        1: 2,
        4: 1,
    }


async def test_the_clients_of_a_trip_vote_and_nobody_else(world: World) -> None:
    olga = await world.colleague("Olga", Role.OWNER)
    boris = await world.colleague("Boris", Role.MANAGER)
    ivan, li, eve = (
        await world.person("Иван", "ru"),
        await world.person("Li", "zh"),
        await world.person("Eve"),
    )
    for one in (ivan, li, eve):
        await one.says("/start")
    trip = await a_trip(world)
    for client in (ivan, li):
        await a_deal(world, client=client, trip=trip)
    await a_deal(world, client="Without Telegram", trip=trip)
    for words in ("a guide", "a lunch", "a boat"):
        await says_idea(boris, words)
    await boris.looks()

    await puts_to_vote(olga, "a guide", "a lunch", "a boat")
    await olga.taps("🚌 Ohrid")
    olga.hears("A vote among the clients of Ohrid", "2 people will be asked.")
    await olga.taps("🗳 Ask them")
    for voter, words in ((ivan, "Ohrid 29.10: что лучше?"), (li, "Ohrid 29.10：哪一条最好？")):
        await voter.looks()
        voter.hears(words)
    assert await notices_to(world, boris, "vote_opened") == []
    await ivan.taps("3. a boat")
    ivan.hears("3. a boat — 1 голос", "Проголосовали: 1 из 2")
    (asked,) = await notices_to(world, ivan, "vote_opened")
    await presses(eve, asked, "vote_first")
    eve.hears_nothing_of("a boat")
    await li.taps("3. a boat")
    li.hears("3. a boat：2票", "已投票：2/2")
    await olga.taps("🏁 Close the vote")
    await li.looks()
    li.hears("🏁 Ohrid 29.10：投票结束", "3. a boat：2票")


async def test_a_vote_needs_three_ideas_and_somebody_to_ask(world: World) -> None:
    olga = await world.colleague("Olga", Role.OWNER)
    await a_trip(world)
    for words in ("one", "two", "three", "four"):
        await says_idea(olga, words)
    olga.hears("It is on your list.")
    await olga.says("/menu")
    await olga.taps("⋯ More")
    await olga.taps("💡 Ideas")
    await olga.taps("🗳 Votes")
    olga.hears("No votes yet.")
    await olga.taps("➕ Put three ideas to a vote")
    for words in ("one", "two", "three"):
        olga.sees_no("▶ Who should I ask?")
        await olga.taps(f"💡 {words}")
    await olga.taps("💡 four")
    olga.sees("✓ two", "✓ three", "✓ four", "💡 one")
    await olga.taps("▶ Who should I ask?")
    await olga.taps("🚌 Ohrid")
    assert olga.toast.startswith("Nobody there can be reached on Telegram.")
    await olga.taps("👥 The staff")
    olga.hears("1 person will be asked.")


async def test_after_thirty_days_each_colleague_is_asked_once(world: World) -> None:
    olga = await world.colleague("Olga", Role.OWNER)
    boris = await world.colleague("Boris", Role.MANAGER)
    await world.turn(timedelta(days=29))
    petar = await world.colleague("Петър", Role.GUIDE, "bg")
    assert await notices_to(world, boris, "feedback_wanted") == []
    await world.turn(datetime(2027, 3, 31, 20, 0, tzinfo=UTC))
    assert await notices_to(world, boris, "feedback_wanted") == []  # it is night in Sofia
    await world.turn(datetime(2027, 4, 1, 6, 0, tzinfo=UTC))
    await boris.looks()
    boris.hears("📊 How is it, working with me?")
    await petar.looks()
    petar.hears_nothing_of("📊")

    await boris.taps("📊 Rate")
    await boris.says("excellent")
    boris.hears("Please choose one of the buttons.", "How quick is it?")
    await boris.taps("✖ Cancel")
    (asked,) = await notices_to(world, boris, "feedback_wanted")
    await presses(boris, asked, "give_feedback")
    await play(feedback.__doc__, boris)
    await presses(boris, asked, "give_feedback")
    assert boris.toast.startswith("You have told us already.")

    await world.turn(timedelta(days=33))
    assert len(await notices_to(world, boris, "feedback_wanted")) == 1
    await petar.looks()
    petar.hears("📊 Как Ви е да работите с мен?")
    await petar.taps("📊 Оцени")
    for mark in ("5", "4", "5"):
        await petar.taps(mark)
    await petar.taps("Пропусни")
    petar.hears("Благодаря.")

    await olga.says("/menu")
    await olga.taps("⋯ More")
    await olga.taps("💡 Ideas")
    await olga.taps("📊 How colleagues find it")
    olga.hears(
        "2 answers", "Speed: 4.5 of 5", "Ease of use: 4.5 of 5", "annoys: 3.5 of 5", "Boris: “Too many taps”"
    )
