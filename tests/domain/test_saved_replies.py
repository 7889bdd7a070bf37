"""Saved replies: what may stand in them, what is left out, and whose they are to word."""

import pytest

from domain.entities.saved_replies import LONGEST, USUAL, check_words, filled
from domain.ports.desk import Desk
from domain.queries import saved_replies as read
from domain.usecases.settings import saved_replies as replies
from domain.values.language import Language
from domain.values.refusals import Forbidden, NotFound, Refusal
from tests.domain.test_ideas import Office

EN, RU = Language.ENGLISH, Language.RUSSIAN


@pytest.mark.parametrize(
    ("text", "why"),
    [
        (" … ", "nothing_written"),
        ("{client}, hello {", "text_braces"),
        ("{coach} leaves", "text_place_unknown"),
        ("x" * (LONGEST + 1), "text_too_long"),
    ],
)
def test_what_cannot_be_filled_is_refused_when_it_is_written(text: str, why: str) -> None:
    check_words("{client}, 5 < 6 & more: {owed}")
    with pytest.raises(Refusal) as refused:
        check_words(text)
    assert refused.value.kind == why


def test_a_line_of_which_nothing_is_known_is_left_out() -> None:
    text = "{client}, hello!\nYou owe {owed}.\nSee you."
    assert filled(text, {"client": "Anna", "owed": None}) == "Anna, hello!\nSee you."
    assert filled(text, {"client": "{owed}", "owed": "300 €"}) is not None
    assert filled("You owe {owed}.", {"owed": None}) is None


def test_a_branch_has_its_own_and_leaves_the_agencys_alone() -> None:
    office = Office()
    ours, theirs = 1, 2
    office.boris.branch = ours
    manager, owner = office.desk(office.boris), office.desk(office.olga)
    key = replies.add_reply(manager, EN, "Parking", "{client}, park behind the house.")
    assert read.reply_card(manager, key).reply.branch == ours
    with pytest.raises(Forbidden):
        replies.retire_reply(manager, USUAL[0], 0, retired=True)
    owner = _after(office, manager)
    replies.change_reply(owner, key, 1, RU, "{client}, паркуйтесь за домом.")
    with pytest.raises(Refusal, match="changed_meanwhile"):
        replies.change_reply(owner, key, 1, RU, "x")
    office.boris.branch = theirs
    elsewhere = office.desk(office.boris)
    elsewhere.agency = owner.agency
    assert key not in read.replies_offered(elsewhere)
    with pytest.raises(NotFound):
        read.reply_card(elsewhere, key)
    replies.retire_reply(owner, key, 2, retired=True)
    assert key not in read.replies_offered(owner)
    assert list(read.replies_kept(owner))[-1] == key


def _after(office: Office, desk: Desk) -> Desk:
    """The owner's desk, once that is settled."""
    owner = office.desk(office.olga)
    owner.agency = desk.agency
    return owner
