"""Clients as a file: chosen by a filter, given as CSV, XLSX or cards for a telephone."""

from bot.conversation.exchange import Exchange
from bot.conversation.outgoing import File
from bot.conversation.routes import Routes
from bot.conversation.screen import Button, Screen, act, ask, back, column, pairs, turn
from bot.conversation.slots import buttons_of, lines_of
from bot.conversation.widgets.listing import chips
from bot.flows.client_exports.by_tag import ExportByTag
from bot.links.client_exports import CLIENT_EXPORTS, CLIENT_EXPORTS_SLOTS, CLIENTS_FILE_OUT, EXPORT_CLIENTS
from bot.links.home import HOME
from domain.entities.client_exports import ClientFilter, filter_from
from domain.entities.people import Right
from domain.queries.client_exports import LATELY, MOST_IN_A_CHAT, clients_counted
from domain.usecases.client_exports.giving import give_clients
from domain.values.text import file_name
from imports.client_files import WRITERS
from locales import Sentence, _, lines, n_, verbatim

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
    count = clients_counted(exchange.desk, wanted)
    options = _options(exchange)

    def opens(label: Sentence, key: str) -> Button:
        return turn(label, EXPORT_CLIENTS, key)

    return Screen(
        lines(
            _("<b>📇 Clients as a file</b>"),
            verbatim(f"#{wanted.tag}") if wanted.tag else None,
            _count(count),
            _("Passports and special needs are not in it. That you had it stays in the history."),
            *lines_of(exchange, CLIENT_EXPORTS_SLOTS.card),
        ),
        (
            chips(options[:2], wanted.key, opens),
            chips(options[2:], wanted.key, opens),
            *column(
                [
                    ask(_("By tag"), ExportByTag),
                    *(
                        act(words, CLIENTS_FILE_OUT, wanted.key, form)
                        for form, words in FORMS.items()
                        if count
                    ),
                ]
            ),
            *pairs(buttons_of(exchange, CLIENT_EXPORTS_SLOTS.card)),
            (back(HOME),),
        ),
    )


def _options(exchange: Exchange) -> list[tuple[str, Sentence]]:
    member, since = exchange.desk.actor.staff, exchange.desk.today - LATELY
    mine = [] if member is None else [(ClientFilter(responsible=member.id).key, _("Mine"))]
    return [
        ("", _("All")),
        *mine,
        (ClientFilter(travelled_since=since).key, _("Past year")),
        (ClientFilter(mailings=True).key, _("Mailings")),
    ]


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
