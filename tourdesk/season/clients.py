"""What is known of three clients: how they travel, what to ask them, and what they told of themselves."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from domain.ports.desk import Desk
from domain.usecases.clients.facts import change_fact, change_tags, tell_fact
from tourdesk.season.acts import Act, Season, member

ANNA: dict[str, Any] = {
    "habit": "каждый июль",
    "stars": 3,
    "nights": 10,
    "board": "half",
    "sea_line": "second",
    "needs": "У ребёнка аллергия на орехи",
    "ask_next": "sea_line",
    "source": "friend",
}
PETROV: dict[str, Any] = {
    "habit": "на Великден, само с автобус",
    "stars": 4,
    "nights": 3,
    "board": "breakfast",
    "email": "stefan.petrov@example.com",
    "prefers": "phone",
    "source": "walked_in",
}
GEORGIEVA: dict[str, Any] = {"latin_name": "MARIYA GEORGIEVA", "ask_next": "nights", "source": "search"}


def acts() -> Iterator[Act]:
    yield Act(-9, "11:10", "boris", _knows("ohrid_anna", ANNA, ("семья", "море")))
    yield Act(-9, "11:20", "boris", _knows("ohrid_petrovi", PETROV, ("семейство",)))
    yield Act(-8, "16:05", "boris", _knows("plovdiv", GEORGIEVA, ("уикенд",)))
    yield Act(-7, "19:30", "anna", _anna_tells)


def _knows(deal: str, facts: dict[str, Any], tags: tuple[str, ...]) -> Any:
    def fills_in(desk: Desk, season: Season) -> None:
        client = desk.archive.deals.get(season.deals[deal]).client.id
        for key, value in facts.items():
            change_fact(desk, client, key, value)
        change_tags(desk, client, tags)
        change_fact(desk, client, "responsible", member(desk, "boris"))

    return fills_in


def _anna_tells(desk: Desk, _season: Season) -> None:
    tell_fact(desk, "email", "anna.petrova@example.com")
    tell_fact(desk, "born_on", date(1986, 5, 17))
    tell_fact(desk, "prefers", "telegram")
