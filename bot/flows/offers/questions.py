"""The questions of an offer; the first may answer all others: one line is read as far as it can be told."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import Any

from bot.conversation.exchange import Exchange
from bot.conversation.flow.answers import Heard, asked
from bot.conversation.questions.basic import Amount, Choice, Find, OneFile, Words
from bot.conversation.questions.days import Day
from bot.flows.deals.journey_days import is_ahead, last_day, today
from domain.entities.client_facts import Board
from domain.entities.files import SentFile
from domain.entities.offer_line import OfferLine, read_offer_lines
from domain.entities.offers import OFFER_FILE
from domain.queries.offers import inquiries_to_offer
from domain.queries.suppliers import supplier_called, suppliers_found, suppliers_shown
from domain.values.money import Money
from domain.values.reading.around import Around
from domain.values.refusals import Refusal
from locales import Sentence, _, verbatim
from locales.terms.client_facts import BOARDS
from locales.terms.clients import people

MOST_WORDS = 600
_MOST_LINES = 6
_LONGEST_LINE = 300
_LINK = ("http://", "https://")


@dataclass(kw_only=True)
class OfferAnswers:
    offer: int | None = None
    """Which is changed; None: it is a new one."""
    known: bool | None = None
    inquiry: int = asked()
    title: str = asked()
    starts: date | None = asked()
    ends: date | None = asked()
    price: Money = asked()
    net: Money | None = asked()
    supplier: int | None = asked()
    valid: date | None = asked()
    board: Board | None = asked()
    link: str | None = asked()
    words: str | None = asked()
    note: str | None = asked()
    file: SentFile | None = asked()
    more: str | None = asked()
    """Further lines, each an offer of its own."""


def _around(exchange: Exchange) -> Around:
    today_ = exchange.desk.today
    return Around(today=today_, first=today_, language=exchange.voice.language)


def several(exchange: Exchange, more: str | None) -> list[OfferLine]:
    """The further ones, as they are read."""
    return _read(exchange, more) if more else []


def _read(exchange: Exchange, written: str) -> list[OfferLine]:
    known = partial(supplier_called, exchange.desk)
    return read_offer_lines(written, _around(exchange), exchange.desk.agency.currency, known)


@dataclass(frozen=True, kw_only=True)
class OfferWords(Words):
    """What it is called, with whatever else is told along with it; lines that are all whole are several offers."""

    def hear(self, exchange: Exchange, answers: Any, scratch: dict[str, Any]) -> Any:  # noqa: ARG002
        written = self.read(exchange, exchange.event.text or "")
        all_ = written.split("\n")[:_MOST_LINES]
        each = _read(exchange, "\n".join(all_)) if len(all_) > 1 else []
        if each and all(one.is_whole for one in each):
            return Heard(each[0].title, {**_also(each[0], answers), "more": "\n".join(all_[1:])})
        (one,) = _read(exchange, " ; ".join(all_))
        return Heard(one.title, _also(one, answers))


def _also(line: OfferLine, answers: OfferAnswers) -> dict[str, Any]:
    """What was read. Whoever writes all at once has said all they know."""
    told: dict[str, Any] = {
        "starts": line.starts,
        "ends": line.ends,
        "price": line.price,
        "net": line.net,
        "valid": line.valid_until,
        "board": line.board,
        "link": line.link,
        "supplier": line.supplier,
    }
    if answers.known:  # its name alone is changed
        return {}
    found = {name: value for name, value in told.items() if value is not None}
    if line.starts is None and line.price is not None:
        found["starts"] = None
    return found


@dataclass(frozen=True, kw_only=True)
class WebLink(Words):
    """An address on the web."""

    def read(self, exchange: Exchange, text_: str) -> str:
        written = super().read(exchange, text_)
        if not written.casefold().startswith(_LINK) or " " in written:
            raise Refusal("not_a_link")
        return written


def _inquiries(
    exchange: Exchange, _answers: OfferAnswers, text: str, limit: int, offset: int
) -> Sequence[tuple[Any, Sentence]]:
    found = inquiries_to_offer(exchange.desk, limit, offset) if not text else ()
    words = _("#{number} · {client} · {destination} · {people}")
    return [
        (
            one.id,
            words(number=one.id, client=one.client.name, destination=one.about, people=people(one.heads)),
        )
        for one in found
    ]


def _suppliers(
    exchange: Exchange, _answers: OfferAnswers, text: str, limit: int, offset: int
) -> Sequence[tuple[Any, Sentence]]:
    desk = exchange.desk
    found = (
        suppliers_found(desk, text, limit, offset)
        if text
        else suppliers_shown(desk, limit=limit, offset=offset)
    )
    return [(one.id, verbatim(one.name)) for one in found]


def _begins(answers: OfferAnswers) -> bool:
    return answers.starts is not None


def _first_day(exchange: Exchange, answers: OfferAnswers) -> date:
    return answers.starts or exchange.desk.today


def _above_zero(_exchange: Exchange, value: Money, _answers: OfferAnswers) -> None:
    if not value:
        raise Refusal("no_price")


QUESTIONS = (
    Find(name="inquiry", asks=_("For which inquiry?"), label=_("Inquiry"), finds=_inquiries),
    OfferWords(
        name="title",
        asks=_("What do you offer? All at once: “Hotel Bellevue HB, 12.06-19.06, 900, net 780, till 20.12”."),
        label=_("Offer"),
        most=_MOST_LINES * _LONGEST_LINE,
    ),
    Day(
        name="starts",
        asks=_("From which day to which? “12.06 – 19.06”, or tap the first one."),
        label=_("First day"),
        optional=True,
        first=today,
        check=is_ahead,
        spoils=("ends",),
        last_question="ends",
    ),
    last_day(_first_day, _begins),
    Amount(name="price", asks=_("The price for everybody together?"), label=_("Price"), check=_above_zero),
    Amount(
        name="net",
        asks=_("The net price? Only colleagues see it."),
        label=_("Net price"),
        optional=True,
    ),
    Find(
        name="supplier",
        asks=_("From which supplier? Only colleagues see it."),
        label=_("Supplier"),
        finds=_suppliers,
        page=5,
        optional=True,
    ),
    Day(
        name="valid",
        asks=_("Until which day is it valid?"),
        label=_("Valid until"),
        optional=True,
        first=today,
        check=is_ahead,
    ),
    Choice(
        name="board",
        asks=_("Which board?"),
        label=_("Board"),
        options=tuple(BOARDS.items()),
        of=Board,
        optional=True,
    ),
    WebLink(
        name="link",
        asks=_("The link? It must begin with https://"),
        label=_("Link"),
        optional=True,
        most=500,
    ),
    Words(
        name="words",
        asks=_("What should the client read about it?"),
        label=_("For the client"),
        optional=True,
        most=MOST_WORDS,
    ),
    Words(
        name="note",
        asks=_("What should colleagues know? The client never sees it."),
        label=_("Note"),
        optional=True,
        most=MOST_WORDS,
    ),
    OneFile(
        name="file",
        asks=_("Send me the photo, or a PDF."),
        label=_("Photo"),
        purpose=OFFER_FILE,
        optional=True,
    ),
    Words(
        name="more",
        asks=_("Further offers?"),
        label=_("Further offers"),
        optional=True,
        most=_MOST_LINES * _LONGEST_LINE,
    ),
)
