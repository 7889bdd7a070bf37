"""The hall: start, help, language and the home screen of everybody."""

from bot.flows.turns import drafts, open_turn
from bot.handlers.my_inquiries import asked_by
from bot.routes import Routes
from bot.screen import Button, Row, Screen, ask, column, go, pairs
from bot.talk import Talk
from domain.language import Language
from domain.people import Right
from domain.usecases.staffing import speak
from locales import Sentence, _, lines, verbatim
from locales.terms import LANGUAGES, ROLES

routes = Routes()


@routes.command("start", _("Begin, or come back to the beginning"), for_clients=True)
def start(talk: Talk, argument: str) -> None:
    prefix, _underscore, token = argument.partition("_")
    if argument and (opens := talk.routes.links.get(prefix)):
        opens(talk, token)
        return
    talk.refresh_menu()
    talk.show("home")


@routes.command("menu", _("Everything at hand"), for_clients=True)
def menu(talk: Talk, _argument: str) -> None:
    talk.show("home")


@routes.command("cancel", _("Stop what is being asked; the answers are kept"), for_clients=True)
def cancel(talk: Talk, _argument: str) -> None:
    turn = open_turn(talk)
    if turn is None:
        talk.show("home")
    else:
        turn.cancel()


@routes.command("help", _("What I can do for you"), for_clients=True)
def help_(talk: Talk, _argument: str) -> None:
    told = [
        _("/{name} — {help}")(name=command.name, help=command.help)
        for command in talk.routes.commands_of(talk.desk.actor)
    ]
    talk.say(lines(_("<b>What you can do here</b>"), *told, "", _HINTS[talk.desk.actor.is_staff]))


_HINTS = {
    True: _("Or write a name, a phone number or a trip, and I find it."),
    False: _("Or simply write to us: a person will read it."),
}


@routes.view("home")
def home(talk: Talk) -> Screen:
    return staff_home(talk) if talk.desk.actor.is_staff else client_home(talk)


def client_home(talk: Talk) -> Screen:
    deals = talk.desk.actor.client and talk.desk.records.deals.of(talk.desk.actor.client)
    asked = asked_by(talk)
    rows = column(
        [
            ask(_("🏝 Ask for a tour"), "tour"),
            go(_("🧳 My trips"), "my_deals") if deals or asked else None,
            ask(_("💬 Write to us"), "question"),
            go(_("🌐 Language"), "language"),
        ]
    )
    hello = (
        _("Hello! Tell us where you would like to go, and we will find it for you.")
        if talk.desk.actor.is_nameless
        else _("Hello, {name}! Tell us where you would like to go, and we will find it for you.")(
            name=talk.desk.actor.name
        )
    )
    text = lines(
        _("<b>{agency}</b>")(agency=talk.desk.agency.name), hello, "" if asked else None, *asked.told()
    )
    return Screen(text, (*drafts(talk), *rows))


def staff_home(talk: Talk) -> Screen:
    desk = talk.desk
    assert desk.actor.staff is not None
    text = lines(
        _("<b>{agency}</b> · {role}")(agency=desk.agency.name, role=ROLES[desk.actor.staff.role]),
        _("Good day, {name}. Write a name, a phone number or a trip to find it.")(name=desk.actor.name),
    )
    return Screen(text, (*drafts(talk), *pairs(_staff_buttons(talk))))


def _staff_buttons(talk: Talk) -> list[Button]:
    desk = talk.desk
    waiting = desk.records.inquiries.count_open() if desk.actor.may(Right.TAKE_INQUIRIES) else 0
    offered: list[tuple[Right | None, Button]] = [
        (Right.TAKE_INQUIRIES, go(_("📥 Inquiries · {count}")(count=waiting), "inquiries", 0)),
        (Right.TAKE_INQUIRIES, ask(_("☎️ Take an inquiry"), "phone_inquiry")),
        (Right.SEE_DEALS, go(_("🗂 Deals"), "stages")),
        (Right.OPEN_DEALS, ask(_("➕ New deal"), "deal")),
        (Right.SEE_TRIPS, go(_("🚌 Trips"), "trips", 0)),
        (Right.PLAN_TRIPS, ask(_("➕ New trip"), "trip")),
        (Right.INVITE_STAFF, go(_("👥 Staff"), "staff")),
        (Right.KEEP_BACKUPS, go(_("💾 Backups"), "backups")),
        (None, go(_("🌐 Language"), "language")),
    ]
    return [button for right, button in offered if right is None or desk.actor.may(right)]


@routes.command("language", _("Speak another language"), for_clients=True)
def language(talk: Talk, _argument: str) -> None:
    talk.show("language")


@routes.view("language")
def languages(talk: Talk) -> Screen:
    spoken = talk.voice.language
    buttons = [
        Button(_chosen(name, chosen=code is spoken), "speak", (code.value,))
        for code, name in LANGUAGES.items()
    ]
    rows: tuple[Row, ...] = (*pairs(buttons), (go(_("◀ Home"), "home"),))
    return Screen(_("Which language shall we speak?"), rows)


def _chosen(name: str, *, chosen: bool) -> Sentence:
    return verbatim(f"✓ {name}" if chosen else name)


@routes.action("speak")
def choose_language(talk: Talk, code: str) -> None:
    speak(talk.desk, Language(code))
    talk.listen_in(Language(code))
    talk.refresh_menu()
    talk.note(_("From now on in English."))
    talk.show("home")
