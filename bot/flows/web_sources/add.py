"""The owner lets a web site post inquiries, or a telephone exchange calls; its token is shown once.

Olga: /settings
Olga: [⋯ More]
Olga: [🖥 Web sites]
Olga: [➕ Add]
Bot:  What is it called?
Olga: tours.example
Bot:  Which web address are its pages on?
Olga: tours.example
Bot:  🔑 Token of tours.example: …
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from bot.conversation.exchange import Exchange
from bot.conversation.flow.answers import asked
from bot.conversation.questions.basic import Choice, Name, Words
from bot.conversation.routes import Routes
from bot.conversation.widgets.ask_once import AskOnce
from bot.links.web_sources import WEB_SOURCE
from domain.entities.web_sources import LONGEST_ADDRESS, read_origin
from domain.queries.web_sources import branches_of_sources, web_source, web_sources
from domain.usecases.web_sources.settling import add_origin, add_source
from locales import Sentence, _, lines

routes = Routes()

EVERYBODYS = 0


@dataclass(kw_only=True)
class AddSourceAnswers:
    in_branches: bool = asked()
    name: str = asked()
    address: str | None = asked()
    branch: int = asked()


def _branches(exchange: Exchange, _answers: Any) -> Sequence[tuple[int, Sentence]]:
    offered = [(one.id, _("🏢 {branch}")(branch=one.name)) for one in branches_of_sources(exchange.desk)]
    return [(EVERYBODYS, _("👥 Shared by all")), *offered]


def say_token(exchange: Exchange, name: str, token: str) -> None:
    """In a message of its own, that can be deleted."""
    exchange.say(
        lines(
            _("🔑 Token of {name}: <code>{token}</code>")(name=name, token=token),
            _("I do not keep it. Copy it now, then delete this message."),
        )
    )


@routes.flow
class AddSource(AskOnce[AddSourceAnswers]):
    name = "add_web_source"
    called = _("new web site")
    answers_type = AddSourceAnswers
    questions = (
        Name(
            name="name",
            asks=_("What is it called? Colleagues read this name beside what comes from there."),
            label=_("Name"),
        ),
        Words(
            name="address",
            asks=_(
                "Which web address are its pages on, if they send from the browser? For example "
                "tours.example. Skip it for what sends from a server."
            ),
            label=_("Address"),
            most=LONGEST_ADDRESS,
            reads=read_origin,
            optional=True,
        ),
        Choice(
            name="branch",
            asks=_("Whose are the inquiries from there?"),
            label=_("Branch"),
            options=_branches,
            columns=1,
            when=lambda answers: answers.in_branches,
        ),
    )

    def prepare(self, exchange: Exchange, answers: AddSourceAnswers) -> None:
        web_sources(exchange.desk)
        answers.in_branches = bool(branches_of_sources(exchange.desk))

    def finish(self, exchange: Exchange, answers: AddSourceAnswers) -> None:
        branch = answers.branch if answers.in_branches else EVERYBODYS
        key, token = add_source(exchange.desk, answers.name, answers.address, branch or None)
        say_token(exchange, answers.name, token)
        exchange.show(WEB_SOURCE, key)


@dataclass(kw_only=True)
class AddOriginAnswers:
    source: str
    seen: int
    address: str = asked()


@routes.flow
class AddOrigin(AskOnce[AddOriginAnswers]):
    """One more address whose pages may post."""

    name = "add_web_origin"
    called = _("address of a web site")
    answers_type = AddOriginAnswers
    questions = (
        Words(
            name="address",
            asks=_("Which web address are its pages on? For example tours.example."),
            label=_("Address"),
            most=LONGEST_ADDRESS,
            reads=read_origin,
        ),
    )

    def prepare(self, exchange: Exchange, answers: AddOriginAnswers) -> None:
        web_source(exchange.desk, answers.source)

    def finish(self, exchange: Exchange, answers: AddOriginAnswers) -> None:
        add_origin(exchange.desk, answers.source, answers.seen, answers.address)
        exchange.show(WEB_SOURCE, answers.source)
