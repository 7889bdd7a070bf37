"""The staff's group: tied by a link, and what is said where something is missing."""

from domain.entities.people import Role
from tests.people import Person
from tests.world import World

DESK, SMALL = -1001000000007, -77


async def a_forum(world: World, *members: Person, number: int = DESK, **more: object) -> None:
    ids = [one.id for one in members]
    group = {"id": number, "title": "Desk", "members": ids, "forum": True, "bot": "absent"}
    await world.post("/sim/groups", group | more)


async def chooses(who: Person, group: int = DESK) -> None:
    """Follows the link under the newest button that has one."""
    urls = [one["url"] for said in who.chat for row in said["buttons"] for one in row if one.get("url")]
    await follows(who, urls[-1], group)


async def follows(who: Person, link: str, group: int = DESK) -> None:
    await who.world.post(f"/sim/people/{who.id}/startgroup", {"chat": group, "link": link})
    await who.world.settle()
    await who.looks()


async def ties(who: Person, group: int = DESK) -> None:
    await who.says("/settings")
    await who.taps("💬 Staff group")
    await who.taps("🔗 Tie a group")
    await chooses(who, group)


async def test_a_manager_ties_a_forum_and_reads_what_it_lacks_until_it_has_it(world: World) -> None:
    """A small group first, topics and rights later; the link works once, and for whoever asked for it."""
    boris, nina = await world.colleague("Boris", Role.MANAGER), await world.person("Nina")
    await a_forum(world, boris, nina, number=SMALL, forum=False)
    await boris.says("/settings")
    await boris.taps("💬 Staff group")
    boris.hears("1. Make a group in Telegram", "Everybody in the group reads all clients of the agency.")
    await boris.taps("🔗 Tie a group")
    boris.hears("The link is for you alone")
    link = boris.chat[-1]["buttons"][0][0]["url"]
    await follows(nina, link, SMALL)
    there = nina.within(SMALL)
    await there.looks()
    there.hears("This link is good only for the colleague who asked for it, so the group was not tied.")
    await chooses(boris, SMALL)
    boris.hears("⚠️ “Desk” cannot be used yet.", "It has no topics yet.")

    await world.post(f"/sim/groups/{SMALL}/upgrade", {})
    await world.settle()
    await boris.looks()
    boris.hears("Its topics are switched off.")
    await boris.taps("💬 Staff group")
    await boris.taps("🚫 Untie")
    await boris.taps("🚫 Untie")
    await a_forum(world, boris, nina)
    await world.post(f"/sim/groups/{DESK}/add", {})
    await follows(boris, link)
    there = boris.within(DESK)
    await there.looks()
    there.hears("This link was used already or replaced by a newer one")
    await boris.taps("🔗 Tie a group")
    await world.post(f"/sim/groups/{DESK}/promote", {"rights": ["can_pin_messages"]})
    await chooses(boris)
    boris.hears("✅ “Desk” is tied.", "Each client gets a topic there with their next message.")
    await there.looks()
    there.hears("This group is tied to Tourdesk.", "What begins with // stays in the topic")

    await world.post(f"/sim/groups/{DESK}/promote", {"rights": ["can_manage_topics"]})
    await world.settle()
    await boris.looks()
    boris.hears("⚠️ “Desk” cannot be used yet.", "“Manage topics” and “Delete messages”")
    await world.post(f"/sim/groups/{DESK}/kick", {})
    await world.settle()
    await boris.looks()
    boris.hears("I am not in the group any more.")
