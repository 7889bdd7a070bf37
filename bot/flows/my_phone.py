"""A client leaves a phone number, so that somebody may call when Telegram is silent.

Anna: /mytrips
Anna: [📱 Leave my number]
Bot:  📱 Which number may we call?
Anna: 0888 123 456
Bot:  Thank you.
"""

from typing import Any

from bot.flows.answers import Answers
from bot.flows.engine import Flow
from bot.flows.questions import Phone
from bot.routes import Routes
from bot.talk import Talk
from domain.refusals import NotFound
from domain.usecases.intake import Introduction, become_client
from locales import _

routes = Routes()


@routes.flow
class MyPhoneFlow(Flow):
    """For clients who are on file without a phone."""

    name = "my_phone"
    questions = (Phone(name="phone", asks=_("📱 Which number may we call?"), label=_("Phone")),)

    def opens(self, talk: Talk, known: dict[str, Any]) -> dict[str, Any]:
        if talk.desk.actor.client is None:
            raise NotFound("not_found")
        return known

    def review(self, talk: Talk, answers: Answers) -> None:  # noqa: ARG002
        return None

    def finish(self, talk: Talk, answers: Answers) -> None:
        become_client(talk.desk, Introduction(talk.desk.actor.name, answers["phone"]))
        talk.show("my_deals")
