"""Sending a file of definitions: it is fetched and read, and then a message says what would change.

Olga: [📥 Send a file]
Bot:  Please send the file that was written here or in another agency (agency.toml).
Olga: (sends agency.toml)
Bot:  I am reading it, and write to you when I have.
"""

from dataclasses import dataclass
from typing import Any

from bot.conversation.exchange import Exchange
from bot.conversation.flow.answers import Question, asked
from bot.conversation.routes import Routes
from bot.conversation.widgets.ask_once import AskOnce
from bot.links.definition_files import DEFINITION_FILES
from domain.queries.definition_imports import definitions_to_give
from domain.usecases.settings.importing import send_definitions
from domain.values.refusals import Refusal
from locales import _

routes = Routes()


@dataclass(kw_only=True)
class ImportAnswers:
    file: str = asked()
    """Its name."""


@dataclass(frozen=True, kw_only=True)
class DefinitionsFile(Question):
    def hear(self, exchange: Exchange, answers: Any, scratch: dict[str, Any]) -> str:  # noqa: ARG002
        if exchange.event.file is None:
            raise Refusal("definitions_file_wanted")
        send_definitions(exchange.desk, exchange.event.file)
        return exchange.event.file.name


@routes.flow
class ImportDefinitions(AskOnce[ImportAnswers]):
    name = "import_definitions"
    answers_type = ImportAnswers
    questions = (
        DefinitionsFile(
            name="file",
            asks=_("Please send the file that was written here or in another agency (agency.toml)."),
            label=_("File"),
        ),
    )

    def prepare(self, exchange: Exchange, answers: ImportAnswers) -> None:  # noqa: ARG002
        definitions_to_give(exchange.desk)

    def finish(self, exchange: Exchange, answers: ImportAnswers) -> None:  # noqa: ARG002
        exchange.note(_("I am reading it, and write to you when I have."))
        exchange.show(DEFINITION_FILES)
