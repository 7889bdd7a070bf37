"""Clients as a file: chosen by what is said of them, given as CSV, XLSX or cards for a telephone."""

from dataclasses import replace

from bot.conversation.exchange import Exchange
from bot.conversation.outgoing import File
from bot.conversation.routes import Routes
from bot.conversation.screen import Button, Row, Screen, act, apart, ask, back, column, pairs, turn
from bot.conversation.slots import buttons_of, lines_of
from bot.conversation.widgets.listing import chips
from bot.flows.client_exports.by_branch import ExportByBranch
from bot.flows.client_exports.by_colleague import ExportByColleague
from bot.flows.client_exports.by_days import ExportByDays
from bot.flows.client_exports.by_tag import ExportByTag
from bot.flows.client_exports.by_trip import ExportByTrip
from bot.links.client_exports import CLIENT_EXPORTS, CLIENT_EXPORTS_SLOTS, CLIENTS_FILE_OUT, EXPORT_CLIENTS
from bot.links.home import HOME
from domain.entities.client_exports import ClientFilter, filter_from
from domain.entities.people import Right
from domain.queries.client_exports import MOST_IN_A_CHAT, ChosenClients, branches_to_export, clients_chosen
from domain.usecases.client_exports.giving import give_clients
from domain.values.text import file_name
from imports.client_files import WRITERS
from locales import Sentence, _, lines, n_, verbatim
from locales.terms.client_exports import travelled_words

routes = Routes(rank=471)

FORMS = {
    "xlsx": _("📇 File for Excel (XLSX)"),
    "csv": _("📇 File as CSV"),
    "vcf": _("📇 Contacts file (vCard)"),
}


@routes.command("export", _("Clients as a file"), right=Right.EXPORT_CLIENTS, rank=80)
def export_command(exchange: Exchange, _argument: str) -> None:
    exchange.show(CLIENT_EXPORTS)


@routes.draws(CLIENT_EXPORTS)
def exports(exchange: Exchange) -> Screen:
    return export(exchange, "")


@routes.draws(EXPORT_CLIENTS)
def export(exchange: Exchange, wanted_key: str) -> Screen:
    wanted = filter_from(wanted_key)
    chosen = clients_chosen(exchange.desk, wanted)
    files = [act(words, CLIENTS_FILE_OUT, wanted.key, form) for form, words in FORMS.items() if chosen.count]
    return Screen(
        lines(
            _("<b>📇 Clients as a file</b>"),
            *whose(wanted, chosen),
            _count(chosen.count),
            _("Passports and special needs are not in it. That you had it stays in the history."),
            *lines_of(exchange, CLIENT_EXPORTS_SLOTS.card),
        ),
        (
            _chips(exchange, wanted),
            *pairs(_narrowing(exchange, wanted)),
            *column(files),
            *pairs(buttons_of(exchange, CLIENT_EXPORTS_SLOTS.card)),
            (back(HOME),),
        ),
    )


def whose(wanted: ClientFilter, chosen: ChosenClients) -> list[Sentence | None]:
    """What the filter says; a colleague, branch or trip that is out of reach by its number."""
    colleague = verbatim(chosen.colleague.name if chosen.colleague else f"#{wanted.responsible}")
    branch = verbatim(chosen.branch.name if chosen.branch else f"#{wanted.branch}")
    trip = chosen.trip.title if chosen.trip else verbatim(f"#{wanted.trip}")
    return [
        _("🏢 Branch {name}")(name=branch) if wanted.branch is not None else None,
        _("🙋 Clients of {name}")(name=colleague) if wanted.responsible is not None else None,
        verbatim(f"#{wanted.tag}") if wanted.tag else None,
        _("🚌 {trip}")(trip=trip) if wanted.trip is not None else None,
        travelled_words(wanted),
        _("📣 Clients who agreed to mailings") if wanted.mailings else None,
    ]


def _chips(exchange: Exchange, wanted: ClientFilter) -> Row:
    """The whole filter in one tap."""
    member = exchange.desk.actor.staff
    mine = [] if member is None else [(ClientFilter(responsible=member.id).key, _("Mine"))]
    return chips(
        [("", _("All")), *mine],
        wanted.key,
        lambda label, key: turn(label, EXPORT_CLIENTS, key),
    )


def _narrowing(exchange: Exchange, wanted: ClientFilter) -> list[Button]:
    """One thing more, or another one; what is settled is ticked."""
    key, desk = wanted.key, exchange.desk
    days = wanted.travelled_since or wanted.travelled_until
    others = replace(wanted, mailings=not wanted.mailings).key
    asks = [
        ask(_ticked(_("Colleague"), wanted.responsible), ExportByColleague, wanted=key),
        ask(_ticked(_("Branch"), wanted.branch), ExportByBranch, wanted=key)
        if branches_to_export(desk)
        else None,
        ask(_ticked(_("Tag"), wanted.tag), ExportByTag, wanted=key),
        ask(_ticked(_("Trip"), wanted.trip), ExportByTrip, wanted=key),
        ask(_ticked(_("When"), days), ExportByDays, wanted=key),
        turn(_ticked(_("Mailings"), wanted.mailings or None), EXPORT_CLIENTS, others),
    ]
    return [apart(one) for one in asks if one is not None]


def _ticked(label: Sentence, settled: object) -> Sentence:
    return label if settled is None else _("✓ {choice}")(choice=label)


def _count(count: int) -> Sentence:
    if count > MOST_IN_A_CHAT:
        return _(
            "More than {most} clients: please narrow them down, or use the server: python -m tourdesk export."
        )(most=MOST_IN_A_CHAT)
    return n_("{count} client", "{count} clients")(count=count)


@routes.does(CLIENTS_FILE_OUT)
def give(exchange: Exchange, wanted_key: str, file_form: str) -> None:
    kind = file_form if file_form in WRITERS else "csv"
    found = give_clients(exchange.desk, filter_from(wanted_key), kind)
    exchange.send_file(
        File(
            caption=exchange.voice.html(n_("{count} client", "{count} clients")(count=len(found))),
            name=file_name(exchange.voice.plain(_("Clients")), kind),
            paper=(WRITERS[kind], (found, exchange.voice.on_paper())),
            by_rows=True,
        )
    )
