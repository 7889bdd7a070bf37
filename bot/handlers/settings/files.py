"""All definitions as one file: given to the owner, and what one that was sent would change."""

from collections.abc import Sequence

from bot.conversation.exchange import Exchange
from bot.conversation.outgoing import File
from bot.conversation.refusals import words_for
from bot.conversation.routes import Routes
from bot.conversation.screen import Button, Screen, act, ask, back, column, go, turn
from bot.conversation.widgets.listing import turning
from bot.flows.settings.import_file import ImportDefinitions
from bot.handlers.settings.kinds import KIND_NAMES, definition_name
from bot.links.definition_files import DEFINITION_FILES, EXPORT_DEFINITIONS, IMPORT, TAKE_OVER
from bot.links.settings import SETTINGS, SETTINGS_SLOTS
from domain.entities.definition_imports import DefinitionImport, ImportNumber
from domain.entities.notices import Notice
from domain.entities.people import Right
from domain.queries.definition_imports import Change, changes, definitions_to_give, import_to_see
from domain.usecases.settings.importing import take_over
from domain.values.refusals import Refusal
from imports.definitions_file import NAME, read, written
from locales import Sentence, _, lines, n_, verbatim

routes = Routes()

SIZE = 10
"""Changes on a page."""


@SETTINGS_SLOTS.button(700, Right.CHANGE_SETTINGS)
def files_in_settings(_exchange: Exchange, _nothing: None) -> Button:
    return go(_("📦 As a file"), DEFINITION_FILES)


@routes.draws(DEFINITION_FILES)
def files(exchange: Exchange) -> Screen:
    definitions_to_give(exchange.desk)
    text = lines(
        _("<b>📦 All settings as one file</b>"),
        _("For another agency, or as a copy: stages, fields, lists, texts. You can read and edit it."),
        _("A file you send changes nothing until you have seen what it would change."),
    )
    return Screen(
        text,
        column(
            [
                act(_("📦 Get the file"), EXPORT_DEFINITIONS),
                ask(_("📦 Send a file"), ImportDefinitions),
                back(SETTINGS),
            ]
        ),
    )


@routes.does(EXPORT_DEFINITIONS)
def export(exchange: Exchange) -> None:
    settled, name = definitions_to_give(exchange.desk), exchange.desk.agency.name
    exchange.send_file(
        File(
            caption=exchange.voice.html(_("📦 Settings of {agency}")(agency=name)),
            name=NAME,
            paper=(written, (settled, name)),
        )
    )


@routes.verb("see_import")
def see_import(exchange: Exchange, notice: Notice) -> None:
    exchange.show(IMPORT, notice.facts["imported"], not exchange.desk.agency.definitions.kept, 0)


@routes.draws(IMPORT)
def what_would_change(exchange: Exchange, number: ImportNumber, own: bool, page: int) -> Screen:  # noqa: FBT001
    """`own`: with the agency's name, accounts and the like."""
    found = import_to_see(exchange.desk, number)
    if found.applied_at is not None or found.text is None:
        return Screen(_state(found), column([back(DEFINITION_FILES)]))
    try:
        proposals = read(found.text)
    except Refusal as refusal:
        again = ask(_("📦 Send another file"), ImportDefinitions)
        return Screen(words_for(refusal), column([again, back(DEFINITION_FILES)]))
    everything = changes(exchange.desk, proposals)
    told = [one for one in everything if own or not one.kind.is_own]
    turns = turning(
        lambda label, other: turn(label, IMPORT, number, own, other), page, more=len(told) > (page + 1) * SIZE
    )
    does = n_("✅ Make {count} change", "✅ Make {count} changes")(count=len(told))
    has_own = any(one.kind.is_own for one in everything)
    buttons = [
        act(does, TAKE_OVER, number, own) if told else None,
        turn(OWN[own], IMPORT, number, not own, 0) if has_own else None,
        back(DEFINITION_FILES),
    ]
    return Screen(_would_change(found, told, page), (*turns, *column(buttons)))


OWN = {True: _("☑ With name and accounts"), False: _("☐ With name and accounts")}


def _would_change(found: DefinitionImport, told: Sequence[Change], page: int) -> Sentence:
    count = n_("{count} change to make:", "{count} changes to make:")
    return lines(
        _("<b>📦 {file}</b>")(file=found.file.name),
        count(count=len(told)) if told else _("Nothing would change: everything is already like this."),
        *map(_change, told[page * SIZE : (page + 1) * SIZE]),
        _("What is not in the file stays as it is.") if told else None,
    )


@routes.does(TAKE_OVER)
def take_over_all(exchange: Exchange, number: ImportNumber, own: bool) -> None:  # noqa: FBT001 (as a button keeps it)
    text = import_to_see(exchange.desk, number).must_be_ready()
    wanted = [one for one in read(text) if own or not one.kind.is_own]
    done = take_over(exchange.desk, number, wanted)
    exchange.head(n_("{count} change was made.", "{count} changes were made.")(count=len(done)))
    exchange.show(SETTINGS)


def _state(found: DefinitionImport) -> Sentence:
    if found.applied_at is not None:
        return _("This file was applied on {at}.")(at=found.applied_at)
    return _("The file is still being read. You will get a message when it is done.")


def _change(one: Change) -> Sentence:
    name, kind = definition_name(one.kind, one.key, one.becomes), KIND_NAMES[one.kind.key]
    if one.was is None:
        return _("➕ {kind}: {name}")(kind=kind, name=name)
    plain = verbatim(", ".join(_field(one, field) for field in one.fields))
    if one.kind.is_single:
        return _("✏️ {kind} ({fields})")(kind=kind, fields=plain)
    return _("✏️ {kind}: {name} ({fields})")(kind=kind, name=name, fields=plain)


def _field(one: Change, field: str) -> str:
    """A short value as it was and as it becomes; of a long one the name, as it stands in the file."""
    was, becomes = getattr(one.was, field), getattr(one.becomes, field)
    if all(isinstance(value, str | int | None) and len(str(value)) <= 40 for value in (was, becomes)):
        return f"{field}: {'—' if was is None else was} → {'—' if becomes is None else becomes}"
    return field
