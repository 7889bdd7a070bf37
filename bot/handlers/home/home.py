"""Home: start, help, language and the first screen of everybody."""

from bot.conversation.exchange import Exchange
from bot.conversation.flow.open_flows import active_flow, drafts
from bot.conversation.keyboard import hand_out, keyboard_key
from bot.conversation.routes import Routes
from bot.conversation.screen import MOST, Screen, act, ask, back, column, go, pairs
from bot.conversation.slots import buttons_of, lines_of
from bot.flows.clients.my_clock import MyClock
from bot.flows.clients.question import QuestionFlow
from bot.flows.inquiries.tour import Tour
from bot.handlers.inquiries.client import asked_by
from bot.handlers.today.today import today
from bot.links.deals import MY_DEALS
from bot.links.home import CLIENT_HOME_SLOTS, HOME, LANGUAGE, MENU, MORE, SPEAK, STAFF_HOME_SLOTS
from domain.queries.my_deals import all_mine
from domain.queries.settings import languages_to_choose
from domain.usecases.staff.staffing import speak
from domain.values.language import Language
from locales import Sentence, _, lines, verbatim
from locales.terms.cities import city
from locales.terms.languages import LANGUAGES
from locales.terms.staff import ROLES

routes = Routes(rank=100)


@routes.command("start", _("Start"), for_clients=True, in_groups=True, rank=96)
def start(exchange: Exchange, argument: str) -> None:
    prefix, _underscore, token = argument.partition("_")
    if not exchange.event.private:
        if brings := exchange.routes.group_links.get(prefix):
            brings(exchange, token)
        return
    if argument and (opens := exchange.routes.links.get(prefix)):
        opens(exchange, token)
        return
    exchange.refresh_menu()
    hand_out(exchange, anew=True)
    exchange.show(HOME)


@routes.command("menu", _("Menu"), for_clients=True, rank=90)
def menu(exchange: Exchange, _argument: str) -> None:
    exchange.show(MENU if exchange.desk.actor.is_staff else HOME)


keyboard_key(90, _("⋯ More"), "menu")


@routes.command("cancel", _("Cancel; your answers are kept"), for_clients=True, rank=94)
def cancel(exchange: Exchange, _argument: str) -> None:
    active = active_flow(exchange)
    if active is None:
        exchange.show(HOME)
    else:
        active.cancel()


@routes.command("help", _("What I can do for you"), for_clients=True, rank=92)
def help_(exchange: Exchange, _argument: str) -> None:
    told = [
        _("/{name} — {help}")(name=command.name, help=command.help)
        for command in exchange.routes.commands_of(exchange.desk.actor)
    ]
    exchange.say(lines(_("<b>What you can do here</b>"), *told, "", _HINTS[exchange.desk.actor.is_staff]))


_HINTS = {
    True: _("Or type a name, a phone number or a trip to find it."),
    False: _("Or just write to us: a person will read it."),
}


@routes.draws(HOME)
def home(exchange: Exchange) -> Screen:
    return today(exchange) if exchange.desk.actor.is_staff else client_home(exchange)


def client_home(exchange: Exchange) -> Screen:
    """Whoever travels with us reads of that first; whoever does not is asked where to."""
    desk, asked, own_deals = exchange.desk, asked_by(exchange), all_mine(exchange.desk)
    travels = lines_of(exchange, CLIENT_HOME_SLOTS.card, own_deals)
    own = [
        (25 if travels else 10, ask(_("🏝 Ask for a tour"), Tour)),
        (20, go(_("🧳 My trips"), MY_DEALS, 0) if asked or own_deals else None),
        (30, ask(_("💬 Write to us"), QuestionFlow)),
        (900, go(_("🌐 Language"), LANGUAGE)),
    ]
    rows = column(buttons_of(exchange, CLIENT_HOME_SLOTS.card, own_deals, own))
    hello = (
        _("Hello! Tell us where you would like to go, and we will find it for you.")
        if desk.actor.is_nameless
        else _("Hello, {name}! Tell us where you would like to go, and we will find it for you.")(
            name=desk.actor.first_name
        )
    )
    text = lines(
        _("<b>{agency}</b>")(agency=desk.agency.name),
        *(travels or (hello,)),
        "" if asked else None,
        *asked.told(),
    )
    return Screen(text, (*drafts(exchange), *rows))


@routes.draws(MENU)
def everything(exchange: Exchange) -> Screen:
    desk = exchange.desk
    if desk.actor.staff is None:
        return client_home(exchange)
    text = lines(
        _("<b>{agency}</b> · {role}")(agency=desk.agency.name, role=ROLES[desk.actor.staff.role]),
        _("Type a name, a phone number or a trip to find it."),
        *lines_of(exchange, STAFF_HOME_SLOTS.card),
    )
    buttons = buttons_of(exchange, STAFF_HOME_SLOTS.card)
    if len(buttons) > MOST:
        buttons = [*buttons[: MOST - 1], go(_("⋯ More"), MORE)]
    return Screen(text, (*drafts(exchange), *pairs(buttons)))


@routes.draws(MORE)
def more(exchange: Exchange) -> Screen:
    """What the first screen has no room for."""
    rest = buttons_of(exchange, STAFF_HOME_SLOTS.card)[MOST - 1 :]
    return Screen(_("<b>⋯ More</b>"), (*pairs(rest), (back(MENU),)))


@routes.command("language", _("Change language"), for_clients=True, rank=85)
def language(exchange: Exchange, _argument: str) -> None:
    exchange.show(LANGUAGE)


@routes.draws(LANGUAGE)
def languages(exchange: Exchange) -> Screen:
    spoken = exchange.voice.language
    buttons = [
        act(_chosen(LANGUAGES[code], chosen=code is spoken), SPEAK, code.value)
        for code in languages_to_choose(exchange.desk)
    ]
    person = exchange.desk.actor.person
    zone = person.zone if person and not exchange.desk.actor.is_staff else None
    text = lines(
        _("Which language would you like?"),
        _("🕒 Your clock: {city}")(city=city(zone, exchange.voice.locale)) if zone else None,
    )
    clock = ask(_("🕒 My city"), MyClock) if not exchange.desk.actor.is_staff else None
    return Screen(text, (*pairs(buttons), *column([clock] if clock else []), (go(_("◀ Home"), HOME),)))


def _chosen(name: str, *, chosen: bool) -> Sentence:
    return verbatim(f"✓ {name}" if chosen else name)


@routes.does(SPEAK)
def choose_language(exchange: Exchange, code: str) -> None:
    speak(exchange.desk, Language(code))
    exchange.listen_in(Language(code))
    exchange.refresh_menu()
    exchange.note(_("From now on in English."))
    exchange.show(HOME)
