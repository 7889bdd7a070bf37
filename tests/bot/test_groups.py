"""Buttons in a group: anybody presses them with their own rights, and nothing is shown that was not made for a group."""

import secrets
from itertools import count

import pytest

from bot.conversation.dispatching.dispatcher import Dispatcher
from bot.conversation.dispatching.identity import Identity
from bot.conversation.events import Event, Sender, Tap
from bot.conversation.exchange import BotProfile, Exchange, NotForGroups
from bot.conversation.outgoing import Message
from bot.conversation.refusals import words_for
from bot.conversation.screen import Screen
from domain.ports.agency import CurrentAgency
from domain.values.language import Language
from domain.values.refusals import Refusal
from locales import verbatim
from storage import Database, SqlUnit, StoredScreen
from tests.bot import market
from tests.bot.market import STALL, TALLY
from tests.world import AGENCY, NOON

GROUP, OTHER_GROUP = -1001, -1002
ANNA = Sender(501, "Anna", None, "en")
BORIS = Sender(502, "Boris", None, "bg")
DISPATCHER = Dispatcher(
    Identity(CurrentAgency(AGENCY), lambda: NOON, secrets.token_urlsafe),
    market.routes,
    BotProfile("tourdesk_bot", lambda _number: None),
)
_numbers = count(1)


@pytest.fixture(autouse=True)
def _nothing_is_left() -> None:
    market.votes.clear()


def says(unit: SqlUnit, who: Sender, command: str, chat: int = GROUP) -> Exchange:
    said = Event(next(_numbers), who, chat, private=False, command=command, text=f"/{command}")
    return DISPATCHER.dispatch(unit, said)


def presses(unit: SqlUnit, who: Sender, data: str, chat: int = GROUP) -> Exchange:
    return DISPATCHER.dispatch(unit, pressed(who, data, chat))


def pressed(who: Sender, data: str, chat: int = GROUP) -> Event:
    return Event(next(_numbers), who, chat, private=chat > 0, tap=Tap(data, "q", 9))


def tally(unit: SqlUnit) -> StoredScreen:
    """As Anna opened it in the group."""
    exchange = says(unit, ANNA, "tally")
    [shown] = exchange.outgoing
    assert isinstance(shown, Message)
    assert shown.html == "Votes: none"
    screen = unit.screens.get(shown.screen_id or 0)
    assert screen is not None
    assert screen.chat_id == GROUP
    return screen


def told(exchange: Exchange) -> list[str]:
    assert exchange.toast is not None
    shown = [one.html for one in exchange.outgoing if isinstance(one, Message)]
    assert len(shown) == len(exchange.outgoing)
    return [exchange.toast.text, *shown]


async def test_anybody_presses_and_all_see_the_same(database: Database) -> None:
    def step(unit: SqlUnit) -> None:
        screen = tally(unit)
        answered = presses(unit, BORIS, f"f:{screen.id}:1:0")
        assert told(answered) == ["Counted.", "Votes: yes"]
        assert market.votes == {"Boris": "yes"}
        [shown] = answered.outgoing
        assert isinstance(shown, Message)
        assert shown.edits == 9
        assert told(presses(unit, ANNA, f"f:{screen.id}:1:0"))[1:] == ["Votes: yes"], (
            "an old button does nothing"
        )
        assert told(presses(unit, ANNA, f"f:{screen.id}:2:2"))[1:] == ["Votes: yes"], (
            "a view for groups is shown"
        )
        assert market.votes == {"Boris": "yes"}

    await database.run(step)


async def test_what_is_not_for_groups_is_forged_there(database: Database) -> None:
    def step(unit: SqlUnit) -> None:
        screen = tally(unit)
        screen.actions = [
            *screen.actions,
            ["go", "stalls", "all", 0],
            ["open_stall", 1],
            ["ask", "praise", {"stall": 1}],
        ]
        unit.screens.save(screen)
        for data in (
            *(f"f:{screen.id}:1:{index}" for index in (3, 4, 5, 6)),
            f"f:{screen.id}:2:0",
            "f:99999:1:0",
            "f:x:1:0",
            "n:1:open_deal",
            "",
        ):
            assert told(presses(unit, BORIS, data)) == [""], data
        assert told(presses(unit, BORIS, f"f:{screen.id}:1:0", OTHER_GROUP)) == [""]
        assert told(presses(unit, BORIS, f"f:{screen.id}:1:0", BORIS.telegram_id)) == [""]
        assert market.votes == {}

    await database.run(step)


async def test_a_private_screen_is_pressed_in_no_group(database: Database) -> None:
    def step(unit: SqlUnit) -> None:
        opened = DISPATCHER.dispatch(unit, Event(next(_numbers), ANNA, 501, private=True, command="tally"))
        [shown] = opened.outgoing
        assert isinstance(shown, Message)
        for chat in (GROUP, 502):
            assert told(presses(unit, BORIS, f"f:{shown.screen_id}:1:0", chat)) == [""]
        assert market.votes == {}

    await database.run(step)


async def test_a_refusal_is_for_the_presser_alone(database: Database) -> None:
    def step(unit: SqlUnit) -> None:
        screen = tally(unit)
        event = pressed(BORIS, f"f:{screen.id}:1:1")
        with pytest.raises(Refusal) as refused:
            DISPATCHER.dispatch(unit, event)
        exchange = DISPATCHER.refuse(unit, event, refused.value)
        assert exchange.outgoing == []
        assert exchange.toast is not None
        assert exchange.toast.alert
        assert exchange.toast.text == exchange.voice.plain(words_for(refused.value))
        assert exchange.voice.language is Language.BULGARIAN

    await database.run(step)


async def test_nothing_private_can_be_shown_in_a_group(database: Database) -> None:
    def step(unit: SqlUnit) -> None:
        tally(unit)
        exchange = says(unit, ANNA, "tally")
        for shows in (
            lambda: exchange.say(verbatim("Anna owes 600 EUR")),
            lambda: exchange.show(STALL, 1),
            lambda: exchange.draw(Screen(verbatim("x")), ["flow"]),
            exchange.refresh_menu,
        ):
            with pytest.raises(NotForGroups):
                shows()
        exchange.show(TALLY)

    await database.run(step)


async def test_other_commands_are_not_for_groups(database: Database) -> None:
    def step(unit: SqlUnit) -> None:
        assert says(unit, ANNA, "market").outgoing == []
        assert says(unit, ANNA, "unknown").outgoing == []

    await database.run(step)
