"""The owner opens a branch.

Olga: /staff
Olga: [🏢 Open a branch]
Bot:  What is the new branch called?
Olga: Plovdiv
Bot:  <b>Plovdiv</b>
"""

from dataclasses import dataclass

from bot.conversation.exchange import Exchange
from bot.conversation.flow.answers import asked
from bot.conversation.questions.basic import Words
from bot.conversation.routes import Routes
from bot.conversation.widgets.ask_once import AskOnce
from bot.links.staff import BRANCH
from domain.queries.staff import branches
from domain.usecases.staff.branches import must_be_new, open_branch
from locales import _

routes = Routes()

MOST = 40
"""Characters of a branch's name: it stands on buttons."""


@dataclass(kw_only=True)
class OpenBranchAnswers:
    name: str = asked()


def _is_new(exchange: Exchange, name: str, _answers: OpenBranchAnswers) -> None:
    must_be_new(exchange.desk, name)


@routes.flow
class OpenBranch(AskOnce[OpenBranchAnswers]):
    name = "open_branch"
    called = _("new branch")
    answers_type = OpenBranchAnswers
    questions = (
        Words(
            name="name", asks=_("What is the new branch called?"), label=_("Branch"), most=MOST, check=_is_new
        ),
    )

    def prepare(self, exchange: Exchange, answers: OpenBranchAnswers) -> None:  # noqa: ARG002
        branches(exchange.desk)

    def finish(self, exchange: Exchange, answers: OpenBranchAnswers) -> None:
        exchange.show(BRANCH, open_branch(exchange.desk, answers.name).id, 0)
