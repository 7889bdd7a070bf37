"""The owner says how many years the law asks for the books: clients read it who want to be forgotten.

Olga: /settings
Olga: [🏢 Agency]
Olga: [🔏 Privacy]
Olga: [✏️ Years of the books]
Bot:  How many years must the agency keep its books by law? From 1 to 50.
Olga: 100
Bot:  From 1 to 50, please.
Olga: 5
Bot:  Books are kept for 5 years.
"""

from dataclasses import dataclass

from bot.conversation.exchange import Exchange
from bot.conversation.flow.answers import asked
from bot.conversation.questions.basic import Count
from bot.conversation.routes import Routes
from bot.flows.settings.changing import Changing
from bot.links.privacy import PRIVACY_SETTINGS
from domain.entities.books import BOOKS, LEAST, MOST, Books, check_books
from domain.queries.settings import agency_books
from domain.usecases.settings.books import keep_books
from locales import _

routes = Routes()


@dataclass(kw_only=True)
class BooksAnswers:
    seen: int
    years: int = asked()


def _within(_exchange: Exchange, years: int, _answers: BooksAnswers) -> None:
    check_books(Books(years))


@routes.flow
class KeepBooks(Changing[BooksAnswers]):
    name = "keep_books"
    called = _("years of the books")
    answers_type = BooksAnswers
    kind = BOOKS
    questions = (
        Count(
            name="years",
            asks=_("How many years must the agency keep its books by law? From {least} to {most}.")(
                least=LEAST, most=MOST
            ),
            label=_("Years"),
            most=9999,
            offered=(3, 5, 7, 10),
            check=_within,
        ),
    )

    def prepare(self, exchange: Exchange, answers: BooksAnswers) -> None:  # noqa: ARG002
        agency_books(exchange.desk)

    def finish(self, exchange: Exchange, answers: BooksAnswers) -> None:
        keep_books(exchange.desk, answers.seen, answers.years)
        exchange.show_origin(PRIVACY_SETTINGS)
