"""The language bridge: a service that translates what clients and colleagues write to each other, where the owner names one."""

from dataclasses import dataclass
from enum import StrEnum
from urllib.parse import urlsplit

from domain.entities.definitions import ONLY, Definitions, definition_kind
from domain.values.refusals import Refusal

LONGEST_ADDRESS = 200
LONGEST_KEY = 200


class BridgeState(StrEnum):
    """Whether it is used."""

    OFF = "off"
    TESTING = "testing"
    """A word is being translated, to see whether it answers."""
    ON = "on"
    FAILED = "failed"
    """It did not answer the test."""


@dataclass(frozen=True)
class Bridge:
    """Its address, and its key as it is sealed; without an address nothing leaves the house."""

    address: str = ""
    sealed_key: str = ""


@dataclass(frozen=True)
class BridgeTest:
    """How it answered when it was tested, and which revision of the settings that was."""

    of: int = 0
    answers: bool = False


BRIDGE = definition_kind("bridge", Bridge, {ONLY: Bridge()}, is_own=True)
BRIDGE_TEST = definition_kind("bridge_test", BridgeTest, {ONLY: BridgeTest()}, is_own=True)


def bridge_state(settled: Definitions) -> BridgeState:
    """A new address or key is tested before it is used."""
    test = settled.one(BRIDGE_TEST)
    if not settled.one(BRIDGE).address:
        return BridgeState.OFF
    if test.of != settled.revision(BRIDGE):
        return BridgeState.TESTING
    return BridgeState.ON if test.answers else BridgeState.FAILED


KEY_PLACE = "definitions.bridge"
"""Where the key is sealed to."""


def check_address(address: str) -> str:
    """Without a slash at its end. Raises Refusal: not_a_link, too_long."""
    if len(address) > LONGEST_ADDRESS:
        raise Refusal("too_long", count=len(address), most=LONGEST_ADDRESS)
    try:
        parts = urlsplit(address)
        whole = bool(parts.scheme in {"http", "https"} and parts.hostname and parts.port != 0)
    except ValueError:
        raise Refusal("not_a_link") from None
    if not whole or any(map(str.isspace, address)) or "@" in parts.netloc or parts.query:
        raise Refusal("not_a_link")
    return address.rstrip("/").removesuffix("/translate")
