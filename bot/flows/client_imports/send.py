"""Sending a file of clients: it is fetched and read, and then a message says what would be added.

Olga: /import
Bot:  Please send your clients as a file: XLSX, CSV or vCard, up to 20 MB.
Olga: (sends clients.csv)
Bot:  I am reading it and will write to you when I am done.
"""

from dataclasses import dataclass

from bot.conversation.exchange import Exchange
from bot.conversation.flow.answers import asked
from bot.conversation.questions.basic import OneFile
from bot.conversation.routes import Routes
from bot.conversation.widgets.ask_once import AskOnce
from bot.links.client_imports import CLIENT_IMPORT
from domain.entities.client_imports import CLIENTS_FILE
from domain.entities.files import SentFile
from domain.queries.client_imports import must_import
from domain.usecases.client_imports.sending import send_clients
from locales import _

routes = Routes()


@dataclass(kw_only=True)
class SendAnswers:
    file: SentFile = asked()


@routes.flow
class SendClients(AskOnce[SendAnswers]):
    name = "send_clients"
    called = _("clients from a file")
    answers_type = SendAnswers
    questions = (
        OneFile(
            name="file",
            purpose=CLIENTS_FILE,
            wanted="clients_file_wanted",
            asks=_("Please send your clients as a file: XLSX, CSV or vCard, up to 20 MB."),
            label=_("File"),
        ),
    )

    def prepare(self, exchange: Exchange, answers: SendAnswers) -> None:  # noqa: ARG002
        must_import(exchange.desk)

    def finish(self, exchange: Exchange, answers: SendAnswers) -> None:
        one = send_clients(exchange.desk, answers.file)
        exchange.note(_("I am reading it and will write to you when I am done."))
        exchange.show(CLIENT_IMPORT, one.id)
