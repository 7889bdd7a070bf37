"""An offer is written down: in one line, or question by question; several lines are several offers.

Kalina: [➕ Add an offer]
Bot:    What do you offer? All at once: “Hotel Bellevue HB, 12.06-19.06, 900, net 780, till 20.12”.
Kalina: Hotel Bellevue HB, 12.06-19.06, 900
Bot:    The net price? Only colleagues see it.
Kalina: 780
Bot:    From which supplier?
Kalina: [Skip]
Bot:    Until which day is it valid?
Kalina: [Skip]
Bot:    Hotel Bellevue
Kalina: [✅ Save]
Bot:    Hotel Bellevue
"""

from collections.abc import Iterable
from datetime import date
from typing import Any

from bot.conversation.exchange import Exchange
from bot.conversation.flow.flow import LINE, Flow
from bot.conversation.routes import Routes
from bot.flows.offers.questions import QUESTIONS, OfferAnswers, several
from bot.links.offers import OFFER, OFFERS
from domain.entities.offer_line import OfferLine
from domain.entities.offers import Offer, Option
from domain.queries.offers import end_of, inquiry_to_offer, must_offer, offer_to_change
from domain.queries.suppliers import supplier_card
from domain.usecases.offers.keeping import add_offer, change_offer, show_photo
from locales import Fact, Sentence, _, lines
from locales.terms.client_facts import BOARDS

routes = Routes()

UNASKED = ("board", "link", "words", "note", "file", "more")
"""They are read out of the line, or written down at the end."""
SHOWN = ("title", "price", "net", "starts", "ends", "board", "valid", "supplier", "link", "words", "note")


@routes.flow
class OfferFlow(Flow[OfferAnswers]):
    """A new one, or one that is changed."""

    name = "offer"
    called = _("offer")
    answers_type = OfferAnswers
    send = _("✅ Save")
    questions = QUESTIONS
    changes_known = (*SHOWN, "file")

    def opens(self, exchange: Exchange, known: dict[str, Any]) -> dict[str, Any]:
        told = UNASKED if known.get("offer") is None else [one.name for one in QUESTIONS]
        return dict.fromkeys(told) | super().opens(exchange, known)

    def prepare(self, exchange: Exchange, answers: OfferAnswers) -> None:
        must_offer(exchange.desk)
        if answers.offer is not None:
            _as_it_is(exchange, answers, offer_to_change(exchange.desk, answers.offer))
        elif answers.inquiry is not None:
            inquiry_to_offer(exchange.desk, answers.inquiry)

    def must_hold(self, exchange: Exchange, answers: OfferAnswers) -> None:
        """A colleague may have closed the inquiry, or the client taken another offer."""
        if answers.offer is not None:
            offer_to_change(exchange.desk, answers.offer)
        elif answers.inquiry is not None:
            inquiry_to_offer(exchange.desk, answers.inquiry)

    def review(self, exchange: Exchange, answers: OfferAnswers) -> Sentence:
        more = several(exchange, answers.more)
        sent = answers.offer is not None and offer_to_change(exchange.desk, answers.offer).sent_at is not None
        return lines(
            _("<b>Offer</b>"),
            *(
                LINE(label=self.question(fact).label, value=value)
                for fact, value in _told(exchange, answers)
                if value is not None
            ),
            _("📷 With a photo") if answers.file else None,
            *(line for one in more for line in _more(one)),
            _("ℹ️ The client never sees net price, supplier and note."),
            _("📣 The client has it already, and will be sent the new one.") if sent else None,
        )

    def finish(self, exchange: Exchange, answers: OfferAnswers) -> None:
        option = _option(exchange, answers)
        if answers.offer is not None:
            change_offer(exchange.desk, answers.offer, **vars(option))
            if answers.file is not None:
                show_photo(exchange.desk, answers.offer, answers.file)
            exchange.head(_("Saved."))
            exchange.show(OFFER, answers.offer)
            return
        one = add_offer(exchange.desk, answers.inquiry, option, answers.file)
        more = several(exchange, answers.more)
        for line in more:
            add_offer(exchange.desk, answers.inquiry, _option_of(exchange, line))
        exchange.head(_("Saved."))
        if more:
            exchange.show(OFFERS, answers.inquiry, 0)
        else:
            exchange.show(OFFER, one.id)


def _as_it_is(exchange: Exchange, answers: OfferAnswers, one: Offer) -> None:
    answers.inquiry, answers.title, answers.price, answers.net = one.inquiry.id, one.title, one.price, one.net
    answers.starts, answers.ends, answers.board = one.starts, one.ends, one.board
    answers.link, answers.words, answers.note = one.link, one.words, one.note
    answers.supplier = one.supplier.id if one.supplier else None
    answers.valid = one.last_day(exchange.desk.agency.zone)
    answers.known = True


def _told(exchange: Exchange, answers: OfferAnswers) -> Iterable[tuple[str, Fact]]:
    for fact in SHOWN:
        value = getattr(answers, fact)
        if fact == "board" and value is not None:
            value = BOARDS[value]
        if fact == "supplier" and value is not None:
            value = supplier_card(exchange.desk, value).supplier.name
        yield fact, value


def _more(line: OfferLine) -> Iterable[Sentence | str]:
    """What else was pasted, as it was read."""
    yield ""
    yield _("<b>{title}</b>")(title=line.title)
    for label, value in (
        (_("Price"), line.price),
        (_("Net price"), line.net),
        (_("First day"), line.starts),
        (_("Last day"), line.ends),
        (_("Board"), BOARDS[line.board] if line.board else None),
        (_("Valid until"), line.valid_until),
    ):
        if value is not None:
            yield LINE(label=label, value=value)


def _option(exchange: Exchange, answers: OfferAnswers) -> Option:
    return Option(
        answers.title,
        answers.price,
        answers.starts,
        answers.ends if answers.starts else None,
        answers.board,
        _until(exchange, answers.valid),
        answers.link,
        answers.words,
        answers.supplier,
        answers.net,
        answers.note,
    )


def _option_of(exchange: Exchange, line: OfferLine) -> Option:
    assert line.price is not None
    return Option(
        line.title,
        line.price,
        line.starts,
        line.ends,
        line.board,
        _until(exchange, line.valid_until),
        line.link,
        supplier=line.supplier,
        net=line.net,
    )


def _until(exchange: Exchange, day: date | None) -> Any:
    return None if day is None else end_of(exchange.desk, day)
