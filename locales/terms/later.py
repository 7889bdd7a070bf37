"""Messages that are sent later, in words: when, by the client's clock."""

from zoneinfo import ZoneInfo

from domain.entities.later_messages import Held, LaterMessage, clock_of
from locales.sentence import Sentence, _

HELD: dict[Held, Sentence] = {
    Held.UNREACHABLE: _("⏳ It waits: the client cannot be reached on Telegram."),
    Held.OVER: _("⏳ It waits: what it is about was cancelled or closed."),
}


def sent_on(one: LaterMessage, agency: ZoneInfo) -> Sentence:
    """By the clock that the client goes by."""
    at = one.due_at.astimezone(clock_of(one.client, agency)).replace(tzinfo=None)
    return _("It will be sent to {name} on {at}.")(name=one.client.name, at=at)


def short_later(one: LaterMessage, most: int = 40) -> str:
    flat = " ".join(one.text.split())
    return flat if len(flat) <= most else flat[: most - 1].rstrip() + "…"
