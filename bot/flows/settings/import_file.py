"""Sending a file of definitions: it is fetched and read, and then a message says what would change.

Olga: [📦 Send a file]
Bot:  Please send the settings file exported here or in another agency (agency.toml).
Olga: (sends agency.toml)
Bot:  I am reading it and will write to you when I am done.
"""

from dataclasses import dataclass

from bot.conversation.exchange import Exchange
from bot.conversation.flow.answers import asked
from bot.conversation.questions.basic import OneFile
from bot.conversation.routes import Routes
from bot.conversation.widgets.ask_once import AskOnce
from bot.links.definition_files import DEFINITION_FILES
from domain.entities.definition_imports import DEFINITIONS_FILE
from domain.entities.files import SentFile
from domain.queries.definition_imports import definitions_to_give
from domain.usecases.settings.importing import send_definitions
from locales import _

routes = Routes()


@dataclass(kw_only=True)
class ImportAnswers:
    file: SentFile = asked()


@routes.flow
class ImportDefinitions(AskOnce[ImportAnswers]):
    name = "import_definitions"
    called = _("settings from a file")
    answers_type = ImportAnswers
    questions = (
        OneFile(
            name="file",
            purpose=DEFINITIONS_FILE,
            wanted="definitions_file_wanted",
            asks=_("Please send the settings file exported here or in another agency (agency.toml)."),
            label=_("File"),
        ),
    )

    def prepare(self, exchange: Exchange, answers: ImportAnswers) -> None:  # noqa: ARG002
        definitions_to_give(exchange.desk)

    def finish(self, exchange: Exchange, answers: ImportAnswers) -> None:
        send_definitions(exchange.desk, answers.file)
        exchange.note(_("I am reading it and will write to you when I am done."))
        exchange.show(DEFINITION_FILES)
