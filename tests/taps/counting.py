"""A person whose acts are counted: taps, typed answers, things sent."""

from dataclasses import dataclass, field
from typing import Any

from tests.people import Person


@dataclass(frozen=True)
class Cost:
    """What somebody did for a job. Each is one exchange: they act, and the bot answers."""

    taps: int = 0
    """Buttons, keys under the field, and commands, which are chosen from Telegram's menu."""
    typed: int = 0
    sent: int = 0
    """A photo, a file, a place, a contact."""

    @property
    def exchanges(self) -> int:
        return self.taps + self.typed + self.sent

    def __str__(self) -> str:
        parts = (self.taps, "T"), (self.typed, "W"), (self.sent, "S")
        return " + ".join(f"{count} {kind}" for count, kind in parts if count) or "0"


@dataclass
class Counted(Person):
    """The same phone and chat; what they do from now on is counted."""

    acts: list[str] = field(default_factory=list)

    @property
    def cost(self) -> Cost:
        return Cost(*(self.acts.count(kind) for kind in ("tap", "typed", "sent")))

    async def _act(self, what: str, body: Any) -> dict[str, Any]:
        self.acts.append(_kind(what, body))
        return await super()._act(what, body)


async def counted(person: Person) -> Counted:
    """They have read what was said to them, and done nothing yet."""
    counting = Counted(person.world, person.id, person.name)
    await counting.looks()
    return counting


def _kind(what: str, body: Any) -> str:
    if what != "say":
        return "tap"
    text = str(body.get("text") or "") if isinstance(body, dict) else ""
    if not text:
        return "sent"
    return "tap" if text.startswith("/") and " " not in text else "typed"
