"""The items of an agency's own lists: put on, changed, retired, hung on cards and taken off again."""

from collections.abc import Sequence

from domain.entities.fields import CLIENT
from domain.entities.own_kinds import OwnItem, OwnLink
from domain.ports.desk import Desk
from domain.queries.own_kinds import item_to_change, must_change_items, must_hang
from domain.values.refusals import NotFound, Refusal


def add_item(desk: Desk, key: str, name: str, notes: str | None = None, branch: int | None = None) -> OwnItem:
    """Of a branch, or everybody's. Raises Forbidden, NotFound: no_such_list, no_such_branch, Refusal: list_retired."""
    if must_change_items(desk, key).retired:
        raise Refusal("list_retired")
    if branch is not None:
        desk.repositories.branches.get(branch)
    item = OwnItem(key, name, desk.now, notes, branch)
    desk.repositories.own_items.add(item)
    desk.note("own_item", item.id, "item_added", name=name)
    return item


def change_item(desk: Desk, number: int, name: str | None = None, notes: str | None = None) -> OwnItem:
    """What is None stays; an empty note is none. Raises Forbidden, NotFound: no_such_item."""
    item_to_change(desk, number)
    item = desk.repositories.own_items.locked(number)
    if name is not None and name != item.name:
        desk.note("own_item", item.id, "item_renamed", name=name, name_was=item.name)
        item.name = name
    if notes is not None and notes != (item.notes or ""):
        desk.note("own_item", item.id, "item_noted", text=notes or None)
        item.notes = notes or None
    desk.repositories.own_items.changed(item)
    return item


def retire_item(desk: Desk, number: int, *, retired: bool) -> OwnItem:
    """It is not offered any more, and stays where it hangs; or it is back. Raises Forbidden, NotFound: no_such_item."""
    item_to_change(desk, number)
    item = desk.repositories.own_items.locked(number)
    if item.is_retired is not retired:
        item.retired_at = desk.now if retired else None
        desk.note("own_item", item.id, "item_retired" if retired else "item_back")
    return item


def hang_item(desk: Desk, subject: str, number: int, item: int) -> None:
    """Twice is fine. Raises Forbidden, NotFound, Refusal: item_retired."""
    hung = must_hang(desk, subject, number)
    one = desk.repositories.own_items.get(item)
    if one.is_retired:
        raise Refusal("item_retired", name=one.name)
    if any(link.item is one for link in hung.links):
        return
    desk.repositories.own_items.hang(OwnLink(one, subject, number, desk.now))
    desk.repositories.flush()
    desk.note(subject, number, "item_hung", name=one.name)


def take_item_off(desk: Desk, subject: str, number: int, item: int) -> None:
    """Raises Forbidden, NotFound."""
    link = next((one for one in must_hang(desk, subject, number).links if one.item.id == item), None)
    if link is None:
        raise NotFound("no_such_item")
    desk.repositories.own_items.take_off(link)
    desk.repositories.flush()
    desk.note(subject, number, "item_taken_off", name=link.item.name)


def merge_items(desk: Desk, left: int, kept: int) -> list[int]:
    """What hung on a client's file that is left behind hangs on the other from now on; the numbers of these links.

    What hangs there already is left where it is. By the agency, for whoever may merge clients.
    """
    items = desk.archive.own_items
    there = {link.item.id for link in items.hung_on(CLIENT, kept)}
    moved = [link for link in items.hung_on(CLIENT, left) if link.item.id not in there]
    _hang_on(desk, moved, left, kept)
    return [link.id for link in moved]


def give_items_back(desk: Desk, left: int, kept: int, links: Sequence[int]) -> None:
    """Those of these links that still hang on the one file hang on the other again. By the agency, likewise."""
    moved = [link for link in desk.archive.own_items.hung_on(CLIENT, kept) if link.id in links]
    _hang_on(desk, moved, kept, left)


def _hang_on(desk: Desk, links: Sequence[OwnLink], was: int, now: int) -> None:
    for link in links:
        link.subject_id = now
        desk.note(CLIENT, was, "item_taken_off", name=link.item.name)
        desk.note(CLIENT, now, "item_hung", name=link.item.name)
    desk.repositories.flush()
