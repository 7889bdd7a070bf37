"""The Bot API's methods, one module per kind of doing; importing them fills the register."""

from sandbox.methods import (
    account,
    arriving,
    chats,
    commands,
    editing,
    forwarding,
    inline,
    inviting,
    media,
    members,
    payments,
    polls,
    reactions,
    sending,
    topics,
)
from sandbox.methods.register import METHODS

__all__ = [
    "METHODS",
    "account",
    "arriving",
    "chats",
    "commands",
    "editing",
    "forwarding",
    "inline",
    "inviting",
    "media",
    "members",
    "payments",
    "polls",
    "reactions",
    "sending",
    "topics",
]
