"""What a guide has learnt of one client on the way, for the client's data card: nothing else of it is shown to them.

Vera: [🪪 Data card]
Bot:  Of which client?
Vera: [Anna]
Bot:  Which board do they like?
Vera: [half board]
Bot:  What is their habit? For example: every July.
Vera: [Skip]
Bot:  What shall we ask before the next trip? Please choose, or write it.
Vera: [Did they like the food?]
Bot:  Client: Anna
      Board: half board
      Ask next time: Did they like the food?
Vera: [✅ Save]
"""

from dataclasses import dataclass

from bot.conversation.exchange import Exchange
from bot.conversation.flow.answers import asked
from bot.conversation.flow.flow import Flow
from bot.conversation.questions.basic import Find
from bot.conversation.routes import Routes
from bot.flows.settling.data_card import ASK_NEXT, BOARD, HABIT
from bot.flows.settling.record import clients_who_went
from bot.links.settling import TRIP_RECORD
from domain.entities.client_facts import Board
from domain.queries.settling import record_of_trip
from domain.usecases.settling.writing import GUIDES_FACTS, fill_guides_card
from locales import _

routes = Routes()


@dataclass(kw_only=True)
class GuidesCardAnswers:
    trip: int
    deal: int = asked()
    board: Board | None = asked()
    habit: str | None = asked()
    ask_next: str | None = asked()


@routes.flow
class FillGuidesCard(Flow[GuidesCardAnswers]):
    name = "guides_card"
    called = _("data card")
    answers_type = GuidesCardAnswers
    questions = (
        Find(name="deal", asks=_("Of which client?"), label=_("Client"), finds=clients_who_went),
        BOARD,
        HABIT,
        ASK_NEXT,
    )
    send = _("✅ Save")

    def prepare(self, exchange: Exchange, answers: GuidesCardAnswers) -> None:
        record_of_trip(exchange.desk, answers.trip)

    def finish(self, exchange: Exchange, answers: GuidesCardAnswers) -> None:
        facts = {key: getattr(answers, key) for key in GUIDES_FACTS}
        fill_guides_card(exchange.desk, answers.deal, facts)
        exchange.head(_("Kept. Thank you."))
        exchange.show(TRIP_RECORD, answers.trip)
