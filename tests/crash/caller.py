"""Somebody with a phone who outlives every crash: looks for an answer, and asks again when none comes."""

import asyncio
import time
from collections.abc import Callable
from dataclasses import dataclass, field

from aiohttp import ClientSession, FormData

from sandbox.control.contents import contents_of
from sandbox.control.saying import say
from sandbox.telegram import Telegram
from sandbox.world import Message, Person
from tests.crash.ledger import Ledger, Said

LOOKS = 0.12

Look = tuple[str, tuple[str, ...]]
Picky = Callable[[Message], bool]


@dataclass(frozen=True)
class Phone:
    """What all of them share. `idle` says whether nothing of a person's waits anywhere."""

    http: ClientSession
    telegram: Telegram
    ledger: Ledger
    idle: Callable[[int], bool]
    patience: float = 1.5
    """Seconds of hearing nothing, with nothing of theirs left to be taken, after which somebody asks again."""


@dataclass
class Caller:
    """`acts` counts what was said and tapped, `unanswered` how often nothing was heard of it."""

    phone: Phone
    number: int
    name: str
    acts: int = 0
    unanswered: list[Said] = field(default_factory=list)
    _seen: dict[int, Look] = field(default_factory=dict)

    def comes(self) -> None:
        world = self.phone.telegram.world
        if self.number not in world.people:
            world.welcome(Person(self.number, self.name))

    def says(self, *texts: str) -> None:
        """One after another, without waiting for what is asked in between."""
        telegram = self.phone.telegram
        self._begin(len(texts))
        person = telegram.world.people[self.number]
        for text in texts:
            chat = telegram.world.chats[self.number]
            say(telegram, person, chat, contents_of(telegram, person, {"text": text}, []), {})

    async def sends(self, name: str, content: bytes) -> None:
        """A photo."""
        self._begin(1)
        form = FormData()
        form.add_field("photo", content, filename=name, content_type="image/jpeg")
        async with self.phone.http.post(f"/sim/people/{self.number}/say", data=form) as answer:
            await answer.read()

    async def taps(self, label: str) -> bool:
        """The newest button of that name; False when there is none."""
        self._begin(1)
        told = {"button": label, "wait": False}
        async with self.phone.http.post(f"/sim/people/{self.number}/tap", json=told) as answer:
            await answer.read()
            return answer.status == 200

    async def hears(self, wanted: Picky = lambda _message: True) -> Message | None:
        """The bot's newest message, or newest change of one, since the last act; None when none comes.

        What is not `wanted` may not be the last word, for answers of two processes may arrive crossed: it is believed when
        nothing else comes.
        """
        newest: Message | None = None
        shown: Look | None = None
        until = time.monotonic() + self.phone.patience
        while time.monotonic() < until:
            await asyncio.sleep(LOOKS)
            fresh = self._news(wanted)
            if not self.phone.idle(self.number) or (fresh and shown != _look(fresh)):
                until = time.monotonic() + self.phone.patience
                newest, shown = fresh, _look(fresh) if fresh else None
            elif fresh and wanted(fresh):
                return fresh
        if newest is None:
            self.unanswered += self.phone.ledger.of(
                self.number, self.phone.ledger.newest(self.number), 1 << 62
            )
        return newest

    def _news(self, wanted: Picky) -> Message | None:
        """The newest that is wanted, else the newest."""
        news = [message for message in reversed(self._chat()) if self._is_news(message)]
        return next(filter(wanted, news), news[0] if news else None)

    def _is_news(self, message: Message) -> bool:
        """A message that only lost its buttons says nothing, and neither does a notice."""
        before, now = self._seen.get(message.id), _look(message)
        stripped = before is not None and before[0] == now[0] and not now[1]
        return message.sender is None and before != now and not stripped and not self.overhears(message)

    def overhears(self, _message: Message) -> bool:
        """Whether this is no answer, but something said unasked."""
        return False

    def _begin(self, acts: int) -> None:
        self._seen = {message.id: _look(message) for message in self._chat()}
        self.acts += acts

    def _chat(self) -> list[Message]:
        """The end of it, which is all that still changes."""
        return list(self.phone.telegram.world.chats[self.number].messages.values())[-30:]


def _look(message: Message) -> Look:
    return message.text, tuple(labels(message))


def labels(message: Message) -> list[str]:
    rows = message.inline["inline_keyboard"] if message.inline else []
    return [button["text"] for row in rows for button in row]


def button(message: Message, *begin: str) -> str | None:
    """The first that begins so."""
    return next((label for label in labels(message) if label.startswith(begin)), None)


def plain(message: Message | None) -> str:
    """With one kind of space."""
    return "" if message is None else message.text.replace("\u00a0", " ").replace("\u202f", " ")
