"""The staff's reply keyboard: the keys under the input field, by role, and which command each label stands for.

Telegram lets no message have it and inline buttons, and edits none that has it. So one message brings it, and it stays
until another one does; who holds which is kept with the person (`Person.keyboard`).
"""

import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from hashlib import blake2b
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from bot.conversation.flow.open_flows import active_flow
from bot.conversation.outgoing import Keys, Message
from domain.declarations import declare
from domain.entities.people import Right, Role
from domain.ports.desk import Actor
from domain.values.language import Language
from locales import Sentence, Voice, _

if TYPE_CHECKING:
    from bot.conversation.exchange import Exchange

AT_HAND = _("⌨️ Your buttons are below, always at hand.")
NO_MORE = _("⌨️ The buttons below are gone.")
ASKING = "?"
"""Held instead while a phone number or a place is asked for."""
IN_A_ROW = 3
FEWER, FITTING = 2, 11
"""So many in a row when a label is longer than this: three in a row, a phone cuts it."""


@dataclass(frozen=True)
class Key:
    """A label and its command, for those with the right (None: for all of the staff)."""

    label: Sentence
    command: str
    right: Right | None = None
    ranks: Mapping[Role, int] = field(default_factory=dict)
    """Where it stands for some roles, when it is not at its own rank."""


KEYS: dict[int, Key] = {}
"""By rank: the lower stands first. At most six for anybody."""


def keyboard_key(
    rank: int,
    label: Sentence,
    command: str,
    right: Right | None = None,
    ranks: Mapping[Role, int] | None = None,
) -> None:
    """Declares a key: to press it is to say the command."""
    declare(KEYS, rank, Key(label, command, right, ranks or {}))


def keys_of(actor: Actor) -> list[Key]:
    """In order; none for who does not work here."""
    if actor.staff is None or not actor.staff.active:
        return []
    role = actor.staff.role
    ranked = [(key.ranks.get(role, rank), key) for rank, key in KEYS.items()]
    return [
        key
        for _rank, key in sorted(ranked, key=lambda one: one[0])
        if key.right is None or actor.may(key.right)
    ]


def pressed_command(exchange: "Exchange") -> str | None:
    """The command of the key that was pressed, in whatever language it was drawn; who left has none but the way home."""
    event, person = exchange.event, exchange.desk.actor.person
    if event.forwarded or event.text is None or person is None:
        return None
    if not (exchange.desk.actor.is_staff or person.keyboard):
        return None
    command = _commands().get(_plain(event.text))
    return command if exchange.desk.actor.is_staff or command is None else "menu"


def hand_out(exchange: "Exchange", *, anew: bool = False) -> None:
    """Brings the keyboard of their role and language to whoever holds another, and takes it from who left.

    `anew`: whatever they hold. A message without buttons of its own brings it, if there is one.
    """
    event, person = exchange.event, exchange.desk.actor.person
    if person is None or not event.private or not exchange.outgoing:
        return
    keys = keys_of(exchange.desk.actor)
    if not keys and person.keyboard is None:
        return
    if any(isinstance(one, Message) and one.asking for one in exchange.outgoing):
        person.keyboard = ASKING
        return
    rows = _rows(keys, exchange.voice)
    held = _digest(rows) if rows else None
    if not anew and (person.keyboard == held or (person.keyboard == ASKING and _asks(exchange))):
        return
    person.keyboard = held
    _brought(exchange, rows)


def _brought(exchange: "Exchange", rows: Keys) -> None:
    for one in exchange.outgoing:
        if isinstance(one, Message) and not one.rows and one.edits is None and one.screen_id is None:
            one.asking, one.keys = None if rows else [], rows
            return
    told = exchange.voice.html(AT_HAND if rows else NO_MORE)
    message = Message(told, keys=rows) if rows else Message(told, asking=[])
    exchange.outgoing.insert(0, message)


def _asks(exchange: "Exchange") -> bool:
    """Whether the question for a phone or a place is still open."""
    active = active_flow(exchange)
    if active is None or active.state.paused or active.open_question is None:
        return False
    return active.open_question.asking() is not None


def _rows(keys: list[Key], voice: Voice) -> Keys:
    labels = [voice.plain(key.label) for key in keys]
    wide = FEWER if any(len(_plain(label)) > FITTING for label in labels) else IN_A_ROW
    return [labels[start : start + wide] for start in range(0, len(labels), wide)]


def _digest(rows: Keys) -> str:
    return blake2b(repr(rows).encode(), digest_size=8).hexdigest()


@cache
def _commands() -> dict[str, str]:
    """By label, in all languages."""
    voices = [Voice(language, ZoneInfo("UTC"), None) for language in Language]
    return {_plain(voice.plain(key.label)): key.command for voice in voices for key in KEYS.values()}


def _plain(label: str) -> str:
    """As phones send it back: with or without the selector that makes a sign an emoji."""
    return unicodedata.normalize("NFC", label).replace("\ufe0f", "").strip()
