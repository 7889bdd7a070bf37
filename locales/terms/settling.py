"""The cards after a journey, in words: what is missing, what a record says."""

from collections.abc import Iterable

from domain.entities.settling import Card, Gate, JourneyRecord, Settlement, Writer
from domain.values.text import first_name
from locales.sentence import Fact, Joined, Sentence, _
from locales.terms.today import counted, today_words

CARDS: dict[Card, Sentence] = {
    Card.RECORD: _("contact record"),
    Card.DATA: _("data card"),
    Card.GUIDES_RECORD: _("the guide's record"),
}
WRITERS: dict[Writer, Sentence] = {Writer.SELLER: _("who sold it"), Writer.GUIDE: _("guide")}
GATES: dict[Gate, Sentence] = {
    Gate.REQUIRED: _("Required"),
    Gate.REMINDER: _("Only reminders"),
    Gate.OFF: _("Off"),
}
USUAL: dict[str, Sentence] = {
    "hotel": _("The hotel"),
    "guide": _("The guide"),
    "transport": _("The transport"),
    "food": _("The food"),
    "programme": _("The programme"),
    "price": _("The price"),
}
"""What usually pleases or annoys; any other words are kept as they were told."""
_SAYS = (
    ("pleased", _("👍 {what}")),
    ("annoyed", _("👎 {what}")),
    ("wants_next", _("▶ Next: {what}")),
    ("market", _("🔭 {what}")),
    ("words", _("💬 {what}")),
)


def missing_words(missing: Iterable[Card]) -> Joined:
    return Joined([CARDS[card] for card in missing])


def usual_words(value: str) -> Fact:
    return USUAL.get(value) or value


def record_lines(one: JourneyRecord) -> Iterable[Sentence]:
    """Who wrote it and the mark, then what else it says."""
    if one.deal is None:
        yield _("📝 {name}, of the whole trip, {day}: <b>{mark}/5</b>")(
            name=one.author.name, day=one.written_at.date(), mark=one.mark
        )
    else:
        yield _by_one(one)
    yield from said_lines(one)


def _by_one(one: JourneyRecord) -> Sentence:
    return _("📝 {name}, {writer}, {day}: <b>{mark}/5</b>")(
        name=one.author.name, writer=WRITERS[one.writer], day=one.written_at.date(), mark=one.mark
    )


def said_lines(one: JourneyRecord) -> Iterable[Sentence]:
    for name, words in _SAYS:
        if value := getattr(one, name):
            yield words(what=usual_words(value))


def record_line(one: JourneyRecord) -> Sentence:
    """On one line of a digest: who, of what, the mark."""
    if one.deal is None:
        return _("📝 {name}: {trip} — {mark}/5")(
            name=first_name(one.author.name), trip=one.trip.title if one.trip else None, mark=one.mark
        )
    return _("📝 {name}: {client} · {trip} — {mark}/5")(
        name=first_name(one.author.name), client=one.deal.client.name, trip=one.deal.called, mark=one.mark
    )


def settlement_line(one: Settlement, missing: tuple[Card, ...]) -> Sentence:
    """On the deal's card."""
    if one.settled_at is not None:
        by = one.settled_by.name if one.settled_by else None
        return _("🧾 Settled on {day} by {name}")(day=one.settled_at.date(), name=by)
    if missing:
        return _("🧾 To be settled; missing: {cards}")(cards=missing_words(missing))
    return _("🧾 Ready to be settled")


today_words("to_settle")(lambda count, _now, _facts: _("🧾 To be settled · {count}")(count=counted(count)))


@today_words("records")
def records(count: int, _now: object, facts: object) -> Sentence:
    trip = facts.get("trip") if isinstance(facts, dict) else None
    if trip is not None:
        return _("📝 Contact record: {trip}")(trip=trip.title)
    return _("📝 Contact records · {count}")(count=counted(count))
