"""What stands with a client's file, counted in one look: a card asks for nothing of which there is none."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Overview:
    """Of deals, inquiries and what was said only what is within reach."""

    deals: int
    journeys: bool
    """Whether a deal is closed: perhaps a journey that is over."""
    inquiries: int
    waiting: bool
    """Whether an inquiry is open."""
    said: bool
    doubts: bool
    joined: bool
    """Whether files became one with this."""
    companions: int
    family: bool
    """Whether they are in one, or one is proposed."""
    consents: bool
