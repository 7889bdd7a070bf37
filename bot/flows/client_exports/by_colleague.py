"""Whose files are given: those whom a colleague looks after.

Olga: [Colleague]
Bot:  Whose clients? [Olga] [Boris] [Anybody's]
Olga: [Boris]
Bot:  📇 Clients as a file: 🙋 looked after by Boris
"""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.conversation.exchange import Exchange
from bot.conversation.flow.answers import asked
from bot.conversation.questions.basic import Choice
from bot.conversation.routes import Routes
from bot.flows.client_exports.narrowing import Narrowing
from domain.queries.client_exports import keepers_to_export
from locales import Sentence, _, verbatim

routes = Routes()

ANYBODY = 0


@dataclass(kw_only=True)
class ColleagueAnswers:
    wanted: str = ""
    colleague: int = asked()


def _colleagues(exchange: Exchange, _answers: ColleagueAnswers) -> Sequence[tuple[int, Sentence]]:
    able = [(one.id, verbatim(one.name)) for one in keepers_to_export(exchange.desk)]
    return [*able, (ANYBODY, _("Anybody's"))]


@routes.flow
class ExportByColleague(Narrowing[ColleagueAnswers]):
    name = "export_by_colleague"
    called = _("clients of a colleague as a file")
    answers_type = ColleagueAnswers
    questions = (
        Choice(name="colleague", asks=_("Whose clients?"), label=_("Colleague"), options=_colleagues),
    )

    def narrows(self, answers: ColleagueAnswers) -> dict[str, object]:
        return {"responsible": answers.colleague or None}
