"""How a journey went, in three taps: of a deal by whoever sold it, of a trip by its guide; and of one client of it.

Boris: [📝 Contact record]
Bot:   How did it go for Anna? 1 is poor, 5 is very good.
Boris: [4]
Bot:   How it went: 4
Boris: [✏️ What annoyed]
Bot:   What annoyed them? Choose, or write it.
Boris: The food
Bot:   How it went: 4
       What annoyed: The food
Boris: [✅ Save]
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from bot.conversation.exchange import Exchange
from bot.conversation.flow.answers import asked
from bot.conversation.flow.flow import LINE, Flow
from bot.conversation.questions.basic import Choice, Find, Words
from bot.conversation.questions.suggestions import SuggestedWords, UsualWords
from bot.conversation.routes import Routes
from bot.flows.inquiries.wishes import places
from bot.links.settling import SETTLEMENT, TRIP_RECORD
from domain.entities.settling import MARKS, JourneyRecord, Told
from domain.queries.settling import RecordOf, clients_of_trip, record_of_deal, record_of_trip
from domain.usecases.settling.writing import record_deal, record_trip
from locales import Sentence, _, lines, verbatim
from locales.terms.settling import USUAL, usual_words

routes = Routes()

MOST = 500
OPTIONAL = ("pleased", "annoyed", "wants_next", "market", "words")
_MARKS = tuple((mark, verbatim(str(mark))) for mark in MARKS)


@dataclass(kw_only=True)
class RecordAnswers:
    deal: int | None = None
    trip: int | None = None
    mark: int = asked()
    pleased: str | None = asked()
    annoyed: str | None = asked()
    wants_next: str | None = asked()
    market: str | None = asked()
    words: str | None = asked()


def about_of(exchange: Exchange, deal: int | None, trip: int | None) -> RecordOf:
    return record_of_deal(exchange.desk, deal) if deal else record_of_trip(exchange.desk, trip or 0)


def _how(exchange: Exchange, answers: Any) -> Sentence:
    about = about_of(exchange, answers.deal, answers.trip)
    if about.deal is not None:
        return _("How did it go for {name}? 1 is poor, 5 is very good.")(name=about.deal.client.name)
    return _("How did {trip} go? 1 is poor, 5 is very good.")(trip=about.trip.title if about.trip else None)


def _usual(name: str, asks: Sentence, label: Sentence) -> UsualWords:
    return UsualWords(
        name=name, asks=asks, label=label, most=MOST, usual=USUAL, optional=True, shows=usual_words
    )


def _where(exchange: Exchange, answers: Any) -> Sequence[str]:
    return [str(one) for one in places(exchange, answers)]


QUESTIONS = (
    Choice(name="mark", asks=_how, label=_("How it went"), options=_MARKS, columns=len(_MARKS)),
    _usual("pleased", _("What pleased them? Choose, or write it."), _("What pleased")),
    _usual("annoyed", _("What annoyed them? Choose, or write it."), _("What annoyed")),
    SuggestedWords(
        name="wants_next",
        asks=_("What would they like next?"),
        label=_("Next wish"),
        most=MOST,
        offers=_where,
        optional=True,
    ),
    Words(
        name="market",
        asks=_("What did you notice of the hotel or the place? All colleagues will find it."),
        label=_("Hotel and place"),
        most=MOST,
        optional=True,
    ),
    Words(name="words", asks=_("Anything else?"), label=_("In words"), most=MOST, optional=True),
)


class _Record(Flow[Any]):
    """What may be left out is told from the review, and whatever is written there is kept as well."""

    send = _("✅ Save")
    changes_known = ("mark", *OPTIONAL)
    more_words = "words"

    def opens(self, exchange: Exchange, known: dict[str, Any]) -> dict[str, Any]:
        return dict.fromkeys(OPTIONAL) | super().opens(exchange, known)

    def review(self, exchange: Exchange, answers: Any) -> Sentence:
        told = ((one, getattr(answers, one.name)) for one in self.due(answers))
        return lines(
            *(
                LINE(label=one.label, value=one.shown_at(exchange, value))
                for one, value in told
                if value is not None
            ),
            "",
            _("Anything else? Just write it here."),
        )


def told_of(answers: Any) -> Told:
    return Told(
        answers.mark, answers.pleased, answers.annoyed, answers.wants_next, answers.market, answers.words
    )


@routes.flow
class WriteRecord(_Record):
    name = "journey_record"
    called = _("contact record")
    answers_type = RecordAnswers
    questions = QUESTIONS

    def prepare(self, exchange: Exchange, answers: RecordAnswers) -> None:
        before = about_of(exchange, answers.deal, answers.trip).before
        if before is not None:
            _as_it_says(answers, before)

    def finish(self, exchange: Exchange, answers: RecordAnswers) -> None:
        if answers.deal:
            record_deal(exchange.desk, answers.deal, told_of(answers))
            exchange.head(_("Kept. Thank you."))
            exchange.show(SETTLEMENT, answers.deal)
        else:
            record_trip(exchange.desk, answers.trip or 0, told_of(answers))
            exchange.head(_("Kept. Thank you."))
            exchange.show(TRIP_RECORD, answers.trip or 0)


def _as_it_says(answers: RecordAnswers, before: JourneyRecord) -> None:
    answers.mark = before.mark
    for name in OPTIONAL:
        setattr(answers, name, getattr(before, name))


@dataclass(kw_only=True)
class ClientRecordAnswers:
    trip: int
    deal: int = asked()
    mark: int = asked()
    pleased: str | None = asked()
    annoyed: str | None = asked()
    wants_next: str | None = asked()
    market: str | None = asked()
    words: str | None = asked()


def clients_who_went(
    exchange: Exchange, answers: Any, text: str, limit: int, offset: int
) -> Sequence[tuple[int, Sentence]]:
    found = clients_of_trip(exchange.desk, answers.trip, text, limit, offset)
    return [(one.id, verbatim(one.client.name)) for one in found]


@routes.flow
class RecordOneClient(_Record):
    """Of one who went along, where there is something to say of them alone."""

    name = "client_record"
    called = _("contact record")
    answers_type = ClientRecordAnswers
    questions = (
        Find(name="deal", asks=_("Of which client?"), label=_("Client"), finds=clients_who_went),
        *QUESTIONS,
    )

    def prepare(self, exchange: Exchange, answers: ClientRecordAnswers) -> None:
        record_of_trip(exchange.desk, answers.trip)

    def finish(self, exchange: Exchange, answers: ClientRecordAnswers) -> None:
        record_deal(exchange.desk, answers.deal, told_of(answers))
        exchange.head(_("Kept. Thank you."))
        exchange.show(TRIP_RECORD, answers.trip)
