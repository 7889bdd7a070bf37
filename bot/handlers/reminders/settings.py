"""When clients are reminded of what is due, and what waits is brought up again."""

from bot.conversation.exchange import Exchange
from bot.conversation.routes import Routes
from bot.conversation.screen import Screen, ask, back, go, pairs
from bot.flows.settings.timing import ChangeTiming
from bot.links.agency import AGENCY_HOURS
from bot.links.reminders import REMINDING
from bot.links.settling import SETTLING_SETTINGS
from domain.queries.settings import agency_timing
from locales import _, lines
from locales.terms.timing import REMINDERS

routes = Routes()


@routes.draws(REMINDING)
def reminding(exchange: Exchange) -> Screen:
    found = agency_timing(exchange.desk)
    told = [
        _("{what}: {when}")(what=called, when=number(count=getattr(found.value, name)))
        for name, (called, number) in REMINDERS.items()
    ]
    text = lines(
        _("<b>⏰ Reminders</b>"),
        _(
            "Clients who have not paid or sent documents are reminded before the due day, on it and after it;"
            " then a colleague calls."
        ),
        "",
        *told,
    )
    edits = [
        ask(_("✏️ {label}")(label=called), ChangeTiming, seen=found.seen, what=name)
        for name, (called, _number) in REMINDERS.items()
    ]
    cards = go(_("📝 Cards after trips"), SETTLING_SETTINGS)
    return Screen(text, (*pairs([*edits, cards]), (back(AGENCY_HOURS),)))
