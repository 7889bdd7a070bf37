"""The crowd: people who write and tap at planned moments, whether or not the bot keeps up; each answer is timed."""

import asyncio
import random
import time
from collections import Counter
from dataclasses import dataclass, field
from itertools import chain
from typing import Any

from aiohttp import ClientSession, ClientTimeout, FormData

from bench.soak.ledger import Ledger
from bench.soak.region import client_ids, staff_ids
from bench.soak.scripts import Say, Script, Scripts, Step, Tap
from sandbox import Sandbox
from sandbox.calls import Call

PATIENCE = 30.0
"""Seconds after which an answer counts as never given."""

READING = 1.0
"""Seconds somebody looks at an answer before they go on."""

TALKING = 16
"""So many are in the middle of a talk at a time; else hardly any talk would come to its end."""

NOTICE = "n:"
"""How buttons of notices begin."""

_WORDS = {"sendmessage", "editmessagetext", "senddocument", "sendphoto"}


@dataclass
class Crowd:
    """`took` holds (moment it was planned for, seconds until the answer), in seconds since the start."""

    sandbox: Sandbox
    http: ClientSession
    ledger: Ledger = field(default_factory=Ledger)
    took: list[tuple[float, float]] = field(default_factory=list)
    unanswered: Counter[str] = field(default_factory=Counter)
    astray: Counter[str] = field(default_factory=Counter)
    """Buttons that were not there."""
    _chance: random.Random = field(default_factory=lambda: random.Random(29_10_2027))
    _talks: dict[int, tuple[float, Script]] = field(default_factory=dict)
    """Who is in the middle of one, since when they may go on, and what comes next."""
    _waiting: "dict[int, asyncio.Future[float]]" = field(default_factory=dict)

    def __post_init__(self) -> None:
        self._scripts = Scripts(self._chance)
        self.sandbox.telegram.calls.on_note.append(self._note)
        self.sandbox.world.updates.on_arrival.append(lambda one: self.ledger.updates.add(one.update_id))

    async def come(self) -> None:
        """Everybody there is says /start once."""
        for number in (*staff_ids(), *client_ids()):
            code = ("en", "ru", "bg", "zh")[number % 4]
            who = {"id": number, "first_name": f"P{number}", "language_code": code}
            await self._post("/sim/people", json=who)
            await self._heard(number, Say("/start"))

    async def rehearse(self) -> None:
        """Every kind of talk once, so that what is loaded at first use is there; nothing of it is timed."""
        for number, script in self._scripts.each(staff_ids()[0], client_ids()[0]):
            for step in script:
                await self._heard(number, step)
                await asyncio.sleep(0.3)  # what else is said with it, the first time
                if step.leaves is not None:
                    self.ledger.traces.append(step.leaves)

    async def _heard(self, number: int, step: Step) -> None:
        """Does it, and hears the answer."""
        heard = self._waiting[number] = asyncio.get_running_loop().create_future()
        async with asyncio.timeout(PATIENCE):
            if not await self._do(number, step):
                raise RuntimeError(f"no such button: {step}, but {self._newest(number)}")
            await heard
        del self._waiting[number]

    async def act_for(self, seconds: float, per_second: float) -> None:
        """Acts come at their planned moments: a slow answer does not make the next person wait with theirs."""
        begun = time.monotonic()
        acts: set[asyncio.Task[None]] = set()
        planned = 0.0
        while (planned := planned + self._chance.expovariate(per_second)) < seconds:
            await asyncio.sleep(max(0.0, begun + planned - time.monotonic()))
            acts.add(task := asyncio.create_task(self._act(begun, planned)))
            task.add_done_callback(acts.discard)
        await asyncio.gather(*acts)

    async def _act(self, begun: float, planned: float) -> None:
        number, script = self._somebody()
        step = next(script, None)
        if step is None:  # that talk was over: the next begins with the same act
            script = self._script(number)
            step = next(script)
        heard = self._waiting[number] = asyncio.get_running_loop().create_future()
        try:
            async with asyncio.timeout(PATIENCE):
                if not await self._do(number, step):
                    self.astray[repr(step)] += 1
                    return
                answered = await heard
        except TimeoutError:
            self.unanswered[repr(step)] += 1
            return
        finally:
            del self._waiting[number]
        if step.leaves is not None:
            self.ledger.traces.append(step.leaves)
        self.took.append((planned, answered - begun - planned))
        self._talks[number] = (answered + READING, script)

    def _somebody(self) -> tuple[int, Script]:
        """Who goes on with their talk; or, while there are few, somebody who begins one, every third a colleague."""
        now = time.monotonic()
        ready = [number for number, (since, _) in self._talks.items() if since <= now]
        if ready and len(self._talks) + len(self._waiting) >= TALKING:
            number = self._chance.choice(ready)
            return number, self._talks.pop(number)[1]
        while True:
            number = self._chance.choice(staff_ids() if self._chance.random() < 1 / 3 else client_ids())
            if number not in self._waiting and number not in self._talks:
                return number, self._script(number)

    def _script(self, number: int) -> Script:
        return (self._scripts.for_staff if number in staff_ids() else self._scripts.for_client)(number)

    async def _do(self, number: int, step: Step) -> bool:
        """False when there is no such button."""
        if isinstance(step, Say):
            await self._post(f"/sim/people/{number}/say", json={"text": step.words})
        elif isinstance(step, Tap):
            label = self._label(number, step.label)
            if label is None:
                return False
            await self._post(f"/sim/people/{number}/tap", json={"button": label, "wait": False})
        else:
            form = FormData()
            form.add_field("photo", step.content, filename="passport.jpg", content_type="image/jpeg")
            await self._post(f"/sim/people/{number}/say", data=form)
        return True

    def _newest(self, number: int) -> str:
        """What the bot has said last in this chat, with its buttons."""
        message = [*self.sandbox.world.chats[number].messages.values()][-1]
        return f"{message.text[:200]!r}, {message.inline}"

    def _label(self, number: int, begins: str | tuple[str, ...]) -> str | None:
        """On a message of the bot's own, not on a notice's."""
        for message in reversed(self.sandbox.world.chats[number].messages.values()):
            rows = (message.inline or {"inline_keyboard": []})["inline_keyboard"]
            for button in chain.from_iterable(rows):
                label, asked = str(button["text"]), str(button.get("callback_data") or NOTICE)
                if not asked.startswith(NOTICE) and label.startswith(begins) and not label.endswith("· 0"):
                    return label
        return None

    async def _post(self, path: str, **body: Any) -> None:
        async with self.http.post(path, timeout=ClientTimeout(PATIENCE), **body) as answer:
            answer.raise_for_status()

    def _note(self, call: Call) -> None:
        """Something was said: unasked, which only the post says without a preview of links, or as an answer."""
        method, chat = call.method.lower(), call.integer("chat_id")
        if chat is None:
            return
        if method == "sendlocation":
            self.ledger.pins[chat] += 1
        elif "link_preview_options" in call.params:
            self.ledger.notices += 1
        elif method in _WORDS and (waits := self._waiting.get(chat)) is not None and not waits.done():
            waits.set_result(time.monotonic())
