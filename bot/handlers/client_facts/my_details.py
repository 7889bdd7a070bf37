"""What a client sees of themselves, and may write: e-mail, birthday, how they like to be reached."""

from collections.abc import Sequence

from bot.conversation.exchange import Exchange
from bot.conversation.routes import Routes
from bot.conversation.screen import Button, Screen, ask, back, column, go
from bot.flows.client_facts.my_details import MyDetails
from bot.flows.clients.my_phone import MyPhoneFlow
from bot.links.client_facts import MY_DETAILS
from bot.links.home import CLIENT_HOME_SLOTS, HOME
from bot.links.privacy import MY_DATA
from domain.entities.client_facts import OWN
from domain.entities.deals import Deal
from domain.queries.client_facts import my_facts
from locales import _, lines
from locales.terms.client_facts import FACTS, value_of

routes = Routes()


@CLIENT_HOME_SLOTS.button(890)
def about_me(exchange: Exchange, _deals: Sequence[Deal]) -> Button | None:
    return go(_("🙋 About me"), MY_DETAILS) if exchange.desk.actor.client is not None else None


@routes.draws(MY_DETAILS)
def my_details(exchange: Exchange) -> Screen:
    own = my_facts(exchange.desk)
    told = [
        _("{label}: {value}")(label=FACTS[key], value="—" if (value := value_of(own, key)) is None else value)
        for key in ("name", "phone", *OWN)
    ]
    phone = ask(_("📱 Leave my number"), MyPhoneFlow) if own.phone is None else None
    changes = [ask(_("✏️ {label}")(label=FACTS[key]), MyDetails, fact=key) for key in OWN]
    return Screen(
        lines(_("<b>🙋 About me</b>"), *told),
        (*column([phone, *changes, go(_("🔏 My data"), MY_DATA)]), (back(HOME),)),
    )
