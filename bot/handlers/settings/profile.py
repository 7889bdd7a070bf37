"""The agency's profile: its lines, how it is paid, in which languages it speaks, and how clients see it."""

from bot.conversation.exchange import Exchange
from bot.conversation.outgoing import File
from bot.conversation.routes import Routes
from bot.conversation.screen import Button, Screen, act, ask, back, column, go, pairs
from bot.conversation.widgets.confirm import confirm
from bot.flows.settings.account import AddIban, AddRussianAccount
from bot.flows.settings.logo import SendLogo
from bot.flows.settings.profile import ChangeLine
from bot.links.agency import (
    ACCOUNT,
    AGENCY,
    AGENCY_LANGUAGES,
    AGENCY_MONEY,
    AGENCY_SHOWN,
    OFFER_LANGUAGE,
    REMOVE_ACCOUNT,
    REMOVE_LOGO,
    SHOW_LOGO,
)
from bot.links.bridge import BRIDGE
from bot.links.privacy import PRIVACY_SETTINGS
from bot.links.settings import SETTINGS, SETTINGS_SLOTS
from domain.entities.people import Right
from domain.entities.profile import MOST_ACCOUNTS
from domain.queries.settings import agency_hours, agency_logo, agency_profile
from domain.usecases.settings.profile import offer_language, remove_account, remove_logo
from domain.values.language import Language
from domain.values.refusals import NotFound
from locales import Sentence, _, lines, verbatim
from locales.terms.languages import LANGUAGES
from locales.terms.payments import how_to_pay
from locales.terms.profile import PROFILE_LINES, account_words, as_clients_read

routes = Routes(rank=881)

EDIT = _("✏️ {label}")


@SETTINGS_SLOTS.button(10, Right.CHANGE_SETTINGS)
def agency_button(_exchange: Exchange, _nothing: None) -> Button:
    return go(_("🏢 Agency"), AGENCY)


@routes.draws(AGENCY)
def agency(exchange: Exchange) -> Screen:
    found = agency_profile(exchange.desk)
    text = lines(
        _("<b>🏢 The agency</b>"),
        _("What clients and vouchers say about you. Tap what you want to change."),
        "",
        *as_clients_read(found.value, agency_hours(exchange.desk).value),
        _("🖼 There is a logo.") if agency_logo(exchange.desk) else None,
    )
    buttons = [_edit(found.seen, line) for line in ("name", "phone", "address", "licence")]
    rows = (
        *pairs([*buttons, go(_("💶 Payment"), AGENCY_MONEY), go(_("🌐 Languages"), AGENCY_LANGUAGES)]),
        (go(_("👁 As clients see"), AGENCY_SHOWN), go(_("🔏 Privacy"), PRIVACY_SETTINGS)),
        (back(SETTINGS),),
    )
    return Screen(text, rows)


def _edit(seen: int, line: str) -> Button:
    return ask(EDIT(label=PROFILE_LINES[line]), ChangeLine, seen=seen, line=line)


@routes.draws(AGENCY_MONEY)
def money(exchange: Exchange) -> Screen:
    found = agency_profile(exchange.desk)
    profile, seen = found.value, found.seen
    text = lines(
        _("<b>💶 Payment</b>"),
        _("Clients read this beside the amount due."),
        "",
        how_to_pay(exchange.desk.agency) or _("Nothing is filled in yet."),
        "",
        _("Tax number {number}")(number=profile.tax_number) if profile.tax_number else None,
        _("Currency of new trips: {currency}")(currency=profile.currency),
    )
    more = len(profile.accounts) < MOST_ACCOUNTS
    added = [
        ask(_("➕ IBAN"), AddIban, seen=seen),
        ask(_("➕ Russian account"), AddRussianAccount, seen=seen),
    ]
    kept = [go(_("🏦 …{digits}")(digits=one.number[-4:]), ACCOUNT, one.number) for one in profile.accounts]
    lines_ = [_edit(seen, line) for line in ("pay_to", "tax_number", "currency")]
    return Screen(text, (*pairs([*lines_, *(added if more else ()), *kept]), (back(AGENCY),)))


@routes.draws(ACCOUNT)
def account(exchange: Exchange, number: str) -> Screen:
    found = agency_profile(exchange.desk)
    kept = next((one for one in found.value.accounts if one.number == number), None)
    if kept is None:
        raise NotFound("no_such_definition")
    text = lines(account_words(kept), "", _("Hide it from clients?"))
    return confirm(text, act(_("🗑 Remove it"), REMOVE_ACCOUNT, found.seen, number), back(AGENCY_MONEY))


@routes.does(REMOVE_ACCOUNT)
def removes_account(exchange: Exchange, seen: int, number: str) -> None:
    remove_account(exchange.desk, seen, number)
    exchange.show(AGENCY_MONEY)


@routes.draws(AGENCY_LANGUAGES)
def languages(exchange: Exchange) -> Screen:
    found = agency_profile(exchange.desk)
    offered, seen = found.value.languages, found.seen
    text = lines(
        _("<b>🌐 Languages and clock</b>"),
        _("Clients may choose the languages with a ✓. Tap one to offer it, or not."),
        _("Clients who already use another one keep it."),
        "",
        _("Time zone: {zone}")(zone=found.value.zone),
    )
    label = {True: _("✓ {choice}"), False: _("{choice}")}
    switches = [
        act(label[one in offered](choice=LANGUAGES[one]), OFFER_LANGUAGE, seen, one.value) for one in Language
    ]
    more = (_edit(seen, "zone"), go(_("🌐 Translation"), BRIDGE))
    return Screen(text, (*pairs(switches), more, (back(AGENCY),)))


@routes.does(OFFER_LANGUAGE)
def offers_language(exchange: Exchange, seen: int, code: str) -> None:
    offer_language(exchange.desk, seen, Language(code))
    exchange.show(AGENCY_LANGUAGES)


@routes.draws(AGENCY_SHOWN)
def shown(exchange: Exchange) -> Screen:
    found = agency_profile(exchange.desk)
    profile, seen, has_logo = found.value, found.seen, agency_logo(exchange.desk) is not None
    pay = how_to_pay(exchange.desk.agency)
    told: list[Sentence | str | None] = [
        _("<b>👁 As clients see you</b>"),
        "",
        *as_clients_read(profile, agency_hours(exchange.desk).value),
        pay,
        _("🌐 {languages}")(languages=verbatim(", ".join(LANGUAGES[one] for one in profile.languages))),
    ]
    logo = [
        ask(_("🖼 New logo") if has_logo else _("🖼 Logo"), SendLogo, seen=seen),
        *(
            [act(_("👁 Show the logo"), SHOW_LOGO), act(_("🗑 Without a logo"), REMOVE_LOGO, seen)]
            if has_logo
            else ()
        ),
    ]
    return Screen(lines(*told), column([*logo, back(AGENCY)]))


@routes.does(SHOW_LOGO)
def shows_logo(exchange: Exchange) -> None:
    file = agency_logo(exchange.desk)
    if file is None:
        raise NotFound("not_found")
    exchange.send_file(
        File(
            exchange.voice.html(_("🖼 The logo")),
            file_id=file.source,
            stored=file.content_hash,
            is_photo=file.is_photo,
            name=file.name,
        )
    )
    exchange.leave_tapped()
    exchange.show(AGENCY_SHOWN)


@routes.does(REMOVE_LOGO)
def removes_logo(exchange: Exchange, seen: int) -> None:
    remove_logo(exchange.desk, seen)
    exchange.show(AGENCY_SHOWN)
