"""Plays a history in the town: each act by HTTP, as a phone would; afterwards whoever acted must have been answered."""

import asyncio
from collections.abc import Awaitable, Callable, Iterable
from datetime import timedelta
from types import SimpleNamespace
from typing import Any, cast

from aiohttp import FormData

from bot.conversation.exchange import Exchange
from bot.conversation.flow.answers import FlowState, Question
from bot.conversation.flow.engine import ActiveFlow
from bot.conversation.questions.basic import Amount, Count, Files, Find, Name, Phone, Place, Time, Words
from bot.conversation.questions.days import Day
from bot.registry import all_routes
from bot.transport.answering.unsent import OWED_AFTER
from scheduler.notices.ideas import VERBS
from storage import SqlUnit
from tests.fuzz.acts import Act, Errand, Event, Kill, Kind, Pass, Together
from tests.fuzz.town import GROUP, IDEAS, Hand, Town
from tests.stories.test_passports import PDF, photo

ROUTES = all_routes()

WORDS = {
    Words: ("Rila", "в горы", "море 🏖", "去看海", "<b>&'\"%_", "a window seat", "/menu?", "0"),
    Name: ("Anna Petrova", "Мария Иванова", "王小美", "O'Neil-Smith", "X"),
    Count: ("1", "2", "3", "7", "0", "-1", "много", "１２"),
    Amount: ("100", "50,50", "600 EUR", "1 234,50", "0", "-5", "1e9", "сто"),
    Time: ("06:30", "7:00", "25:00", "утром"),
    Day: ("20.03.2027", "29.10.2027", "12.07.1990", "31.02.2027", "вчера", "2030-01-15"),
    Phone: ("+359888000001", "0888 000 005", "123", "телефон"),
}
"""What is typed as an answer, by kind of question: mostly what was meant, sometimes not."""
TYPED = (*(text for texts in WORDS.values() for text in texts), "участники Melnik", "№ 1", "x" * 4000)
STAFF_GOALS = (
    "/inquiries",
    "/deals",
    "/trips",
    "/inbox",
    "/note",
    *(f"#{number}" for number in range(1, 12)),
)
ONWARDS = ("▶", "💶", "📨", "✅", "👁", "🔎", "✍️", "📷", "🙋", "➕")
"""How buttons begin that bring a deal on its way, in every language."""
RARE = ("💶", "📨")
"""Money and vouchers: offered seldom, and taken every other time."""
CLIENT_GOALS = ("/tour", "/mytrips")
COMMANDS = (
    *("/start", "/menu", "/cancel", "/tour", "/trips", "/deals", "/staff", "/language", "/nonsense"),
    *("/inbox", "/note", "/note Rila: the road is closed"),
)
FORGED = ("f:1:1:0", "f:99999:1:0", "f:1:99:3", "n:1:be_there", "n:2:advance", "n:999:open_deal", "x", "f::")
THINGS: tuple[dict[str, Any], ...] = (
    {"sticker": "🏖"},
    {"voice": True},
    {"contact": True},
    {"contact": {"phone_number": "+359888000009", "first_name": "Mother"}},
    {"location": {"latitude": 41.5, "longitude": 23.4}},
    {"document": {"name": "film.mp4", "mime": "video/mp4", "size": 30_000_000}},
)


async def play(town: Town, events: Iterable[Event]) -> None:
    """All of it; the model is asked after every event."""
    for event in events:
        match event:
            case Act():
                await _heard(town, [event])
            case Together(acts):
                await _heard(town, list(acts))
            case Pass(hours):
                await town.world.turn(timedelta(hours=hours))
            case Kill(act):
                await _survived(town, act)
            case Errand():
                await _run(town, event)
        await town.agrees()
    await everybody_gets_home(town)


async def everybody_gets_home(town: Town) -> None:
    """No dead end: wherever they stopped, one command brings each of them a screen with buttons."""
    for hand in town.hands:
        if hand.blocked:
            await _block(town, hand, blocked=False)
        await hand.person.says("/start")
        assert hand.person.heard, f"{hand.person.name} was left alone"
        assert hand.person.buttons
    await town.agrees()


async def _heard(town: Town, acts: list[Act]) -> None:
    """They act at once; whoever was able to act must hear or see something."""
    before = {act: await _look(town, act) for act in acts}
    did = await asyncio.gather(*(_do(town, act) for act in acts))
    await town.world.settle()
    for act, done in zip(acts, did, strict=True):
        after = await _look(town, act)
        assert not done or after != before[act], f"{act} was not answered"


async def _run(town: Town, errand: Errand) -> None:
    """Begins with words that lead somewhere, and goes on sensibly."""
    hand = town.hands[errand.who % len(town.hands)]
    if not hand.blocked:
        await _say(town, hand, {"text": _goal(town, hand, errand.pick)})
        await town.world.settle()
    for step in range(errand.steps):
        await _heard(town, [Act(errand.who, "sensible", 3 * (errand.pick * (step + 1) % 333) + 1)])


async def _survived(town: Town, act: Act) -> None:
    """Whoever said something is answered, if not by the process that died, then by the next one."""
    before = await _look(town, act)
    town.dying = True
    did, _killed = await asyncio.gather(_do(town, act), _kill(town, act.pick))
    town.dying = False
    await town.world.settle()
    await town.world.turn(2 * OWED_AFTER)
    await town.world.bot.answers.look()
    await town.world.settle()
    assert not did or await _look(town, act) != before, f"{act} was not answered after a kill"


async def _look(town: Town, act: Act) -> Any:
    """What this person's chat looks like, without what they said themselves."""
    hand = town.hands[act.who % len(town.hands)]
    await hand.person.looks()
    for message in hand.person.chat:
        for row in message["buttons"] or ():
            for button in row:
                if data := button.get("callback_data"):
                    hand.pressed[data] = message["message_id"]
    return [message for message in hand.person.chat if message["from"] == "bot"]


async def _do(town: Town, act: Act) -> bool:
    """True when the person must see a difference: they said something, and have not blocked the bot.

    A tap may be answered by a word that passes (a toast), so it leaves no trace that must be there.
    """
    hand = town.hands[act.who % len(town.hands)]
    town.acts += 1
    if act.kind in ("block", "unblock"):
        await _block(town, hand, blocked=act.kind == "block")
        return False
    if hand.blocked:
        return False
    return await DOING[act.kind](town, hand, act.pick)


async def _sensible(town: Town, hand: Hand, pick: int) -> bool:
    """The answer to what is being asked, or one of its buttons, most often the first. Unasked, one goes after something."""
    question, asked = await town.world.database.read(lambda unit: _asked(town, unit, hand))
    match question:
        case Place():
            return await _say(town, hand, {"location": {"latitude": 41.5, "longitude": 23.4}})
        case Files() if pick % 3:
            return await _send(town, hand, pick)
        case Phone() if pick % 2:
            return await _say(town, hand, {"contact": True})
        case Find():
            return await _tap_newest(town, hand, pick // 2)
        case Question() if pick % 4 and (answers := _answers(question)):
            return await _say(town, hand, {"text": answers[(pick // 4) % len(answers)]})
    if asked:
        return await _tap_newest(town, hand, 0 if pick % 5 else pick // 5)
    if pick % 3 == 0:
        return await _say(town, hand, {"text": _goal(town, hand, pick // 3)})
    return await _tap_newest(town, hand, pick // 3, onwards=pick % 4 > 0)


def _goal(town: Town, hand: Hand, pick: int) -> str:
    goals = STAFF_GOALS if hand.staff else (*CLIENT_GOALS, *(f"/start {link}" for link in town.links))
    return goals[pick % len(goals)]


def _answers(question: Question) -> tuple[str, ...]:
    """What may be typed to a question of this kind; nothing where only buttons make sense."""
    return next((WORDS[kind] for kind in type(question).__mro__ if kind in WORDS), ())


def _asked(town: Town, unit: SqlUnit, hand: Hand) -> tuple[Question | None, bool]:
    """The open question, if a flow waits for its answer; and whether one is open at all."""
    person = unit.repositories.people.by_telegram_id(hand.person.id)
    screen = unit.screens.open_flow(person.id, hand.person.id) if person else None
    if screen is None or screen.state is None or screen.state["paused"]:
        return None, False
    exchange = cast(Exchange, SimpleNamespace(routes=ROUTES, desk=town.world.desk(unit)))
    return ActiveFlow(exchange, screen, FlowState.of(screen.state)).open_question, True


async def _say(town: Town, hand: Hand, body: Any) -> bool:
    await town.world.post(f"/sim/people/{hand.person.id}/say", body)
    return True


async def _send(town: Town, hand: Hand, pick: int) -> bool:
    name, mime, content = photo(str(pick)) if pick % 2 else ("scan.pdf", "application/pdf", PDF)
    form = FormData()
    form.add_field("photo" if pick % 2 else "document", content, filename=name, content_type=mime)
    await town.world.post(f"/sim/people/{hand.person.id}/say", form)
    return True


async def _type(town: Town, hand: Hand, pick: int) -> bool:
    return await _say(town, hand, {"text": TYPED[pick % len(TYPED)]})


async def _command(town: Town, hand: Hand, pick: int) -> bool:
    said = (*COMMANDS, *(f"/start {link}" for link in town.links))
    return await _say(town, hand, {"text": said[pick % len(said)]})


async def _show(town: Town, hand: Hand, pick: int) -> bool:
    return await _say(town, hand, THINGS[pick % len(THINGS)])


async def _edit(town: Town, hand: Hand, _pick: int) -> bool:
    own = [message for message in hand.person.chat if message["from"] != "bot" and message["text"]]
    if own:
        await _say(town, hand, {"edit": own[-1]["message_id"], "text": "better so"})
    return False


async def _tap_newest(town: Town, hand: Hand, pick: int, *, onwards: bool = False) -> bool:
    data = _newest(hand, pick, onwards=onwards)
    return False if data is None else await _tap(town, hand, data)


async def _tap_old(town: Town, hand: Hand, pick: int) -> bool:
    known = list(hand.pressed)
    return await _tap(town, hand, known[pick % len(known)]) if known else False


def _newest(hand: Hand, pick: int, *, onwards: bool = False) -> str | None:
    """A button of the newest message that has any; those that only open a page are no taps."""
    for message in reversed(hand.person.chat):
        offered = [b for row in message["buttons"] or () for b in row if b["callback_data"]]
        for wanted in (RARE,) * (pick % 2) + (ONWARDS,) if onwards else ():
            offered = [b for b in offered if b["label"].startswith(wanted)] or offered
        if offered:
            return str(offered[pick % len(offered)]["callback_data"])
    return None


async def _tap(town: Town, hand: Hand, data: str) -> bool:
    """A tap is always answered, or Telegram shows a clock that turns for ever; by a process that dies it may not be."""
    told = await town.world.post(f"/sim/people/{hand.person.id}/tap", {"callback_data": data})
    assert told["answered"] or told["text"] or town.dying, f"the tap {data!r} was not answered"
    return False


async def _tap_twice(town: Town, hand: Hand, pick: int) -> bool:
    data = _newest(hand, pick)
    if data is not None:
        await asyncio.gather(_tap(town, hand, data), _tap(town, hand, data))
    return False


async def _forge(town: Town, hand: Hand, pick: int) -> bool:
    return await _tap(town, hand, FORGED[pick % len(FORGED)])


async def _idea(town: Town, hand: Hand, pick: int) -> bool:
    return await _say(town, hand, {"text": "/idea" if pick % 2 else f"/idea\n{WORDS[Words][pick % 8]}"})


async def _poll(town: Town, hand: Hand, pick: int) -> bool:
    """Chooses in the group, or takes it back: whoever did not choose before has nothing to take back."""
    poll = next(iter(town.world.sandbox.world.polls.values()))
    place = pick % (len(IDEAS) + 1)
    chosen = [place] if place < len(IDEAS) else []
    if not poll.closed and poll.votes.get(hand.person.id, []) != chosen:
        await town.world.post(f"/sim/people/{hand.person.id}/vote", {"options": chosen, "chat": GROUP})
        town.voted[hand.person.id] = IDEAS[place] if chosen else None
    return False


async def _ballot(town: Town, hand: Hand, pick: int) -> bool:
    """Chooses by a button under the notice that asked."""
    asked = [data for data in hand.pressed if ":vote_" in data]
    if not asked:
        return False
    data = asked[pick % len(asked)]
    town.voted[hand.person.id] = IDEAS[VERBS.index(data.rpartition(":")[2])]
    return await _tap(town, hand, data)


async def _block(town: Town, hand: Hand, *, blocked: bool) -> None:
    await town.world.post(f"/sim/people/{hand.person.id}/{'block' if blocked else 'unblock'}", {})
    hand.blocked = blocked


async def _kill(town: Town, pick: int) -> None:
    """After some turns of the loop, so that it dies at another point each time."""
    for _turn in range(pick % 60):
        await asyncio.sleep(0)
    here = asyncio.current_task()
    dying = [task for task in asyncio.all_tasks() if task is not here and _is_the_bots(task)]
    for task in dying:
        task.cancel()
    await asyncio.gather(*dying, return_exceptions=True)
    await town.world.bot.close()
    await town.world.open_bot()


def _is_the_bots(task: asyncio.Task[Any]) -> bool:
    """Whoever takes updates, one user queue each."""
    return task.get_name().startswith("queue ")


DOING: dict[Kind, Callable[[Town, Hand, int], Awaitable[bool]]] = {
    "sensible": _sensible,
    "tap": _tap_newest,
    "old_tap": _tap_old,
    "forge": _forge,
    "twice": _tap_twice,
    "idea": _idea,
    "poll": _poll,
    "ballot": _ballot,
    "say": _type,
    "command": _command,
    "edit": _edit,
    "show": _show,
    "file": _send,
}
