"""Whose files are given: those who have a place on a trip, or went along.

Olga: [Trip]
Bot:  Which trip? Choose, or type its name or date. [Ohrid 29.10] [Any]
Olga: Vienna
Bot:  [Vienna 12.03]
Olga: [Vienna 12.03]
Bot:  📇 Clients as a file: 🚌 Vienna 12.03
"""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.conversation.exchange import Exchange
from bot.conversation.flow.answers import asked
from bot.conversation.questions.basic import Find
from bot.conversation.routes import Routes
from bot.flows.client_exports.narrowing import Narrowing
from domain.queries.client_exports import trips_to_export
from locales import Sentence, _

routes = Routes()

ANY = 0


@dataclass(kw_only=True)
class TripAnswers:
    wanted: str = ""
    trip: int = asked()


def _trips(
    exchange: Exchange, _answers: TripAnswers, text: str, limit: int, offset: int
) -> Sequence[tuple[int, Sentence]]:
    found = trips_to_export(exchange.desk, text, limit, offset)
    return [(one.id, _("🚌 {trip}")(trip=one.title)) for one in found]


@routes.flow
class ExportByTrip(Narrowing[TripAnswers]):
    name = "export_by_trip"
    called = _("clients of a trip as a file")
    answers_type = TripAnswers
    questions = (
        Find(
            name="trip",
            asks=_("Which trip? Choose, or type its name or date."),
            label=_("Trip"),
            finds=_trips,
            also=((ANY, _("Any trip")),),
        ),
    )

    def narrows(self, answers: TripAnswers) -> dict[str, object]:
        return {"trip": answers.trip or None}
