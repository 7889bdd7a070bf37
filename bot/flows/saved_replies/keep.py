"""Owners and managers keep replies: a new one, its words in a language, its name.

Boris: /settings
Boris: [💬 Saved replies]
Boris: [➕ New reply]
Bot:   What should the button say? A few words.
Boris: Dogs
Bot:   What should the client read, in English?
Boris: {client}, dogs travel along in {coach}.
Bot:   This text has no placeholder {coach}.
Boris: {client}, dogs travel along for €30.
Bot:   💬 Dogs
"""

from dataclasses import dataclass

from bot.conversation.exchange import Exchange
from bot.conversation.flow.answers import asked
from bot.conversation.questions.basic import Words
from bot.conversation.routes import Routes
from bot.conversation.widgets.ask_once import AskOnce
from bot.flows.settings.changing import Changing
from bot.links.saved_replies import REPLY
from domain.entities.saved_replies import LONGEST, PLACES, SAVED_REPLY, check_words
from domain.queries.saved_replies import replies_kept, reply_to_change
from domain.usecases.settings.saved_replies import add_reply, change_reply, name_reply
from domain.values.labels import read_label
from domain.values.language import Language
from locales import Sentence, _, lines
from locales.terms.languages import IN_LANGUAGE
from locales.terms.places import PLACES as MEANINGS
from locales.terms.saved_replies import reply_name, written_in

routes = Routes()


def _fits(_exchange: Exchange, text: str, _answers: object) -> None:
    check_words(text)


def _asks_words(language: Language) -> Sentence:
    told = [
        _("<code>{place}</code> {meaning}")(place=f"{{{one}}}", meaning=MEANINGS[one].means) for one in PLACES
    ]
    return lines(
        _("What should the client read, {in_language}?")(in_language=IN_LANGUAGE[language]),
        _("What is in braces is filled in for each client; a line with nothing to fill in is left out:"),
        *told,
    )


@dataclass(kw_only=True)
class AddReplyAnswers:
    label: str = asked()
    text: str = asked()


def _new_words(exchange: Exchange, _answers: AddReplyAnswers) -> Sentence:
    return _asks_words(exchange.voice.language)


@routes.flow
class AddReply(AskOnce[AddReplyAnswers]):
    name = "add_reply"
    called = _("new reply")
    answers_type = AddReplyAnswers
    questions = (
        Words(
            name="label",
            asks=_("What should the button say? A few words."),
            label=_("Name"),
            reads=read_label,
        ),
        Words(name="text", asks=_new_words, label=_("Text"), most=4 * LONGEST, check=_fits),
    )

    def prepare(self, exchange: Exchange, answers: AddReplyAnswers) -> None:  # noqa: ARG002
        replies_kept(exchange.desk)

    def finish(self, exchange: Exchange, answers: AddReplyAnswers) -> None:
        key = add_reply(exchange.desk, exchange.voice.language, answers.label, answers.text)
        exchange.show(REPLY, key)


@dataclass(kw_only=True)
class ReplyAnswers:
    seen: int
    key: str
    language: str
    text: str = asked()


def _words(exchange: Exchange, answers: ReplyAnswers) -> Sentence:
    found, language = reply_to_change(exchange.desk, answers.key), Language(answers.language)
    written = written_in(found.key, found.reply, language)
    return lines(_asks_words(language), _("<pre>{text}</pre>")(text=written) if written else None)


@routes.flow
class ChangeReply(Changing[ReplyAnswers]):
    name = "change_reply"
    called = _("saved reply")
    answers_type = ReplyAnswers
    kind = SAVED_REPLY
    questions = (Words(name="text", asks=_words, label=_("Text"), most=4 * LONGEST, check=_fits),)

    def key(self, exchange: Exchange, answers: ReplyAnswers) -> str:  # noqa: ARG002
        return answers.key

    def prepare(self, exchange: Exchange, answers: ReplyAnswers) -> None:
        reply_to_change(exchange.desk, answers.key)
        Language(answers.language)

    def finish(self, exchange: Exchange, answers: ReplyAnswers) -> None:
        change_reply(exchange.desk, answers.key, answers.seen, Language(answers.language), answers.text)
        exchange.show(REPLY, answers.key)


@dataclass(kw_only=True)
class ReplyNameAnswers:
    seen: int
    key: str
    label: str = asked()


def _called(exchange: Exchange, answers: ReplyNameAnswers) -> Sentence:
    found = reply_to_change(exchange.desk, answers.key)
    return _("What should the button say instead of “{reply}”?")(reply=reply_name(found.key, found.reply))


@routes.flow
class NameReply(Changing[ReplyNameAnswers]):
    """In the language of whoever names it."""

    name = "name_reply"
    called = _("saved reply")
    answers_type = ReplyNameAnswers
    kind = SAVED_REPLY
    questions = (Words(name="label", asks=_called, label=_("Name"), reads=read_label),)

    def key(self, exchange: Exchange, answers: ReplyNameAnswers) -> str:  # noqa: ARG002
        return answers.key

    def prepare(self, exchange: Exchange, answers: ReplyNameAnswers) -> None:
        reply_to_change(exchange.desk, answers.key)

    def finish(self, exchange: Exchange, answers: ReplyNameAnswers) -> None:
        name_reply(exchange.desk, answers.key, answers.seen, exchange.voice.language, answers.label)
        exchange.show(REPLY, answers.key)
