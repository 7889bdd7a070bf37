"""What a colleague has noticed of the market is filed under a destination or a supplier, where everybody reads it.

Vera: /note
Bot:  What is it about?
Vera: [🏨 A supplier]
Bot:  Which supplier?
Vera: Hotel Bellevue
Bot:  What did you notice? A few words, with a photo if you like. Everybody in the agency will read it.
Vera: The pool is renovated till May
Bot:  Noted under Hotel Bellevue.

What is written behind the command goes the way of `bot/handlers/observations/noting.py`.
"""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from bot.conversation.exchange import Exchange
from bot.conversation.flow.answers import Heard, Instead, Unanswered, asked
from bot.conversation.questions.basic import Choice, OneFile, Words
from bot.conversation.questions.suggestions import SuggestedPlace
from bot.conversation.routes import Routes
from bot.conversation.widgets.ask_once import AskOnce
from bot.flows.inquiries.wishes import places
from bot.flows.interactions.note_on import NoteOnClient
from bot.links.observations import OBSERVATION
from domain.entities.files import SentFile
from domain.entities.observations import OBSERVATION_FILE, Noticed, Watched
from domain.entities.people import Right
from domain.queries.destinations import known_destination
from domain.queries.interactions import note_of_mine
from domain.queries.observations import must_note, names_noted
from domain.usecases.interactions.noting import take_back_note
from domain.usecases.observations.noting import note_observation
from domain.values.translated import Translated
from locales import Sentence, _
from locales.terms.observations import WATCHED

if TYPE_CHECKING:
    from collections.abc import Sequence

routes = Routes()

MOST = 3000
_OFFERED = 6


@dataclass(kw_only=True)
class NoteAnswers:
    """`note` is a colleague's own note on a client that was none: it is taken back when it is filed here."""

    note: int | None = None
    about: Watched = asked()
    place: Translated = asked()
    text: str = asked()
    file: SentFile | None = asked()


def _which(_exchange: Exchange, answers: NoteAnswers) -> Sentence:
    if answers.about is Watched.DESTINATION:
        return _("Which destination?")
    return _("Which supplier? A hotel, a carrier, an agency on the spot: write its name.")


def _names(exchange: Exchange, answers: NoteAnswers) -> "Sequence[Translated]":
    """Of suppliers those that were noted lately; of destinations where our next trips go, too."""
    before = [one.place for one in names_noted(exchange.desk, answers.about, _OFFERED)]
    if answers.about is Watched.DESTINATION:
        before = [*places(exchange, answers), *before]
    return list(dict.fromkeys(before))[:_OFFERED]


CLIENT = "client"
_CLIENT_OR_MARKET = ((CLIENT, _("👤 A client")), *WATCHED.items())


def _offered(exchange: Exchange, answers: NoteAnswers) -> "Sequence[tuple[str, Sentence]]":
    notes_clients = answers.note is None and exchange.desk.actor.may(Right.ANSWER_CLIENTS)
    return _CLIENT_OR_MARKET if notes_clients else tuple(WATCHED.items())


@dataclass(frozen=True, kw_only=True)
class About(Choice):
    """What is about a client is asked for elsewhere, and read there by few."""

    def load(self, kept: Any) -> Watched:
        if kept == CLIENT:
            raise Instead(NoteOnClient.name)
        return Watched(kept)


@dataclass(frozen=True, kw_only=True)
class Noted(Words):
    """Words, or a photo with words; a photo alone waits for the words."""

    def hear(self, exchange: "Exchange", answers: Any, scratch: dict[str, Any]) -> Heard:  # noqa: ARG002
        event = exchange.event
        if event.file is not None:
            event.file.must_be_acceptable(OBSERVATION_FILE)
            scratch["file"] = dict(vars(event.file))
            if not event.text:
                raise Unanswered
        kept = scratch.get("file")
        return Heard(self.read(exchange, event.text or ""), {"file": SentFile(**kept) if kept else None})

    def shown_prompt(self, exchange: "Exchange", answers: Any, scratch: dict[str, Any]) -> Sentence:
        if scratch.get("file"):
            return _("📷 I have the photo. What does it show? A few words.")
        return self.prompt(exchange, answers)


@routes.flow
class NoteObservation(AskOnce[NoteAnswers]):
    name = "note_observation"
    called = _("observation")
    answers_type = NoteAnswers
    questions = (
        About(
            name="about",
            asks=_("What is it about?"),
            label=_("Observation"),
            options=_offered,
            columns=1,
            shows=WATCHED.__getitem__,
        ),
        SuggestedPlace(name="place", asks=_which, label=_("Where"), offers=_names),
        Noted(
            name="text",
            asks=_(
                "What did you notice? A few words, with a photo if you like. Everybody in the agency will read it."
            ),
            label=_("Observation"),
            most=MOST,
        ),
        OneFile(
            name="file",
            asks=_("A photo?"),
            label=_("Photo"),
            purpose=OBSERVATION_FILE,
            optional=True,
        ),
    )

    def prepare(self, exchange: Exchange, answers: NoteAnswers) -> None:
        must_note(exchange.desk)
        if answers.note is not None:
            note_of_mine(exchange.desk, answers.note)

    def finish(self, exchange: Exchange, answers: NoteAnswers) -> None:
        if answers.note is not None:
            take_back_note(exchange.desk, answers.note)
        file_it(exchange, Noticed(answers.about, answers.place, answers.text), answers.file)


def file_it(exchange: Exchange, noticed: Noticed, file: SentFile | None = None) -> None:
    """A destination that we know takes along its other languages."""
    if noticed.about is Watched.DESTINATION:
        place = known_destination(exchange.desk, noticed.place)
        noticed = Noticed(noticed.about, place, noticed.text)
    one = note_observation(exchange.desk, noticed, file)
    exchange.head(_("Noted under {place}.")(place=one.place))
    exchange.show(OBSERVATION, one.id)
