"""Saved replies are worded by owners and managers; a branch's manager keeps those of the branch."""

from dataclasses import replace

from domain.entities.definitions import THE_AGENCY, numbered
from domain.entities.people import Right
from domain.entities.saved_replies import MOST, SAVED_REPLY, USUAL, SavedReply, check_reply
from domain.ports.desk import Desk
from domain.queries.saved_replies import reply_to_change
from domain.usecases.settings.defining import fits, settled_anew
from domain.values.labels import read_label
from domain.values.language import Language
from domain.values.refusals import Refusal


@fits(SAVED_REPLY)
def reply_fits(_desk: Desk, key: str, value: SavedReply | None) -> None:
    """Raises Refusal (see `domain.entities.saved_replies.check_reply`)."""
    if value is not None:
        check_reply(key, value)


def add_reply(desk: Desk, language: Language, label: str, text: str) -> str:
    """Its key. Of whoever works in a branch it is the branch's. Raises Forbidden, Refusal: too_many_replies …"""
    desk.must(Right.KEEP_REPLIES)
    staff, there = desk.actor.staff, desk.agency.definitions.all(SAVED_REPLY)
    if sum(not one.retired for one in there.values()) >= MOST:
        raise Refusal("too_many_replies", most=MOST)
    key = numbered("r", there)
    new = SavedReply({language: read_label(label)}, {language: text}, staff.reach if staff else None)
    _settle(desk, key, new, 0, "reply_added", label=label, text=text)
    return key


def change_reply(desk: Desk, key: str, seen: int, language: Language, text: str) -> None:
    """It reads so in this language from now on. Raises Forbidden, NotFound, Refusal."""
    found = reply_to_change(desk, key)
    changed = replace(found.reply, said={**found.reply.said, language: text})
    _settle(
        desk,
        key,
        changed,
        seen,
        "reply_changed",
        reply=_told(key, found.reply),
        language=language.value,
        text=text,
    )


def name_reply(desk: Desk, key: str, seen: int, language: Language, label: str) -> None:
    """Raises Forbidden, NotFound, Refusal: label_empty, label_too_long."""
    found = reply_to_change(desk, key)
    changed = replace(found.reply, labels={**found.reply.labels, language: read_label(label)})
    _settle(desk, key, changed, seen, "reply_named", reply=_told(key, found.reply), label=label)


def retire_reply(desk: Desk, key: str, seen: int, *, retired: bool) -> None:
    """It is not offered any more, or again. Raises Forbidden, NotFound, Refusal: changed_meanwhile."""
    found = reply_to_change(desk, key)
    act = "reply_retired" if retired else "reply_again"
    _settle(desk, key, replace(found.reply, retired=retired), seen, act, reply=_told(key, found.reply))


def _settle(desk: Desk, key: str, value: SavedReply, seen: int, act: str, **facts: str) -> None:
    if settled_anew(desk, SAVED_REPLY, value, seen, key=key):
        desk.note("agency", THE_AGENCY, act, **facts)


def _told(key: str, reply: SavedReply) -> str:
    """As the history keeps it: the agency's own name of it; of a shipped one the key, whose words we have."""
    return key if key in USUAL and not reply.labels else next(iter(reply.labels.values()))
