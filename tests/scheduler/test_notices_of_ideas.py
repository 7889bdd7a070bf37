"""What is said of an idea is said to its author, as the idea is now."""

from typing import Any

from domain.entities.notices import Notice
from domain.entities.people import Person
from domain.notices.ideas import IDEA_MARKED
from domain.ports.desk import Desk
from scheduler.notices import content_for
from scheduler.notices.message_content import NothingToSay
from storage import SqlUnit
from tests.nouns.ideas import said_of_ideas
from tests.scheduler.test_notices import Things
from tests.world import World


async def test_what_became_of_an_idea_is_told_to_its_author_as_it_is_now(world: World) -> None:
    """Not what was changed since, and nothing to who left, or has the file of the client no more."""
    somebody, other = await world.person("Somebody"), await world.person("Other")
    for one in (somebody, other):
        await one.says("/start")

    def told(unit: SqlUnit) -> list[bool]:
        desk = world.desk(unit)
        person, stranger = (desk.repositories.people.by_telegram_id(one.id) for one in (somebody, other))
        assert person is not None
        assert stranger is not None
        facts = said_of_ideas(Things(desk, person, "Anna").told)[IDEA_MARKED]
        idea = desk.repositories.ideas.get(facts["idea"])
        says = [_says_marked(desk, person, facts), _says_marked(desk, person, facts | {"state": "done"})]
        assert idea.client is not None
        idea.client.person = stranger
        return [*says, _says_marked(desk, person, facts), _says_marked(desk, stranger, facts)]

    assert await world.database.run(told) == [True, False, False, False]


def _says_marked(desk: Desk, person: Person, facts: dict[str, Any]) -> bool:
    try:
        content_for(desk, Notice("x", IDEA_MARKED, person, desk.now, desk.now, facts))
    except NothingToSay:
        return False
    return True
