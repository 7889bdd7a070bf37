"""The privacy notice as the owner settles it: per language their own text or ours, a link, and the years of the books."""

from bot.conversation.exchange import Exchange
from bot.conversation.routes import Routes
from bot.conversation.screen import Screen, act, ask, back, column, go
from bot.flows.settings.books import KeepBooks
from bot.flows.settings.privacy import ChangePrivacy
from bot.handlers.settings.kinds import named
from bot.links.agency import AGENCY
from bot.links.privacy import PRIVACY_IN, PRIVACY_OURS, PRIVACY_SETTINGS, PRIVACY_UNLINKED
from domain.entities.books import BOOKS
from domain.entities.privacy import PRIVACY
from domain.queries.settings import agency_books, agency_privacy
from domain.usecases.settings.privacy import change_privacy_link, change_privacy_text
from domain.values.language import Language
from locales import Voice, _, lines, n_
from locales.terms.languages import LANGUAGES
from locales.terms.own_texts import already_said
from locales.terms.privacy import whole_notice

routes = Routes(rank=889)

named(PRIVACY, _("Privacy notice"))
BOOKS_YEARS = _("Years of the books")
named(BOOKS, BOOKS_YEARS)

KEPT = n_("Books are kept for {count} year.", "Books are kept for {count} years.")


@routes.draws(PRIVACY_SETTINGS)
def privacy_settings(exchange: Exchange) -> Screen:
    notice, books = agency_privacy(exchange.desk).value, agency_books(exchange.desk)
    told = [
        _("{language}: ✓ changed")(language=LANGUAGES[one])
        if one in notice.texts or one in notice.links
        else _("{language}: default text")(language=LANGUAGES[one])
        for one in Language
    ]
    text = lines(
        _("<b>🔏 Privacy notice</b>"),
        _("Each client reads it once, at the first message. After a change each is asked once more."),
        _("Version {version}")(version=notice.version),
        "",
        *told,
        "",
        KEPT(count=books.value.years),
        _("Whoever asks to be forgotten reads it: payments stay for so long, without a name."),
    )
    label = _("✏️ {language}")
    buttons = [go(label(language=LANGUAGES[one]), PRIVACY_IN, one.value) for one in Language]
    return Screen(
        text,
        column([*buttons, ask(_("✏️ {label}")(label=BOOKS_YEARS), KeepBooks, seen=books.seen), back(AGENCY)]),
    )


@routes.draws(PRIVACY_IN)
def privacy_in(exchange: Exchange, code: str) -> Screen:
    found, language = agency_privacy(exchange.desk), Language(code)
    notice, seen = found.value, found.seen
    own, link = language in notice.texts, notice.links.get(language)
    buttons = [
        ask(_("✏️ Change the text"), ChangePrivacy, seen=seen, language=code, what="text"),
        ask(_("🔗 Link"), ChangePrivacy, seen=seen, language=code, what="link"),
        act(_("↩️ Default text"), PRIVACY_OURS, seen, code) if own else None,
        act(_("🗑 No link"), PRIVACY_UNLINKED, seen, code) if link else None,
        back(PRIVACY_SETTINGS),
    ]
    voice = Voice.at(exchange.desk, language)
    read = already_said(voice.html(whole_notice(exchange.desk.agency, language)))
    return Screen(lines(_("This is how a client reads it:"), "", read), column(buttons))


@routes.does(PRIVACY_OURS)
def as_shipped(exchange: Exchange, seen: int, code: str) -> None:
    change_privacy_text(exchange.desk, seen, Language(code), None)
    exchange.show(PRIVACY_IN, code)


@routes.does(PRIVACY_UNLINKED)
def without_link(exchange: Exchange, seen: int, code: str) -> None:
    change_privacy_link(exchange.desk, seen, Language(code), None)
    exchange.show(PRIVACY_IN, code)
