"""What is said with clients: what the tests that walk everything need to know of it."""

from domain.entities.interactions import Form, Interaction, InteractionEdit, Medium, Original, Said
from domain.entities.notes import NoteKind
from domain.queries import interactions as queries
from domain.usecases.interactions import noting
from tests.nouns.declared import Branched, Few, calls, in_each_branch, new_one, one_more
from tests.storage import things
from tests.storage.things import NOON
from tests.things import a_file


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


calls(
    {
        "interactions.call_it": lambda d, _p, t: noting.call_it(d, t.meeting, NoteKind.CALL_IN),
        "interactions.note_down": lambda d, p, _t: noting.note_down(d, p.client, "Sea view"),
        "interactions.note_down about a deal": lambda d, p, t: noting.note_down(
            d, p.client, "Sea view", deal=t.deal
        ),
        "queries.interactions.interaction_card": lambda d, _p, t: queries.interaction_card(d, t.meeting),
        "queries.interactions.note_called": lambda d, _p, t: queries.note_called(d, t.meeting),
        "queries.interactions.whose_to_note": lambda d, p, _t: queries.whose_to_note(d, p.client),
    }
)
