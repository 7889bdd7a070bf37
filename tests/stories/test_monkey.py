"""A monkey at everybody's phone: random taps, keys and words of every role find no screen without a way on.

Set TOURDESK_MONKEY to a seed to play it again, or to a comma-separated list of them; each is printed.
"""

import os
import random
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Any

import pytest

from bot.conversation.exchange import Exchange
from bot.conversation.screen import MOST, Screen, choices
from domain.entities.documents import DocumentState
from domain.entities.people import Role
from tests.deals import a_deal, a_trip
from tests.people import Person
from tests.things import OHRID
from tests.world import World

SEEDS = os.environ.get("TOURDESK_MONKEY", "11,29").split(",")
STEPS = 160
WORDS = (
    "/today",
    "/menu",
    "/start",
    "/help",
    "/cancel",
    "/deals",
    "/deals 1",
    "/money",
    "/trips",
    "/inquiries",
    "/settings",
    "/tour",
    "/mytrips",
    "/nonsense",
    "Maria",
    "Ohrid",
    "#1",
    "participants Ohrid 29.10",
    "29.10",
    "завтра",
    "2",
    "500",
    "0888 123 456",
    "Да",
    "什么？",
    "🌊",
    " ",
    "☀️ Днес",
    "💶 Деньги",
    "📥 咨询",
    "⋯ More",
)


Drawn = list[tuple[list[Any], Screen]]


@pytest.fixture
def drawn(monkeypatch: pytest.MonkeyPatch) -> Drawn:
    """Every screen, with its view."""
    found: Drawn = []
    draw = Exchange.draw

    def looked_at(self: Exchange, screen: Screen, view: list[Any], *more: Any, **named: Any) -> Any:
        found.append((view, screen))
        return draw(self, screen, view, *more, **named)

    monkeypatch.setattr(Exchange, "draw", looked_at)
    return found


@pytest.mark.parametrize("seed", SEEDS)
async def test_random_taps_and_words_find_no_dead_end(world: World, drawn: Drawn, seed: str) -> None:
    print(f"monkey: TOURDESK_MONKEY={seed}")
    dice = random.Random(seed)
    people = await _everybody(world)
    wrong: list[str] = []
    for step in range(STEPS):
        drawn.clear()
        person = dice.choice(people)
        did = await _does(dice, person)
        wrong += [f"step {step}, {person.name}: {did}: {what}" for what in _faults(person, drawn)]
        if dice.random() < 0.03:
            await world.turn(timedelta(hours=dice.choice((1, 9, 30))))
    assert not wrong, "\n".join(wrong)


def _faults(person: Person, drawn: Drawn) -> Iterator[str]:
    """Nobody answered, there is nothing to press, or too much of it."""
    if not (person.heard or person.toast):
        yield "no answer"
    if not (person.buttons or person.keys):
        yield "nothing to press"
    if drawn and not drawn[-1][1].rows and drawn[-1][1].asking is None:
        yield f"no way on from {drawn[-1][0]}"
    for view, screen in drawn:
        if choices(screen) > MOST:
            yield f"{choices(screen)} choices on {view}"


async def _does(dice: random.Random, person: Person) -> str:
    """A key, a word, or most often one of the newest buttons: others may have taken theirs away in the meantime."""
    await person.looks()
    shown = [label for label in person.buttons if label.strip()]
    keys = [label for row in person.keys for label in row if not label.startswith("📱")]
    way = dice.random()
    if shown and way < 0.75 and shown != keys:
        label = dice.choice(shown)
        await person.taps(label)
        return f"[{label}]"
    if keys and way < 0.85:
        label = dice.choice(keys)
        await person.presses(label)
        return f"key {label}"
    words = dice.choice(WORDS)
    await person.says(words)
    return words


async def _everybody(world: World) -> list[Person]:
    """All roles in all languages, two clients, and something of everything to do."""
    spoken = dict(zip(Role, ("en", "ru", "bg", "zh", "en"), strict=True))
    staff = [await world.colleague(str(role).title(), role, language) for role, language in spoken.items()]
    anna, mei = await world.person("Анна", "ru"), await world.person("Mei", "zh")
    for client in (anna, mei):
        await client.says("/start")
    due = date(2027, 3, 1)
    soon = replace(
        OHRID,
        departs=datetime(2027, 3, 4, 6, 30),
        returns=date(2027, 3, 7),
        deposit_due=due,
        documents_due=due,
        balance_due=due,
    )
    for plan in (OHRID, soon):
        trip = await a_trip(world, plan)
        for buyer in (anna, "Maria Ivanova", "Pavel"):
            await a_deal(
                world,
                client=buyer,
                trip=trip,
                responsible=staff[1],
                travellers=["Maria"],
                passports=DocumentState.SENT,
            )
    return [*staff, anna, mei]
