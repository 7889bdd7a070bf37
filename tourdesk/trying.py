"""What the page says may be tried where no season was played just now: in a new agency, and in a folder that was kept."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from domain.entities.trips import Trip
from domain.ports.desk import Actor, Desk
from domain.queries.joining import join_payload, trips_to_join
from domain.queries.today import today
from tourdesk.beats import Step, follow, look, say, tap, told, turn
from tourdesk.cast import character

WISH = "Phuket, January, two people"


def kept_agency(desk: Desk) -> dict[str, Any]:
    """Whatever of a day's work there is; in an agency without any, its first inquiry, and what its owner settles first."""
    steps = (*_late(desk), *_joins(desk), *_papers(desk), *_clock(desk))
    return told(desk.now.isoformat(), steps or (*_first_inquiry(), *_first_settings()))


def _first_inquiry() -> Iterator[Step]:
    yield Step(
        "Emily: ask for a tour",
        (
            tap("emily", "🏝", "An agency on its first day. Emily has found its bot, and asks for a tour."),
            say("emily", WISH, "One line is enough …"),
            tap("emily", "Emily", "… her name …"),
            say("emily", character("emily").phone, "… and a number, so that somebody can call."),
            tap("emily", "✅", "She looks it over, and sends it."),
        ),
    )
    yield Step(
        "Boris: answer her",
        (
            tap(
                "boris",
                "📂",
                "Boris sells. The inquiry is on his phone at once, in Bulgarian.",
                near="Phuket",
            ),
            tap("boris", "✉️", "He answers her …"),
            say("boris", "Hello Emily! January is lovely there. From which airport?", "… in his own chat …"),
            look("emily", "… and she reads it in hers, and answers there. Nobody copies anything."),
        ),
    )


def _first_settings() -> Iterator[Step]:
    yield Step(
        "Olga: a first trip",
        (
            say("olga", "/trips", "Olga owns the agency. She puts up a trip …"),
            tap("olga", "➕", "… question by question. Clients join it by its link."),
        ),
    )
    yield Step(
        "Olga: the settings",
        (
            say("olga", "/settings", "Name, languages, hours, stages, texts, payment …"),
            tap("olga", "🏢", "… all of it is changed here, in the chat."),
        ),
    )


def _late(desk: Desk) -> Iterator[Step]:
    if "owed" in _today_of(desk, "olga"):
        yield Step("Olga: what is late", (tap("olga", "🔴", "Olga sees what should have come by now."),))


def _papers(desk: Desk) -> Iterator[Step]:
    if "papers" in _today_of(desk, "boris"):
        yield Step(
            "Boris: documents to check", (tap("boris", "📄", "Boris looks at what clients have sent."),)
        )


def _joins(desk: Desk) -> Iterator[Step]:
    trip = _open_to(desk, "emily")
    if trip is None:
        return
    yield Step(
        f"Emily: join {trip.title}",
        (
            follow("emily", join_payload(desk, trip), "Emily opens the link of a trip with free seats."),
            tap("emily", "1", "One seat …"),
        ),
    )


def _clock(desk: Desk) -> Iterator[Step]:
    ahead = desk.repositories.trips.upcoming(desk.now, limit=4)
    trip = next((one for one in ahead if one.reminder_at > desk.now), None)
    if trip is not None:
        caption = "The day before, all who travel are told where to be and when, in their language."
        yield Step(f"Clock: the day before {trip.title}", (turn(trip.reminder_at.isoformat(), caption),))


def _open_to(desk: Desk, who: str) -> Trip | None:
    """The next trip they can join and have no booking on."""
    theirs = _desk_of(desk, who)
    client = theirs.actor.client
    booked = [deal.trip for deal in desk.archive.deals.of(client)] if client else []
    return next((one.trip for one in trips_to_join(theirs) if one.trip not in booked), None)


def _today_of(desk: Desk, who: str) -> set[str]:
    return {line.key for line in today(_desk_of(desk, who))}


def _desk_of(desk: Desk, who: str) -> Desk:
    """As of one of the cast; who has not come in yet has nothing to do here."""
    people, staff, clients = desk.archive.people, desk.archive.staff, desk.archive.clients
    person = people.by_telegram_id(character(who).id)
    return replace(desk, actor=Actor(person, staff.of(person), clients.of(person)) if person else Actor())
