"""Suppliers by name: all, those of one kind, those that are found, and those that were retired."""

from bot.conversation.exchange import Exchange
from bot.conversation.routes import Routes
from bot.conversation.screen import Button, Row, Screen, ask, back, column, go, turn
from bot.conversation.slots import home_button
from bot.conversation.widgets.listing import chips, listing
from bot.flows.suppliers.add import AddSupplier
from bot.links.home import HOME
from bot.links.suppliers import RETIRED_SUPPLIERS, SUPPLIER, SUPPLIERS, SUPPLIERS_FOUND
from domain.entities.people import Right
from domain.entities.suppliers import Supplier, SupplierKind
from domain.queries.suppliers import suppliers_found, suppliers_retired, suppliers_shown
from domain.values.refusals import NotFound
from domain.values.text import one_line
from locales import _
from locales.terms.suppliers import KINDS_OF_SUPPLIERS, SUPPLIER_KINDS

routes = Routes(rank=457)

SIZE = 6
"""Beside them stand two other buttons."""
_LONGEST = 60
_ALL = ""


@routes.command("suppliers", _("Suppliers: whom we buy from"), right=Right.SEE_SUPPLIERS, rank=76)
def suppliers_command(exchange: Exchange, argument: str) -> None:
    written = one_line(argument)[:_LONGEST]
    if written:
        exchange.show(SUPPLIERS_FOUND, written, 0)
    else:
        exchange.show(SUPPLIERS, _ALL, 0)


@home_button(rank=860, right=Right.SEE_SUPPLIERS)
def suppliers_at_home(_exchange: Exchange) -> Button:
    return go(_("🏨 Suppliers"), SUPPLIERS, _ALL, 0)


@routes.draws(SUPPLIERS)
def suppliers(exchange: Exchange, kind: str, page: int) -> Screen:
    keeps = exchange.desk.actor.may(Right.KEEP_SUPPLIERS)
    return listing(
        _("<b>🏨 Suppliers</b>"),
        suppliers_shown(exchange.desk, _kind(kind), SIZE + 1, page * SIZE),
        page,
        opens=opens,
        turns=lambda label, other: turn(label, SUPPLIERS, kind, other),
        empty=_("Nobody yet."),
        chips=_chips(kind),
        below=column(
            [
                ask(_("➕ Add a supplier"), AddSupplier) if keeps else None,
                go(_("🗄 Retired"), RETIRED_SUPPLIERS, 0) if keeps else None,
                back(HOME),
            ]
        ),
        size=SIZE,
    )


def _chips(chosen: str) -> tuple[Row, ...]:
    options = [(_ALL, _("All")), *((kind.value, label) for kind, label in KINDS_OF_SUPPLIERS.items())]
    return tuple(
        chips(some, chosen, lambda label, kind: turn(label, SUPPLIERS, kind, 0))
        for some in (options[:3], options[3:])
    )


def _kind(key: str) -> SupplierKind | None:
    """Raises NotFound for what an earlier button meant."""
    if key and key not in {*SupplierKind}:
        raise NotFound("out_of_date")
    return SupplierKind(key) if key else None


@routes.draws(SUPPLIERS_FOUND)
def found(exchange: Exchange, text: str, page: int) -> Screen:
    return listing(
        _("<b>🏨 Suppliers: {text}</b>")(text=text),
        suppliers_found(exchange.desk, text, SIZE + 1, page * SIZE),
        page,
        opens=opens,
        turns=lambda label, other: turn(label, SUPPLIERS_FOUND, text, other),
        empty=_("Nobody is called so."),
        below=((back(SUPPLIERS, _ALL, 0),),),
        size=SIZE,
    )


@routes.draws(RETIRED_SUPPLIERS)
def retired(exchange: Exchange, page: int) -> Screen:
    return listing(
        _("<b>🗄 Retired suppliers</b>"),
        suppliers_retired(exchange.desk, SIZE + 1, page * SIZE),
        page,
        opens=opens,
        turns=lambda label, other: turn(label, RETIRED_SUPPLIERS, other),
        empty=_("Nobody yet."),
        below=((back(SUPPLIERS, _ALL, 0),),),
        size=SIZE,
    )


def opens(one: Supplier) -> Button:
    told = _("🗄 {name} · {kind}") if one.is_retired else _("🏨 {name} · {kind}")
    return go(told(name=one.name, kind=SUPPLIER_KINDS[one.kind]), SUPPLIER, one.id)
