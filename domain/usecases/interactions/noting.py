"""Notes: what a colleague writes down of a client, in words, by voice or as a photo; calls, meetings and e-mails among them."""

from domain.entities.files import StoredFile
from domain.entities.interactions import VOICE_FILE, Interaction, Said, Sent
from domain.entities.notes import ACTS, SPOKEN_WITH, NoteKind, kind_of, likely_kind, tell_as
from domain.ports.desk import Desk
from domain.queries.interactions import note_called, note_of_mine, whose_to_note
from domain.usecases.conversations.moving import look_anew, we_talked
from domain.usecases.files.fetched import on_fetched
from domain.usecases.inquiries.charge import taken_with_answer
from domain.usecases.reminders.acting import spoken_with
from domain.usecases.staff_groups.showing import show_change, show_in_topic

LATELY = 20


def note_down(
    desk: Desk,
    client: int,
    text: str,
    inquiry: int | None = None,
    deal: int | None = None,
    sent: Sent | None = None,
) -> Interaction:
    """It says of itself what it is, as far as that can be seen. Raises Forbidden, NotFound."""
    found = whose_to_note(desk, client, inquiry, deal)
    said = Interaction(found.client, Said.NOTE, text, desk.now, desk.actor.staff, found.inquiry, found.deal)
    if sent is not None:
        said.came_in(sent, desk.now)
    desk.repositories.interactions.add(said)
    tell_as(said, likely_kind(text))
    desk.repositories.flush()
    _write_down(desk, said)
    show_in_topic(desk, said)
    return said


def call_it(desk: Desk, number: int, kind: NoteKind) -> Interaction:
    """What a colleague has noted was of this kind. Twice is fine. Raises Forbidden, NotFound."""
    said = note_called(desk, number)
    before = kind_of(said)
    if before is kind:
        return said
    tell_as(said, kind)
    if kind in SPOKEN_WITH:
        _talked(desk, said)
    elif before in SPOKEN_WITH:
        _not_talked(desk, said)
    act = f"noted_{_act(kind)}"
    desk.note_within(said.branch, "client", said.client.id, act, note_kind=kind.value, text=said.in_short)
    return said


def take_back_note(desk: Desk, number: int) -> Interaction:
    """The actor has written it down in the wrong place, or not meant it. Twice is fine.

    Raises Forbidden, NotFound, Refusal: noted_two_days_ago.
    """
    said = desk.repositories.interactions.locked(note_of_mine(desk, number).id)
    if said.taken_back_at is not None:
        return said
    said.taken_back_at = desk.now
    if kind_of(said) in SPOKEN_WITH:
        _not_talked(desk, said)
    desk.note_within(said.branch, "client", said.client.id, "note_taken_back", text=said.in_short)
    show_change(desk, said)
    return said


def _write_down(desk: Desk, said: Interaction) -> None:
    kind = kind_of(said) or NoteKind.NOTE
    act = _act(kind)
    if kind in SPOKEN_WITH:
        _talked(desk, said)
    about = {"deal": said.deal.id} if said.deal else {"inquiry": said.inquiry.id} if said.inquiry else {}
    desk.note_within(said.branch, "client", said.client.id, act, text=said.in_short, **about)
    if said.deal is not None:
        desk.note("deal", said.deal.id, act, text=said.in_short)
    if said.inquiry is not None:
        desk.note("inquiry", said.inquiry.id, act, text=said.in_short)


def _act(kind: NoteKind) -> str:
    return ACTS.get(kind, "call")


def _talked(desk: Desk, said: Interaction) -> None:
    spoken_with(desk, said.client)
    if said.inquiry is not None and said.staff is not None:
        taken_with_answer(desk, said.inquiry, said.staff)
    we_talked(desk, said.client)


def _not_talked(desk: Desk, said: Interaction) -> None:
    """Nobody picked up, after all: what it had answered waits again, unless somebody has answered or talked since."""
    lately = desk.archive.interactions.of(said.client, LATELY)
    since = [one for one in lately if one is not said and one.at >= said.at]
    if any(one.how is Said.ANSWER or kind_of(one) in {*SPOKEN_WITH, None} for one in since if one.staff):
        return
    for one in lately:
        if one.staff is None and one.at <= said.at and one.answered_at and one.answered_at >= said.at:
            one.answered_at = one.taken_back_at
    desk.repositories.flush()
    look_anew(desk, said.client)


def sent_as_voice(desk: Desk, file: StoredFile) -> Interaction | None:
    """What this voice was sent as."""
    return desk.repositories.interactions.with_file(file)


def voice_refused(_desk: Desk, _said: Interaction, _reason: str) -> None:
    """It stays where Telegram has it; whoever wants to hear it is told so."""


on_fetched(VOICE_FILE, owner=sent_as_voice, refused=voice_refused)
