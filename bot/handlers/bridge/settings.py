"""The service that translates: its address, its key, whether it answers."""

from bot.conversation.exchange import Exchange
from bot.conversation.routes import Routes
from bot.conversation.screen import Screen, act, ask, back, column
from bot.flows.settings.bridge import GiveKey, NameBridge
from bot.handlers.history.declared import act as acted
from bot.handlers.settings.kinds import named
from bot.links.agency import AGENCY_LANGUAGES
from bot.links.bridge import BRIDGE, NO_BRIDGE
from domain.entities.bridge import BRIDGE as KIND
from domain.entities.bridge import BRIDGE_TEST, BridgeState
from domain.queries.bridge import agency_bridge
from domain.usecases.bridge.settling import without_bridge
from locales import _, lines

routes = Routes(rank=893)

named(KIND, _("Translation service"))
named(BRIDGE_TEST, _("Test of the translation service"))
acted("agency", "bridge_named", _("Translation service: {address}"))
acted("agency", "bridge_key_changed", _("New key of the translation service"))
acted("agency", "bridge_off", _("No translation service"))

_STATES = {
    BridgeState.OFF: _("There is none: nothing that is written here leaves the house."),
    BridgeState.TESTING: _("⏳ It is being tested."),
    BridgeState.ON: _("✅ It answers."),
    BridgeState.FAILED: _("⚠️ It did not answer the test, and is not used."),
}


@routes.draws(BRIDGE)
def bridge(exchange: Exchange) -> Screen:
    found = agency_bridge(exchange.desk)
    service, seen = found.value, found.seen
    text = lines(
        _("<b>🌐 Translation</b>"),
        _(
            "Where client and colleague have different languages, what they write is translated by a "
            "service of yours. The original always stands beside it."
        ),
        _("Clients may forbid it under /mydata."),
        "",
        _("Address: {address}")(address=service.address) if service.address else None,
        _("With a key, which I keep sealed.") if service.sealed_key else None,
        _STATES[exchange.desk.agency.bridge_state],
    )
    buttons = [
        ask(_("✏️ Address"), NameBridge, seen=seen),
        ask(_("🔑 Key"), GiveKey, seen=seen) if service.address else None,
        act(_("✖ Withdraw it"), NO_BRIDGE, seen) if service.address else None,
        back(AGENCY_LANGUAGES),
    ]
    return Screen(text, column(buttons))


@routes.does(NO_BRIDGE)
def off(exchange: Exchange, seen: int) -> None:
    without_bridge(exchange.desk, seen)
    exchange.show(BRIDGE)
