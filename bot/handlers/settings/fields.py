"""Extra fields as the owner defines them: by subject, one with all that is settled about it, and the options of a choice."""

from collections.abc import Iterable

from bot.conversation.exchange import Exchange
from bot.conversation.routes import Routes
from bot.conversation.screen import Button, Screen, act, ask, back, column, go, pairs
from bot.conversation.widgets.listing import listing
from bot.conversation.widgets.picker import picker
from bot.flows.settings.add_field import AddField
from bot.flows.settings.change_field import AddOptions, FieldStage, RenameField, RenameOption, WhoSeesField
from bot.handlers.settings.kinds import named
from bot.links.fields import (
    FIELD_CARD,
    FIELD_OPTION,
    FIELD_OPTIONS,
    FIELD_SUBJECTS,
    FIELDS_OF,
    LIST_FIELD,
    MOVE_FIELD_UP,
    RETIRE_FIELD,
    RETIRE_OPTION,
)
from bot.links.own_kinds import OWN_KIND_CARD
from bot.links.settings import SETTINGS, SETTINGS_SLOTS
from domain.entities.fields import FIELD, OF_A_DEAL, OF_A_SEAT, SUBJECTS, FieldType
from domain.entities.own_kinds import OWN
from domain.entities.rights import Right
from domain.ports.desk import Desk
from domain.queries.field_definitions import FieldCard, field_card, fields_defined, option_card
from domain.queries.own_kinds import kind_of
from domain.usecases.settings.fields import change_field, move_field_up, retire_field, retire_option
from domain.values.labels import said
from domain.values.language import Language
from locales import Fact, Joined, Sentence, _, lines
from locales.terms.deals import stage_of_pipeline
from locales.terms.fields import ASKED_OF, FIELD_TYPES, SEEN_BY
from locales.terms.fields import FIELD_SUBJECTS as NAMES
from locales.terms.languages import LANGUAGES, this_one_first

routes = Routes()
named(FIELD, _("Fields"))

SIZE = 4
OPTIONS = 5


@SETTINGS_SLOTS.button(400, Right.CHANGE_SETTINGS)
def fields_of_settings(_exchange: Exchange, _nothing: None) -> Button:
    return go(_("🧩 Fields"), FIELD_SUBJECTS)


@routes.draws(FIELD_SUBJECTS)
def subjects(exchange: Exchange) -> Screen:
    counts = {subject: len(fields_defined(exchange.desk, subject)) for subject in SUBJECTS}
    told = _("<b>🧩 Fields</b>\nWhat else do you want to know, and about whom or what?")
    buttons = [
        go(_("{subject} · {count}")(subject=NAMES[subject], count=count), FIELDS_OF, subject, 0)
        for subject, count in counts.items()
    ]
    return Screen(told, (*pairs(buttons), (back(SETTINGS),)))


@routes.draws(FIELDS_OF)
def fields_of(exchange: Exchange, subject: str, page: int) -> Screen:
    found = [*fields_defined(exchange.desk, subject).items()]
    return listing(
        _("<b>{subject}</b>: your own fields")(subject=subject_words(exchange.desk, subject)),
        found[page * SIZE :][: SIZE + 1],
        page,
        opens=lambda item: go(_label(item[1].retired)(label=said(item[1].labels)), FIELD_CARD, item[0]),
        turns=lambda label, other: go(label, FIELDS_OF, subject, other),
        empty=_("None yet."),
        below=[(ask(_("➕ New field"), AddField, subject=subject),), (_away(subject),)],
        size=SIZE,
    )


def _away(subject: str) -> Button:
    own = subject.startswith(OWN)
    return back(OWN_KIND_CARD, subject.removeprefix(OWN)) if own else back(FIELD_SUBJECTS)


def _label(retired: bool) -> Sentence:  # noqa: FBT001
    return _("🗄 {label}") if retired else _("🧩 {label}")


@routes.draws(FIELD_CARD)
def field(exchange: Exchange, key: str) -> Screen:
    found = field_card(exchange.desk, key)
    return Screen(
        lines(*_told(exchange, found)), (*pairs(_buttons(found)), (back(FIELDS_OF, found.field.subject, 0),))
    )


def subject_words(desk: Desk, subject: str) -> Fact:
    """Of whom or of what the fields are; of the items of a list, its name."""
    if subject in NAMES:
        return NAMES[subject]
    return said(kind_of(desk, subject.removeprefix(OWN)).many)


def _told(exchange: Exchange, found: FieldCard) -> Iterable[Sentence]:
    one = found.field
    yield _("<b>🧩 {label}</b> · {subject} · {type}")(
        label=said(one.labels), subject=subject_words(exchange.desk, one.subject), type=FIELD_TYPES[one.type]
    )
    for language, label in one.labels.items():
        yield _("{language}: {label}")(language=LANGUAGES[language], label=label)
    if one.type is FieldType.CHOICE:
        yield _("Options: {options}")(options=Joined([said(option.labels) for option in one.offered]))
    yield _("Seen by: {who}")(who=SEEN_BY[one.sees])
    yield _("Asked of: {who}")(who=ASKED_OF[one.asked_of])
    if one.stage is not None:
        stage = stage_of_pipeline(one.stage, exchange.desk.agency.pipelines)
        yield _("A deal waits for it at: {stage}")(stage=stage)
    if one.listed:
        yield _("📋 Shown in the list of participants.")
    if one.retired:
        yield _("🗄 Retired: no longer asked for; the answers stay.")


def _buttons(found: FieldCard) -> list[Button]:
    key, seen, one = found.key, found.revision, found.field
    if one.retired:
        return [act(_("♻️ Bring it back"), RETIRE_FIELD, key, seen, False)]
    offered = [
        (True, ask(_("✏️ Name"), RenameField, key=key, seen=seen)),
        (True, ask(_("👁 Who sees it"), WhoSeesField, key=key, seen=seen)),
        (one.subject in OF_A_DEAL, ask(_("🪜 Stage"), FieldStage, key=key, seen=seen)),
        (one.type is FieldType.CHOICE, go(_("🔘 Options"), FIELD_OPTIONS, key, 0)),
        (
            one.subject in OF_A_SEAT and not one.listed,
            act(_("📋 Show in the list"), LIST_FIELD, key, seen, True),
        ),
        (one.listed, act(_("📋 Not in the list"), LIST_FIELD, key, seen, False)),
        (not found.first, act(_("⬆ Move up"), MOVE_FIELD_UP, key, seen)),
        (True, act(_("🗄 Retire"), RETIRE_FIELD, key, seen, True)),
    ]
    return [button for fits, button in offered if fits]


@routes.draws(FIELD_OPTIONS)
def options(exchange: Exchange, key: str, page: int) -> Screen:
    found = field_card(exchange.desk, key)
    some = found.field.options[page * OPTIONS :][: OPTIONS + 1]
    add = ask(_("➕ More options"), AddOptions, key=key, seen=found.revision)
    return listing(
        _("<b>🔘 {label}</b>: tap an option to rename or retire it")(label=said(found.field.labels)),
        some,
        page,
        opens=lambda one: go(
            (_("🗄 {label}") if one.retired else _("🔘 {label}"))(label=said(one.labels)),
            FIELD_OPTION,
            key,
            one.key,
            page,
        ),
        turns=lambda label, other: go(label, FIELD_OPTIONS, key, other),
        below=column([add, back(FIELD_CARD, key)]),
        size=OPTIONS,
    )


@routes.draws(FIELD_OPTION)
def option_card_(exchange: Exchange, key: str, option: str, page: int) -> Screen:
    """What it is called in each language: its name changes, and what was filled in stays the same."""
    found, one = option_card(exchange.desk, key, option)

    def language(code: Language) -> Button:
        label = _("{language}: {name}")(language=LANGUAGES[code], name=one.labels.get(code, "—"))
        return ask(label, RenameOption, key=key, seen=found.revision, option=option, language=code.value)

    text = lines(
        _("<b>🔘 {option}</b> · {field}")(option=said(one.labels), field=said(found.field.labels)),
        _("🗄 Retired: no longer offered; it stays where it was chosen.") if one.retired else None,
        _("The new name is shown wherever this was chosen."),
    )
    ends = _("♻️ Bring back") if one.retired else _("🗄 Retire")
    retires = act(ends, RETIRE_OPTION, key, found.revision, option, not one.retired, page)
    return picker(
        text, this_one_first(exchange.voice.language), language, retires, back(FIELD_OPTIONS, key, page)
    )


@routes.does(RETIRE_OPTION)
def retire_one(exchange: Exchange, key: str, seen: int, option: str, retired: bool, page: int) -> None:  # noqa: FBT001
    retire_option(exchange.desk, key, seen, option, retired=retired)
    exchange.show(FIELD_OPTIONS, key, page)


@routes.does(RETIRE_FIELD)
def retire(exchange: Exchange, key: str, seen: int, retired: bool) -> None:  # noqa: FBT001
    retire_field(exchange.desk, key, seen, retired=retired)
    exchange.show(FIELD_CARD, key)


@routes.does(LIST_FIELD)
def put_into_list(exchange: Exchange, key: str, seen: int, listed: bool) -> None:  # noqa: FBT001
    change_field(exchange.desk, key, seen, listed=listed)
    exchange.show(FIELD_CARD, key)


@routes.does(MOVE_FIELD_UP)
def move_up(exchange: Exchange, key: str, seen: int) -> None:
    moved = move_field_up(exchange.desk, key, seen)
    exchange.show(FIELDS_OF, moved.subject, 0)
