"""Whose files are given: those with a tag.

Olga: [By tag]
Bot:  Which tag? Please write it, like “vip”.
Olga: vip
Bot:  📇 Clients as a file: #vip
"""

from dataclasses import dataclass

from bot.conversation.exchange import Exchange
from bot.conversation.flow.answers import asked
from bot.conversation.questions.basic import Words
from bot.conversation.routes import Routes
from bot.conversation.widgets.ask_once import AskOnce
from bot.links.client_exports import EXPORT_CLIENTS
from domain.entities.client_exports import ClientFilter
from domain.entities.client_reading import LONGEST_TAG, clean_tag
from domain.queries.client_exports import must_export
from locales import _

routes = Routes()


@dataclass(kw_only=True)
class TagAnswers:
    tag: str = asked()


@routes.flow
class ExportByTag(AskOnce[TagAnswers]):
    name = "export_by_tag"
    called = _("clients with a tag as a file")
    answers_type = TagAnswers
    questions = (
        Words(
            name="tag", most=LONGEST_TAG, asks=_("Which tag? Please write it, like “vip”."), label=_("Tag")
        ),
    )

    def prepare(self, exchange: Exchange, answers: TagAnswers) -> None:  # noqa: ARG002
        must_export(exchange.desk)

    def finish(self, exchange: Exchange, answers: TagAnswers) -> None:
        exchange.show(EXPORT_CLIENTS, ClientFilter(tag=clean_tag(answers.tag) or None).key)
