"""Who wants mailings and who does not any more, who asked to be forgotten, and a second file of somebody whom we know."""

from collections.abc import Iterator

from domain.entities.clients import Client
from domain.entities.consents import Given
from domain.entities.inquiries import Channel, InquiryKind, Wish
from domain.ports.desk import Desk
from domain.usecases.clients.facts import change_fact
from domain.usecases.consents.mailings import note_mailings, note_no_mailings, want_mailings
from domain.usecases.consents.privacy import note_privacy
from domain.usecases.inquiries.intake import Caller, close_inquiry, take_inquiry
from domain.usecases.own_data.forgetting import forget_client
from tourdesk.season.acts import Act, Season

EMAIL = "maria.georgieva@example.com"


def acts() -> Iterator[Act]:
    yield Act(-20, "10:30", "boris", _signed)
    yield Act(-12, "12:15", "kalina", _second_file)
    yield Act(-8, "16:10", "boris", _same_email)
    yield Act(-7, "19:35", "anna", lambda desk, _season: want_mailings(desk))
    yield Act(-3, "10:05", "kalina", _no_more)
    yield Act(0, "07:50", "boris", _to_forget)


def _of(desk: Desk, season: Season, deal: str) -> Client:
    return desk.archive.deals.get(season.deals[deal]).client


def _signed(desk: Desk, season: Season) -> None:
    for deal in ("plovdiv", "ohrid_petrovi"):
        client = _of(desk, season, deal)
        note_privacy(desk, client.id, Given.PAPER)
        note_mailings(desk, client.id, Given.PAPER)


def _no_more(desk: Desk, season: Season) -> None:
    note_no_mailings(desk, _of(desk, season, "plovdiv").id)


def _second_file(desk: Desk, _season: Season) -> None:
    """Somebody else took the call and did not look."""
    wish = Wish(InquiryKind.INDIVIDUAL, "Созопол", None, 2)
    inquiry = take_inquiry(desk, Caller("Мими Георгиева"), wish, Channel.PHONE)
    change_fact(desk, inquiry.client.id, "email", EMAIL)
    close_inquiry(desk, inquiry.id, "Само питаше")


def _same_email(desk: Desk, season: Season) -> None:
    change_fact(desk, _of(desk, season, "plovdiv").id, "email", EMAIL)


def _to_forget(desk: Desk, season: Season) -> None:
    """Who found a cheaper journey has phoned: nothing is to be kept of him. It is done tomorrow."""
    forget_client(desk, _of(desk, season, "plovdiv_lost").id)
