"""A client who asks for one tour after another, and finds the way back whenever an answer does not come."""

from dataclasses import dataclass, field

from sandbox.world import Message
from tests.crash.caller import Caller, Picky, button, plain
from tests.crash.ledger import Said

SEND = "✅ Send"
CONTINUE = "▶ Continue"
TAKEN = "We have received your inquiry"
HOME = "🏝 Ask for a tour"
BEFORE = ("/menu", "/language", "/trips", "/menu", "/language", "/trips")
"""What people look at before: it is taken in order, too, and nobody is told of it."""

MEANT = ("in autumn", "a window seat")
ELSE = "Anything else we should know"
"""Stands in the review until it is told."""


@dataclass
class Asked:
    """One tour, and the numbers of the first and the last update that were about it."""

    town: str
    begins: int
    ends: int = 0


@dataclass
class Talker(Caller):
    """Whoever is known types all answers ahead: the bot must take them in order, or they make no sense."""

    asked: list[Asked] = field(default_factory=list)
    garbled: list[str] = field(default_factory=list)
    """What was typed ahead and read otherwise."""
    _sent: int = 0

    async def ask(self) -> None:
        """For one more tour. What does not read as it was meant is thrown away before it is sent."""
        town = f"Town-{self.number}-{len(self.asked)}"
        asked = Asked(town, self.phone.ledger.newest(self.number) + 1)
        self.asked.append(asked)
        ahead = len(self.asked) > 1
        self._sent = 0
        if ahead:
            self.says(*BEFORE, "/tour", town, "in autumn", "2", "a window seat")
        else:
            self.says("/tour")
        while not await self._goes_on(town, await self.hears(self._awaited(ahead=ahead)), ahead=ahead):
            ahead = False
        asked.ends = self.phone.ledger.newest(self.number)

    def _awaited(self, *, ahead: bool) -> Picky:
        if self._sent:
            return _taken
        return _last if ahead else _any

    def updates(self, town: str) -> list[Said]:
        """All that they said about it."""
        asked = next(one for one in self.asked if one.town == town)
        return self.phone.ledger.of(self.number, asked.begins, asked.ends or 1 << 62)

    async def _goes_on(self, town: str, message: Message | None, *, ahead: bool) -> bool:
        """By what is shown; True when it is done."""
        words = plain(message)
        if TAKEN in words and town in words:
            return True
        if message is None or TAKEN in words:
            self.says("/menu")
        elif (label := button(message, SEND)) is not None:
            if ELSE in words:
                self.says("a window seat")
            elif all(answer in words for answer in (town, *MEANT)):
                await self.taps(label)
                self._sent = self.phone.ledger.newest(self.number)
            else:
                self.garbled += [f"{town}: {words!r}"] if ahead else []
                await self._again()
        elif (label := button(message, CONTINUE)) is not None:
            await self.taps(label)
        elif self._sent and button(message, HOME):
            if not self.phone.ledger.said[self._sent].expired:
                return True
            self._sent = 0
            self.says("/tour")
        else:
            self.says(self._words(words, town))
        return False

    async def _again(self) -> None:
        self.says("/cancel")
        await self.hears()
        self.says("/tour")

    def _words(self, question: str, town: str) -> str:
        answers = {
            "Where would you like": town,
            "When?": "in autumn",
            "How many": "2",
            "What is your name": self.name,
            "What number": f"+35988812{self.number:04d}",
        }
        return next((answer for asked, answer in answers.items() if asked in question), "/tour")


def _any(_message: Message) -> bool:
    return True


def _taken(message: Message) -> bool:
    return TAKEN in plain(message)


def _last(message: Message) -> bool:
    """What comes when all that was typed ahead is read."""
    return button(message, SEND) is not None and ELSE not in plain(message)
