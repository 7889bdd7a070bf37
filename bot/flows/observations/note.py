"""What a colleague has noticed of the market is filed under a destination or a supplier; in one line, or by taps.

Vera: /note Ohrid: hotel Bellevue renovates its pool till May
Bot:  Noted under Ohrid.

Vera: /note
Bot:  What is it about?
Vera: [🏨 A supplier]
Bot:  Which supplier?
Vera: Hotel Bellevue
Bot:  What did you notice? A few words, with a photo if you like.
Vera: The pool is renovated till May
Bot:  Noted under Hotel Bellevue.
"""

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from bot.conversation.exchange import Exchange
from bot.conversation.flow.answers import Heard, Unanswered, asked
from bot.conversation.flow.open_flows import begin
from bot.conversation.questions.basic import Choice, OneFile, Words
from bot.conversation.questions.suggestions import SuggestedPlace
from bot.conversation.routes import Routes
from bot.conversation.widgets.ask_once import AskOnce
from bot.flows.inquiries.wishes import places
from bot.links.observations import OBSERVATION
from domain.entities.files import SentFile
from domain.entities.observations import OBSERVATION_FILE, Noticed, Watched
from domain.queries.destinations import known_destination
from domain.queries.observations import must_note, named_before, names_noted
from domain.usecases.observations.noting import note_observation
from domain.values import text
from domain.values.translated import Translated
from locales import Sentence, _
from locales.terms.observations import WATCHED

if TYPE_CHECKING:
    from collections.abc import Sequence

routes = Routes()

MOST = 1000
LONGEST_NAME = 60
_OFFERED = 6
_NAMED = re.compile(r"\s*([^:：\n]{2,60}?)\s*[:：]\s*(.*)", re.DOTALL)


@dataclass(kw_only=True)
class NoteAnswers:
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
        Choice(
            name="about",
            asks=_("What is it about?"),
            label=_("Observation"),
            options=tuple(WATCHED.items()),
            of=Watched,
        ),
        SuggestedPlace(name="place", asks=_which, label=_("Where"), offers=_names),
        Noted(
            name="text",
            asks=_("What did you notice? A few words, with a photo if you like."),
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

    def prepare(self, exchange: Exchange, answers: NoteAnswers) -> None:  # noqa: ARG002
        must_note(exchange.desk)

    def finish(self, exchange: Exchange, answers: NoteAnswers) -> None:
        file_it(exchange, Noticed(answers.about, answers.place, answers.text), answers.file)


def file_it(exchange: Exchange, noticed: Noticed, file: SentFile | None = None) -> None:
    """A destination that we know takes along its other languages."""
    if noticed.about is Watched.DESTINATION:
        place = known_destination(exchange.desk, noticed.place)
        noticed = Noticed(noticed.about, place, noticed.text)
    one = note_observation(exchange.desk, noticed, file)
    exchange.head(_("Noted under {place}.")(place=one.place))
    exchange.show(OBSERVATION, one.id)


def note_at_once(exchange: Exchange, argument: str) -> None:
    """What stands behind the command is not asked for again. Raises Forbidden, Refusal."""
    must_note(exchange.desk)
    named = _NAMED.fullmatch(argument)
    if named is None:
        begin(exchange, NoteObservation, text=text.words(argument, MOST), file=None)
        return
    place = Translated(text.name(named[1]))
    about = named_before(exchange.desk, place)
    if not named[2].strip():
        _asks_what(exchange, about, place)
        return
    said = text.words(named[2], MOST)
    if about is None:
        begin(exchange, NoteObservation, place=place, text=said, file=None)
    else:
        file_it(exchange, Noticed(about, place, said))


def _asks_what(exchange: Exchange, about: Watched | None, place: Translated) -> None:
    """Only the place was written."""
    if about is None:
        begin(exchange, NoteObservation, place=place)
    else:
        begin(exchange, NoteObservation, about=about, place=place)
