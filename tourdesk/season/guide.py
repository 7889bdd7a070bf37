"""What the page says may be tried on the season's opening morning, and the story it plays."""

from typing import Any

from domain.ports.desk import Desk
from domain.queries.joining import join_payload
from tourdesk.beats import Step, follow, look, tap, told, turn

PASSPORT_OF = "ZHANG WEI"


def guide(desk: Desk) -> dict[str, Any]:
    """For the sandbox. The first trip to leave is what it tells of."""
    trip = desk.repositories.trips.upcoming(desk.now, limit=1)[0]
    steps = _steps(join_payload(desk, trip), trip.reminder_at.isoformat())
    return told(desk.now.isoformat(), steps)


def _steps(payload: str, day_before: str) -> tuple[Step, ...]:
    return (_MORNING, _link(payload), _DEAL, _PASSPORT, _day_before(day_before), _ANSWER)


_MORNING = Step(
    "Olga: see the morning",
    (
        look(
            "olga", "Half past eight. Olga owns the agency: her phone tells what came in, and what is late."
        ),
        tap("olga", "🔴", "She opens what is overdue: a balance, a deposit, names."),
        look("georgi", "Georgi, one of the three, has been reminded in Bulgarian, once a day at most."),
    ),
)


def _link(payload: str) -> Step:
    return Step(
        "Emily: open the Ohrid link",
        (
            follow(
                "emily",
                payload,
                "Emily opens the link of a trip that leaves in two days. Nobody types her data again.",
            ),
            tap("emily", "2", "Two seats …"),
            tap("emily", "✅", "… and sent. Three taps."),
        ),
    )


_DEAL = Step(
    "Boris: make it a deal",
    (
        tap("boris", "➕", "Boris sells. He reads it in Bulgarian, and takes it with one tap.", near="Emily"),
        look("emily", "Emily hears of it at once, in English, and what is needed next."),
    ),
)

_PASSPORT = Step(
    "Boris: check a passport",
    (
        tap(
            "boris", "✅", "A passport from 李美 came this morning. He looks, and accepts.", near=PASSPORT_OF
        ),
        look(
            "mei",
            "All documents are here: the deal goes on by itself. 李美 reads in Chinese what is left to pay.",
        ),
    ),
)


def _day_before(at: str) -> Step:
    return Step(
        "Clock: the day before",
        (
            turn(
                at,
                "Now the clock: tomorrow the coach leaves. All are told where and when, in their language.",
            ),
            look("georgi", "Whoever still owes something reads that, too."),
        ),
    )


_ANSWER = Step(
    "Anna: say you'll be there",
    (
        tap("anna", "✅", "Anna, with her family, answers in Russian with one tap …", near="🧳"),
        look(
            "boris",
            "… and Boris is told only of those who cannot be reached. That is a day with Tourdesk.",
        ),
    ),
)
