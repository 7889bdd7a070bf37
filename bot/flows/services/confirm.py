"""The supplier has confirmed to a colleague: with a number, or without.

Boris: [✅ Confirmed]
Bot:   What is the confirmation number?
Boris: X7Y2Z
Bot:   Confirmed.
"""

from dataclasses import dataclass

from bot.conversation.exchange import Exchange
from bot.conversation.flow.answers import asked
from bot.conversation.questions.basic import Words
from bot.conversation.routes import Routes
from bot.conversation.widgets.ask_once import AskOnce
from bot.links.services import SERVICE
from domain.queries.services import service_to_change
from domain.usecases.services.booking import confirm_service
from locales import _

routes = Routes()


@dataclass(kw_only=True)
class ConfirmationAnswers:
    service: int
    confirmation: str | None = asked()


@routes.flow
class ConfirmService(AskOnce[ConfirmationAnswers]):
    name = "confirm_service"
    called = _("confirmation of a service")
    answers_type = ConfirmationAnswers
    questions = (
        Words(
            name="confirmation",
            asks=_("What is the confirmation number?"),
            label=_("Confirmation number"),
            most=60,
            optional=True,
        ),
    )

    def prepare(self, exchange: Exchange, answers: ConfirmationAnswers) -> None:
        service_to_change(exchange.desk, answers.service)

    def finish(self, exchange: Exchange, answers: ConfirmationAnswers) -> None:
        one = confirm_service(exchange.desk, answers.service, answers.confirmation)
        exchange.head(_("Confirmed."))
        exchange.show(SERVICE, one.id)
