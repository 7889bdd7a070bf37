"""Texts of notices: which there are, in which languages they are the agency's own, how one reads, and back to ours."""

from bot.conversation.exchange import Exchange
from bot.conversation.routes import Routes
from bot.conversation.screen import Button, Screen, act, ask, back, column, go, turn
from bot.conversation.widgets.confirm import confirm
from bot.conversation.widgets.listing import chips
from bot.flows.settings.text import ChangeText, shown
from bot.links.agency import BACK_TO_SHIPPED, REASONS, TEXT, TEXT_IN, TEXT_SHIPPED, TEXTS
from bot.links.settings import SETTINGS, SETTINGS_SLOTS
from domain.entities.people import Right
from domain.entities.texts import kind_with_text
from domain.queries.settings import notice_text, texts_changed
from domain.usecases.settings.texts import text_as_shipped
from domain.values.language import Language
from locales import _, lines
from locales.terms.languages import IN_LANGUAGE, LANGUAGES
from locales.terms.notice_words import ABOUT
from locales.terms.notices import NOTICES
from locales.terms.own_texts import ours

routes = Routes(rank=883)


@SETTINGS_SLOTS.button(30, Right.CHANGE_SETTINGS)
def texts_button(_exchange: Exchange, _nothing: None) -> Button:
    return go(_("✉️ Texts"), TEXTS, "trips")


@routes.draws(TEXTS)
def texts(exchange: Exchange, about: str) -> Screen:
    own = texts_changed(exchange.desk)
    listed = [(kind, words.called) for kind, words in NOTICES.items() if words.about == about]
    changed = _("{label} ✓")
    buttons = [go(changed(label=called) if kind in own else called, TEXT, kind) for kind, called in listed]
    text = lines(
        _("<b>✉️ Texts</b>"),
        _("What clients are told automatically. Say it in your own words, in each language."),
        _("With a ✓: in your words, in at least one language."),
    )
    row = chips(ABOUT.items(), about, lambda label, chosen: turn(label, TEXTS, chosen))
    below = [go(_("✖ Reasons"), REASONS, "deal"), back(SETTINGS)]
    return Screen(text, (row[:2], row[2:], *column([*buttons, *below])))


@routes.draws(TEXT)
def text_of_notice(exchange: Exchange, notice: str) -> Screen:
    kind, found = notice_text(exchange.desk, notice)
    told = [
        _("{language}: ✓ changed")(language=LANGUAGES[one])
        if one in found.value
        else _("{language}: default text")(language=LANGUAGES[one])
        for one in Language
    ]
    label = _("✏️ {language}")
    buttons = [go(label(language=LANGUAGES[one]), TEXT_IN, notice, one.value) for one in Language]
    text = lines(_("<b>{notice}</b>")(notice=NOTICES[kind].called), *told)
    return Screen(text, column([*buttons, back(TEXTS, NOTICES[kind].about)]))


@routes.draws(TEXT_IN)
def text_in(exchange: Exchange, notice: str, code: str) -> Screen:
    kind, found = notice_text(exchange.desk, notice)
    language = Language(code)
    own = found.value.get(language)
    written = own or ours(kind, language, exchange.desk.agency)
    state = _("{language}: ✓ changed") if own else _("{language}: default text")
    text = lines(
        _("<b>{notice}</b>")(notice=NOTICES[kind].called),
        state(language=LANGUAGES[language]),
        "",
        _("<pre>{text}</pre>")(text=written),
        _("This is how a client reads it:"),
        "",
        shown(exchange, notice, code, written),
    )
    buttons = [
        ask(_("✏️ Change"), ChangeText, seen=found.seen, notice=notice, language=code),
        go(_("↩️ Default text"), TEXT_SHIPPED, notice, code) if own else None,
        back(TEXT, notice),
    ]
    return Screen(text, column(buttons))


@routes.draws(TEXT_SHIPPED)
def back_to_shipped(exchange: Exchange, notice: str, code: str) -> Screen:
    kind, found = notice_text(exchange.desk, notice)
    text = lines(
        _("Show clients the default text again, {in_language}?")(in_language=IN_LANGUAGE[Language(code)]),
        "",
        _("<pre>{text}</pre>")(text=ours(kind, Language(code), exchange.desk.agency)),
    )
    does = act(_("↩️ Yes, default text"), BACK_TO_SHIPPED, found.seen, notice, code)
    return confirm(text, does, back(TEXT_IN, notice, code))


@routes.does(BACK_TO_SHIPPED)
def as_shipped(exchange: Exchange, seen: int, notice: str, code: str) -> None:
    text_as_shipped(exchange.desk, seen, kind_with_text(notice), Language(code))
    exchange.show(TEXT_IN, notice, code)
