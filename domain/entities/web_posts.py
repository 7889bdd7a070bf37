"""Web posts: what a source has posted, stored as it came and worked off afterwards, each once."""

from dataclasses import asdict, dataclass, field
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import Any

KEPT = timedelta(days=30)
"""So long the key of a post that was worked off is known: the same post is not taken twice."""
TRIES = 5
"""So often a post is tried before it is set aside."""


class PostKind(StrEnum):
    """What was posted."""

    INQUIRY = "inquiry"
    CALL = "call"


class PostState(StrEnum):
    """Whether it is worked off."""

    WAITING = "waiting"
    DONE = "done"
    SET_ASIDE = "set_aside"
    """It failed again and again: the owners hear of it, and what it says is kept."""


@dataclass(frozen=True)
class PostedInquiry:
    """What somebody asked for on a web site. `phone` is in E.164 form, `email` in lower case."""

    name: str = ""
    phone: str | None = None
    email: str | None = None
    text: str = ""
    people: int | None = None
    since: date | None = None
    until: date | None = None

    @classmethod
    def from_facts(cls, facts: dict[str, Any]) -> "PostedInquiry":
        days = {key: date.fromisoformat(facts[key]) for key in ("since", "until") if facts.get(key)}
        return cls(**{**facts, **days})

    def facts(self) -> dict[str, Any]:
        """Plain JSON, without what is not known."""
        return {
            key: value.isoformat() if isinstance(value, date) else value
            for key, value in asdict(self).items()
            if value not in (None, "")
        }

    @property
    def called(self) -> str:
        """Whoever gives no name is called by how they are reached."""
        return self.name or self.phone or self.email or ""


@dataclass(eq=False)
class WebPost:
    """One post. What it says is forgotten as soon as it is worked off: then it stands where it belongs."""

    source: str
    """The key of the web source."""
    kind: PostKind
    received_at: datetime
    digest: str
    """By which the same words are known again, and nothing else of them."""
    facts: dict[str, Any]
    key: str | None = None
    """Of the sender, by which it says that it is the same post once more."""
    state: PostState = PostState.WAITING
    tries: int = 0
    done_at: datetime | None = None
    became: int | None = None
    """The number of the inquiry, or of what a call was filed as."""
    id: int = field(default=0)

    def done(self, became: int, now: datetime) -> None:
        self.state, self.became, self.done_at, self.facts = PostState.DONE, became, now, {}

    def failed(self, now: datetime) -> bool:
        """Once more; whether it was once too often."""
        self.tries += 1
        if self.tries < TRIES:
            return False
        self.state, self.done_at = PostState.SET_ASIDE, now
        return True
