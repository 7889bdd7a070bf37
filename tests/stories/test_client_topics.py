"""A topic for each client in the group of the staff: both ways, and what does not go on."""

from domain.entities.people import Role
from tests.people import Person
from tests.stories.test_staff_group import DESK, a_forum, ties
from tests.world import World


async def reads_topic(who: Person, name: str) -> int:
    """`who.heard` is what the bot has said in the newest topic of this name; its number."""
    there = await who.world.get(f"/sim/people/{who.id}/chat?chat={DESK}")
    thread: int = next(one["thread"] for one in reversed(there["topics"]) if one["name"].startswith(name))
    said = [one for one in there["messages"] if one.get("thread") == thread and one["from"] == "bot"]
    who.heard = [one["text"] for one in said if one["text"]]
    return thread


async def reactions(who: Person) -> list[str]:
    there = await who.world.get(f"/sim/people/{who.id}/chat?chat={DESK}")
    return [one["reaction"] for one in there["messages"] if one.get("reaction")]


async def a_tied_group(world: World) -> tuple[Person, Person, Person]:
    """Boris answers clients, Gita is a guide; Анна is a client who speaks Russian."""
    boris, gita = await world.colleague("Boris", Role.MANAGER), await world.colleague("Gita", Role.GUIDE)
    anna = await world.person("Анна", "ru")
    await a_forum(world, boris, gita)
    await ties(boris)
    await anna.says("/start")
    return boris, gita, anna


async def test_words_go_both_ways_between_a_client_and_their_topic(world: World) -> None:
    boris, gita, anna = await a_tied_group(world)
    await anna.says("Можно взять собаку?")
    thread = await reads_topic(gita, "Анна")
    gita.hears("👤 Анна", "What you write here goes to Анна.", "💬 Анна: Можно взять собаку?")
    await anna.shares(voice=True)
    await reads_topic(gita, "Анна")
    gita.hears("💬 Анна: 🎤 0:03")

    there, guide = boris.within(DESK), gita.within(DESK)
    await there.says("// two dogs, I think", thread=thread)
    await there.says("Да, конечно.", thread=thread)
    await anna.looks()
    anna.hears("💬 Boris, Tourdesk", "Да, конечно.")
    anna.hears_nothing_of("two dogs")
    assert await reactions(boris) == ["✍", "👌"], "a note, and an answer that has arrived"
    await there.shares(voice=True, thread=thread)
    await anna.looks()
    anna.hears("💬 Boris, Tourdesk", "[voice.oga]")
    assert anna.chat[-1]["file"] is not None
    await guide.says("And a cat?", thread=thread)
    await reads_topic(gita, "Анна")
    gita.hears("Not sent: only colleagues who answer clients write to them here.")
    said = next(one["message_id"] for one in there.chat if one["text"] == "Да, конечно.")
    await there.says("Да, конечно!", thread=thread, edit=said)
    await reads_topic(boris, "Анна")
    boris.hears("✏️ Boris changed it: Да, конечно!")
    await anna.looks()
    assert "Да, конечно!" in [line for one in anna.chat for line in one["text"].splitlines()]
    await there.says("🗑", thread=thread, reply_to=said)
    await anna.looks()
    assert "Да, конечно!" not in str(anna.chat)
    assert "🗑" not in str(anna.chat)

    await boris.says("Анна")
    await boris.taps("✉️ Write")
    await boris.says("До пятницы!")
    await reads_topic(gita, "Анна")
    gita.hears("✉️ Boris answers: До пятницы!")
    assert len([one for one in gita.heard if "Да, конечно." in one]) == 0
    await anna.looks()
    anna.hears_nothing_of("And a cat?")


async def test_a_topic_that_was_deleted_is_opened_anew_and_a_client_who_left_is_said(world: World) -> None:
    boris, gita, anna = await a_tied_group(world)
    await anna.says("Здравствуйте!")
    first = await reads_topic(gita, "Анна")
    await world.post(f"/sim/people/{boris.id}/topic", {"chat": DESK, "delete": first})
    await anna.says("Вы здесь?")
    second = await reads_topic(gita, "Анна")
    assert second != first
    gita.hears("What you write here goes to Анна.", "💬 Анна: Вы здесь?")
    assert sum("Вы здесь?" in one for one in gita.heard) == 1

    await world.post(f"/sim/people/{anna.id}/block", {})
    await world.settle()
    await boris.within(DESK).says("Да!", thread=second)
    await reads_topic(boris, "Анна")
    boris.hears("Анна")
    await world.post(f"/sim/people/{anna.id}/unblock", {})
    await world.settle()
    await boris.within(DESK).says("Да!", thread=second)
    await anna.looks()
    anna.hears("Да!")
