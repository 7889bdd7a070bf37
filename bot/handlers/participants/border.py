"""The border's list of a trip: who travels, with birth, citizenship and passport; as a sheet or on paper."""

from bot.conversation.exchange import Exchange
from bot.conversation.outgoing import File
from bot.conversation.routes import Routes
from bot.conversation.screen import Row, act
from bot.links.trips import BORDER_FILE
from domain.entities.list_copies import ListKind
from domain.entities.trips import TripNumber
from domain.ports.desk import Desk
from domain.queries.participants import border_list, may_see_border
from domain.usecases.trips.lists import list_sent
from domain.values.refusals import NotFound
from domain.values.text import file_name
from locales import _, lines, n_
from locales.terms.clients import people
from papers.border import border_pdf, border_xlsx

routes = Routes(rank=710)

KINDS = {"xlsx": border_xlsx, "pdf": border_pdf}
BORDER_LIST = _("Border list")
INCOMPLETE = n_(
    "⚠️ {count} traveller's details are incomplete.", "⚠️ {count} travellers' details are incomplete."
)
UNNAMED = n_("⚠️ {count} seat without a name.", "⚠️ {count} seats without a name.")
OTHERS = n_(
    "ℹ️ {count} traveller belongs to another branch: only the name is listed.",
    "ℹ️ {count} travellers belong to another branch: only their names are listed.",
)


def border_row(desk: Desk, number: int) -> tuple[Row, ...]:
    """For who may hand it over."""
    if not may_see_border(desk, number):
        return ()
    xlsx, pdf = _("🛂 Border XLSX"), _("🛂 Border PDF")
    return ((act(xlsx, BORDER_FILE, number, "xlsx"), act(pdf, BORDER_FILE, number, "pdf")),)


@routes.does(BORDER_FILE)
def send_border_list(exchange: Exchange, number: TripNumber, kind: str) -> None:
    if kind not in KINDS:
        raise NotFound("out_of_date")
    found = border_list(exchange.desk, number)
    trip = found.trip.said(exchange.voice.language)
    list_sent(exchange.desk, number, ListKind.BORDER)
    caption = lines(
        _("🛂 {trip}: {people}")(trip=found.trip, people=people(len(found.lines))),
        INCOMPLETE(count=found.incomplete) if found.incomplete else None,
        UNNAMED(count=found.unnamed) if found.unnamed else None,
        OTHERS(count=found.out_of_reach) if found.out_of_reach else None,
    )
    exchange.send_file(
        File(
            caption=exchange.voice.html(caption),
            name=file_name(f"{trip} {exchange.voice.plain(BORDER_LIST)}", kind),
            paper=(KINDS[kind], (found, exchange.voice, exchange.desk.now)),
        )
    )
