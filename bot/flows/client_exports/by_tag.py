"""Whose files are given: those with a tag, of those that are chosen already.

Olga: [Tag]
Bot:  Which tag? Please write it, like “vip”.
Olga: vip
Bot:  📇 Clients as a file: #vip
"""

from dataclasses import dataclass

from bot.conversation.flow.answers import asked
from bot.conversation.questions.basic import Words
from bot.conversation.routes import Routes
from bot.flows.client_exports.narrowing import Narrowing
from domain.entities.client_reading import LONGEST_TAG, clean_tag
from locales import _

routes = Routes()


@dataclass(kw_only=True)
class TagAnswers:
    wanted: str = ""
    tag: str = asked()


@routes.flow
class ExportByTag(Narrowing[TagAnswers]):
    name = "export_by_tag"
    called = _("clients with a tag as a file")
    answers_type = TagAnswers
    questions = (
        Words(
            name="tag", most=LONGEST_TAG, asks=_("Which tag? Please write it, like “vip”."), label=_("Tag")
        ),
    )

    def narrows(self, answers: TagAnswers) -> dict[str, object]:
        return {"tag": clean_tag(answers.tag) or None}
