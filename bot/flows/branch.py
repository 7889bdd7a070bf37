"""The owner opens a branch, and gives one another name.

Olga: /staff
Olga: [🏢 Open a branch]
Bot:  What is the new branch called?
Olga: Plovdiv
Bot:  <b>Plovdiv</b>
"""

from typing import Any

from bot.flows.answers import Answers
from bot.flows.engine import Flow
from bot.flows.questions import Words
from bot.routes import Routes
from bot.talk import Talk
from domain.people import Right
from domain.usecases.branches import must_be_new, open_branch, rename_branch
from locales import Sentence, _

routes = Routes()

MOST = 40
"""Characters of a branch's name: it stands on buttons."""


def _new(talk: Talk, name: str, _answers: Answers) -> None:
    must_be_new(talk.desk, name)


@routes.flow
class OpenBranch(Flow):
    """The owner opens a branch."""

    name = "open_branch"
    questions = (
        Words(
            name="name", asks=_("What is the new branch called?"), label=_("Branch"), most=MOST, check=_new
        ),
    )

    def opens(self, talk: Talk, known: dict[str, Any]) -> dict[str, Any]:
        talk.desk.must(Right.INVITE_STAFF)
        return known

    def review(self, talk: Talk, answers: Answers) -> None:
        """Nothing to look over."""

    def finish(self, talk: Talk, answers: Answers) -> None:
        talk.show("branch", open_branch(talk.desk, answers["name"]).id, 0)


def _ask_name(talk: Talk, answers: Answers) -> Sentence:
    branch = talk.desk.records.branches.get(answers["branch"])
    return _("What is the branch {branch} called from now on?")(branch=branch.name)


@routes.flow
class RenameBranch(Flow):
    """Another name; opened with `branch`."""

    name = "rename_branch"
    questions = (Words(name="name", asks=_ask_name, label=_("Branch"), most=MOST),)

    def opens(self, talk: Talk, known: dict[str, Any]) -> dict[str, Any]:
        talk.desk.must(Right.INVITE_STAFF)
        talk.desk.records.branches.get(known["branch"])
        return known

    def review(self, talk: Talk, answers: Answers) -> None:
        """Nothing to look over."""

    def finish(self, talk: Talk, answers: Answers) -> None:
        talk.show("branch", rename_branch(talk.desk, answers["branch"], answers["name"]).id, 0)
