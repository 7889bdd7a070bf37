"""My data: what is kept of a client, in plain words, and what they may do about it."""

from bot.conversation.exchange import Exchange
from bot.conversation.routes import Routes
from bot.conversation.screen import Button, Screen, act, back, column, go
from bot.links.bridge import MAY_TRANSLATE
from bot.links.home import CLIENT_HOME_SLOTS, HOME
from bot.links.privacy import FORGET_ME, MY_DATA, PRIVACY, SEND_MY_DATA, WANT_MAILINGS
from domain.entities.consents import wants_mailings
from domain.queries.bridge import may_be_translated
from domain.queries.consents import my_consents
from domain.queries.my_data import MyData, my_data
from domain.usecases.consents.mailings import want_mailings, want_no_mailings
from domain.usecases.own_data.copies import ask_for_copy
from locales import Sentence, _, lines
from locales.terms.phones import pretty_phone

routes = Routes(rank=352)


@routes.command("mydata", _("What we keep about you"), for_clients=True, for_staff=False, rank=86)
def reads(exchange: Exchange, _argument: str) -> None:
    exchange.show(MY_DATA)


@CLIENT_HOME_SLOTS.button(880)
def at_home(exchange: Exchange, _own: object) -> Button | None:
    """Of whom nothing more is kept; the others find it with what they tell of themselves."""
    actor = exchange.desk.actor
    return None if actor.is_staff or actor.client is not None else go(_("🔏 My data"), MY_DATA)


_TRANSLATED = {
    True: _("🌐 Where we speak another language, a translation service reads your messages."),
    False: _("🌐 Your messages go to no translation service."),
}


@routes.draws(MY_DATA)
def shows(exchange: Exchange) -> Screen:
    found = my_data(exchange.desk)
    mailings = wants_mailings(my_consents(exchange.desk))
    allowed = may_be_translated(exchange.desk)
    text = lines(
        _("<b>🔏 My data</b>"),
        *_kept(found),
        "",
        _("📣 Offers by message: yes") if mailings else _("📣 Offers by message: no"),
        None if allowed is None else _TRANSLATED[allowed],
    )
    switch = (
        act(_("🔕 No offers please"), WANT_MAILINGS, False)
        if mailings
        else act(_("📣 Send me offers"), WANT_MAILINGS, True)
    )
    translate = (
        None
        if allowed is None
        else act(_("🌐 Not translated") if allowed else _("🌐 Translate again"), MAY_TRANSLATE, not allowed)
    )
    forget = go(_("🗑 Forget me"), FORGET_ME) if found.client else None
    mine = act(_("📦 Send me my data"), SEND_MY_DATA) if found.client else None
    return Screen(
        text, (*column([mine, switch, translate, go(_("🔏 Privacy notice"), PRIVACY), forget]), (back(HOME),))
    )


@routes.does(SEND_MY_DATA)
def sends(exchange: Exchange) -> None:
    ask_for_copy(exchange.desk)
    exchange.head(_("📦 All your data will come here as a file in a moment."))
    exchange.show(MY_DATA)


def _kept(found: MyData) -> list[Sentence | None]:
    if found.client is None:
        return [_("We know your name in Telegram and your language, and nothing else yet.")]
    return [
        _("We keep:"),
        _("👤 {name}")(name=found.client.name),
        _("📱 {phone}")(phone=pretty_phone(found.client.phone)) if found.client.phone else None,
        _("🧳 Trips: {count}")(count=found.deals) if found.deals else None,
        _("👥 Travellers: {count}")(count=found.travellers) if found.travellers else None,
        _("💶 Payments: {count}")(count=found.payments) if found.payments else None,
        _("📥 Inquiries: {count}")(count=found.inquiries) if found.inquiries else None,
        _("💬 Messages: {count}")(count=found.said) if found.said else None,
    ]


@routes.does(WANT_MAILINGS)
def wants(exchange: Exchange, wanted: bool) -> None:  # noqa: FBT001 (as a button keeps it)
    if wanted:
        want_mailings(exchange.desk)
    else:
        want_no_mailings(exchange.desk)
    exchange.show(MY_DATA)
