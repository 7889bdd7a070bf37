"""What the page says may be tried on the opening morning, and the story it plays: steps of beats, in readers' English.

A beat is a tap (by how the label begins: its emoji, which is the same in all languages, and by what stands `near` it in the
message), a link that is opened, the clock that is turned, or only a look. Captions are for the story.
"""

from dataclasses import dataclass
from typing import Any

from domain.ports.desk import Desk
from domain.queries.joining import join_payload
from tourdesk.cast import character

Beat = dict[str, Any]
PASSPORT_OF = "ZHANG WEI"


@dataclass(frozen=True)
class Step:
    """One line of the strip."""

    text: str
    beats: tuple[Beat, ...]


def guide(desk: Desk) -> dict[str, Any]:
    """For the sandbox. The first trip to leave is what it tells of."""
    trip = desk.repositories.trips.upcoming(desk.now, limit=1)[0]
    steps = _steps(join_payload(desk, trip), trip.reminder_at.isoformat())
    told = [{"text": one.text, "person": _person(one), "beats": list(one.beats)} for one in steps]
    return {"name": desk.now.isoformat(), "steps": told}


def _steps(payload: str, day_before: str) -> tuple[Step, ...]:
    return (
        Step(
            "Olga: see the morning",
            (
                _look(
                    "olga",
                    "Half past eight. Olga owns the agency: her phone tells what came in, and what is late.",
                ),
                _tap("olga", "🔴", "She opens what is overdue: a balance, a deposit, names."),
                _look(
                    "georgi", "Georgi, one of the three, has been reminded in Bulgarian, once a day at most."
                ),
            ),
        ),
        Step(
            "Emily: open the Ohrid link",
            (
                _open(
                    "emily",
                    payload,
                    "Emily opens the link of a trip that leaves in two days. Nobody types her data again.",
                ),
                _tap("emily", "2", "Two seats …"),
                _tap("emily", "✅", "… and sent. Three taps."),
            ),
        ),
        Step(
            "Boris: make it a deal",
            (
                _tap(
                    "boris",
                    "➕",
                    "Boris sells. He reads it in Bulgarian, and takes it with one tap.",
                    near="Emily",
                ),
                _look("emily", "Emily hears of it at once, in English, and what is needed next."),
            ),
        ),
        Step(
            "Boris: check a passport",
            (
                _tap(
                    "boris",
                    "✅",
                    "A passport from 李美 came this morning. He looks, and accepts.",
                    near=PASSPORT_OF,
                ),
                _look(
                    "mei",
                    "All documents are here: the deal goes on by itself. 李美 reads in Chinese what is left to pay.",
                ),
            ),
        ),
        Step(
            "Clock: the day before",
            (
                _turn(
                    day_before,
                    "Now the clock: tomorrow the coach leaves. All are told where and when, in their language.",
                ),
                _look("georgi", "Whoever still owes something reads that, too."),
            ),
        ),
        Step(
            "Anna: say you'll be there",
            (
                _tap("anna", "✅", "Anna, with her family, answers in Russian with one tap …"),
                _look(
                    "boris",
                    "… and Boris is told only of those who cannot be reached. That is a day with Tourdesk.",
                ),
            ),
        ),
    )


def _person(step: Step) -> int | None:
    return next((beat["person"] for beat in step.beats if "person" in beat), None)


def _tap(who: str, label: str, caption: str, near: str = "") -> Beat:
    return {"person": character(who).id, "tap": label, "caption": caption, "near": near}


def _open(who: str, payload: str, caption: str) -> Beat:
    return {"person": character(who).id, "open": payload, "caption": caption}


def _turn(at: str, caption: str) -> Beat:
    return {"turn": at, "caption": caption}


def _look(who: str, caption: str) -> Beat:
    return {"person": character(who).id, "caption": caption}
