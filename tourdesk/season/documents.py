"""Documents: passport photos that clients sent or brought; all are checked but two, of which one came this morning."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from importlib.resources import files

from domain.entities.deals import Deal
from domain.entities.documents import DocumentState, RejectReason
from domain.entities.files import SentFile
from domain.entities.travellers import Traveller
from domain.ports.desk import Desk
from domain.usecases.documents.documents import accept_document, reject_document, send_document
from sandbox import past
from tourdesk.cast import character
from tourdesk.season.acts import Act, Season

PICTURES = files("tourdesk.season") / "pictures"


@dataclass(frozen=True)
class Photos:
    """Of everybody of a deal, or of those who are named; accepted by Boris `checked` on that day, if at all."""

    deal: str
    day: int
    by: str
    checked: int | None
    of: tuple[str, ...] = ()
    clock: str = "16:10"
    picture: str = "passport.jpg"
    rejected: bool = False


PHOTOS = (
    Photos("plovdiv", -25, "kalina", -25),
    Photos("plovdiv_dineva", -24, "kalina", -24),
    Photos("ohrid_petrovi", -23, "kalina", -22),
    Photos("ohrid_anna", -23, "anna", -22),
    Photos("ohrid_georgi", -22, "georgi", -21),
    Photos("ohrid_elena", -21, "kalina", -20),
    Photos("istanbul_weber", -16, "kalina", -15),
    Photos("istanbul_nikolovi", -10, "kalina", -9),
    Photos("lisbon_petkova", -4, "kalina", -4),
    Photos("lisbon_wang", -3, "jing", None, of=("WANG FANG",)),
    Photos("istanbul_mei", -3, "mei", -2, of=("LI MEI", "ZHANG WEI"), rejected=True),
    Photos("istanbul_mei", 0, "mei", None, of=("ZHANG WEI",), clock="08:17", picture="passport_zhang.jpg"),
)


def acts() -> Iterator[Act]:
    for one in PHOTOS:
        yield Act(one.day, one.clock, one.by, _sending(one))
        if one.checked is not None:
            yield Act(one.checked, "17:30", "boris", _checking(one))


def _sending(one: Photos) -> Callable[[Desk, Season], None]:
    def does(desk: Desk, season: Season) -> None:
        number = season.deals[one.deal]
        for traveller in _meant(desk.repositories.deals.get(number), one.of):
            send_document(
                desk, number, _photo(season, one, traveller.name), traveller.id, album=f"{one.deal}{one.day}"
            )

    return does


def _checking(one: Photos) -> Callable[[Desk, Season], None]:
    """The last of several is too blurred, where it says so."""

    def does(desk: Desk, season: Season) -> None:
        sent = [
            paper
            for paper in desk.repositories.deals.get(season.deals[one.deal]).documents
            if paper.state is DocumentState.SENT
        ]
        for paper in sent:
            if one.rejected and paper is sent[-1]:
                reject_document(desk, paper.id, RejectReason.BLURRED)
            else:
                accept_document(desk, paper.id)

    return does


def _meant(deal: Deal, names: tuple[str, ...]) -> list[Traveller]:
    return [one for one in deal.party if not names or one.name in names]


def _photo(season: Season, one: Photos, name: str) -> SentFile:
    """In the chat of the cast it is seen; what others brought is only kept."""
    content = (PICTURES / one.picture).read_bytes() + f"{name} {one.day}".encode()
    who = character(one.by)
    shown = past.sent_photo(season.sandbox, who.id, f"{name}.jpg", content) if who.role is None else None
    kept = shown or past.kept_photo(season.sandbox, f"{name}.jpg", content)
    return SentFile(kept.id, kept.unique_id, f"{name}.jpg", "image/jpeg", kept.size, is_photo=True)
