"""What the domain answers when something may not be: a kind and its facts, no words."""

from typing import Any


class Refusal(Exception):  # noqa: N818  (it is an answer to a person, not an error of the program)
    """Something a person asked for cannot be done; `kind` names why, `facts` fill the sentence."""

    def __init__(self, kind: str, **facts: Any) -> None:
        super().__init__(kind, facts)
        self.kind = kind
        self.facts = facts


class Forbidden(Refusal):
    """The actor has no right to this. Said in few words, and recorded."""


class NotFound(Refusal):
    """There is no such thing, or not within the actor's reach: the two are answered alike."""
