"""The owner says in their own words how data are kept, in one language, or gives the address of a page that does.

Olga: /settings
Olga: [🏢 Agency]
Olga: [🔏 Privacy]
Olga: [✏️ Български]
Olga: [✏️ Change the text]
Bot:  Write in Bulgarian how you keep clients' data, as they should read it.
Olga: Пазим само нужното за пътуването.
Bot:  This is how a client reads it:
Olga: [🔗 Link]
Bot:  Send the link to your privacy page in Bulgarian.
Olga: agency.bg
Bot:  Please send a full link, like https://example.com/privacy.
Olga: https://agency.bg/privacy
Bot:  This is how a client reads it:
"""

from dataclasses import dataclass

from bot.conversation.exchange import Exchange
from bot.conversation.flow.answers import asked
from bot.conversation.questions.basic import Words
from bot.conversation.routes import Routes
from bot.flows.settings.changing import Changing
from bot.links.privacy import PRIVACY_IN
from domain.entities.privacy import LONGEST_LINK, LONGEST_TEXT, PRIVACY, check_link
from domain.queries.settings import agency_privacy
from domain.usecases.settings.privacy import change_privacy_link, change_privacy_text
from domain.values.language import Language
from domain.values.refusals import Refusal
from locales import Sentence, _
from locales.terms.languages import IN_LANGUAGE

routes = Routes()

TEXT, LINK = "text", "link"


@dataclass(kw_only=True)
class PrivacyAnswers:
    seen: int
    language: str
    what: str
    text: str = asked()
    link: str = asked()


def _ask(_exchange: Exchange, answers: PrivacyAnswers) -> Sentence:
    return _("Write {in_language} how you keep clients' data, as they should read it.")(
        in_language=IN_LANGUAGE[Language(answers.language)]
    )


def _ask_link(_exchange: Exchange, answers: PrivacyAnswers) -> Sentence:
    return _("Send the link to your privacy page {in_language}.")(
        in_language=IN_LANGUAGE[Language(answers.language)]
    )


def _is_text(answers: PrivacyAnswers) -> bool:
    return answers.what == TEXT


def _is_link(answers: PrivacyAnswers) -> bool:
    return answers.what == LINK


def _leads(_exchange: Exchange, link: str, _answers: PrivacyAnswers) -> None:
    check_link(link)


@routes.flow
class ChangePrivacy(Changing[PrivacyAnswers]):
    name = "change_privacy"
    called = _("privacy notice")
    answers_type = PrivacyAnswers
    kind = PRIVACY
    questions = (
        Words(name="text", asks=_ask, label=_("Text"), most=LONGEST_TEXT, when=_is_text),
        Words(name="link", asks=_ask_link, label=_("Link"), most=LONGEST_LINK, when=_is_link, check=_leads),
    )

    def prepare(self, exchange: Exchange, answers: PrivacyAnswers) -> None:
        agency_privacy(exchange.desk)
        Language(answers.language)
        if answers.what not in {TEXT, LINK}:
            raise Refusal("out_of_date")

    def finish(self, exchange: Exchange, answers: PrivacyAnswers) -> None:
        language = Language(answers.language)
        if _is_text(answers):
            change_privacy_text(exchange.desk, answers.seen, language, answers.text)
        else:
            change_privacy_link(exchange.desk, answers.seen, language, answers.link)
        exchange.show(PRIVACY_IN, answers.language)
