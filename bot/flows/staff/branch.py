"""The owner opens a branch, and gives one another name.

Olga: /staff
Olga: [🏢 Open a branch]
Bot:  What is the new branch called?
Olga: Plovdiv
Bot:  <b>Plovdiv</b>
"""

from typing import Any

from bot.conversation.exchange import Exchange
from bot.conversation.flow.answers import Answers
from bot.conversation.flow.flow import Flow
from bot.conversation.questions.basic import Words
from bot.conversation.routes import Routes
from domain.entities.people import Right
from domain.usecases.staff.branches import must_be_new, open_branch, rename_branch
from locales import Sentence, _

routes = Routes()

MOST = 40
"""Characters of a branch's name: it stands on buttons."""


def _new(exchange: Exchange, name: str, _answers: Answers) -> None:
    must_be_new(exchange.desk, name)


@routes.flow
class OpenBranch(Flow):
    """The owner opens a branch."""

    name = "open_branch"
    questions = (
        Words(
            name="name", asks=_("What is the new branch called?"), label=_("Branch"), most=MOST, check=_new
        ),
    )

    def opens(self, exchange: Exchange, known: dict[str, Any]) -> dict[str, Any]:
        exchange.desk.must(Right.INVITE_STAFF)
        return known

    def review(self, exchange: Exchange, answers: Answers) -> None:
        """Nothing to look over."""

    def finish(self, exchange: Exchange, answers: Answers) -> None:
        exchange.show("branch", open_branch(exchange.desk, answers["name"]).id, 0)


def _ask_name(exchange: Exchange, answers: Answers) -> Sentence:
    branch = exchange.desk.repositories.branches.get(answers["branch"])
    return _("What is the branch {branch} called from now on?")(branch=branch.name)


@routes.flow
class RenameBranch(Flow):
    """Another name; opened with `branch`."""

    name = "rename_branch"
    questions = (Words(name="name", asks=_ask_name, label=_("Branch"), most=MOST),)

    def opens(self, exchange: Exchange, known: dict[str, Any]) -> dict[str, Any]:
        exchange.desk.must(Right.INVITE_STAFF)
        exchange.desk.repositories.branches.get(known["branch"])
        return known

    def review(self, exchange: Exchange, answers: Answers) -> None:
        """Nothing to look over."""

    def finish(self, exchange: Exchange, answers: Answers) -> None:
        exchange.show("branch", rename_branch(exchange.desk, answers["branch"], answers["name"]).id, 0)
