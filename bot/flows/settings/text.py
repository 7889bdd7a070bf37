"""The owner says a notice in the agency's own words, in one language; it is shown as a client would read it before it is kept.

Olga: /settings
Olga: [✉️ Texts]
Olga: [Before the departure]
Olga: [✏️ Български]
Olga: [✏️ Change]
Bot:  Write the text in Bulgarian
Olga: Утре тръгваме: {trip}! {day}, {hour}, {place}
Bot:  This text has no placeholder {hour}. There are: {day}, {time}, {place}
Olga: Утре тръгваме: {trip}! {day}, {time} <b>{place}
Bot:  tag is not closed
Olga: Утре тръгваме: {trip}! {day}, {time} <b>{place}</b>
Bot:  This is how a client reads it:
Olga: [✅ Save]
Bot:  changed
"""

from dataclasses import dataclass

from bot.conversation.exchange import Exchange
from bot.conversation.flow.answers import asked
from bot.conversation.questions.basic import Words
from bot.conversation.routes import Routes
from bot.flows.settings.changing import Changing
from bot.links.agency import TEXT_IN
from domain.entities.texts import LONGEST, TEXTS, check_text, kind_with_text
from domain.queries.settings import deal_to_show, notice_text
from domain.usecases.settings.texts import change_text
from domain.values.language import Language
from locales import Sentence, _, lines
from locales.terms.languages import IN_LANGUAGE
from locales.terms.own_texts import preview
from locales.terms.places import PLACES

routes = Routes()


@dataclass(kw_only=True)
class TextAnswers:
    seen: int
    notice: str
    language: str
    text: str = asked()


def _ask(_exchange: Exchange, answers: TextAnswers) -> Sentence:
    kind = kind_with_text(answers.notice)
    told = [
        _("<code>{place}</code> {meaning}")(place=f"{{{name}}}", meaning=PLACES[name].means)
        for name in kind.places
    ]
    return lines(
        _("Write the text {in_language}, as a client should read it.")(
            in_language=IN_LANGUAGE[Language(answers.language)]
        ),
        _("What is in braces is filled in for each client; a line with nothing to fill in is left out:"),
        *told,
        _("It must have: {places}")(places=", ".join(f"{{{name}}}" for name in kind.needs)),
    )


def _fits(_exchange: Exchange, text: str, answers: TextAnswers) -> None:
    check_text(kind_with_text(answers.notice), text)


@routes.flow
class ChangeText(Changing[TextAnswers]):
    name = "change_text"
    called = _("text of a notice")
    answers_type = TextAnswers
    kind = TEXTS
    questions = (Words(name="text", asks=_ask, label=_("Text"), most=4 * LONGEST, check=_fits),)

    def key(self, exchange: Exchange, answers: TextAnswers) -> str:  # noqa: ARG002
        return answers.notice

    def prepare(self, exchange: Exchange, answers: TextAnswers) -> None:
        notice_text(exchange.desk, answers.notice)
        Language(answers.language)

    def review(self, exchange: Exchange, answers: TextAnswers) -> Sentence:
        return lines(
            _("This is how a client reads it:"),
            "",
            shown(exchange, answers.notice, answers.language, answers.text),
        )

    def finish(self, exchange: Exchange, answers: TextAnswers) -> None:
        language = Language(answers.language)
        change_text(exchange.desk, answers.seen, answers.notice, language, answers.text)
        exchange.show(TEXT_IN, answers.notice, answers.language)


def shown(exchange: Exchange, notice: str, code: str, text: str) -> Sentence:
    """The text of a real client, if there is one."""
    desk, language = exchange.desk, Language(code)
    deal = deal_to_show(desk, language)
    return preview(kind_with_text(notice), text, language, desk.agency, desk.now, deal)
