"""An idea is said: what annoys a colleague or could be better, what a client wishes for.

Boris: /idea
Bot:   What annoys you, or what could be better?
Boris: The list of deals should show the phone
Bot:   Thank you. Passed on to Olga.

Anna:  /idea
Bot:   What would you wish for?
Anna:  A trip to the sea in May
Bot:   Thank you! We have noted your wish.

Anna:  /idea A trip to the sea in May
Bot:   Thank you! We have noted your wish.
"""

from dataclasses import dataclass

from bot.conversation.exchange import Exchange
from bot.conversation.flow.answers import asked
from bot.conversation.questions.basic import Words
from bot.conversation.routes import Routes
from bot.conversation.widgets.ask_once import AskOnce
from bot.links.home import HOME
from domain.queries.ideas import who_reads
from domain.usecases.ideas.ideas import say_idea
from domain.values.text import words
from locales import Joined, Sentence, _

routes = Routes()

MOST = 1000


@dataclass(kw_only=True)
class IdeaAnswers:
    text: str = asked()


def _what(exchange: Exchange, _answers: IdeaAnswers) -> Sentence:
    if exchange.desk.actor.is_staff:
        return _("What annoys you, or what could be better?")
    return _("What would you wish for?")


@routes.flow
class SayIdea(AskOnce[IdeaAnswers]):
    name = "idea"
    called = _("new idea")
    answers_type = IdeaAnswers
    questions = (Words(name="text", asks=_what, label=_("Idea"), most=MOST),)

    def finish(self, exchange: Exchange, answers: IdeaAnswers) -> None:
        say_idea(exchange.desk, answers.text)
        exchange.head(_thanks(exchange))
        exchange.show_origin(HOME)


def say_at_once(exchange: Exchange, text: str) -> None:
    """Who wrote the idea behind the command is not asked for it. Raises Refusal."""
    say_idea(exchange.desk, words(text, MOST))
    exchange.head(_thanks(exchange))
    exchange.show(HOME)


def _thanks(exchange: Exchange) -> Sentence:
    if not exchange.desk.actor.is_staff:
        return _("Thank you! We have noted your wish.")
    readers = who_reads(exchange.desk)
    return (
        _("Thank you. Passed on to {names}.")(names=Joined(readers)) if readers else _("It is on your list.")
    )
