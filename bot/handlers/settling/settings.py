"""How the owner has the cards after a trip: required, reminded of, or off; and who writes none."""

from bot.conversation.exchange import Exchange
from bot.conversation.routes import Routes
from bot.conversation.screen import Screen, act, back, column
from bot.handlers.settings.kinds import named
from bot.links.reminders import REMINDING
from bot.links.settling import EXEMPT, SET_GATE, SETTLING_SETTINGS
from domain.entities.settling import SETTLING, Gate, Writer
from domain.queries.settling import settling_to_change
from domain.usecases.settling.settling import change_gate, exempt
from domain.values.refusals import NotFound
from locales import _, lines
from locales.terms.settling import GATES

routes = Routes()

named(SETTLING, _("Cards after the trip"))
_WRITE = {
    Writer.SELLER: _("Who sold it writes"),
    Writer.GUIDE: _("The guide writes"),
}


@routes.draws(SETTLING_SETTINGS)
def settling_settings(exchange: Exchange) -> Screen:
    found = settling_to_change(exchange.desk)
    gates = [
        act(
            _("✓ {choice}")(choice=label) if gate is found.value.gate else label,
            SET_GATE,
            found.seen,
            gate.value,
        )
        for gate, label in GATES.items()
    ]
    writers = [
        act(
            (_("☐ {choice}") if writer in found.value.exempt else _("☑ {choice}"))(choice=label),
            EXEMPT,
            found.seen,
            writer.value,
        )
        for writer, label in _WRITE.items()
    ]
    text = lines(
        _("<b>📝 Cards after the trip</b>"),
        _(
            "The day after return, who sold the trip looks through the client's data card and writes how it went;"
            " its guide writes one record for all. A deal is settled when both cards are there."
        ),
        "",
        _("Required: without them nothing is settled. Only reminders: it can be. Off: nobody is asked."),
    )
    return Screen(text, column([*gates, *writers, back(REMINDING)]))


@routes.does(SET_GATE)
def sets_gate(exchange: Exchange, seen: int, gate: str) -> None:
    if gate not in {*Gate}:
        raise NotFound("out_of_date")
    change_gate(exchange.desk, seen, Gate(gate))
    exchange.show(SETTLING_SETTINGS)


@routes.does(EXEMPT)
def exempts(exchange: Exchange, seen: int, writer: str) -> None:
    if writer not in {*Writer}:
        raise NotFound("out_of_date")
    exempt(exchange.desk, seen, Writer(writer))
    exchange.show(SETTLING_SETTINGS)
