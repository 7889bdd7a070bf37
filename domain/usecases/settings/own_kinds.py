"""The owner makes up lists: a new one, another name, retired and brought back."""

from dataclasses import replace

from domain.entities.fields import a_key
from domain.entities.own_kinds import LONGEST_ICON, MOST_KINDS, OWN_KIND, OwnKind
from domain.ports.desk import Desk
from domain.queries.own_kinds import all_kinds, kind_to_change
from domain.usecases.settings.defining import define, fits
from domain.usecases.settings.fields import must_be_labels
from domain.values.labels import Labels, said, taken
from domain.values.refusals import Refusal
from domain.values.text import one_line


@fits(OWN_KIND)
def must_fit_kind(desk: Desk, key: str, value: OwnKind | None) -> None:
    """Raises Refusal: list_in_use, list_label_taken, too_many_lists, not_an_icon, what labels may not be."""
    if value is None:
        if desk.archive.own_items.listed(key, 1):
            raise Refusal("list_in_use", label=said(all_kinds(desk)[key].many))
        return
    must_be_labels(value.one)
    must_be_labels(value.many)
    if read_icon(value.icon) != value.icon:
        raise Refusal("not_an_icon")
    if value.retired:
        return
    others = {other: one for other, one in all_kinds(desk).items() if other != key and not one.retired}
    if len(others) >= MOST_KINDS:
        raise Refusal("too_many_lists", most=MOST_KINDS)
    must_be_a_new_name(desk, value.many, key)


def must_be_a_new_name(desk: Desk, many: Labels, key: str | None = None) -> None:
    """Raises Refusal: list_label_taken."""
    others = (one.many for other, one in all_kinds(desk).items() if other != key and not one.retired)
    if twice := taken(many, others):
        raise Refusal("list_label_taken", label=twice)


def read_icon(text: str) -> str:
    """A sign or two, without letters. Raises Refusal: not_an_icon."""
    icon = one_line(text)
    if not 1 <= len(icon) <= LONGEST_ICON or any(sign.isalnum() or sign.isspace() for sign in icon):
        raise Refusal("not_an_icon")
    return icon


def add_kind(desk: Desk, value: OwnKind) -> str:
    """Its key. Raises Forbidden, Refusal."""
    must_be_labels(value.many)
    key = a_key(value.many.values(), all_kinds(desk), "list")
    define(desk, OWN_KIND, value, 0, "list_added", key=key, label=said(value.many).kept())
    return key


def rename_kind(desk: Desk, key: str, seen: int, many: Labels, one: Labels) -> OwnKind:
    """In the languages that are named; the others stay. Raises Forbidden, NotFound, Refusal."""
    before = kind_to_change(desk, key)
    new = replace(before, many={**before.many, **many}, one={**before.one, **one})
    facts = {"label": said(new.many).kept(), "label_was": said(before.many).kept()}
    define(desk, OWN_KIND, new, seen, "list_renamed", key=key, **facts)
    return new


def retire_kind(desk: Desk, key: str, seen: int, *, retired: bool) -> OwnKind:
    """Nothing is put on it any more; what hangs somewhere stays there. Or it is back. Raises Forbidden, NotFound, Refusal."""
    new = replace(kind_to_change(desk, key), retired=retired)
    act = "list_retired" if retired else "list_back"
    define(desk, OWN_KIND, new, seen, act, key=key, label=said(new.many).kept())
    return new
