"""What a colleague writes down of a client: a note, a call, a meeting, an e-mail; which of them is chosen by one tap."""

import re
from enum import StrEnum

from domain.entities.interactions import CallResult, Direction, Form, Interaction, Said

_HEADER = re.compile(
    r"^(?:from|to|subject|sent|date|от кого|от|кому|тема|отправлено|дата|до|относно|изпратено|发件人|收件人|主题|日期)\s*[:：]",
    re.IGNORECASE | re.MULTILINE,
)


class NoteKind(StrEnum):
    """What was written down."""

    NOTE = "note"
    MEETING = "meeting"
    CALL_IN = "call_in"
    CALL_OUT = "call_out"
    NO_ANSWER = "no_answer"
    CALL_BACK = "call_back"
    EMAIL_IN = "email_in"
    EMAIL_OUT = "email_out"


_IN, _OUT = Direction.INCOMING, Direction.OUTGOING
_Parts = tuple[Said, Form | None, Direction | None, CallResult | None]
_PARTS: dict[NoteKind, _Parts] = {
    NoteKind.NOTE: (Said.NOTE, None, None, None),
    NoteKind.MEETING: (Said.NOTE, Form.MEETING, None, None),
    NoteKind.CALL_IN: (Said.CALL, None, _IN, CallResult.TALKED),
    NoteKind.CALL_OUT: (Said.CALL, None, _OUT, CallResult.TALKED),
    NoteKind.NO_ANSWER: (Said.CALL, None, _OUT, CallResult.NO_ANSWER),
    NoteKind.CALL_BACK: (Said.CALL, None, _IN, CallResult.CALL_BACK),
    NoteKind.EMAIL_IN: (Said.NOTE, Form.EMAIL, _IN, None),
    NoteKind.EMAIL_OUT: (Said.NOTE, Form.EMAIL, _OUT, None),
}
_KINDS = {parts: kind for kind, parts in _PARTS.items()}
ACTS: dict[NoteKind, str] = {
    NoteKind.NOTE: "note",
    NoteKind.MEETING: "meeting",
    NoteKind.EMAIL_IN: "email",
    NoteKind.EMAIL_OUT: "email",
}
"""What the history calls it; all others are calls."""
SPOKEN_WITH = frozenset({NoteKind.CALL_IN, NoteKind.CALL_OUT, NoteKind.MEETING})
"""After these nobody owes the client an answer."""


def kind_of(said: Interaction) -> NoteKind | None:
    """None for what was not written down, and for calls of which nobody has said more."""
    return _KINDS.get((said.how, said.form, said.direction, said.result))


def tell_as(said: Interaction, kind: NoteKind) -> None:
    said.how, said.form, said.direction, said.result = _PARTS[kind]


def likely_kind(text: str) -> NoteKind:
    """Two lines of an e-mail's head make it one that was pasted."""
    return NoteKind.EMAIL_IN if len(_HEADER.findall(text)) > 1 else NoteKind.NOTE
