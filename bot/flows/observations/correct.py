"""An observation is corrected, or gets a photo.

Vera: [✏️ Correct]
Bot:  “The pool is renovated till May”
      What should it say?
Vera: The pool is renovated till June

Vera: [📷 Add a photo]
Bot:  Send me the photo, or a PDF.
"""

from dataclasses import dataclass

from bot.conversation.exchange import Exchange
from bot.conversation.flow.answers import asked
from bot.conversation.questions.basic import OneFile
from bot.conversation.routes import Routes
from bot.conversation.widgets.ask_once import AskOnce
from bot.conversation.widgets.reword import Reword, new_words
from bot.flows.observations.note import MOST
from bot.links.observations import OBSERVATION
from domain.entities.files import SentFile
from domain.entities.observations import OBSERVATION_FILE
from domain.queries.observations import observation_to_change
from domain.usecases.observations.noting import add_photo, correct_observation
from locales import _

routes = Routes()


@dataclass(kw_only=True)
class CorrectionAnswers:
    observation: int
    text: str = asked()


def _now(exchange: Exchange, answers: CorrectionAnswers) -> str:
    return observation_to_change(exchange.desk, answers.observation).text


@routes.flow
class CorrectObservation(Reword[CorrectionAnswers]):
    name = "correct_observation"
    called = _("observation")
    answers_type = CorrectionAnswers
    questions = (new_words(_now, _("Observation"), MOST),)

    def finish(self, exchange: Exchange, answers: CorrectionAnswers) -> None:
        correct_observation(exchange.desk, answers.observation, answers.text)
        exchange.head(_("Corrected."))
        exchange.show(OBSERVATION, answers.observation)


@dataclass(kw_only=True)
class PhotoAnswers:
    observation: int
    file: SentFile = asked()


@routes.flow
class AddPhoto(AskOnce[PhotoAnswers]):
    name = "observation_photo"
    called = _("photo of an observation")
    answers_type = PhotoAnswers
    questions = (
        OneFile(
            name="file",
            asks=_("Send me the photo, or a PDF."),
            label=_("Photo"),
            purpose=OBSERVATION_FILE,
        ),
    )

    def prepare(self, exchange: Exchange, answers: PhotoAnswers) -> None:
        observation_to_change(exchange.desk, answers.observation)

    def finish(self, exchange: Exchange, answers: PhotoAnswers) -> None:
        add_photo(exchange.desk, answers.observation, answers.file)
        exchange.show(OBSERVATION, answers.observation)
