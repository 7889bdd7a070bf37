"""The owner names a service that translates; a word is translated to see whether it answers, and only then it is used."""

from dataclasses import replace

from domain.entities.bridge import BRIDGE, BRIDGE_TEST, Bridge, BridgeState, BridgeTest, check_address
from domain.entities.people import Right
from domain.notices.bridge import BRIDGE_TESTED
from domain.ports.desk import Desk
from domain.usecases.settings.defining import define, settled_anew


def name_bridge(desk: Desk, seen: int, address: str, sealed_key: str = "") -> None:
    """Raises Forbidden, Refusal: not_a_link, too_long, changed_meanwhile."""
    bridge = Bridge(check_address(address), sealed_key)
    define(desk, BRIDGE, bridge, seen, "bridge_named", address=bridge.address)


def give_key(desk: Desk, seen: int, sealed_key: str) -> None:
    """Raises Forbidden, Refusal: changed_meanwhile."""
    bridge = replace(desk.agency.bridge, sealed_key=sealed_key)
    define(desk, BRIDGE, bridge, seen, "bridge_key_changed")


def without_bridge(desk: Desk, seen: int) -> None:
    """Nothing leaves the house any more. Raises Forbidden, Refusal: changed_meanwhile."""
    define(desk, BRIDGE, Bridge(), seen, "bridge_off")


def bridge_tested(desk: Desk, revision: int, *, answers: bool) -> None:
    """By the agency: what became of the test of these settings. Who may change them hears of it."""
    definitions = desk.agency.definitions
    if desk.agency.bridge_state is not BridgeState.TESTING or definitions.revision(BRIDGE) != revision:
        return
    settled_anew(desk, BRIDGE_TEST, BridgeTest(revision, answers), definitions.revision(BRIDGE_TEST))
    for member in desk.archive.staff.who_may(Right.CHANGE_SETTINGS):
        desk.notify(member.person, BRIDGE_TESTED, f"{revision}", answers=answers)
