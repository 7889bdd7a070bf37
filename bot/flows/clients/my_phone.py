"""A client leaves a phone number, so that somebody may call when Telegram is silent.

Anna: /mytrips
Anna: [📱 Leave my number]
Bot:  📱 Which number may we call?
Anna: 0888 123 456
Bot:  Thank you.
"""

from typing import Any

from bot.conversation.exchange import Exchange
from bot.conversation.flow.answers import Answers
from bot.conversation.flow.flow import Flow
from bot.conversation.questions.basic import Phone
from bot.conversation.routes import Routes
from domain.usecases.inquiries.intake import Introduction, become_client
from domain.values.refusals import NotFound
from locales import _

routes = Routes()


@routes.flow
class MyPhoneFlow(Flow):
    """For clients who are on file without a phone."""

    name = "my_phone"
    questions = (Phone(name="phone", asks=_("📱 Which number may we call?"), label=_("Phone")),)

    def opens(self, exchange: Exchange, known: dict[str, Any]) -> dict[str, Any]:
        if exchange.desk.actor.client is None:
            raise NotFound("not_found")
        return known

    def review(self, exchange: Exchange, answers: Answers) -> None:  # noqa: ARG002
        return None

    def finish(self, exchange: Exchange, answers: Answers) -> None:
        become_client(exchange.desk, Introduction(exchange.desk.actor.name, answers["phone"]))
        exchange.show("my_deals")
