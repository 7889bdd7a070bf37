"""A client who is on file without a phone leaves a number, so that somebody may call when Telegram is silent.

Anna: /mytrips
Anna: [📱 Leave my number]
Bot:  📱 Which number may we call?
Anna: 0888 123 456
Bot:  Thank you.
"""

from dataclasses import dataclass

from bot.conversation.exchange import Exchange
from bot.conversation.flow.answers import asked
from bot.conversation.routes import Routes
from bot.conversation.widgets.ask_once import AskOnce
from bot.flows.clients.who import OwnPhone, ToldPhone
from bot.links.deals import MY_DEALS
from domain.usecases.inquiries.intake import Introduction, become_client
from domain.values.refusals import NotFound
from locales import _

routes = Routes()


@dataclass(kw_only=True)
class MyPhoneAnswers:
    phone: ToldPhone = asked()


@routes.flow
class MyPhoneFlow(AskOnce[MyPhoneAnswers]):
    name = "my_phone"
    called = _("your phone number")
    answers_type = MyPhoneAnswers
    questions = (OwnPhone(name="phone", asks=_("📱 Which number may we call?"), label=_("Phone")),)

    def prepare(self, exchange: Exchange, answers: MyPhoneAnswers) -> None:  # noqa: ARG002
        if exchange.desk.actor.client is None:
            raise NotFound("not_found")

    def finish(self, exchange: Exchange, answers: MyPhoneAnswers) -> None:
        phone = answers.phone
        become_client(exchange.desk, Introduction(exchange.desk.actor.name, phone.number, phone.vouched))
        exchange.show(MY_DEALS, 0)
