"""Web sites and telephone exchanges that may post to us: the list, one of them, another token, closing it."""

from collections.abc import Iterable

from bot.conversation.exchange import Exchange
from bot.conversation.routes import Routes
from bot.conversation.screen import Button, Screen, act, ask, back, column, go
from bot.conversation.widgets.confirm import confirm
from bot.conversation.widgets.listing import listing
from bot.flows.web_sources.add import AddOrigin, AddSource, say_token
from bot.handlers.settings.kinds import named
from bot.links.settings import SETTINGS_MORE, SETTINGS_SLOTS
from bot.links.web_sources import (
    CLOSE_SOURCE,
    CLOSE_SOURCE_NOW,
    NEW_TOKEN,
    NEW_TOKEN_NOW,
    NO_ORIGINS,
    WEB_SOURCE,
    WEB_SOURCES,
)
from domain.entities.people import Right
from domain.entities.web_sources import MOST_ORIGINS
from domain.entities.web_sources import WEB_SOURCE as KIND
from domain.queries.web_sources import SourceCard, web_source, web_sources
from domain.usecases.web_sources.settling import close_source, new_token, without_origins
from locales import Sentence, _, lines, verbatim

routes = Routes(rank=894)

named(KIND, _("Web site"))
PAGE = 6


@SETTINGS_SLOTS.button(900, Right.CHANGE_SETTINGS)
def at_settings(_exchange: Exchange, _nothing: None) -> Button:
    return go(_("🖥 Web sites"), WEB_SOURCES, 0)


@routes.draws(WEB_SOURCES)
def sources(exchange: Exchange, page: int) -> Screen:
    found = list(web_sources(exchange.desk).items())
    head = lines(
        _("<b>🖥 Web sites</b>"),
        _("They send inquiries here, and a telephone exchange sends calls. Each has a token of its own."),
        *_where(exchange),
    )
    return listing(
        head,
        found[page * PAGE :],
        page,
        opens=lambda one: go(verbatim(one[1].name), WEB_SOURCE, one[0]),
        turns=lambda label, other: go(label, WEB_SOURCES, other),
        below=((ask(_("➕ Add"), AddSource), back(SETTINGS_MORE)),),
        size=PAGE,
    )


def _where(exchange: Exchange) -> Iterable[Sentence]:
    url = exchange.desk.agency.web_url
    if url is None:
        yield _(
            "⚠️ Nothing can arrive yet: whoever runs the program sets TOURDESK_WEB_PORT and TOURDESK_WEB_URL."
        )


@routes.draws(WEB_SOURCE)
def source(exchange: Exchange, key: str) -> Screen:
    found = web_source(exchange.desk, key)
    return Screen(lines(*_told(exchange, found)), (*column(_buttons(found)), (back(WEB_SOURCES, 0),)))


def _told(exchange: Exchange, found: SourceCard) -> Iterable[Sentence]:
    url, one = exchange.desk.agency.web_url, found.source
    yield _("<b>🖥 {name}</b>")(name=one.name)
    if found.branch is not None:
        yield _("🏢 {branch}")(branch=found.branch.name)
    yield from _where(exchange)
    if url is not None:
        yield _("Inquiries go to {address}")(address=f"{url}/intake")
    if one.origins:
        yield _("Its pages may send from: {addresses}")(addresses=", ".join(one.origins))
    else:
        yield _("It sends from a server: no page may send from a browser.")


def _buttons(found: SourceCard) -> Iterable[Button]:
    origins = found.source.origins
    if len(origins) < MOST_ORIGINS:
        yield ask(_("➕ Web address"), AddOrigin, source=found.key, seen=found.seen)
    if origins:
        yield act(_("✖ No addresses"), NO_ORIGINS, found.key, found.seen)
    yield go(_("🔑 New token"), NEW_TOKEN, found.key)
    yield go(_("🚫 Close this site"), CLOSE_SOURCE, found.key)


@routes.does(NO_ORIGINS)
def no_origins(exchange: Exchange, key: str, seen: int) -> None:
    without_origins(exchange.desk, key, seen)
    exchange.show(WEB_SOURCE, key)


@routes.draws(NEW_TOKEN)
def another_token(exchange: Exchange, key: str) -> Screen:
    found = web_source(exchange.desk, key)
    asks = _("Make a new token for {name}? With the present one nothing is taken any more.")
    makes = act(_("🔑 New token"), NEW_TOKEN_NOW, key, found.seen)
    return confirm(asks(name=found.source.name), makes, back(WEB_SOURCE, key))


@routes.does(NEW_TOKEN_NOW)
def gives_token(exchange: Exchange, key: str, seen: int) -> None:
    token = new_token(exchange.desk, key, seen)
    exchange.leave_tapped()
    say_token(exchange, web_source(exchange.desk, key).source.name, token)
    exchange.show(WEB_SOURCE, key)


@routes.draws(CLOSE_SOURCE)
def closing(exchange: Exchange, key: str) -> Screen:
    name = web_source(exchange.desk, key).source.name
    asks = _("Close {name}? Nothing is taken from there any more; what has come stays.")(name=name)
    return confirm(asks, act(_("🚫 Close this site"), CLOSE_SOURCE_NOW, key), back(WEB_SOURCE, key))


@routes.does(CLOSE_SOURCE_NOW)
def closes(exchange: Exchange, key: str) -> None:
    close_source(exchange.desk, key)
    exchange.show(WEB_SOURCES, 0)
