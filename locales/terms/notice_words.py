"""How the words of a notice are told to the owner: under which heading, called what, with places for its facts."""

from collections.abc import Mapping
from dataclasses import dataclass

from locales.sentence import Sentence, _

ABOUT: Mapping[str, Sentence] = {
    "trips": _("🚌 Trips"),
    "line": _("🕐 Waiting lists"),
    "deals": _("🗂 Deals"),
    "money": _("💶 Money"),
    "papers": _("📄 Documents"),
    "reminders": _("⏰ Reminders"),
}


@dataclass(frozen=True)
class NoticeWords:
    """`ours` is a beginning: the words that are shipped, as far as places can tell them."""

    about: str
    called: Sentence
    ours: Sentence


def at(english: Sentence, *places: str, **others: str) -> Sentence:
    """A sentence of ours with places in place of facts."""
    return english(
        **{name: f"{{{name}}}" for name in places}, **{fact: f"{{{of}}}" for fact, of in others.items()}
    )
