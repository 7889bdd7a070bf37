"""The owner names a service that translates what clients and colleagues write, and gives its key.

Olga: /settings
Olga: [🏢 Agency]
Olga: [🌐 Languages]
Olga: [🌐 Translation]
Olga: [✏️ Address]
Bot:  What is the address of the service?
Olga: https://translate.agency.bg
Bot:  🌐 The translation service answers.
"""

from dataclasses import dataclass

from bot.conversation.exchange import Exchange
from bot.conversation.flow.answers import asked
from bot.conversation.questions.basic import Words
from bot.conversation.routes import Routes
from bot.flows.settings.changing import Changing
from bot.links.bridge import BRIDGE as SCREEN
from domain.entities.bridge import BRIDGE, KEY_PLACE, LONGEST_ADDRESS, LONGEST_KEY, check_address
from domain.queries.bridge import agency_bridge
from domain.usecases.bridge.settling import give_key, name_bridge
from locales import _

routes = Routes()

_ASK = _(
    "What is the address of the service? For example https://translate.example.com. It has to "
    "understand LibreTranslate's /translate."
)


@dataclass(kw_only=True)
class BridgeAnswers:
    seen: int
    address: str = asked()


def _leads(_exchange: Exchange, address: str, _answers: BridgeAnswers) -> None:
    check_address(address)


@routes.flow
class NameBridge(Changing[BridgeAnswers]):
    name = "name_bridge"
    called = _("translation service")
    answers_type = BridgeAnswers
    kind = BRIDGE
    questions = (Words(name="address", asks=_ASK, label=_("Address"), most=LONGEST_ADDRESS, check=_leads),)

    def prepare(self, exchange: Exchange, answers: BridgeAnswers) -> None:  # noqa: ARG002
        agency_bridge(exchange.desk)

    def finish(self, exchange: Exchange, answers: BridgeAnswers) -> None:
        name_bridge(exchange.desk, answers.seen, answers.address)
        exchange.show(SCREEN)


@dataclass(kw_only=True)
class KeyAnswers:
    seen: int
    key: str = asked()


@routes.flow
class GiveKey(Changing[KeyAnswers]):
    """The key is sealed in the step that hears it: no screen and no draft has it."""

    name = "give_bridge_key"
    called = _("key of the translation service")
    answers_type = KeyAnswers
    kind = BRIDGE
    questions = (
        Words(
            name="key",
            asks=_(
                "What is the key of the service? I keep it sealed; please delete your message afterwards."
            ),
            label=_("Key"),
            most=LONGEST_KEY,
        ),
    )

    def prepare(self, exchange: Exchange, answers: KeyAnswers) -> None:  # noqa: ARG002
        agency_bridge(exchange.desk)

    def finish(self, exchange: Exchange, answers: KeyAnswers) -> None:
        give_key(exchange.desk, answers.seen, exchange.unit.secrets.seal(answers.key, KEY_PLACE))
        exchange.show(SCREEN)
