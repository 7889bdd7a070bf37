"""The owner defines extra fields: a new one, another name, who sees it, where it stands, retired and brought back."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any

from domain.entities.fields import (
    FIELD,
    INQUIRY,
    MOST_FIELDS,
    MOST_LISTED,
    MOST_OPTIONS,
    OF_A_DEAL,
    OF_A_SEAT,
    TRIP,
    AskedOf,
    Field,
    FieldType,
    Option,
    Sees,
    a_key,
    fields_of,
    must_have_option,
)
from domain.ports.desk import Desk
from domain.queries.field_definitions import field_to_change, stages_to_wait_at
from domain.queries.field_sources import must_have_fields
from domain.queries.fields import all_fields
from domain.usecases.settings.defining import define, fits
from domain.values.labels import Labels, read_label, said, taken
from domain.values.language import Language
from domain.values.refusals import Refusal


@fits(FIELD)
def must_fit(desk: Desk, key: str, value: Field | None) -> None:
    """Raises Refusal: field_in_use, what labels and options may not be, no_such_stage, and so on."""
    before = all_fields(desk).get(key)
    if before is not None and desk.archive.field_use.used(key):
        _must_stay_readable(before, value)
    if value is None:
        return
    must_have_fields(desk, value.subject)
    must_be_labels(value.labels)
    _must_have_options(value)
    _must_be_shown_rightly(value)
    if value.stage is not None and (before is None or before.stage != value.stage):
        _must_be_waited_for(desk, value)
    if not value.retired:
        _must_have_room(desk, key, value)


def must_be_labels(labels: Labels) -> None:
    """Raises Refusal: label_empty, label_too_long."""
    if not labels:
        raise Refusal("label_empty")
    for text in labels.values():
        if read_label(text) != text:
            raise Refusal("label_empty")


def must_be_options(labels: Iterable[Labels]) -> None:
    """Raises Refusal: too_many_options, option_twice, label_empty, label_too_long."""
    some = list(labels)
    if len(some) > MOST_OPTIONS:
        raise Refusal("too_many_options", count=len(some), most=MOST_OPTIONS)
    for one in some:
        must_be_labels(one)
    for language in Language:
        texts = [one[language].casefold() for one in some if language in one]
        if twice := next((text for text in texts if texts.count(text) > 1), None):
            raise Refusal("option_twice", label=twice)


def _must_stay_readable(before: Field, value: Field | None) -> None:
    if value is None or value.type is not before.type or value.subject != before.subject:
        raise Refusal("field_in_use", label=said(before.labels))
    if not {option.key for option in before.options} <= {option.key for option in value.options}:
        raise Refusal("field_in_use", label=said(before.labels))


def must_be_free(desk: Desk, subject: str, labels: Labels, key: str | None = None) -> None:
    """Of all others of the subject. Raises Refusal: field_label_taken."""
    others = (one.labels for other, one in fields_of(all_fields(desk), subject).items() if other != key)
    if twice := taken(labels, others):
        raise Refusal("field_label_taken", label=twice)


def _must_have_options(value: Field) -> None:
    if value.type is not FieldType.CHOICE:
        if value.options:
            raise Refusal("no_options_wanted", label=said(value.labels))
        return
    keys = [option.key for option in value.options]
    if not value.offered or len(set(keys)) < len(keys):
        raise Refusal("options_wanted")
    must_be_options(option.labels for option in value.offered)
    for option in value.options:
        must_be_labels(option.labels)


def _must_be_shown_rightly(value: Field) -> None:
    asks_client = value.asked_of is AskedOf.CLIENT
    has_client = value.subject in {*OF_A_DEAL, INQUIRY} and value.subject != TRIP
    if asks_client and not has_client:
        raise Refusal("field_without_client")
    if asks_client and value.sees is not Sees.CLIENT_TOO:
        raise Refusal("asked_and_not_seen")


def _must_be_waited_for(desk: Desk, value: Field) -> None:
    if value.subject not in OF_A_DEAL or value.stage not in stages_to_wait_at(desk):
        raise Refusal("no_such_stage")


def _must_have_room(desk: Desk, key: str, value: Field) -> None:
    others = {other: one for other, one in all_fields(desk).items() if other != key and not one.retired}
    same = [one for one in others.values() if one.subject == value.subject]
    if len(same) >= MOST_FIELDS:
        raise Refusal("too_many_fields", most=MOST_FIELDS)
    must_be_free(desk, value.subject, value.labels, key)
    if value.listed:
        if value.subject not in OF_A_SEAT:
            raise Refusal("not_in_the_list")
        if sum(one.listed for one in others.values()) >= MOST_LISTED:
            raise Refusal("too_many_in_the_list", most=MOST_LISTED)


def add_field(desk: Desk, value: Field) -> str:
    """At the end of its subject's; its key. Raises Forbidden, Refusal."""
    must_be_labels(value.labels)
    known = all_fields(desk)
    key = a_key(value.labels.values(), known, "field")
    place = max((one.place for one in fields_of(known, value.subject, retired=True).values()), default=0) + 1
    new = replace(value, place=place)
    define(desk, FIELD, new, 0, "field_added", key=key, label=said(new.labels).kept(), of=new.subject)
    return key


def change_field(desk: Desk, key: str, seen: int, **changes: Any) -> Field:
    """Who sees it, of whom it is asked, where it is waited for and listed. Raises Forbidden, NotFound, Refusal."""
    return _changed(desk, key, seen, "field_changed", **changes)


def rename_field(desk: Desk, key: str, seen: int, labels: Labels) -> Field:
    """In the languages that are named; the others stay. Raises Forbidden, NotFound, Refusal."""
    before = field_to_change(desk, key)
    was = said(before.labels).kept()
    return _changed(
        desk, key, seen, "field_renamed", facts={"label_was": was}, labels={**before.labels, **labels}
    )


def retire_field(desk: Desk, key: str, seen: int, *, retired: bool) -> Field:
    """It is not asked for any more; what was filled in stays readable. Or it is back. Raises Forbidden, NotFound, Refusal."""
    return _changed(desk, key, seen, "field_retired" if retired else "field_back", retired=retired)


def move_field_up(desk: Desk, key: str, seen: int) -> Field:
    """Before the one that stands above it; the first stays. Raises Forbidden, NotFound, Refusal."""
    one = field_to_change(desk, key)
    order = list(fields_of(all_fields(desk), one.subject))
    if key not in order or order[0] == key:
        return one
    above = order[order.index(key) - 1]
    other = all_fields(desk)[above]
    revision = desk.agency.definitions.revision(FIELD, above)
    moved = _changed(desk, key, seen, "field_moved", place=other.place)
    define(
        desk, FIELD, replace(other, place=one.place), revision, "field_moved", key=above, label=_told(other)
    )
    return moved


def add_options(desk: Desk, key: str, seen: int, labels: Iterable[Labels]) -> Field:
    """Raises Forbidden, NotFound, Refusal."""
    one = field_to_change(desk, key)
    new = new_options(labels, [option.key for option in one.options])
    return _changed(desk, key, seen, "field_changed", options=(*one.options, *new))


def retire_option(desk: Desk, key: str, seen: int, option: str, *, retired: bool) -> Field:
    """Raises Forbidden, NotFound, Refusal: options_wanted for the last one."""
    one = field_to_change(desk, key)
    must_have_option(one, option)
    options = tuple(replace(each, retired=retired) if each.key == option else each for each in one.options)
    return _changed(desk, key, seen, "field_changed", options=options)


def rename_option(desk: Desk, key: str, seen: int, option: str, language: Language, label: str) -> Field:
    """In this language; what was filled in says the new name. Raises Forbidden, NotFound: no_such_option, Refusal."""
    one = field_to_change(desk, key)
    was = must_have_option(one, option)
    named = replace(was, labels={**was.labels, language: read_label(label)})
    options = tuple(named if each.key == option else each for each in one.options)
    facts = {"label_was": said(was.labels).kept(), "option": said(named.labels).kept()}
    return _changed(desk, key, seen, "option_renamed", facts=facts, options=options)


def new_options(labels: Iterable[Labels], taken: Iterable[str] = ()) -> tuple[Option, ...]:
    """With keys of their own."""
    keys, made = list(taken), []
    for one in labels:
        key = a_key(one.values(), keys, "option")
        keys.append(key)
        made.append(Option(key, one))
    return tuple(made)


def _changed(
    desk: Desk, key: str, seen: int, act: str, facts: Mapping[str, Any] | None = None, **changes: Any
) -> Field:
    new = replace(field_to_change(desk, key), **changes)
    define(desk, FIELD, new, seen, act, key=key, label=_told(new), **(facts or {}))
    return new


def _told(one: Field) -> Any:
    return said(one.labels).kept()
