"""Whose files are given: those of a branch.

Olga: [Branch]
Bot:  Clients of which branch? [Sofia] [Varna] [All]
Olga: [Varna]
Bot:  📇 Clients as a file: 🏢 Varna
"""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.conversation.exchange import Exchange
from bot.conversation.flow.answers import asked
from bot.conversation.questions.basic import Choice
from bot.conversation.routes import Routes
from bot.flows.client_exports.narrowing import Narrowing
from domain.queries.client_exports import branches_to_export
from locales import Sentence, _, verbatim

routes = Routes()

ALL = 0


@dataclass(kw_only=True)
class BranchAnswers:
    wanted: str = ""
    branch: int = asked()


def _branches(exchange: Exchange, _answers: BranchAnswers) -> Sequence[tuple[int, Sentence]]:
    return [*((one.id, verbatim(one.name)) for one in branches_to_export(exchange.desk)), (ALL, _("All"))]


@routes.flow
class ExportByBranch(Narrowing[BranchAnswers]):
    name = "export_by_branch"
    called = _("clients of a branch as a file")
    answers_type = BranchAnswers
    questions = (
        Choice(name="branch", asks=_("Clients of which branch?"), label=_("Branch"), options=_branches),
    )

    def narrows(self, answers: BranchAnswers) -> dict[str, object]:
        return {"branch": answers.branch or None}
