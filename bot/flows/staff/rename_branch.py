"""The owner gives a branch another name.

Olga: (taps [✏️ Rename] on the card of Plovdiv)
Bot:  What should the branch Plovdiv be called now?
Olga: Plovdiv South
Bot:  <b>Plovdiv South</b>
"""

from dataclasses import dataclass

from bot.conversation.exchange import Exchange
from bot.conversation.flow.answers import asked
from bot.conversation.questions.basic import Words
from bot.conversation.routes import Routes
from bot.conversation.widgets.ask_once import AskOnce
from bot.flows.staff.open_branch import MOST
from bot.links.staff import BRANCH
from domain.queries.staff import branch
from domain.usecases.staff.branches import rename_branch
from locales import Sentence, _

routes = Routes()


@dataclass(kw_only=True)
class RenameBranchAnswers:
    branch: int
    name: str = asked()


def _ask_name(exchange: Exchange, answers: RenameBranchAnswers) -> Sentence:
    found = branch(exchange.desk, answers.branch)
    return _("What should the branch {branch} be called now?")(branch=found.name)


@routes.flow
class RenameBranch(AskOnce[RenameBranchAnswers]):
    name = "rename_branch"
    called = _("name of a branch")
    answers_type = RenameBranchAnswers
    questions = (Words(name="name", asks=_ask_name, label=_("Branch"), most=MOST),)

    def prepare(self, exchange: Exchange, answers: RenameBranchAnswers) -> None:
        branch(exchange.desk, answers.branch)

    def finish(self, exchange: Exchange, answers: RenameBranchAnswers) -> None:
        exchange.show(BRANCH, rename_branch(exchange.desk, answers.branch, answers.name).id, 0)
