"""A client says the city by whose clock they live, so that nothing we write arrives at night there.

Wang: [🌐 Language]
Wang: [🕒 My city]
Bot:  🕒 Which city do you live in? Our reminders will go by its clock.
Wang: 上海
Bot:  Which language would you like? 🕒 Your clock: Shanghai
"""

from dataclasses import dataclass

from bot.conversation.exchange import Exchange
from bot.conversation.flow.answers import asked
from bot.conversation.questions.zones import Zone
from bot.conversation.routes import Routes
from bot.conversation.widgets.ask_once import AskOnce
from bot.links.home import LANGUAGE
from domain.usecases.staff.staffing import live_by
from locales import _

routes = Routes()


@dataclass(kw_only=True)
class MyClockAnswers:
    zone: str = asked()


@routes.flow
class MyClock(AskOnce[MyClockAnswers]):
    name = "my_clock"
    called = _("your city")
    answers_type = MyClockAnswers
    questions = (
        Zone(
            name="zone",
            asks=_("🕒 Which city do you live in? Our reminders will go by its clock."),
            label=_("City"),
        ),
    )

    def finish(self, exchange: Exchange, answers: MyClockAnswers) -> None:
        live_by(exchange.desk, answers.zone)
        exchange.show(LANGUAGE)
