"""What is said with clients: what the tests that walk everything need to know of it."""

from domain.entities.deals import Deal
from domain.entities.interactions import (
    Form,
    Interaction,
    InteractionEdit,
    Medium,
    Original,
    Said,
    Source,
    Undelivered,
)
from domain.entities.note_lines import NoteLine
from domain.entities.notes import NoteKind
from domain.entities.notices import Notice, NoticeKind, NoticeState
from domain.entities.people import Person
from domain.notices.clients import ANSWER, QUESTION
from domain.notices.interactions import (
    ANSWER_EDITED,
    ANSWER_MORE,
    ANSWER_TAKEN_BACK,
    DELIVERED_LATER,
    QUESTION_EDITED,
    QUESTION_MORE,
    UNDELIVERED,
)
from domain.queries import interactions as queries
from domain.queries import messages as messages_read
from domain.usecases.clients import messages
from domain.usecases.interactions import albums, editing, noting, taking_back
from tests.nouns.declared import (
    Branched,
    Facts,
    Few,
    Told,
    calls,
    forged,
    in_each_branch,
    new_one,
    notice_facts,
    one_more,
)
from tests.storage import things
from tests.storage.things import NOON
from tests.things import a_file, eur

FIRST, GONE = 2, 1_000_000
"""Our first message in a chat, and one that is no longer there."""


@new_one
def edit() -> InteractionEdit:
    return InteractionEdit(Interaction(things.client(), Said.QUESTION, "When?", NOON), "When, please?", NOON)


@one_more
def a_voice(few: Few) -> None:
    said = Interaction(few.client, Said.ANSWER, "", NOON, few.member)
    said.original, said.seconds, said.file = Original(Medium.VOICE, 1, 1), 65, a_file(NOON)
    few.records.interactions.add(said)
    few.records.interactions.note_edit(InteractionEdit(said, "At six", NOON))


@in_each_branch
def what_was_edited(its: Branched) -> dict[str, int]:
    """A note of a meeting, with other words since."""
    desk = its.desk
    note = Interaction(its.client, Said.NOTE, its.words, desk.now, its.lead, deal=its.deal, form=Form.MEETING)
    desk.repositories.interactions.add(note)
    desk.repositories.interactions.note_edit(InteractionEdit(note, its.words, desk.now))
    note.now_reads, note.edited_at = its.words, desk.now
    desk.repositories.flush()
    return {"meeting": note.id}


@notice_facts
def told_of_it(told: Told) -> Facts:
    """A question and an answer that read otherwise by now; an answer that did not arrive, and one that did later."""
    now, person = told.now, told.client.person
    assert person is not None
    asked = Interaction(told.client, Said.QUESTION, told.name, now)
    asked.now_reads, asked.edited_at = told.name, now
    answer = Interaction(told.client, Said.ANSWER, told.name, now, told.member)
    lost = Interaction(told.client, Said.ANSWER, told.name, now, told.member)
    lost.undelivered_at, lost.undelivered_why = now, Undelivered.BLOCKED
    shown = Interaction(told.client, Said.ANSWER, told.name, now, told.member)
    shown.original = Original(Medium.PHOTO, person.telegram_id, 1)
    price = told.trip.price * 2
    deal = Deal(told.client, told.name, 2, price, eur(200), now, told.trip, told.member, "documents.data")
    deal.branch = 1
    told.records.deals.add(deal)
    for one in (asked, answer, lost, shown):
        one.deal = deal
        told.records.interactions.add(one)
    told.records.flush()
    _said(f"{QUESTION}:{asked.id}:{told.member.person.id}", QUESTION, told.member.person, told, GONE)
    second = _said(f"{ANSWER}:{answer.id}:{person.id}", ANSWER, person, told, FIRST)
    third = _said("taken back", ANSWER, person, told, GONE)
    album = {"interaction": shown.id, "message": FIRST}
    return {
        QUESTION_MORE: album,
        ANSWER_MORE: album,
        QUESTION_EDITED: {"interaction": asked.id},
        ANSWER_EDITED: {"interaction": answer.id, "notice": second},
        ANSWER_TAKEN_BACK: {"notice": third},
        UNDELIVERED: {"interaction": lost.id, "client": told.client.id},
        DELIVERED_LATER: {"interaction": answer.id, "client": told.client.id},
    }


def _said(key: str, kind: NoticeKind, person: Person, told: Told, message: int) -> int:
    """A notice that was said a moment ago."""
    notices = told.records.notices
    notices.add(notice := Notice(key, kind, person, told.now, told.now, state=NoticeState.SENT))
    told.records.flush()
    said = notices.get(notice.id)
    said.sent_as, said.sent_at = message, told.now
    return notice.id


calls(
    {
        "interactions.take_back_answer": lambda d, p, _t: editing.take_back_answer(
            d, messages.write_to_client(d, p.client, "Hello").id
        ),
        "interactions.add_picture": lambda d, _p, _t: albums.add_picture(d, "x", Source(1, 2), ""),
        "interactions.edit_said": lambda d, _p, _t: editing.edit_said(d, Source(1, 1), "otherwise"),
        "interactions.take_back_note": lambda d, p, _t: noting.take_back_note(
            d, noting.note_down(d, p.client, "Sea view").id
        ),
        "interactions.take_back_said": lambda d, _p, _t: taking_back.take_back_said(d, Source(1, 1)),
        "queries.messages.newest_of_mine": lambda d, _p, _t: messages_read.newest_of_mine(d),
        "interactions.call_it": lambda d, _p, t: noting.call_it(d, t.meeting, NoteKind.CALL_IN),
        "interactions.note_down": lambda d, p, _t: noting.note_down(d, p.client, "Sea view"),
        "interactions.note_down about a deal": lambda d, p, t: noting.note_down(
            d, p.client, "Sea view", deal=t.deal
        ),
        "queries.interactions.interaction_card": lambda d, _p, t: queries.interaction_card(d, t.meeting),
        "queries.interactions.clients_named": lambda d, _p, _t: queries.clients_named(
            d, NoteLine.of("Anna: sea")
        ),
        "queries.interactions.must_note_clients": lambda d, _p, _t: queries.must_note_clients(d),
        "queries.interactions.note_of_mine": lambda d, p, _t: queries.note_of_mine(
            d, noting.note_down(d, p.client, "Sea view").id
        ),
        "queries.interactions.note_called": lambda d, _p, t: queries.note_called(d, t.meeting),
        "queries.interactions.whose_to_note": lambda d, p, _t: queries.whose_to_note(d, p.client),
    }
)
forged("unsent", lambda _p, _t: [{"text": "Yes", "source": None}])
forged("kind", lambda _p, _t: [NoteKind.CALL_IN.value])
