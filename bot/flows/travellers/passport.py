"""Passport photos or PDFs: each is kept as it comes, whether singly or as an album, and nothing waits for "Done".

Anna: /mytrips
Anna: [📷 Passport: Anna]
Bot:  Please send the photo page of Anna's passport, as a photo or a PDF.
Anna: (sends a photo)
Bot:  Anna's passport: 1 file received. Another page? Send it too.
Anna: [✅ Done]
Bot:  ⏳ Anna · passport being checked
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from bot.conversation.exchange import Exchange
from bot.conversation.flow.answers import asked
from bot.conversation.flow.open_flows import begin
from bot.conversation.questions.basic import Choice, Files
from bot.conversation.routes import Routes
from bot.conversation.screen import Button, Row
from bot.conversation.widgets.ask_once import AskOnce
from bot.flows.clients.caption import pass_on_caption
from bot.links.deals import MY_DEAL
from bot.links.documents import DOCUMENTS
from domain.entities.deals import Deal
from domain.entities.documents import DOCUMENT_FILE, DocumentState
from domain.entities.files import SentFile
from domain.entities.travellers import Traveller
from domain.queries.my_deals import within_reach
from domain.usecases.documents.documents import send_document
from domain.values.refusals import Refusal
from locales import Sentence, _, n_

routes = Routes()

NEXT = "next"
"""The answer of whoever goes straight on to the next traveller."""


@dataclass(kw_only=True)
class PassportAnswers:
    deal: int
    traveller: int = asked()
    files: int | str = asked()
    """How many came; or NEXT."""


def _deal(exchange: Exchange, answers: PassportAnswers) -> Deal:
    return within_reach(exchange.desk, answers.deal)


def _others(exchange: Exchange, answers: PassportAnswers) -> list[Traveller]:
    """Whose passport is still to come, after this one."""
    return [one for one in _deal(exchange, answers).without_passport if one.id != answers.traveller]


@dataclass(frozen=True, kw_only=True)
class Pages(Files):
    """The pages of one passport. Words after them are no page: they end it, and are read as words."""

    def rows(self, exchange: Exchange, answers: PassportAnswers, scratch: dict[str, Any]) -> tuple[Row, ...]:
        done = super().rows(exchange, answers, scratch)
        others = _others(exchange, answers)
        if not done or not others:
            return done
        return ((Button(_("📷 Next: {name}")(name=others[0].name), "answer", (NEXT,)),), *done)

    def hear(self, exchange: Exchange, answers: PassportAnswers, scratch: dict[str, Any]) -> Any:
        if exchange.event.file is None and exchange.event.text and scratch.get("files"):
            return scratch["files"]
        return super().hear(exchange, answers, scratch)


def _whose(exchange: Exchange, answers: PassportAnswers) -> Sequence[tuple[int, Sentence]]:
    deal = _deal(exchange, answers)
    return [(one.id, _("👤 {name}")(name=one.name)) for one in deal.without_passport or deal.party]


def _asks_pages(exchange: Exchange, answers: PassportAnswers) -> Sentence:
    deal = _deal(exchange, answers)
    traveller = deal.traveller(answers.traveller)
    count = len(deal.passports(traveller, DocumentState.SENT))
    return _HERE(name=traveller.name, count=count) if count else _WANTED(name=traveller.name)


_WANTED = _("📷 Please send the photo page of {name}'s passport, as a photo or a PDF.")
_HERE = n_(
    "📷 {name}'s passport: {count} file received. Another page? Send it too.",
    "📷 {name}'s passport: {count} files received. Another page? Send it too.",
)


def _takes(exchange: Exchange, file: SentFile, answers: PassportAnswers) -> None:
    send_document(exchange.desk, answers.deal, file, answers.traveller, exchange.event.album)
    pass_on_caption(exchange, answers.deal)


@routes.flow
class PassportFlow(AskOnce[PassportAnswers]):
    """The traveller is asked for when it is not known whose passport it is."""

    name = "passport"
    called = _("passport photos")
    answers_type = PassportAnswers
    questions = (
        Choice(name="traveller", asks=_("Whose passport?"), label=_("Whose"), options=_whose, columns=1),
        Pages(name="files", purpose=DOCUMENT_FILE, asks=_asks_pages, label=_("Files"), takes=_takes),
    )

    def prepare(self, exchange: Exchange, answers: PassportAnswers) -> None:
        deal = _deal(exchange, answers)
        deal.must_be_open()
        if not deal.party:
            raise Refusal("nobody_entered")
        choices = deal.without_passport or deal.party
        if not answers.traveller and len(choices) == 1:
            answers.traveller = choices[0].id
        if answers.traveller:
            deal.going(answers.traveller)

    def finish(self, exchange: Exchange, answers: PassportAnswers) -> None:
        others = _others(exchange, answers)
        if answers.files == NEXT and others:
            begin(exchange, PassportFlow, deal=answers.deal, traveller=others[0].id)
        elif not _taken_as_words(exchange):
            _show_deal(exchange, answers.deal)


def _taken_as_words(exchange: Exchange) -> bool:
    """Words that ended it are for whoever takes words that nobody asked for."""
    event = exchange.event
    return (
        bool(event.text) and event.tap is None and any(takes(exchange) for takes in exchange.routes.unasked)
    )


def _show_deal(exchange: Exchange, number: int) -> None:
    if exchange.desk.actor.is_staff:
        exchange.show(DOCUMENTS, number, 0)
    else:
        exchange.show(MY_DEAL, number)
